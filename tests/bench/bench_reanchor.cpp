// SPDX-License-Identifier: GPL-3.0-or-later
// A corrected version of a long article: how long it takes to find its passages again, by the length of the text.
#include "core/text/reanchor.h"

#include <benchmark/benchmark.h>

#include <random>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

constexpr int edits = 30;

/// Paragraphs of some sentences each, of few words, so that runs of them come again and again.
QString articleOf(qsizetype length, std::mt19937_64 &random)
{
    static const QStringList words{u"the"_s,  u"lamplighter"_s, u"said"_s,    u"that"_s, u"nobody"_s, u"walked"_s,
                                   u"home"_s, u"before"_s,      u"evening"_s, u"and"_s,  u"kept"_s,   u"it"_s,
                                   u"lit"_s,  u"for"_s,         u"whoever"_s, u"came"_s, u"back"_s,   u"👍"_s};
    QString text;
    text.reserve(length + 200);
    while (text.size() < length) {
        for (int sentence = 0; sentence < 5; ++sentence) {
            for (quint64 n = 6 + random() % 14; n > 0; --n)
                text += words[qsizetype(random() % quint64(words.size()))] + u' ';
            text.chop(1);
            text += u". "_s;
        }
        text += u'\n';
    }
    return text;
}

QString edited(QString text, std::mt19937_64 &random)
{
    for (int i = 0; i < edits; ++i) {
        const qsizetype at = qsizetype(random() % quint64(text.size() - 300));
        switch (i % 3) {
        case 0:
            text.insert(at, u" Something was put in here. "_s);
            break;
        case 1:
            text.remove(at, 100);
            break;
        default:
            text.replace(at, 40, u"other words"_s);
        }
    }
    return text;
}

QList<QList<TextSpan>> passagesOf(const Text &text, int count, std::mt19937_64 &random)
{
    QList<QList<TextSpan>> passages;
    for (int i = 0; i < count; ++i) {
        const TextPosition begin{qsizetype(random() % quint64(text.length() - 300))};
        passages.append({{begin, begin + 1 + qsizetype(random() % 200)}});
    }
    return passages;
}

/// One passage for each hundred characters.
void correctedText(benchmark::State &state)
{
    std::mt19937_64 random(1);
    const Text old(articleOf(state.range(0), random));
    const Text now(edited(old.string(), random));
    const auto passages = passagesOf(old, static_cast<int>(state.range(0) / 100), random);
    qsizetype certain = 0;
    for (auto _ : state) {
        const Reanchoring all = reanchor(old, now, passages);
        certain = std::ranges::count(all.anchors(), true, &Anchor::isCertain);
    }
    state.counters["certain"] = double(certain) / double(passages.size());
    state.SetComplexityN(state.range(0));
}

void rewrittenText(benchmark::State &state)
{
    std::mt19937_64 random(1);
    const Text old(articleOf(state.range(0), random));
    const Text now(articleOf(state.range(0), random));
    const auto passages = passagesOf(old, static_cast<int>(state.range(0) / 100), random);
    for (auto _ : state)
        benchmark::DoNotOptimize(reanchor(old, now, passages));
    state.SetComplexityN(state.range(0));
}

}

BENCHMARK(correctedText)->RangeMultiplier(4)->Range(1 << 14, 1 << 20)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(rewrittenText)->RangeMultiplier(4)->Range(1 << 14, 1 << 20)->Unit(benchmark::kMillisecond)->Complexity();

BENCHMARK_MAIN();
