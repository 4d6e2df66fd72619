// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9: a child process commits edits in a loop and reports each once it is acknowledged. It is killed at a
// random moment; what it reported must be there. PULLQUOTE_CRASH_CYCLES=10000 for the long run.
#include "core/store/store.h"
#include "tests/support/randomedits.h"
#include "tests/support/support.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// Never returns. Writes the journal's length to @p report after every acknowledged edit, undo or redo.
[[noreturn]] void editUntilKilled(const QString &path, unsigned seed, int report)
{
    std::minstd_rand random(seed);
    const auto choose = [&random](qsizetype n) { return qsizetype(random() % static_cast<unsigned>(n)); };
    auto store = QFile::exists(path) ? Store::open(path, u"Ada"_s) : Store::create(path, u"Ada"_s);
    if (!store)
        _exit(1);
    for (;;) {
        if (choose(6) == 0)
            (void)store->undo();
        else if (choose(8) == 0)
            (void)store->redo();
        else if (!test::randomEdit(*store, choose))
            _exit(2);
        const auto entries = store->counts();
        const qint64 acknowledged = entries ? entries->journalEntries : -1;
        if (::write(report, &acknowledged, sizeof acknowledged) != sizeof acknowledged)
            _exit(3);
    }
}

}

class tst_Crash : public QObject
{
    Q_OBJECT

public:
    // Qt Test stops a function after five minutes; the long run takes an hour on a busy machine.
    tst_Crash() { qputenv("QTEST_FUNCTION_TIMEOUT", "36000000"); }

private Q_SLOTS:
    void noAcknowledgedEditIsLostToKill();
};

void tst_Crash::noAcknowledgedEditIsLostToKill()
{
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("PULLQUOTE_CRASH_CYCLES", &isGiven);
    const int cycles = isGiven ? given : 200;
    std::minstd_rand random(11);
    qint64 edits = 0;
    std::unique_ptr<QTemporaryDir> folder;
    qint64 atStart = 0;
    for (int cycle = 0; cycle < cycles; ++cycle) {
        if (cycle % 25 == 0) { // a new project now and then, killed also while it is being made
            folder = std::make_unique<QTemporaryDir>();
            atStart = 0;
        }
        const QString path = folder->filePath(u"p.pullquote"_s);
        int ends[2];
        QVERIFY(pipe(ends) == 0);
        const unsigned seed = static_cast<unsigned>(random());
        const pid_t child = fork();
        if (child == 0) {
            ::close(ends[0]);
            editUntilKilled(path, seed, ends[1]);
        }
        ::close(ends[1]);
        // One in four while it opens or makes the project, the others in the middle of edits.
        qint64 acknowledged = atStart;
        if (random() % 4 == 0)
            ::usleep(static_cast<useconds_t>(random() % 60'000));
        else if (::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged)
            ::usleep(static_cast<useconds_t>(random() % 40'000));
        ::kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY2(WIFSIGNALED(status), qPrintable(u"the child ended by itself with %1"_s.arg(WEXITSTATUS(status))));

        for (qint64 value = 0; ::read(ends[0], &value, sizeof value) == sizeof value;)
            acknowledged = value;
        ::close(ends[0]);
        edits += acknowledged - atStart;

        if (!QFile::exists(path)) {
            QCOMPARE(acknowledged, 0);
            continue;
        }
        auto store = Store::open(path, u"Ada"_s);
        VERIFY_RESULT(store);
        const qint64 there = store->counts()->journalEntries;
        // At most the one edit that was committed but not yet reported is ahead: its annotator's entry and, as an edit
        // of several things has at most four attempts, five of its own. That these are all of it, check() tells.
        QVERIFY2(there >= acknowledged && there <= acknowledged + 6,
                 qPrintable(u"%1 of %2"_s.arg(there).arg(acknowledged)));
        if (cycle % 5 == 0 || !isGiven)
            QCOMPARE(*store->check(), QStringList());
        atStart = there;
    }
    qInfo("%d kills, %lld acknowledged edits, none lost", cycles, edits);
    QVERIFY(edits > cycles / 2);
}

QTEST_GUILESS_MAIN(tst_Crash)
#include "tst_crash.moc"
