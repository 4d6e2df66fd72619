// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clitest.h"

#include <QCryptographicHash>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

/// The review queue, checks and coverage from the command line.
class tst_CliReview : public QObject
{
    Q_OBJECT

    std::optional<Workshop> m_workshop;

    [[nodiscard]] Finished run(const QStringList &arguments, const QString &user = u"Tess Ter"_s) const
    {
        QStringList all = arguments;
        all.insert(1, u"s.pullquote"_s);
        return m_workshop->run(all, user);
    }
    [[nodiscard]] QList<QJsonObject> claims(const QStringList &options = {}) const
    {
        return run(QStringList{u"claims"_s, u"--json"_s} + options).objects();
    }
    [[nodiscard]] QString firstClaim() const { return claims().first()["id"_L1].toString(); }

private Q_SLOTS:
    void init()
    {
        m_workshop.emplace();
        EXPECT_DONE(m_workshop->run({u"new"_s, u"s.pullquote"_s}));
        EXPECT_DONE(run({u"import"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    }

    void everyClaimIsInTheQueue()
    {
        const qsizetype count = run({u"list"_s, u"claims"_s, u"--json"_s}).objects().size();
        QVERIFY(count > 10);
        QCOMPARE(claims().size(), count);
        const Finished text = run({u"claims"_s});
        EXPECT_DONE(text);
        QCOMPARE(text.output.count(u'\n'), count);
        QCOMPARE(keysOf(claims().first()),
                 (QStringList{u"article"_s, u"articleTitle"_s, u"assignee"_s,    u"begin"_s,         u"checked"_s,
                              u"checker"_s, u"created"_s,      u"id"_s,          u"kind"_s,          u"openNotes"_s,
                              u"passage"_s, u"people"_s,       u"peopleNames"_s, u"secondChecker"_s, u"state"_s,
                              u"summary"_s, u"tag"_s,          u"tagName"_s,     u"verdict"_s,       u"words"_s}));
    }

    void theFiltersPartTheQueue()
    {
        const qsizetype all = claims().size();
        qsizetype sum = 0;
        for (const QString &kind : {u"quote"_s, u"contribution"_s, u"fact"_s, u"opinion"_s, u"prediction"_s}) {
            const QList<QJsonObject> some = claims({u"--kind"_s, kind});
            QVERIFY(!some.isEmpty());
            for (const QJsonObject &claim : some)
                QCOMPARE(claim["kind"_L1].toString(), kind);
            sum += some.size();
        }
        QCOMPARE(sum, all);
        sum = 0;
        for (const QJsonObject &article : run({u"list"_s, u"articles"_s, u"--json"_s}).objects())
            sum += claims({u"--article"_s, article["title"_L1].toString()}).size();
        QCOMPARE(sum, all);
        const QString person = claims().first()["peopleNames"_L1].toArray().first().toString();
        const qsizetype withPerson = claims({u"--person"_s, person}).size();
        QVERIFY(withPerson > 0 && withPerson < all);
        QCOMPARE(claims({u"--older-than"_s, u"0"_s}).size(), all);
        QCOMPARE(claims({u"--older-than"_s, u"100000"_s}).size(), 0);
        QVERIFY(claims({u"--words"_s, u"walk HOME"_s}).size() > 0);
        QCOMPARE(claims({u"--words"_s, u"walk nowhere-at-all"_s}).size(), 0);
        QCOMPARE(claims({u"--assignee"_s, u"none"_s}).size(), all);
    }

    void ordersAreKeptAndReversed()
    {
        const auto ids = [this](const QStringList &options) {
            QStringList list;
            for (const QJsonObject &claim : claims(options))
                list.append(claim["id"_L1].toString());
            return list;
        };
        QStringList age = ids({u"--sort"_s, u"age"_s});
        QStringList reversed = ids({u"--sort"_s, u"age"_s, u"--reverse"_s});
        std::ranges::reverse(reversed);
        QCOMPARE(reversed, age);
        QString before;
        for (const QJsonObject &claim : claims({u"--sort"_s, u"age"_s})) {
            QVERIFY(before <= claim["created"_L1].toString());
            before = claim["created"_L1].toString();
        }
    }

    void wrongValuesAreRefusedWithTheRightOnes()
    {
        const auto refused = [this](const QStringList &options, QStringView part) {
            const Finished finished = run(QStringList{u"claims"_s} + options);
            return finished.code == 1 && finished.errors.contains(part);
        };
        QVERIFY(refused({u"--kind"_s, u"rumour"_s}, u"prediction"));
        QVERIFY(refused({u"--verdict"_s, u"true"_s}, u"unverifiable"));
        QVERIFY(refused({u"--sort"_s, u"size"_s}, u"assignee"));
        QVERIFY(refused({u"--progress"_s, u"done"_s}, u"signed-off"));
        QVERIFY(refused({u"--person"_s, u"Nobody At All"_s}, u"Nobody At All"));
        QVERIFY(refused({u"--tag"_s, u"No Tag"_s}, u"No Tag"));
        QVERIFY(refused({u"--older-than"_s, u"soon"_s}, u"soon"));
        QVERIFY(refused({u"--assignee"_s, u"Who"_s}, u"Who"));
    }

    void aCheckRunsFromVerdictToSignOff()
    {
        const QString claim = firstClaim();
        EXPECT_DONE(run({u"review"_s, u"list"_s, claim}));
        QCOMPARE(run({u"review"_s, u"list"_s, claim}).output, QString());
        QCOMPARE(run({u"review"_s, u"signoff"_s, claim}).code, 1);
        EXPECT_DONE(run({u"review"_s, u"verdict"_s, claim, u"in-progress"_s}));
        QCOMPARE(run({u"review"_s, u"signoff"_s, claim}, u"Ben"_s).code, 1);
        EXPECT_DONE(run({u"review"_s, u"verdict"_s, claim, u"supported"_s, u"--reason"_s, u"The tape has it. 🎧"_s}));
        QCOMPARE(claims({u"--progress"_s, u"awaiting"_s}).size(), 1);
        const Finished own = run({u"review"_s, u"signoff"_s, claim});
        QCOMPARE(own.code, 1);
        QVERIFY(own.errors.contains(u"second person"));
        EXPECT_DONE(run({u"review"_s, u"signoff"_s, claim}, u"Ben"_s));
        QCOMPARE(claims({u"--progress"_s, u"signed-off"_s}).first()["secondChecker"_L1].toString(), u"Ben"_s);
        QCOMPARE(run({u"review"_s, u"signoff"_s, claim}, u"Ben"_s).code, 1);

        EXPECT_DONE(run({u"review"_s, u"verdict"_s, claim, u"disputed"_s}));
        const QList<QJsonObject> history = run({u"review"_s, u"list"_s, claim, u"--json"_s}).objects();
        QCOMPARE(history.size(), 4);
        QCOMPARE(history[0]["value"_L1].toString(), u"disputed"_s);
        QVERIFY(history[0]["holds"_L1].toBool());
        QCOMPARE(history[1]["reason"_L1].toString(), u"The tape has it. 🎧"_s);
        QCOMPARE(history[2]["type"_L1].toString(), u"signOff"_s);
        QVERIFY(history[2]["isVoid"_L1].toBool());
        const Finished text = run({u"review"_s, u"list"_s, claim});
        QVERIFY(text.output.contains(u"holds"));
        QVERIFY(text.output.contains(u"void"));
        QCOMPARE(claims({u"--progress"_s, u"signed-off"_s}).size(), 0);
        QCOMPARE(claims({u"--verdict"_s, u"disputed"_s, u"--mine"_s}).size(), 1);
        EXPECT_DONE(m_workshop->run({u"check"_s, u"s.pullquote"_s}));
    }

    void evidenceIsKeptWhenItIsWhole()
    {
        const QString claim = firstClaim();
        m_workshop->write(u"copy.html"_s, "the page");
        const QStringList page{
            u"review"_s,  u"evidence"_s, claim,       u"url"_s,       u"--url"_s,    u"https://a.example/x"_s,
            u"--title"_s, u"A page"_s,   u"--file"_s, u"copy.html"_s, u"--stance"_s, u"refutes"_s};
        const Finished undated = run(page);
        QCOMPARE(undated.code, 1);
        QVERIFY(undated.errors.contains(u"2025-03-21"));
        EXPECT_DONE(run(page + QStringList{u"--day"_s, u"2025-03-21"_s}));
        const QList<QJsonObject> listed = run({u"review"_s, u"list"_s, claim, u"--json"_s}).objects();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed[0]["stance"_L1].toString(), u"refutes"_s);
        QCOMPARE(listed[0]["sha256"_L1].toString().toLatin1(),
                 QCryptographicHash::hash("the page", QCryptographicHash::Sha256).toHex());
        const QString passage = claims().first()["passage"_L1].toString();
        EXPECT_DONE(run({u"review"_s, u"evidence"_s, claim, u"passage"_s, u"--passage"_s, passage}));
        EXPECT_DONE(run({u"review"_s, u"evidence"_s, claim, u"recording"_s, u"--title"_s, u"Tape"_s, u"--locator"_s,
                         u"00:12:45"_s}));
        QCOMPARE(run({u"review"_s, u"evidence"_s, claim, u"recording"_s, u"--title"_s, u"Tape"_s}).code, 1);
        QCOMPARE(run({u"review"_s, u"evidence"_s, claim, u"hearsay"_s}).code, 1);
        QCOMPARE(run(page + QStringList{u"--file"_s, u"gone.html"_s}).code, 1);
        QCOMPARE(run({u"review"_s, u"list"_s, claim}).output.count(u'\n'), 3);
    }

    void aClaimIsAssignedAlsoToWhoHasNotBeenHere()
    {
        const QString claim = firstClaim();
        EXPECT_DONE(run({u"review"_s, u"assign"_s, claim, u"Zoë"_s}));
        QCOMPARE(claims({u"--assignee"_s, u"Zoë"_s}).size(), 1);
        QCOMPARE(run({u"claims"_s, u"--mine"_s, u"--json"_s}, u"Zoë"_s).objects().size(), 1);
        EXPECT_DONE(run({u"review"_s, u"assign"_s, claim, u"none"_s}));
        QCOMPARE(claims({u"--assignee"_s, u"Zoë"_s}).size(), 0);
    }

    void whatIsNoClaimAndNoActIsRefused()
    {
        QCOMPARE(run({u"review"_s, u"verdict"_s, u"nothing"_s, u"supported"_s}).code, 1);
        QCOMPARE(run({u"review"_s, u"bless"_s, firstClaim()}).code, 2);
        QCOMPARE(run({u"review"_s, u"verdict"_s, firstClaim()}).code, 2);
        QCOMPARE(run({u"review"_s, u"verdict"_s, firstClaim(), u"true"_s}).code, 1);
        QCOMPARE(run({u"review"_s, u"list"_s}).code, 2);
    }

    void coverageIsToldForAllArticlesAndForOne()
    {
        const QList<QJsonObject> articles = run({u"coverage"_s, u"--json"_s}).objects();
        QCOMPARE(articles.size(), run({u"list"_s, u"articles"_s}).output.count(u'\n'));
        for (const QJsonObject &article : articles) {
            QVERIFY(article["words"_L1].toInt() > 50);
            QVERIFY(article["covered"_L1].toInt() > 0);
            const Finished one = run({u"coverage"_s, article["article"_L1].toString(), u"--json"_s});
            EXPECT_DONE(one);
            const QJsonObject whole = one.objects().first();
            QCOMPARE(whole["percent"_L1], article["percent"_L1]);
            int words = 0;
            int covered = 0;
            for (const QJsonValue paragraph : whole["paragraphs"_L1].toArray()) {
                words += paragraph["words"_L1].toInt();
                covered += paragraph["covered"_L1].toInt();
            }
            QCOMPARE(words, article["words"_L1].toInt());
            QCOMPARE(covered, article["covered"_L1].toInt());
            const Finished text = run({u"coverage"_s, article["title"_L1].toString()});
            EXPECT_DONE(text);
            QCOMPARE(text.output.count(u'\n'), 1 + whole["uncovered"_L1].toArray().size());
        }
        const Finished all = run({u"coverage"_s});
        EXPECT_DONE(all);
        QVERIFY(all.output.contains(u"% "_s.chopped(1)));
        QCOMPARE(run({u"coverage"_s, u"No such article"_s}).code, 1);
    }
};

QTEST_GUILESS_MAIN(tst_CliReview)
#include "tst_clireview.moc"
