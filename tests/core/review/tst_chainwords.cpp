// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chainbuilder.h"
#include "tests/support/support.h"

#include <QTest>

#include <algorithm>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

/// Which claims hold the words, and which words prove a hop.
class tst_ChainWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAreFoundWhateverTheirQuotesCaseAndSpaces();
    void onlyContentOfAcceptedClaimsIsFound();
    void aLineInTwoFragmentsIsFound();
    void missingEvidenceFallsBackOnTheLine();
    void theSampleProjectsLineIsTraced();
};

void tst_ChainWords::wordsAreFoundWhateverTheirQuotesCaseAndSpaces()
{
    Builder build;
    const VersionId version = build.article(u"A"_s, {}, {});
    const ClaimId claim = build.claim(ClaimKind::Quote,
                                      {{build.passage(version, u"‘You’re\nlate’ – again"_s), PassageRole::Content}});
    const auto found = [&](const QString &words) {
        return claimsWithWords(build.corpus.claims, build.corpus.passages, words);
    };
    QCOMPARE(found(u"you're late"_s), QSet<ClaimId>{claim});
    QCOMPARE(found(u"  YOU’RE   LATE "_s), QSet<ClaimId>{claim});
    QCOMPARE(found(u"late\" — again"_s), QSet<ClaimId>{claim});
    QCOMPARE(found(u"“You're late”"_s), QSet<ClaimId>{claim});
    QVERIFY(found(u"you are late"_s).isEmpty());
    QVERIFY(found(u"“’”"_s).isEmpty());
    QVERIFY(found(u""_s).isEmpty());
    QVERIFY(found(u" \n "_s).isEmpty());
}

void tst_ChainWords::onlyContentOfAcceptedClaimsIsFound()
{
    Builder build;
    const PassageId words = build.passage(build.article(u"A"_s, {}, {}), line);
    build.claim(ClaimKind::Quote, {{words, PassageRole::Cue}});
    build.claim(ClaimKind::Quote, {{words, PassageRole::Content}});
    build.corpus.claims.last().state = State::Suggested;
    const ClaimId accepted = build.claim(ClaimKind::Quote, {{words, PassageRole::Content}});
    QCOMPARE(claimsWithWords(build.corpus.claims, build.corpus.passages, line), QSet<ClaimId>{accepted});
    build.corpus.passages.last().state = State::Rejected;
    QVERIFY(claimsWithWords(build.corpus.claims, build.corpus.passages, line).isEmpty());
}

void tst_ChainWords::aLineInTwoFragmentsIsFound()
{
    Builder build;
    const PassageId words = build.passage(build.article(u"A"_s, {}, {}), {u"I left the door"_s, u"open for you"_s});
    const ClaimId claim = build.claim(ClaimKind::Quote, {{words, PassageRole::Content}});
    const QSet<ClaimId> seeds = claimsWithWords(build.corpus.claims, build.corpus.passages, line);
    QCOMPARE(seeds, QSet<ClaimId>{claim});
    QCOMPARE(trace(build.corpus, seeds, line).hops.first().words, u"I left the door … open for you"_s);
}

void tst_ChainWords::missingEvidenceFallsBackOnTheLine()
{
    Twin twin;
    twin.corpus.passages.removeIf(
        [&](const Passage &passage) { return passage.id == twin.came || passage.id == twin.tells; });
    for (const Hop &hop : twin.traced().hops) {
        if (hop.kind == HopKind::Contributed && hop.claim == twin.contribution)
            QCOMPARE(hop.words, line);
        QVERIFY(!hop.words.isEmpty());
    }
    // Of several content passages, the one with the line.
    Builder build;
    const VersionId version = build.article(u"A"_s, {}, {});
    const ClaimId claim = build.claim(ClaimKind::Quote,
                                      {{build.passage(version, u"he said"_s), PassageRole::Cue},
                                       {build.passage(version, u"Good night."_s), PassageRole::Content},
                                       {build.passage(version, line), PassageRole::Content}});
    QCOMPARE(trace(build.corpus, {claim}, line).hops.first().words, line);
    QCOMPARE(trace(build.corpus, {claim}, u"nowhere"_s).hops.first().words, u"Good night."_s);
}

void tst_ChainWords::theSampleProjectsLineIsTraced()
{
    const Corpus corpus = pq::test::sampleCorpus();
    const QString words = u"i kept it lit for YOU"_s;
    const Chain chain = trace(corpus, claimsWithWords(corpus.claims, corpus.passages, words), words);
    const auto says = [&chain](HopKind kind, const QString &name) {
        return std::ranges::any_of(chain.hops, [&](const Hop &hop) { return hop.kind == kind && hop.name == name; });
    };
    QVERIFY(says(HopKind::Spoken, u"Osric"_s));
    const QString actor = corpus.entities.first().name; // with a combining accent
    QVERIFY(says(HopKind::Contributed, actor));
    QVERIFY(says(HopKind::Told, u"Iria Val"_s));
    QVERIFY(says(HopKind::ReReported, u"Weekend Telly"_s));
    const auto osric = std::ranges::find(chain.hops, u"Osric"_s, &Hop::name);
    QCOMPARE(osric->performerName, actor);
}

QTEST_GUILESS_MAIN(tst_ChainWords)
#include "tst_chainwords.moc"
