// SPDX-License-Identifier: GPL-3.0-or-later
// The project file: import, list, edit, undo. Sizes stand in the names; times are of the release build, on a
// file with full synchronisation, in the folder for temporary files.
#include "core/documents/reader.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// About 700 words, different for every number.
QByteArray article(int number)
{
    static const QStringList words =
        u"the director said that this line came from an actor who — as she put it — “only wanted it to be right” before the last take of a long night on set"_s
            .split(u' ');
    std::minstd_rand random(static_cast<unsigned>(number) + 1);
    QString text = u"How scene %1 came to be\n\n"_s.arg(number);
    for (int i = 0; i < 700; ++i) {
        text += words[static_cast<qsizetype>(random() % static_cast<unsigned>(words.size()))];
        text += i % 90 == 89 ? u".\n\n"_s : u" "_s;
    }
    return text.toUtf8();
}

/// A folder of @p count files, made once.
QString articleFolder(int count)
{
    static QTemporaryDir folder;
    const QString path = folder.filePath(QString::number(count));
    if (!QDir(path).exists()) {
        QDir().mkpath(path);
        for (int i = 0; i < count; ++i) {
            QFile file(u"%1/%2.txt"_s.arg(path).arg(i));
            if (file.open(QIODevice::WriteOnly))
                file.write(article(i));
        }
    }
    return path;
}

void importFolder(Store &store, const QString &folder)
{
    const QStringList files = documentFiles({folder}).value();
    const auto done = store.edit(u"Import"_s, [&](Edit &e) {
        for (const QString &file : files)
            e.import(readDocument(file).value());
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

void importArticles(benchmark::State &state)
{
    const int count = static_cast<int>(state.range(0));
    const QString folder = articleFolder(count);
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        const QTemporaryDir place;
        {
            auto store = Store::create(place.filePath(u"p.pullquote"_s), u"Ada"_s);
            state.ResumeTiming();
            importFolder(*store, folder);
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
    state.counters["per_article"] = benchmark::Counter(
        count, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(importArticles)
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->UseRealTime();

/// A project of 10,000 articles, made once.
QString bigProject()
{
    static QTemporaryDir place;
    const QString path = place.filePath(u"big.pullquote"_s);
    if (!QFile::exists(path)) {
        auto store = Store::create(path, u"Ada"_s);
        importFolder(*store, articleFolder(10'000));
        (void)store->edit(u"Tags"_s, [](Edit &e) {
            const TagsetId tagset = TagsetId::create();
            e.put(Tagset{.id = tagset, .name = u"Set"_s});
            e.put(Tag{.id = TagId::create(), .tagset = tagset, .name = u"Quote"_s, .colour = u"#4477aa"_s});
        });
    }
    return path;
}

void openProject10000Articles(benchmark::State &state)
{
    const QString path = bigProject();
    for ([[maybe_unused]] auto _ : state) {
        const auto store = Store::open(path, u"Ada"_s);
        benchmark::DoNotOptimize(store->counts());
    }
}
BENCHMARK(openProject10000Articles)->Unit(benchmark::kMillisecond)->UseRealTime();

void list10000Articles(benchmark::State &state)
{
    const auto store = Store::open(bigProject(), u"Ada"_s);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(store->articles());
}
BENCHMARK(list10000Articles)->Unit(benchmark::kMillisecond)->UseRealTime();

/// p50, p95 and max beside the mean, as a mean hides what a hand feels.
void report(benchmark::State &state, std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    const auto at = [&](double share) {
        return milliseconds[static_cast<size_t>(share * double(milliseconds.size() - 1))];
    };
    state.counters["p50_ms"] = at(0.5);
    state.counters["p95_ms"] = at(0.95);
    state.counters["max_ms"] = milliseconds.back();
}

void tagAndUndoWith10000Articles(benchmark::State &state)
{
    auto store = Store::open(bigProject(), u"Ada"_s);
    const Article first = store->articles()->first();
    const Version version = *store->currentVersion(first.id);
    const TagId tag = store->tags()->first().id;
    const bool undoes = state.range(0) == 1;
    std::vector<double> times;
    qsizetype at = 0;
    for ([[maybe_unused]] auto _ : state) {
        const TextSpan span{{at % 3000}, {at % 3000 + 12}};
        at += 7;
        QElapsedTimer timer;
        const auto tagPassage = [&] {
            return store->edit(u"Tag passage"_s, [&](Edit &e) {
                e.put(Passage{.id = PassageId::create(),
                              .version = version.id,
                              .tag = tag,
                              .fragments = {{.span = span, .words = version.text.words(span).toString()}}});
            });
        };
        if (undoes) {
            (void)tagPassage();
            timer.start();
            (void)store->undo();
        } else {
            timer.start();
            (void)tagPassage();
        }
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    report(state, times);
}
BENCHMARK(tagAndUndoWith10000Articles)
    ->ArgName("undo")
    ->Arg(0)
    ->Arg(1)
    ->Iterations(1000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void undoOneEditOf100000Rows(benchmark::State &state)
{
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        const QTemporaryDir place;
        auto store = Store::create(place.filePath(u"p.pullquote"_s), u"Ada"_s);
        (void)store->edit(u"Entities"_s, [](Edit &e) {
            for (int i = 0; i < 100'000; ++i)
                e.put(Entity{.id = EntityId::create(), .name = QString::number(i)});
        });
        state.ResumeTiming();
        (void)store->undo();
    }
}
BENCHMARK(undoOneEditOf100000Rows)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void check10000Articles(benchmark::State &state)
{
    const auto store = Store::open(bigProject(), u"Ada"_s);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(store->check());
}
BENCHMARK(check10000Articles)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
