// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/origins.h"
#include "core/review/takeovers.h"
#include "tests/support/chainbuilder.h"

#include <QTest>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

class TestTakeovers : public QObject
{
    Q_OBJECT

    /// An original and what four claims of another article make of it.
    struct Desk : Builder
    {
        VersionId original = article(u"First"_s, outlet(u"Night Signal"_s), u"2024-05-02"_s);
        VersionId later = article(u"Second"_s, outlet(u"Matinee Post"_s), u"2024-05-03"_s);
        ClaimId said = claim(
            ClaimKind::Quote,
            {{passage(original, u"I left the door open 🚪 for you, and only you."_s), PassageRole::Content}});
        qsizetype at = 100;

        ClaimId quotes(const QString &words, LinkKind kind = LinkKind::ReReports)
        {
            const ClaimId made = claim(ClaimKind::Quote,
                                       {{passage(later, QStringList{words}, at), PassageRole::Content}});
            at += 100;
            link(made, kind, said);
            return made;
        }
        [[nodiscard]] ArticleId second() const { return corpus.articles.last().id; }
    };

private Q_SLOTS:
    void theGravestDepartureComesFirst()
    {
        Desk desk;
        const ClaimId verbatim = desk.quotes(u"I left the door open 🚪 for you"_s);
        const ClaimId marked = desk.quotes(u"I left the door open … for you"_s);
        const ClaimId silent = desk.quotes(u"I left a door open 🚪 for you"_s);
        const ClaimId paraphrase = desk.quotes(u"the door was not shut"_s, LinkKind::Paraphrases);
        const ClaimId punctuation = desk.quotes(u"“I left the door open 🚪 for you — and only you!”"_s);
        const QList<Takeover> found = takeovers(desk.corpus, desk.second());
        QList<ClaimId> order;
        for (const Takeover &takeover : found) {
            order.append(takeover.quoting);
            QVERIFY(takeover.quoted == desk.said);
        }
        QCOMPARE(order, (QList<ClaimId>{silent, marked, punctuation, verbatim, paraphrase}));
        QCOMPARE(found[0].gravest(), Deviation::Silent);
        QVERIFY(!found[3].gravest());
        QVERIFY(found[4].changes.isEmpty());
        QCOMPARE(toSentence(counted(found)),
                 u"5 taken over: 1 with silent changes, 1 with marked omissions, 1 with other punctuation, 1 verbatim, "
                 "1 paraphrased."_s);
        QVERIFY(toSentence(TakeoverCounts()).isEmpty());
    }

    void onlyWhatTheArticleTakesOverCounts()
    {
        Desk desk;
        desk.quotes(u"I left the door open"_s);
        desk.quotes(u"I left the door shut"_s, LinkKind::Contradicts);
        QCOMPARE(takeovers(desk.corpus, desk.second()).size(), 1);
        QVERIFY(takeovers(desk.corpus, desk.corpus.articles.first().id).isEmpty());
        desk.corpus.links.first().state = State::Rejected;
        QVERIFY(takeovers(desk.corpus, desk.second()).isEmpty());
    }

    void aClaimWithoutWordsCannotBeCompared()
    {
        Desk desk;
        const ClaimId wordless = desk.claim(ClaimKind::Quote, {});
        desk.link(wordless, LinkKind::Repeats, desk.said);
        QVERIFY(takeovers(desk.corpus, desk.second()).isEmpty());
    }

    void severalContentPassagesAreReadInTheOrderOfTheText()
    {
        Builder build;
        const VersionId version = build.article(u"A"_s, {}, {});
        const PassageId second = build.passage(version, QStringList{u"for you"_s}, 50);
        const PassageId cue = build.passage(version, QStringList{u"she said"_s}, 30);
        const PassageId first = build.passage(version, QStringList{u"I left"_s, u"the door"_s}, 10);
        build.claim(ClaimKind::Quote,
                    {{second, PassageRole::Content}, {cue, PassageRole::Cue}, {first, PassageRole::Content}});
        const Content content = contentOf(build.corpus.claims.first(), build.corpus.passages);
        QCOMPARE(content.text.string(), u"I left … the door … for you"_s);
        QVERIFY(content.first == first);
    }

    void outletsThatRepeatOneAnotherAreOneOrigin()
    {
        Twin twin;
        const Origins found = origins(twin.traced());
        QCOMPARE(found.outlets, (QStringList{u"Night Signal"_s, u"Matinee Post"_s, u"Stagelight"_s}));
        QCOMPARE(found.origins, QStringList{u"Night Signal, 2024-05-02"_s});
        QVERIFY(found.isSingle());
        QCOMPARE(toSentence(found), u"All 3 outlets go back to one origin: Night Signal, 2024-05-02."_s);
    }

    void outletsThatHaveItEachForThemselvesAreSeveralOrigins()
    {
        Twin twin;
        twin.corpus.links.removeIf([&](const Link &link) { return link.id == twin.repeats; });
        const Origins found = origins(twin.traced());
        QCOMPARE(found.outlets.size(), 3);
        QCOMPARE(found.origins, (QStringList{u"Night Signal, 2024-05-02"_s, u"Stagelight, 2024-05-09"_s}));
        QVERIFY(!found.isSingle());
        QCOMPARE(toSentence(found), u"3 outlets, 2 origins: Night Signal, 2024-05-02; Stagelight, 2024-05-09."_s);
    }

    void oneOutletIsNoWarning()
    {
        Builder build;
        const VersionId version = build.article(u"A"_s, build.outlet(u"Night Signal"_s), u"2024"_s);
        const ClaimId only = build.claim(ClaimKind::Quote, {{build.passage(version, line), PassageRole::Content}});
        const Origins found = origins(trace(build.corpus, {only}, line));
        QVERIFY(!found.isSingle());
        QVERIFY(toSentence(found).isEmpty());
        QVERIFY(toSentence(origins(Chain())).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTakeovers)
#include "tst_takeovers.moc"
