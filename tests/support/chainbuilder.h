// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/chain.h"

#include <QRegularExpression>

namespace pq::test {

using namespace Qt::StringLiterals;

inline const QString line = u"I left the door open for you"_s;

/// Builds a corpus a thing a line. Passages hold their words at made-up positions; texts are not needed.
struct Builder
{
    Corpus corpus;

    EntityId entity(EntityKind kind, const QString &name)
    {
        corpus.entities.append({EntityId::create(), kind, name, {}, {}, {}});
        return corpus.entities.last().id;
    }
    EntityId person(const QString &name) { return entity(EntityKind::Person, name); }
    EntityId outlet(const QString &name) { return entity(EntityKind::Organisation, name); }
    void plays(EntityId performer, EntityId character, EntityId work = {})
    {
        corpus.portrayals.append({PortrayalId::create(), performer, character, work, {}});
    }
    VersionId article(const QString &title, EntityId by, const QString &published)
    {
        Article article;
        article.id = ArticleId::create();
        article.title = title;
        article.outlet = by;
        article.published = published;
        corpus.articles.append(article);
        Version version;
        version.id = VersionId::create();
        version.article = article.id;
        corpus.versions.append(version);
        return version.id;
    }
    PassageId passage(VersionId version, const QStringList &fragments, qsizetype begin = 10)
    {
        Passage passage;
        passage.id = PassageId::create();
        passage.version = version;
        for (const QString &words : fragments) {
            const qsizetype end = begin + Text(words).length();
            passage.fragments.append({{{begin}, {end}}, words});
            begin = end + 5;
        }
        corpus.passages.append(passage);
        return passage.id;
    }
    PassageId passage(VersionId version, const QString &words) { return passage(version, QStringList{words}); }
    ClaimId claim(ClaimKind kind, const QList<ClaimPassage> &passages, const QList<Participant> &participants = {})
    {
        Claim claim;
        claim.id = ClaimId::create();
        claim.kind = kind;
        claim.passages = passages;
        claim.participants = participants;
        corpus.claims.append(claim);
        return claim.id;
    }
    LinkId link(ClaimId from, LinkKind kind, ClaimId to, State state = State::Accepted)
    {
        corpus.links.append({LinkId::create(), from, to, kind, state, {}, {}});
        return corpus.links.last().id;
    }
};

/// The test question's invented twin: Ottoline says the line on screen, Pim Harrow, who plays her, made it,
/// Greta Lund told Night Signal so; Matinee Post passes that on; Stagelight hears it again.
struct Twin : Builder
{
    EntityId pim = person(u"Pim Harrow"_s);
    EntityId greta = person(u"Greta Lund"_s);
    EntityId ottoline = entity(EntityKind::Character, u"Ottoline"_s);
    EntityId show = entity(EntityKind::Work, u"Winter Stairs"_s);
    EntityId signal = outlet(u"Night Signal"_s);
    EntityId post = outlet(u"Matinee Post"_s);
    EntityId stagelight = outlet(u"Stagelight"_s);

    VersionId first = article(u"How the last line was found"_s, signal, u"2024-05-02"_s);
    VersionId third = article(u"Greta Lund looks back"_s, stagelight, u"2024-05-09"_s);
    VersionId second = article(u"That last line"_s, post, u"2024-05-03"_s);

    PassageId onScreen = passage(first, u"It is late. “I left the door open for you.” 🚪"_s);
    PassageId inQuote = passage(first, line);
    PassageId came = passage(first, u"this came from Pim"_s);
    PassageId told = passage(first, u"Lund told Night Signal"_s);
    PassageId again = passage(second, u"this came from Pim, ‘I left the door open for you’"_s);
    PassageId tells = passage(second, u"Lund tells Night Signal"_s);
    PassageId echo = passage(third, u"I left the door open for you,"_s);

    // Made in an order that is not the chain's.
    ClaimId echoed = claim(ClaimKind::Quote, {{echo, PassageRole::Content}},
                           {{ottoline, ParticipantRole::Speaker, {}}, {greta, ParticipantRole::Source, {}}});
    ClaimId passedOn = claim(ClaimKind::Contribution, {{again, PassageRole::Content}},
                             {{pim, ParticipantRole::Contributor, {}}, {greta, ParticipantRole::Source, tells}});
    ClaimId contribution = claim(ClaimKind::Contribution, {{inQuote, PassageRole::Content}},
                                 {{greta, ParticipantRole::Source, told},
                                  {pim, ParticipantRole::Contributor, came},
                                  {signal, ParticipantRole::Outlet, told}});
    ClaimId quote = claim(ClaimKind::Quote, {{onScreen, PassageRole::Content}},
                          {{ottoline, ParticipantRole::Speaker, {}}});
    LinkId reReports = link(passedOn, LinkKind::ReReports, contribution);
    LinkId repeats = link(echoed, LinkKind::Repeats, quote);

    Twin() { plays(pim, ottoline, show); }

    Chain traced() const { return trace(corpus, claimsWithWords(corpus.claims, corpus.passages, line), line); }
};

/// The numbered lines of its text.
inline QStringList lines(const Chain &chain)
{
    QStringList all = toText(chain).split(u'\n', Qt::SkipEmptyParts);
    all.removeIf([](const QString &each) { return !each.contains(QRegularExpression(u"^[0-9]+[.] "_s)); });
    return all;
}

inline QSet<ClaimId> claimsOf(const Chain &chain)
{
    QSet<ClaimId> claims;
    for (const Hop &hop : chain.hops)
        claims.insert(hop.claim);
    return claims;
}

}
