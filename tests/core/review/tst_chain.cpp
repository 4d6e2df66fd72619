// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chainbuilder.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

class tst_Chain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTestQuestionsTwinIsAnsweredHopByHop();
    void withoutLinksEachClaimIsAnOrigin();
    void oneOutletIsPublishedOncePerArticle();
    void severalOriginsComeInOrderOfDate();
    void aNestedAttributionComesBeforeTheOneAroundIt();
    void whoTellsTheWordsAroundALineComesBeforeTheOutlet();
    void aLineWithinWordsThatReReportComesBeforeThem();
    void aCircleOfLinksEndsAndIsShown();
    void aClaimWithSeveralLinksHasAHopForEach();
    void whatWasNotAcceptedIsLeftOut();
    void whatDanglesIsLeftOut();
    void theWorkDecidesWhoPlaysACharacter();
    void fiftyHopsComeInOrder();
    void everyAcceptedClaimReachedShowsUpWithItsWords();
};

void tst_Chain::theTestQuestionsTwinIsAnsweredHopByHop()
{
    const Twin twin;
    const QList<Hop> hops = twin.traced().hops;

    struct Expected
    {
        HopKind kind;
        int depth;
        ClaimId claim;
        QString name;
        PassageId passage;
    };
    const QList<Expected> expected{
        {HopKind::Spoken, 0, twin.quote, u"Ottoline"_s, twin.onScreen},
        {HopKind::Contributed, 0, twin.contribution, u"Pim Harrow"_s, twin.came},
        {HopKind::Told, 0, twin.contribution, u"Greta Lund"_s, twin.told},
        {HopKind::Published, 0, twin.contribution, u"Night Signal"_s, twin.told},
        {HopKind::ReReported, 1, twin.passedOn, u"Matinee Post"_s, twin.again},
        {HopKind::Contributed, 1, twin.passedOn, u"Pim Harrow"_s, twin.again},
        {HopKind::Told, 1, twin.passedOn, u"Greta Lund"_s, twin.tells},
        {HopKind::ReReported, 1, twin.echoed, u"Stagelight"_s, twin.echo},
        {HopKind::Spoken, 1, twin.echoed, u"Ottoline"_s, twin.echo},
        {HopKind::Told, 1, twin.echoed, u"Greta Lund"_s, twin.echo},
    };
    QCOMPARE(hops.size(), expected.size());
    for (qsizetype i = 0; i < hops.size(); ++i) {
        QCOMPARE(hops[i].kind, expected[i].kind);
        QCOMPARE(hops[i].depth, expected[i].depth);
        QVERIFY(hops[i].claim == expected[i].claim);
        QCOMPARE(hops[i].name, expected[i].name);
        QVERIFY(hops[i].passage == expected[i].passage);
        QVERIFY(!hops[i].words.isEmpty());
    }

    QCOMPARE(hops[0].performerName, u"Pim Harrow"_s);
    QVERIFY(hops[0].performer == twin.pim);
    QCOMPARE(hops[0].words, u"It is late. “I left the door open for you.” 🚪"_s);
    QCOMPARE(hops[0].span, (TextSpan{{10}, {10 + 45}})); // the door is one code point
    QCOMPARE(hops[1].words, u"this came from Pim"_s);
    QCOMPARE(hops[1].content, line);
    QCOMPARE(hops[2].addresseeName, u"Night Signal"_s);
    QCOMPARE(hops[4].linkKind, LinkKind::ReReports);
    QVERIFY(hops[4].link == twin.reReports);
    QVERIFY(hops[4].to == twin.contribution);
    QVERIFY(hops[4].version == twin.second);
    QCOMPARE(hops[4].articleTitle, u"That last line"_s);
    QCOMPARE(hops[4].published, u"2024-05-03"_s);
    QCOMPARE(hops[7].linkKind, LinkKind::Repeats);
    QVERIFY(hops[7].to == twin.quote);
}

void tst_Chain::withoutLinksEachClaimIsAnOrigin()
{
    Twin twin;
    twin.corpus.links.clear();
    const Chain chain = twin.traced();
    QCOMPARE(claimsOf(chain), (QSet<ClaimId>{twin.quote, twin.contribution, twin.passedOn, twin.echoed}));
    for (const Hop &hop : chain.hops) {
        QCOMPARE(hop.depth, 0);
        QVERIFY(hop.kind != HopKind::ReReported);
    }
    QVERIFY(trace(twin.corpus, {}, line).hops.isEmpty());
    QCOMPARE(toText(trace({}, {}, line)), u"“I left the door open for you”\n"_s);
}

void tst_Chain::oneOutletIsPublishedOncePerArticle()
{
    Builder build;
    const VersionId version = build.article(u"A"_s, build.outlet(u"Night Signal"_s), u"2024"_s);
    const EntityId greta = build.person(u"Greta"_s);
    const PassageId words = build.passage(version, line);
    const ClaimId spoken = build.claim(ClaimKind::Quote, {{words, PassageRole::Content}},
                                       {{greta, ParticipantRole::Speaker, {}}});
    const ClaimId silent = build.claim(ClaimKind::Fact, {{words, PassageRole::Content}});
    const Chain chain = trace(build.corpus, {spoken, silent}, line);
    // The claim that nobody says would go unmentioned otherwise.
    QCOMPARE(lines(chain),
             (QStringList{u"1. Spoken by Greta, in Night Signal, 2024: “I left the door open for you” [A]"_s,
                          u"2. Published by Night Signal: “I left the door open for you”"_s,
                          u"3. Published by Night Signal: “I left the door open for you”"_s}));
    QCOMPARE(claimsOf(chain), (QSet<ClaimId>{spoken, silent}));
}

void tst_Chain::severalOriginsComeInOrderOfDate()
{
    Builder build;
    const auto origin = [&](const QString &title, const QString &published) {
        const PassageId words = build.passage(build.article(title, {}, published), line);
        return build.claim(ClaimKind::Quote, {{words, PassageRole::Content}});
    };
    const ClaimId undated = origin(u"undated"_s, {});
    const ClaimId later = origin(u"later"_s, u"2024-05-02"_s);
    const ClaimId earlier = origin(u"earlier"_s, u"2024-05"_s);
    const ClaimId child = origin(u"child"_s, u"1999"_s);
    build.link(child, LinkKind::Repeats, undated);
    build.link(child, LinkKind::Repeats, later);
    build.link(child, LinkKind::Repeats, earlier);
    QCOMPARE(
        lines(trace(build.corpus, {child}, line)),
        (QStringList{u"1. Published, 2024-05: “I left the door open for you” [earlier]"_s,
                     u"2. Published, 2024-05-02: “I left the door open for you” [later]"_s,
                     u"3. Published: “I left the door open for you” [undated]"_s,
                     u"4. Repeated by an unnamed outlet (repeats 3), 1999: “I left the door open for you” [child]"_s,
                     u"5. Repeated by an unnamed outlet (repeats 2)"_s,
                     u"6. Repeated by an unnamed outlet (repeats 1)"_s}));
}

void tst_Chain::aNestedAttributionComesBeforeTheOneAroundIt()
{
    Builder build;
    const EntityId signal = build.outlet(u"Night Signal"_s);
    const VersionId version = build.article(u"A"_s, signal, u"2024"_s);
    const EntityId greta = build.person(u"Greta"_s);
    const EntityId pim = build.person(u"Pim"_s);
    const PassageId around = build.passage(version, u"He said “I left the door open for you”, twice"_s);
    const PassageId inner = build.passage(version, line);
    const ClaimId nested = build.claim(ClaimKind::Quote, {{inner, PassageRole::Content}},
                                       {{pim, ParticipantRole::Speaker, {}}});
    const ClaimId outer = build.claim(ClaimKind::Quote, {{around, PassageRole::Content}},
                                      {{greta, ParticipantRole::Speaker, {}}});
    build.link(nested, LinkKind::Within, outer);
    QCOMPARE(
        lines(trace(build.corpus, {nested}, line)),
        (QStringList{
            u"1. Spoken by Pim, in Night Signal, 2024: “I left the door open for you” [A]"_s,
            u"2. Published by Night Signal: “I left the door open for you”"_s,
            u"3. Quoted by Night Signal within longer words (around 1): “He said “I left the door open for you”, twice”"_s,
            u"4. Spoken by Greta: “He said “I left the door open for you”, twice”"_s}));
    // Who says the words around the line does not speak it; in one article nothing is re-reported.
    QVERIFY(toText(trace(build.corpus, {nested}, line)).contains(u"\nSpoken by Pim. Published by Night Signal.\n"_s));
}

void tst_Chain::whoTellsTheWordsAroundALineComesBeforeTheOutlet()
{
    Builder build;
    const VersionId version = build.article(u"A"_s, build.outlet(u"Night Signal"_s), u"2024"_s);
    const PassageId around = build.passage(version, u"He said “I left the door open for you”, twice"_s);
    const PassageId inner = build.passage(version, line);
    const ClaimId outer = build.claim(ClaimKind::Quote, {{around, PassageRole::Content}},
                                      {{build.person(u"Greta"_s), ParticipantRole::Source, {}}});
    const ClaimId nested = build.claim(ClaimKind::Quote, {{inner, PassageRole::Content}},
                                       {{build.person(u"Pim"_s), ParticipantRole::Speaker, {}}});
    build.link(nested, LinkKind::Within, outer);
    const Chain chain = trace(build.corpus, {outer}, line);
    QCOMPARE(
        lines(chain),
        (QStringList{
            u"1. Spoken by Pim, in Night Signal, 2024: “I left the door open for you” [A]"_s,
            u"2. Told by Greta to Night Signal: “He said “I left the door open for you”, twice”"_s,
            u"3. Published by Night Signal: “I left the door open for you”"_s,
            u"4. Quoted by Night Signal within longer words (around 1): “He said “I left the door open for you”, twice”"_s}));
    const Hop &last = chain.hops.last();
    QVERIFY(last.isAround && !last.ofLine);
    QVERIFY(last.claim == outer && last.to == nested);
    // Asked about the longer words, these come first.
    QCOMPARE(trace(build.corpus, {outer}, u"He said"_s).hops.first().name, u"Greta"_s);
}

void tst_Chain::aLineWithinWordsThatReReportComesBeforeThem()
{
    Twin twin;
    const PassageId around = twin.passage(twin.second,
                                          u"“this came from Pim, ‘I left the door open for you’”, says Lund"_s);
    const ClaimId outer = twin.claim(ClaimKind::Quote, {{around, PassageRole::Content}},
                                     {{twin.greta, ParticipantRole::Speaker, {}}});
    const ClaimId silent = twin.claim(ClaimKind::Fact, {{twin.again, PassageRole::Content}});
    twin.link(twin.passedOn, LinkKind::Within, outer);
    twin.link(silent, LinkKind::Within, outer);
    twin.link(outer, LinkKind::Repeats, twin.quote);
    QCOMPARE(
        lines(twin.traced()).sliced(4, 8),
        (QStringList{
            u"5. Re-reported by Matinee Post (re-reports 2), 2024-05-03: “this came from Pim, ‘I left the door open for you’” [That last line]"_s,
            u"6. Repeated by Matinee Post (repeats 1): ““this came from Pim, ‘I left the door open for you’”, says Lund”"_s,
            u"7. Contributed by Pim Harrow: “this came from Pim, ‘I left the door open for you’”"_s,
            u"8. Told by Greta Lund to Matinee Post: “Lund tells Night Signal”"_s,
            u"9. Published by Matinee Post: “this came from Pim, ‘I left the door open for you’”"_s,
            u"10. Quoted by Matinee Post within longer words (around 5): ““this came from Pim, ‘I left the door open for you’”, says Lund”"_s,
            u"11. Quoted by Matinee Post within longer words (around 9)"_s,
            u"12. Spoken by Greta Lund: ““this came from Pim, ‘I left the door open for you’”, says Lund”"_s}));
}

void tst_Chain::aCircleOfLinksEndsAndIsShown()
{
    Builder build;
    QList<ClaimId> claims;
    for (int i = 0; i < 3; ++i) {
        const PassageId words = build.passage(build.article(u"A%1"_s.arg(i), {}, u"202%1"_s.arg(i)), line);
        claims.append(build.claim(ClaimKind::Quote, {{words, PassageRole::Content}}));
    }
    for (int i = 0; i < 3; ++i)
        build.link(claims[i], LinkKind::Repeats, claims[(i + 1) % 3]);
    const Chain chain = trace(build.corpus, {claims[1]}, line);
    QCOMPARE(chain.hops.size(), 4);
    QVERIFY(chain.hops[0].claim == claims[0]); // the earliest
    QCOMPARE(chain.hops[1].kind, HopKind::ReReported);
    QVERIFY(chain.hops[1].claim == claims[0]);
    QCOMPARE(chain.hops[1].depth, 0);
    QVERIFY(chain.hops[2].claim == claims[2]);
    QVERIFY(chain.hops[3].claim == claims[1]);
    QCOMPARE(chain.hops[3].depth, 2);
    QVERIFY(toText(chain).contains(u"2. Repeated by an unnamed outlet (repeats 4)"_s));
}

void tst_Chain::aClaimWithSeveralLinksHasAHopForEach()
{
    Twin twin;
    const LinkId contradicts = twin.link(twin.echoed, LinkKind::Contradicts, twin.passedOn);
    QList<LinkId> links;
    const Chain chain = twin.traced();
    for (const Hop &hop : chain.hops) {
        if (hop.claim == twin.echoed && hop.kind == HopKind::ReReported)
            links.append(hop.link);
    }
    QCOMPARE(links, (QList<LinkId>{twin.repeats, contradicts}));
    QVERIFY(toText(chain).contains(u"Contradicted by Stagelight (contradicts 5)\n"_s));
}

void tst_Chain::whatWasNotAcceptedIsLeftOut()
{
    Twin twin;
    const auto stateOf = [&](ClaimId id) -> State & {
        return std::ranges::find(twin.corpus.claims, id, &Claim::id)->state;
    };
    stateOf(twin.passedOn) = State::Suggested;
    stateOf(twin.echoed) = State::Rejected;
    QCOMPARE(claimsOf(twin.traced()), (QSet<ClaimId>{twin.quote, twin.contribution}));
    // Also when somebody hands it in as a seed.
    QVERIFY(trace(twin.corpus, {twin.passedOn}, line).hops.isEmpty());

    Twin links;
    links.corpus.links[0].state = State::Suggested;
    links.corpus.links[1].state = State::Rejected;
    QCOMPARE(claimsOf(trace(links.corpus, {links.contribution}, line)), QSet<ClaimId>{links.contribution});
}

void tst_Chain::whatDanglesIsLeftOut()
{
    Twin twin;
    const Chain whole = twin.traced();
    twin.link(ClaimId::create(), LinkKind::Repeats, twin.quote);
    twin.link(twin.quote, LinkKind::Repeats, ClaimId::create());
    twin.link(twin.quote, LinkKind::Repeats, twin.quote);
    QCOMPARE(twin.traced(), whole);
    twin.corpus.articles.clear();
    twin.corpus.entities.clear();
    QCOMPARE(claimsOf(twin.traced()), claimsOf(whole));
}

void tst_Chain::theWorkDecidesWhoPlaysACharacter()
{
    Twin twin;
    const EntityId film = twin.entity(EntityKind::Work, u"Winter Stairs: The Film"_s);
    twin.plays(twin.person(u"Ada Quist"_s), twin.ottoline, film);
    QCOMPARE(twin.traced().hops.first().performerName, u"Pim Harrow, Ada Quist"_s);
    QCOMPARE(twin.traced().hops.first().performers, (QStringList{u"Pim Harrow"_s, u"Ada Quist"_s}));
    for (Claim &claim : twin.corpus.claims)
        claim.participants.append({film, ParticipantRole::Subject, {}});
    QCOMPARE(twin.traced().hops.first().performerName, u"Ada Quist"_s);
}

void tst_Chain::fiftyHopsComeInOrder()
{
    Builder build;
    QList<ClaimId> claims;
    for (int i = 0; i < 50; ++i) {
        // Dated backwards, so that only the links can order them.
        const PassageId words = build.passage(
            build.article(u"A%1"_s.arg(i), build.outlet(u"O%1"_s.arg(i)), QString::number(2100 - i)), line);
        claims.append(build.claim(ClaimKind::Quote, {{words, PassageRole::Content}}));
        if (i > 0)
            build.link(claims[i], i % 2 ? LinkKind::ReReports : LinkKind::Repeats, claims[i - 1]);
    }
    const Chain chain = trace(build.corpus, {claims[31]}, line);
    QCOMPARE(chain.hops.size(), 50);
    for (int i = 0; i < 50; ++i) {
        QVERIFY(chain.hops[i].claim == claims[i]);
        QCOMPARE(chain.hops[i].depth, i);
    }
    QCOMPARE(lines(chain).last(),
             u"50. Re-reported by O49 (re-reports 49), 2051: “I left the door open for you” [A49]"_s);
}

void tst_Chain::everyAcceptedClaimReachedShowsUpWithItsWords()
{
    QVERIFY(rc::check([] {
        Builder build;
        const QList<EntityId> people{build.person(u"A"_s), build.entity(EntityKind::Character, u"B"_s),
                                     build.outlet(u"C"_s)};
        build.plays(people[0], people[1]);
        const QList<VersionId> versions{build.article(u"1"_s, people[2], u"2024"_s), build.article(u"2"_s, {}, {})};
        const auto state = rc::gen::weightedElement<State>(
            {{4, State::Accepted}, {1, State::Suggested}, {1, State::Rejected}});
        const auto count = *rc::gen::inRange(1, 9);
        for (int i = 0; i < count; ++i) {
            const VersionId version = versions[*rc::gen::inRange(0, 2)];
            QList<ClaimPassage> passages;
            for (int n = *rc::gen::inRange(0, 3); n > 0; --n)
                passages.append(
                    {build.passage(version, line), *rc::gen::element(PassageRole::Content, PassageRole::Cue)});
            QList<Participant> participants;
            for (int role = 0; role < 7; ++role) {
                if (*rc::gen::inRange(0, 3) == 0)
                    participants.append({people[*rc::gen::inRange(0, 3)], ParticipantRole(role), {}});
            }
            build.claim(ClaimKind(*rc::gen::inRange(0, 5)), passages, participants);
            build.corpus.claims.last().state = *state;
        }
        const QList<Claim> &claims = build.corpus.claims;
        for (int n = *rc::gen::inRange(0, 12); n > 0; --n)
            build.link(claims[*rc::gen::inRange(0, count)].id, LinkKind(*rc::gen::inRange(0, 7)),
                       claims[*rc::gen::inRange(0, count)].id, *state);

        const ClaimId seed = claims[*rc::gen::inRange(0, count)].id;
        QSet<ClaimId> accepted;
        for (const Claim &claim : claims) {
            if (claim.state == State::Accepted)
                accepted.insert(claim.id);
        }
        QSet<ClaimId> reached = accepted.contains(seed) ? QSet<ClaimId>{seed} : QSet<ClaimId>{};
        for (qsizetype before = -1; before != reached.size();) {
            before = reached.size();
            for (const Link &link : build.corpus.links) {
                const bool counts = link.state == State::Accepted && accepted.contains(link.from)
                    && accepted.contains(link.to);
                if (counts && (reached.contains(link.from) || reached.contains(link.to)))
                    reached << link.from << link.to;
            }
        }

        const Chain chain = trace(build.corpus, {seed}, line);
        RC_ASSERT(claimsOf(chain) == reached);
        for (const Hop &hop : chain.hops) {
            const auto claim = std::ranges::find(claims, hop.claim, &Claim::id);
            RC_ASSERT(claim->passages.isEmpty() == hop.words.isEmpty());
        }
        RC_ASSERT(std::ranges::is_sorted(chain.hops, {}, &Hop::depth));
        // A line of text for each, whatever is missing.
        RC_ASSERT(lines(chain).size() == chain.hops.size());
    }));
}

QTEST_GUILESS_MAIN(tst_Chain)
#include "tst_chain.moc"
