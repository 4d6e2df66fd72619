// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>

namespace pq {

/// What a hop of a chain says.
enum class HopKind {
    Spoken,       ///< the speaker says the line (a character: with who plays it)
    Contributed,  ///< the contributor made the line
    Told,         ///< the source tells it
    Published,    ///< the outlet prints it
    ReReported,   ///< another claim re-reports, repeats, paraphrases … one before it; linkKind says which
};

/// One step of a chain, tied to its exact words.
struct Hop
{
    HopKind kind = HopKind::Spoken;
    int depth = 0;          ///< how many links away from the line's origin, not counting those to words around it
    ClaimId claim;
    ClaimKind claimKind = ClaimKind::Quote;
    LinkId link;            ///< for ReReported
    LinkKind linkKind = LinkKind::Repeats;
    ClaimId to;             ///< for ReReported: the claim before
    bool isAround = false;  ///< for ReReported: the longer words that hold the claim before within them
    EntityId entity;        ///< who; for ReReported the outlet that does it, may be null
    EntityKind entityKind = EntityKind::Person; ///< of the entity, when there is one
    QString name;
    EntityId performer;     ///< who plays a speaking character; may be null
    QString performerName;  ///< with several who play it: all their names
    QStringList performers; ///< the same, one by one
    EntityId
        addressee; ///< whom a speaker says or a source tells it, may be null; for a source the outlet or interviewer
    QString addresseeName;
    bool ofLine = false; ///< part of the answer, not only of what surrounds it; see trace()
    QString claimSummary;
    QString content; ///< the claim's words that hold the line, or its first ones, whatever proves this hop
    PassageId passage; ///< the words that prove this hop; null for a claim without passages
    QString words;
    TextSpan span; ///< the passage's extent
    ArticleId article;
    VersionId version;
    QString articleTitle;
    QString outletName; ///< of the article, or else of the claim
    QString published; ///< of the article

    friend bool operator==(const Hop &, const Hop &) = default;
};

/// What a line's claims, participants and links add up to, in order.
struct Chain
{
    QString line; ///< the words asked for
    QList<Hop> hops;

    friend bool operator==(const Chain &, const Chain &) = default;
};

/// The accepted claims whose content passages hold @p words, whatever the case, kind of quotation marks,
/// dashes and white space. Quotation marks around @p words do not count.
[[nodiscard]] QSet<ClaimId> claimsWithWords(const QList<Claim> &claims, const QList<Passage> &passages,
                                            QStringView words);

/// Traces @p line through the accepted claims and links of @p corpus (texts are not needed). Claims that
/// cannot be reached from @p seeds over links, in either direction, are left out; every other claim has at
/// least one hop.
///
/// Claims come in the order of their depth, then of their articles' dates (unknown ones last), articles,
/// kinds of claim (quotes first) and ids. The claims of one article at depth 0 give, together: who spoke it,
/// who contributed it, who told it, who published it. Each later claim gives one ReReported hop a link, then
/// its own speakers, contributors and sources. A hop's words are those of the participant's evidence, or
/// else of the claim's content passage that holds the line, or else of its first passage.
///
/// A claim that holds one of the line within its longer words, in the same article, has that one's depth and comes
/// after it: a ReReported hop that is around, then who speaks the longer words.
///
/// Of the line are the hops of claims whose content holds it, of contributions linked to such a claim, and of
/// claims that re-report, repeat or paraphrase one of the line; where one that holds it is nested in another, only
/// the inner one tells who spoke it. When no claim holds it, all hops are.
[[nodiscard]] Chain trace(const Corpus &corpus, const QSet<ClaimId> &seeds, const QString &line);

/// As a person would read it: the answer in a line, then a line a hop, numbered from 1. And as JSON with
/// stable keys, which pullquote-cli(1) documents.
[[nodiscard]] QString toText(const Chain &chain);
[[nodiscard]] QByteArray toJson(const Chain &chain);
/// The text's lines for the hops, one for each and without their numbers.
[[nodiscard]] QStringList hopSentences(const Chain &chain);

}
