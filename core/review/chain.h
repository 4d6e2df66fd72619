// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QByteArray>
#include <QString>

namespace pq {

/// What a hop of a chain says.
enum class HopKind {
    Spoken,       ///< the speaker says the line (a character: with who plays it)
    Contributed,  ///< the contributor made the line
    Told,         ///< the source tells it
    Published,    ///< the outlet prints it
    ReReported,   ///< another claim re-reports, repeats, paraphrases … one before it
};

/// One step of a chain, tied to its exact words.
struct Hop
{
    HopKind kind = HopKind::Spoken;
    int depth = 0;          ///< how many links away from the line's origin
    ClaimId claim;
    ClaimKind claimKind = ClaimKind::Quote;
    LinkId link;            ///< for ReReported
    LinkKind linkKind = LinkKind::Repeats;
    ClaimId to;             ///< for ReReported: the claim before
    EntityId entity;        ///< who; for ReReported the outlet that does it, may be null
    QString name;
    EntityId performer;     ///< who plays a speaking character; may be null
    QString performerName;
    EntityId addressee;     ///< whom a source tells it, may be null: the outlet or interviewer
    QString addresseeName;
    PassageId passage;      ///< the words that prove this hop
    QString words;
    TextSpan span;          ///< the passage's extent
    ArticleId article;
    VersionId version;
    QString articleTitle;
    QString outletName;     ///< of the article
    QString published;      ///< of the article

    friend bool operator==(const Hop &, const Hop &) = default;
};

/// What a line's claims, participants and links add up to, in order.
struct Chain
{
    QString line;           ///< the words asked for
    QList<Hop> hops;

    friend bool operator==(const Chain &, const Chain &) = default;
};

/// The claims whose content passages hold @p words, whatever the case, kind of quotation marks, dashes and
/// white space.
[[nodiscard]] QSet<ClaimId> claimsWithWords(const QList<Claim> &claims, const QList<Passage> &passages, QStringView words);

/// Traces @p line through the claims of @p corpus (texts are not needed). Claims that cannot be reached
/// from @p seeds over links are left out.
[[nodiscard]] Chain trace(const Corpus &corpus, const QSet<ClaimId> &seeds, const QString &line);

/// As a person would read it, a line a hop; and as JSON with stable keys.
[[nodiscard]] QString toText(const Chain &chain);
[[nodiscard]] QByteArray toJson(const Chain &chain);

}
