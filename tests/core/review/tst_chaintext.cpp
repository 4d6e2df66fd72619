// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chainbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

class tst_ChainText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTwinReadsAsAPersonWouldTellIt();
    void theTwinAsJsonHasTheDocumentedKeys();
    void aClaimWithoutPassagesShowsItsSummary();
    void whomASpeakerAddressesIsNotWhomTheSourceTells();
    void theAnswerIsOfTheLineAlone();
};

void tst_ChainText::theTwinReadsAsAPersonWouldTellIt()
{
    QCOMPARE(toText(Twin().traced()), uR"(“I left the door open for you”
Spoken by Ottoline (played by Pim Harrow). Contributed by Pim Harrow. Told by Greta Lund. Published by Night Signal. Re-reported by Matinee Post, Stagelight.
All 3 outlets go back to one origin: Night Signal, 2024-05-02.
1. Spoken by Ottoline (played by Pim Harrow), in Night Signal, 2024-05-02: “It is late. “I left the door open for you.” 🚪” [How the last line was found]
2. Contributed by Pim Harrow: “this came from Pim”
3. Told by Greta Lund to Night Signal: “Lund told Night Signal”
4. Published by Night Signal: “Lund told Night Signal”
5. Re-reported by Matinee Post (re-reports 2), 2024-05-03: “this came from Pim, ‘I left the door open for you’” [That last line]
6. Contributed by Pim Harrow: “this came from Pim, ‘I left the door open for you’”
7. Told by Greta Lund to Matinee Post: “Lund tells Night Signal”
8. Repeated by Stagelight (repeats 1), 2024-05-09: “I left the door open for you,” [Greta Lund looks back]
9. Spoken by Ottoline (played by Pim Harrow): “I left the door open for you,”
10. Told by Greta Lund to Stagelight: “I left the door open for you,”
)"_s);
}

void tst_ChainText::theTwinAsJsonHasTheDocumentedKeys()
{
    const Twin twin;
    const QByteArray json = toJson(twin.traced());
    QVERIFY(json.endsWith('\n'));
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    QCOMPARE(root.keys(), (QStringList{u"hops"_s, u"line"_s, u"summary"_s}));
    QCOMPARE(root["line"_L1].toString(), line);

    const QJsonArray hops = root["hops"_L1].toArray();
    QCOMPARE(hops.size(), 10);
    const QStringList keys{u"addressee"_s, u"addresseeName"_s, u"around"_s,    u"article"_s,      u"articleTitle"_s,
                           u"begin"_s,     u"claim"_s,         u"claimKind"_s, u"claimSummary"_s, u"content"_s,
                           u"depth"_s,     u"end"_s,           u"entity"_s,    u"kind"_s,         u"link"_s,
                           u"linkKind"_s,  u"name"_s,          u"ofLine"_s,    u"outletName"_s,   u"passage"_s,
                           u"performer"_s, u"performerName"_s, u"published"_s, u"to"_s,           u"version"_s,
                           u"words"_s};
    for (const auto &hop : hops)
        QCOMPARE(hop.toObject().keys(), keys);
    const QJsonObject spoken = hops[0].toObject();
    QCOMPARE(spoken["kind"_L1].toString(), u"spoken"_s);
    QCOMPARE(spoken["claim"_L1].toString(), twin.quote.toString());
    QCOMPARE(spoken["begin"_L1].toInt(-1), 10);
    QVERIFY(spoken["link"_L1].isNull());
    QVERIFY(spoken["linkKind"_L1].isNull());
    const QJsonObject later = hops[4].toObject();
    QCOMPARE(later["kind"_L1].toString(), u"re-reported"_s);
    QCOMPARE(later["linkKind"_L1].toString(), u"re-reports"_s);
    QCOMPARE(later["to"_L1].toString(), twin.contribution.toString());

    const QJsonObject summary{{"speakers"_L1, QJsonArray{u"Ottoline"_s}},
                              {"performers"_L1, QJsonArray{u"Pim Harrow"_s}},
                              {"contributors"_L1, QJsonArray{u"Pim Harrow"_s}},
                              {"sources"_L1, QJsonArray{u"Greta Lund"_s}},
                              {"outlets"_L1, QJsonArray{u"Night Signal"_s}},
                              {"reReportedBy"_L1, QJsonArray{u"Matinee Post"_s, u"Stagelight"_s}},
                              {"origins"_L1, QJsonArray{u"Night Signal, 2024-05-02"_s}},
                              {"singleOrigin"_L1, true}};
    QCOMPARE(root["summary"_L1].toObject(), summary);
}

void tst_ChainText::aClaimWithoutPassagesShowsItsSummary()
{
    Twin twin;
    const ClaimId claim = twin.claim(ClaimKind::Fact, {}, {{twin.greta, ParticipantRole::Source, {}}});
    twin.corpus.claims.last().summary = u"Lund said so on the radio"_s;
    twin.link(claim, LinkKind::Supports, twin.contribution);
    const Chain chain = twin.traced();
    const auto hop = std::ranges::find(chain.hops, claim, &Hop::claim);
    QVERIFY(hop != chain.hops.end());
    QVERIFY(hop->passage.isNull());
    QVERIFY(toText(chain).contains(u"Supported by an unnamed outlet (supports 2): Lund said so on the radio\n"_s));
    const QJsonArray hops = QJsonDocument::fromJson(toJson(chain)).object()["hops"_L1].toArray();
    QVERIFY(hops[hop - chain.hops.begin()]["begin"_L1].isNull());
}

void tst_ChainText::whomASpeakerAddressesIsNotWhomTheSourceTells()
{
    Builder build;
    const EntityId signal = build.outlet(u"Night Signal"_s);
    const EntityId ottoline = build.person(u"Ottoline"_s);
    const EntityId bram = build.person(u"Bram"_s);
    const EntityId greta = build.person(u"Greta"_s);
    const PassageId words = build.passage(build.article(u"A"_s, signal, {}), line);
    const PassageId says = build.passage(build.corpus.versions.last().id, u"says Ottoline"_s);
    const ClaimId claim = build.claim(ClaimKind::Quote, {{words, PassageRole::Content}},
                                      {{ottoline, ParticipantRole::Speaker, says},
                                       {bram, ParticipantRole::Addressee, {}},
                                       {greta, ParticipantRole::Source, {}}});
    QCOMPARE(
        lines(trace(build.corpus, {claim}, line)),
        (QStringList{
            u"1. Spoken by Ottoline to Bram, in Night Signal: “I left the door open for you” (“says Ottoline”) [A]"_s,
            u"2. Told by Greta to Night Signal: “I left the door open for you”"_s,
            u"3. Published by Night Signal: “I left the door open for you”"_s}));
}

void tst_ChainText::theAnswerIsOfTheLineAlone()
{
    Twin twin;
    const EntityId bram = twin.person(u"Bram"_s);
    const EntityId vera = twin.person(u"Vera"_s);
    const auto surrounding = [&](ClaimKind kind, const QString &words, EntityId who, ParticipantRole role, ClaimId to) {
        const ClaimId claim = twin.claim(kind, {{twin.passage(twin.first, words), PassageRole::Content}},
                                         {{who, role, {}}});
        twin.link(claim, LinkKind::Supports, to);
        return claim;
    };
    const ClaimId stormy = surrounding(ClaimKind::Fact, u"It was a stormy night"_s, bram, ParticipantRole::Source,
                                       twin.quote);
    surrounding(ClaimKind::Quote, u"I was there"_s, bram, ParticipantRole::Speaker, twin.quote);
    // A contribution counts although the line is not among its words, but only right beside the line.
    surrounding(ClaimKind::Contribution, u"Vera thought of the door"_s, vera, ParticipantRole::Contributor, twin.quote);
    surrounding(ClaimKind::Contribution, u"Bram made the storm"_s, bram, ParticipantRole::Contributor, stormy);

    const Chain chain = twin.traced();
    const QString answer = toText(chain).split(u'\n')[1];
    QCOMPARE(answer,
             u"Spoken by Ottoline (played by Pim Harrow). Contributed by Pim Harrow, Vera. Told by Greta Lund. "
             u"Published by Night Signal. Re-reported by Matinee Post, Stagelight."_s);
    QVERIFY(claimsOf(chain).contains(stormy));
    // Where no claim holds the words, everything is the answer.
    QVERIFY(toText(trace(twin.corpus, {twin.quote}, u"the door"_s)).contains(u"Told by Greta Lund"_s));
    const QString elsewhere = toText(trace(twin.corpus, {twin.quote}, u"no such words"_s)).split(u'\n')[1];
    QVERIFY2(elsewhere.startsWith(u"Spoken by Ottoline (played by Pim Harrow), Bram. Contributed by Vera, Bram."_s),
             qPrintable(elsewhere));
}

QTEST_GUILESS_MAIN(tst_ChainText)
#include "tst_chaintext.moc"
