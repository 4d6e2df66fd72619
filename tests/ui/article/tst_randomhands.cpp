// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/hands.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>

using namespace pq;
using namespace Qt::StringLiterals;

/// Random keys, clicks and edits on the page, compared after each with what the project says. A few hundred by
/// default; PULLQUOTE_RANDOM_SECONDS=3600 goes on for an hour, round after round, each with the next seed;
/// PULLQUOTE_SEED=n begins with the round that failed.
class TestRandomHands : public QObject
{
    Q_OBJECT

    static constexpr int acts = 400; ///< in a round

    /// What went wrong in this round, and what was done before; nothing when all went well.
    static QString fault(quint32 seed)
    {
        QSettings().clear();
        test::Desk desk;
        test::Watcher watcher(desk);
        test::Hands hands(desk, watcher, seed);
        QRandomGenerator pointer(seed + 1);
        QStringList done;
        const auto report = [&](const QString &what) {
            return u"Seed %1, act %2: %3. What was done, newest last:\n  %4"_s.arg(seed)
                .arg(done.size())
                .arg(what, done.last(std::min<qsizetype>(done.size(), 25)).join("\n  "_L1));
        };
        for (int act = 0; act < acts; ++act) {
            const test::Hands::Outcome outcome = hands.act();
            done.append(outcome.deed);
            if (!outcome.fault.isEmpty())
                return report(outcome.fault);
            QString wrong = watcher.wrongPassages();
            if (wrong.isEmpty())
                wrong = watcher.wrongSelection();
            const QSize size = desk.page->view()->viewport()->size();
            for (int i = 0; i < 3 && wrong.isEmpty(); ++i)
                wrong = watcher.wrongAt({pointer.bounded(size.width() + 1), pointer.bounded(size.height() + 1)});
            if (wrong.isEmpty() && !desk.failures.isEmpty())
                wrong = desk.failures.join(u' ');
            if (!wrong.isEmpty())
                return report(wrong);
        }
        // All the way back, and forth again.
        while (watcher.undoable() > 0) {
            done.append(u"undo"_s);
            if (const QString wrong = watcher.undo() + watcher.wrongPassages(); !wrong.isEmpty())
                return report(wrong);
        }
        while (watcher.redoable() > 0) {
            done.append(u"redo"_s);
            if (const QString wrong = watcher.redo() + watcher.wrongPassages(); !wrong.isEmpty())
                return report(wrong);
        }
        const QStringList unsound = desk.session.value(desk.session.store().check());
        return unsound.isEmpty() ? QString() : report(unsound.join(u' '));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test-hands"_s);
        QStandardPaths::setTestModeEnabled(true);
    }

    void thePageShowsWhatTheProjectHolds()
    {
        const qint64 milliseconds = 1000 * qEnvironmentVariableIntValue("PULLQUOTE_RANDOM_SECONDS");
        bool isGiven = false;
        quint32 seed = quint32(qEnvironmentVariableIntValue("PULLQUOTE_SEED", &isGiven));
        if (!isGiven)
            seed = milliseconds > 0 ? QRandomGenerator::global()->generate() % 1'000'000 : 20260;
        QElapsedTimer sinceStart;
        sinceStart.start();
        int rounds = 0;
        do {
            qInfo("Seed %u", seed);
            const QString wrong = fault(seed++);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            ++rounds;
        } while (sinceStart.elapsed() < milliseconds);
        qInfo("%d rounds of %d acts", rounds, acts);
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
