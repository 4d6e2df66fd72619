// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlecards.h"

#include "core/model/labels.h"
#include "ui/article/passagemarks.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// Where the claim's words begin, or else the words that say who takes part.
std::optional<TextPosition> placeOf(const Claim &claim, const PassageMarks &passages)
{
    std::optional<TextPosition> content;
    std::optional<TextPosition> other;
    const auto earliest = [&passages](std::optional<TextPosition> &place, PassageId id) {
        if (passages.contains(id))
            place = std::min(place.value_or(passages.mark(id).extent.begin), passages.mark(id).extent.begin);
    };
    for (const ClaimPassage &part : claim.passages)
        earliest(part.role == PassageRole::Content ? content : other, part.passage);
    for (const Participant &participant : claim.participants)
        earliest(other, participant.evidence);
    return content ? content : other;
}

MarginCard cardOf(const Claim &claim, TextPosition position, const std::optional<VerdictValue> &verdict,
                  qsizetype contradictions, const QHash<EntityId, QString> &names)
{
    QStringList people;
    if (contradictions > 0)
        people.append(QCoreApplication::translate("ArticleCards", "≠ Contradicted by %n claim(s)", nullptr,
                                                  static_cast<int>(contradictions)));
    if (verdict)
        people.append(label(*verdict));
    for (const Participant &participant : claim.participants) {
        if (const QString name = names.value(participant.entity); !name.isEmpty())
            people.append(QCoreApplication::translate("ArticleCards", "%1: %2").arg(label(participant.role), name));
    }
    QString title = label(claim.kind);
    if (!claim.summary.isEmpty())
        title = QCoreApplication::translate("ArticleCards", "%1: %2").arg(title, claim.summary);
    return {claim.id, position, title, people.join(u" · "_s), verdict ? glyph(*verdict) : Glyph::None};
}

std::optional<TextPosition> placeOf(const Note &note, ArticleId article, const PassageMarks &passages)
{
    if (const auto *passage = std::get_if<PassageId>(&note.target); passage && passages.contains(*passage))
        return passages.mark(*passage).extent.begin;
    if (const auto *whole = std::get_if<ArticleId>(&note.target); whole && *whole == article)
        return TextPosition{0};
    return std::nullopt;
}

}

QList<MarginCard> articleCards(ArticleId article, const PassageMarks &passages, const QList<Claim> &claims,
                               const QHash<ClaimId, VerdictValue> &verdicts,
                               const QHash<ClaimId, QSet<ClaimId>> &contradictions, const QList<Note> &notes,
                               const QHash<EntityId, QString> &names)
{
    QList<MarginCard> cards;
    for (const Claim &claim : claims) {
        const auto verdict = verdicts.constFind(claim.id);
        const auto place = claim.state == State::Rejected ? std::nullopt : placeOf(claim, passages);
        if (place)
            cards.append(cardOf(claim, *place, verdict == verdicts.constEnd() ? std::nullopt : std::optional(*verdict),
                                contradictions.value(claim.id).size(), names));
    }
    for (const Note &note : notes) {
        const bool answer = !note.parent.isNull();
        const auto place = note.resolved || answer ? std::nullopt : placeOf(note, article, passages);
        if (place)
            cards.append({note.id, *place, QCoreApplication::translate("ArticleCards", "Note"), note.body});
    }
    return cards;
}

}
