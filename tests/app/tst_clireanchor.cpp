// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clitest.h"

using namespace pq::test;
using namespace Qt::StringLiterals;

namespace {

const QString opening = u"The harbour was dark when the two of them met 🕯️. Nobody else was awake at that hour."_s;
const QString line = u"“I only came to walk you home,” said the lamplighter of Fernwick."_s;
const QString number = u"The lamp on the pier was lit by hand until 1987, the harbour office says."_s;
const QString closing = u"The second season begins in the autumn, with all of the same people."_s;

QByteArray article(const QStringList &paragraphs)
{
    return (u"The lamp\n\n"_s + paragraphs.join(u"\n\n"_s) + u'\n').toUtf8();
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

}

/// Corrected versions by the command line.
class tst_CliReanchor : public QObject
{
    Q_OBJECT

    std::optional<Workshop> m_workshop;

    [[nodiscard]] Finished run(const QStringList &arguments) const
    {
        return m_workshop->run(QStringList{u"reanchor"_s, u"p.pullquote"_s, u"The lamp"_s} + arguments);
    }
    [[nodiscard]] QStringList versionsOfPassages() const
    {
        QStringList versions;
        for (const QJsonObject &passage :
             m_workshop->run({u"list"_s, u"p.pullquote"_s, u"passages"_s, u"--json"_s}).objects())
            versions.append(passage["version"_L1].toString());
        return versions;
    }

private Q_SLOTS:
    void init()
    {
        m_workshop.emplace();
        QByteArray bytes = lineOf({{"type"_L1, u"pullquote"_s}, {"version"_L1, 1}});
        bytes += lineOf({{"type"_L1, u"tag"_s}, {"id"_L1, u"t"_s}, {"name"_L1, u"Fact"_s}});
        bytes += lineOf({{"type"_L1, u"article"_s},
                         {"id"_L1, u"a"_s},
                         {"title"_L1, u"The lamp"_s},
                         {"text"_L1, QString::fromUtf8(article({opening, line, number, closing}))}});
        for (const auto &[id, words] : {std::pair(u"p1"_s, line), std::pair(u"p2"_s, number)}) {
            bytes += lineOf({{"type"_L1, u"passage"_s},
                             {"id"_L1, id},
                             {"article"_L1, u"a"_s},
                             {"tag"_L1, u"t"_s},
                             {"fragments"_L1, QJsonArray{QJsonObject{{"words"_L1, words}}}}});
            bytes += lineOf({{"type"_L1, u"claim"_s},
                             {"id"_L1, QString(u"c"_s + id)},
                             {"kind"_L1, u"fact"_s},
                             {"summary"_L1, QString(u"About "_s + id)},
                             {"passages"_L1, QJsonArray{QJsonObject{{"passage"_L1, id}}}}});
        }
        m_workshop->write(u"p.jsonl"_s, bytes);
        m_workshop->write(u"corrected.txt"_s,
                          article({opening, line, QString(number).replace(u"1987"_s, u"1978"_s), closing}));
        EXPECT_DONE(m_workshop->run({u"new"_s, u"p.pullquote"_s}));
        EXPECT_DONE(m_workshop->run({u"import"_s, u"p.pullquote"_s, u"p.jsonl"_s}));
        for (const QJsonObject &claim :
             m_workshop->run({u"list"_s, u"p.pullquote"_s, u"claims"_s, u"--json"_s}).objects()) {
            EXPECT_DONE(m_workshop->run(
                {u"review"_s, u"p.pullquote"_s, u"verdict"_s, claim["id"_L1].toString(), u"supported"_s}));
        }
    }

    void onlyWhatIsCertainFollows()
    {
        const Finished done = run({u"corrected.txt"_s, u"--correction"_s, u"The year was wrong."_s});
        EXPECT_DONE(done);
        QVERIFY2(done.output.contains(u"exact\t1.00\tfollows\t"_s + line + u'\t' + line), qPrintable(done.output));
        QVERIFY(done.output.contains(u"changed\t0."_s));
        QVERIFY(done.output.contains(u"\tstays\t"_s + number));
        QVERIFY(done.output.contains(u"go back to not-checked"_s));
        QVERIFY(done.output.contains(u"About p2"_s));
        QVERIFY(!done.output.contains(u"About p1"_s));
        QVERIFY(done.output.endsWith(
            u"1 passage followed, 0 of them with other words; 1 stayed on the older version.\n"_s));
        const QStringList versions = versionsOfPassages();
        QCOMPARE(versions.size(), 2);
        QVERIFY(versions.first() != versions.last());
        QCOMPARE(m_workshop->run({u"check"_s, u"p.pullquote"_s}).code, 0);
        EXPECT_DONE(m_workshop->run({u"undo"_s, u"p.pullquote"_s}));
        QCOMPARE(versionsOfPassages().first(), versionsOfPassages().last());
    }

    void whatStayedFollowsLater()
    {
        EXPECT_DONE(run({u"corrected.txt"_s}));
        const Finished later = run({u"--accept"_s, u"all"_s});
        EXPECT_DONE(later);
        QVERIFY2(later.output.contains(u"1 passage followed, 1 of them with other words; 0 stayed"_s),
                 qPrintable(later.output));
        QCOMPARE(versionsOfPassages().first(), versionsOfPassages().last());
        const Finished nothing = run({});
        QCOMPARE(nothing.code, 1);
        QVERIFY(nothing.errors.contains(u"No passage stands on an older version"_s));
    }

    void aTrialChangesNothing()
    {
        const QByteArray before = m_workshop->run({u"log"_s, u"p.pullquote"_s}).output.toUtf8();
        const Finished trial = run({u"corrected.txt"_s, u"--accept"_s, u"all"_s, u"--dry-run"_s, u"--json"_s});
        EXPECT_DONE(trial);
        const QList<QJsonObject> objects = trial.objects();
        QCOMPARE(objects.size(), 3);
        QCOMPARE(keysOf(objects.first()),
                 (QStringList{u"anchoring"_s, u"certain"_s, u"follows"_s, u"fragments"_s, u"passage"_s, u"places"_s}));
        QCOMPARE(objects[0]["anchoring"_L1].toString(), u"exact"_s);
        QCOMPARE(objects[1]["anchoring"_L1].toString(), u"changed"_s);
        QVERIFY(objects[1]["follows"_L1].toBool());
        QVERIFY(!objects[1]["certain"_L1].toBool());
        const QJsonObject last = objects.last();
        QCOMPARE(keysOf(last),
                 (QStringList{u"article"_s, u"changed"_s, u"dryRun"_s, u"followed"_s, u"left"_s, u"linked"_s,
                              u"reopened"_s, u"version"_s}));
        QVERIFY(last["version"_L1].isNull());
        QCOMPARE(last["reopened"_L1].toArray().size(), 1);
        QCOMPARE(m_workshop->run({u"log"_s, u"p.pullquote"_s}).output.toUtf8(), before);
    }

    void misuseIsRefused()
    {
        QCOMPARE(run({u"corrected.txt"_s, u"--accept"_s, u"some"_s}).code, 2);
        QCOMPARE(run({u"--correction"_s, u"x"_s}).code, 2);
        QCOMPARE(run({u"missing.txt"_s}).code, 1);
        m_workshop->write(u"same.txt"_s, article({opening, line, number, closing}));
        const Finished same = run({u"same.txt"_s});
        QCOMPARE(same.code, 1);
        QVERIFY(same.errors.contains(u"same as version 1"_s));
        const Finished trial = run({u"same.txt"_s, u"--dry-run"_s});
        QCOMPARE(trial.code, 1); // a trial refuses what the real thing would
    }
};

QTEST_GUILESS_MAIN(tst_CliReanchor)
#include "tst_clireanchor.moc"
