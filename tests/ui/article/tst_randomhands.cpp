// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/hands.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// One project, its page and who uses it.
class Round
{
public:
    explicit Round(quint32 seed) : m_seed(seed), m_watcher(m_desk), m_hands(m_desk, m_watcher, seed), m_random(seed + 1)
    {
    }

    /// Does something and looks at what is in view; what is wrong then, and what was done before.
    QString act()
    {
        const test::Hands::Outcome outcome = m_hands.act();
        m_done.append(outcome.deed);
        QString wrong = outcome.fault;
        if (wrong.isEmpty())
            wrong = m_watcher.wrongSelection();
        const QSize size = m_desk.page->view()->viewport()->size();
        for (int i = 0; i < 3 && wrong.isEmpty(); ++i)
            wrong = m_watcher.wrongAt({m_random.bounded(size.width() + 1), m_random.bounded(size.height() + 1)});
        if (wrong.isEmpty())
            wrong = m_desk.failures.join(u' ');
        return report(wrong);
    }
    QString wrongPassages() { return report(m_watcher.wrongPassages()); }

    /// All the way back, and forth again.
    QString undoAndRedo()
    {
        QString wrong;
        m_done.append(u"undo all, redo all"_s);
        while (m_watcher.undoable() > 0 && wrong.isEmpty())
            wrong = m_watcher.undo() + m_watcher.wrongPassages();
        while (m_watcher.redoable() > 0 && wrong.isEmpty())
            wrong = m_watcher.redo() + m_watcher.wrongPassages();
        return report(wrong);
    }
    QString unsound() { return report(m_desk.session.value(m_desk.session.store().check()).join(u' ')); }

    /// An article with more passages than are read at once; the page is opened on it, and they begin to come.
    void openManyPassages(int count)
    {
        if (m_crowded.isNull()) {
            m_desk.showText(test::longText(60).string());
            m_crowded = m_desk.page->article();
            QList<Passage> many = test::manyPassages(m_desk.page->text(), m_desk.corpus.tags, count, m_seed);
            for (Passage &passage : many)
                passage.version = m_desk.page->version();
            m_desk.session.edit(u"Put many"_s, [&](Edit &edit) {
                for (const Passage &passage : std::as_const(many))
                    edit.put(passage);
            });
            m_watcher.begin();
        }
        m_done.append(u"open"_s);
        m_desk.page->showArticle(m_desk.corpus.articles.first().id);
        m_desk.page->showArticle(m_crowded);
        m_desk.page->view()->setFocus();
    }

private:
    [[nodiscard]] QString report(const QString &wrong) const
    {
        if (wrong.isEmpty())
            return {};
        return u"Seed %1, act %2: %3. What was done, newest last:\n  %4"_s.arg(m_seed)
            .arg(m_done.size())
            .arg(wrong, m_done.last(std::min<qsizetype>(m_done.size(), 25)).join("\n  "_L1));
    }

    quint32 m_seed;
    test::Desk m_desk;
    test::Watcher m_watcher;
    test::Hands m_hands;
    QRandomGenerator m_random;
    QStringList m_done;
    ArticleId m_crowded;
};

}

/// Random keys, clicks and edits on the page, compared after each with what the project says. A few hundred by
/// default; PULLQUOTE_RANDOM_SECONDS=3600 goes on for an hour, round after round, each with the next seed;
/// PULLQUOTE_SEED=n begins with the round that failed.
class TestRandomHands : public QObject
{
    Q_OBJECT

    static constexpr int acts = 400; ///< in a round

    /// Rounds for this part of the time, at least one.
    static void goRound(double share, const std::function<QString(quint32)> &fault)
    {
        const double milliseconds = share * 1000 * qEnvironmentVariableIntValue("PULLQUOTE_RANDOM_SECONDS");
        bool isGiven = false;
        quint32 seed = quint32(qEnvironmentVariableIntValue("PULLQUOTE_SEED", &isGiven));
        if (!isGiven)
            seed = milliseconds > 0 ? QRandomGenerator::global()->generate() % 1'000'000 : 20260;
        QElapsedTimer sinceStart;
        sinceStart.start();
        int rounds = 0;
        do {
            qInfo("Seed %u", seed);
            QSettings().clear();
            const QString wrong = fault(seed++);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            ++rounds;
        } while (double(sinceStart.elapsed()) < milliseconds);
        qInfo("%d rounds", rounds);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test-hands"_s);
        QStandardPaths::setTestModeEnabled(true);
    }

    void thePageShowsWhatTheProjectHolds()
    {
        goRound(0.9, [](quint32 seed) {
            Round round(seed);
            QString wrong;
            for (int act = 0; act < acts && wrong.isEmpty(); ++act) {
                wrong = round.act();
                if (wrong.isEmpty())
                    wrong = round.wrongPassages();
            }
            if (wrong.isEmpty())
                wrong = round.undoAndRedo();
            return wrong.isEmpty() ? round.unsound() : wrong;
        });
    }

    /// What is in view is right also while passages are still being read.
    void handsNeedNotWaitForThePassages()
    {
        goRound(0.1, [](quint32 seed) {
            Round round(seed);
            QString wrong;
            for (int opening = 0; opening < 4 && wrong.isEmpty(); ++opening) {
                round.openManyPassages(6000);
                for (int act = 0; act < 4 && wrong.isEmpty(); ++act)
                    wrong = round.act();
                if (wrong.isEmpty())
                    wrong = round.wrongPassages();
            }
            return wrong.isEmpty() ? round.unsound() : wrong;
        });
    }
};

int main(int argc, char *argv[])
{
    // QtTest ends what takes longer than five minutes.
    const int seconds = qEnvironmentVariableIntValue("PULLQUOTE_RANDOM_SECONDS");
    if (seconds > 0)
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(1000 * (qint64(seconds) + 600)));
    const QApplication application(argc, argv);
    TestRandomHands test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_randomhands.moc"
