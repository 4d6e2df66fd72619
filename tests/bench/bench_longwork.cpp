// SPDX-License-Identifier: GPL-3.0-or-later
// Work on all of a project of 10,000 articles: how long it takes, and for how long at most the window's thread
// cannot answer meanwhile. Beside each its yardstick, the same done in the window's thread. Offscreen.
#include "ui/background.h"
#include "ui/checkdialog.h"
#include "ui/exchange/importdialog.h"
#include "ui/projectcopy.h"
#include "ui/session.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

constexpr int articles = 10'000;

QString textOf(int number)
{
    return u"How scene %1 came to be\n\n"_s.arg(number)
        + u"The director said that this line of scene %1 came from an actor, who only wanted it to be right.\n"_s
              .arg(number)
              .repeated(45);
}

Session &project()
{
    static QTemporaryDir folder;
    static Session session;
    if (!session.isOpen()) {
        session.create(folder.filePath(u"big.pullquote"_s));
        session.edit(u"Import"_s, [](Edit &e) {
            for (int i = 0; i < articles; ++i)
                e.import({.text = Text(textOf(i)), .head = {.title = QString::number(i)}});
        });
    }
    return session;
}

/// The longest time between two turns of the event loop until @p isDone.
double longestWait(const std::function<bool()> &isDone)
{
    QTimer heart;
    QElapsedTimer since;
    double longest = 0;
    QObject::connect(&heart, &QTimer::timeout, &heart, [&] {
        longest = std::max(longest, double(since.nsecsElapsed()) / 1e6);
        since.start();
    });
    since.start();
    heart.start(1);
    while (!isDone())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return std::max(longest, double(since.nsecsElapsed()) / 1e6);
}

void checkInTheWindowsThread(benchmark::State &state)
{
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(project().store().check());
}
BENCHMARK(checkInTheWindowsThread)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void checkInTheDialog(benchmark::State &state)
{
    project();
    for ([[maybe_unused]] auto _ : state) {
        bool isDone = false;
        auto *dialog = new CheckDialog(project());
        QObject::connect(dialog, &CheckDialog::checked, dialog, [&isDone] { isDone = true; });
        state.counters["longest_wait_ms"] = longestWait([&isDone] { return isDone; });
    }
}
BENCHMARK(checkInTheDialog)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void readAllInTheWindowsThread(benchmark::State &state)
{
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(project().store().corpus());
}
BENCHMARK(readAllInTheWindowsThread)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void readAllFromACopy(benchmark::State &state)
{
    project();
    for ([[maybe_unused]] auto _ : state) {
        bool isDone = false;
        ProjectCopy copy(project());
        QObject::connect(&copy, &ProjectCopy::finished, &copy, [&](const Result<CopiedProject> &copied) {
            inBackground(
                &copy,
                [copied = copied.value()] { return Store::open(copied.path, copied.annotator)->corpus().has_value(); },
                [&isDone](bool) { isDone = true; });
        });
        state.counters["longest_wait_ms"] = longestWait([&isDone] { return isDone; });
    }
}
BENCHMARK(readAllFromACopy)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void importInTheDialog(benchmark::State &state)
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"in"_s);
    for (int i = 0; i < articles; ++i) {
        QFile file(folder.filePath(u"in/%1.txt"_s.arg(i)));
        if (file.open(QIODevice::WriteOnly))
            file.write(textOf(i).toUtf8());
    }
    for ([[maybe_unused]] auto _ : state) {
        Session session;
        session.create(folder.filePath(u"import.pullquote"_s));
        bool isDone = false;
        ImportDialog dialog(session, {folder.filePath(u"in"_s)});
        QObject::connect(&dialog, &ImportDialog::imported, &dialog, [&isDone] { isDone = true; });
        dialog.open();
        state.counters["longest_wait_ms"] = longestWait([&isDone] { return isDone; });
    }
}
BENCHMARK(importInTheDialog)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
