// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the program to the first painted window with a project of 10,000 articles in it, and the
// memory it then holds. Each start is a process of its own, offscreen.
#include "core/store/store.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/session.h"
#include "ui/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QString project(int articles)
{
    static QTemporaryDir place;
    const QString path = place.filePath(u"%1.pullquote"_s.arg(articles));
    if (!QFile::exists(path)) {
        auto store = Store::create(path, u"Ada"_s);
        const auto done = store->edit(u"Import"_s, [&](Edit &e) {
            for (int i = 0; i < articles; ++i) {
                const QString number = QString::number(i);
                e.import({.text = Text(u"How scene %1 came to be.\n"_s.arg(number).repeated(160)),
                          .head = {.title = u"How scene %1 came to be"_s.arg(number)}});
            }
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }
    return path;
}

double megabytes(const char *key)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.sliced(qstrlen(key)).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Prints "milliseconds megabytes".
int startOnce(int argc, char **argv, const QElapsedTimer &clock)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setApplicationName(u"bench_window"_s);
    QApplication::setStyle(new Style);
    Session session;
    Actions actions;
    MainWindow window(session, actions, Prompts{});
    window.resize(1400, 900);
    window.show();
    window.start({QString::fromLocal8Bit(argv[2])});
    QApplication::processEvents();
    window.repaint();
    printf("%f %f\n", double(clock.nsecsElapsed()) / 1e6, megabytes("VmRSS:"));
    fflush(stdout);
    return session.isOpen() ? 0 : 1;
}

void startWindow(benchmark::State &state)
{
    const QString path = project(static_cast<int>(state.range(0)));
    double memory = 0;
    for ([[maybe_unused]] auto _ : state) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--start"_s, path});
        child.waitForFinished();
        const QList<QByteArray> said = child.readAllStandardOutput().simplified().split(' ');
        if (child.exitCode() != 0 || said.size() != 2) {
            state.SkipWithError("the window did not start");
            return;
        }
        state.SetIterationTime(said[0].toDouble() / 1e3);
        memory = std::max(memory, said[1].toDouble());
    }
    state.counters["MB"] = memory;
}
BENCHMARK(startWindow)->Arg(0)->Arg(10'000)->Iterations(10)->Unit(benchmark::kMillisecond)->UseManualTime();

}

int main(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    if (argc == 3 && qstrcmp(argv[1], "--start") == 0)
        return startOnce(argc, argv, clock);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
