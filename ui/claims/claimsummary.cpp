// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claimsummary.h"

#include "core/model/labels.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace pq {

namespace {

QString whoIsIn(const Claim &claim, const Cast &cast)
{
    QStringList names;
    const auto add = [&](ParticipantRole role) {
        for (const Participant &participant : claim.participants) {
            if (participant.role == role && !names.contains(cast.name(participant.entity)))
                names.append(cast.name(participant.entity));
        }
    };
    add(ParticipantRole::Speaker);
    add(ParticipantRole::Contributor);
    if (names.isEmpty())
        add(ParticipantRole::Source);
    return QLocale().createSeparatedList(names);
}

}

QString Place::shortName() const
{
    const QString date = readableDate(published);
    if (outlet.isEmpty())
        return date.isEmpty() ? title : QCoreApplication::translate("Place", "%1, %2").arg(title, date);
    return date.isEmpty() ? outlet : QCoreApplication::translate("Place", "%1, %2").arg(outlet, date);
}

Row ClaimSummary::row() const
{
    Row row;
    row.title = who.isEmpty() ? label(claim.kind)
                              : QCoreApplication::translate("ClaimSummary", "%1 · %2").arg(label(claim.kind), who);
    row.words = words;
    row.detail = place.shortName();
    row.glyph = glyph(claim.kind);
    row.value = QVariant::fromValue(claim.id);
    return row;
}

QHash<PassageId, Passage> passagesOf(Session &session, const QList<Claim> &claims)
{
    QSet<PassageId> ids;
    for (const Claim &claim : claims) {
        for (const ClaimPassage &part : claim.passages)
            ids.insert(part.passage);
        for (const Participant &participant : claim.participants) {
            if (!participant.evidence.isNull())
                ids.insert(participant.evidence);
        }
    }
    QHash<PassageId, Passage> passages;
    if (!ids.isEmpty()) {
        for (const QList<Passage> all = session.value(session.store().passages(ids)); const Passage &passage : all)
            passages.insert(passage.id, passage);
    }
    return passages;
}

QHash<VersionId, Place> placesOf(Session &session, const QHash<PassageId, Passage> &passages, const Cast &cast)
{
    QHash<VersionId, Place> places;
    QHash<VersionId, ArticleId> articles;
    for (const Passage &passage : passages) {
        if (places.contains(passage.version))
            continue;
        if (articles.isEmpty())
            articles = session.value(session.store().articleOfVersion());
        Place place;
        place.article = articles.value(passage.version);
        if (place.article.isNull()) // an older version
            place.article = session.value(session.store().version(passage.version)).article;
        const Article article = session.value(session.store().article(place.article));
        place.title = article.title;
        place.outlet = cast.name(article.outlet);
        place.published = article.published;
        places.insert(passage.version, place);
    }
    return places;
}

QList<ClaimSummary> summaries(Session &session, const QList<Claim> &claims, const Cast &cast)
{
    const QHash<PassageId, Passage> passages = passagesOf(session, claims);
    const QHash<VersionId, Place> places = placesOf(session, passages, cast);
    QList<ClaimSummary> list;
    list.reserve(claims.size());
    for (const Claim &claim : claims) {
        ClaimSummary summary{.claim = claim, .words = {}, .passage = {}, .who = whoIsIn(claim, cast), .place = {}};
        QStringList words;
        for (const ClaimPassage &part : claim.passages) {
            if (part.role != PassageRole::Content || !passages.contains(part.passage))
                continue;
            if (summary.passage.isNull())
                summary.passage = part.passage;
            words.append(passages[part.passage].words());
        }
        summary.words = words.isEmpty() ? claim.summary : words.join(QStringLiteral(" … "));
        const PassageId any = !summary.passage.isNull() ? summary.passage
            : claim.passages.isEmpty()                  ? PassageId()
                                                        : claim.passages.first().passage;
        summary.place = places.value(passages.value(any).version);
        list.append(summary);
    }
    return list;
}

Glyph glyph(ClaimKind kind)
{
    return kind == ClaimKind::Contribution ? Glyph::Idea : Glyph::Quote;
}

QString readableDate(const QString &iso)
{
    if (iso.size() == 10) {
        const QDate date = QDate::fromString(iso, Qt::ISODate);
        return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : iso;
    }
    if (iso.size() == 7) {
        const QDate date = QDate::fromString(iso + QLatin1StringView("-01"), Qt::ISODate);
        return date.isValid() ? QLocale().toString(date, QCoreApplication::translate("Place", "MMMM yyyy")) : iso;
    }
    return iso;
}

}
