// SPDX-License-Identifier: GPL-3.0-or-later
// Every format of the table, read and written: a corpus of 1,000 documents with 4,000 discontinuous passages.
#include "core/formats/format.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

#include <random>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

constexpr int documentCount = 1000;
constexpr int passagesEach = 4;

/// About 2,000 characters, different for every number.
Text text(int number)
{
    static const QStringList words =
        u"the director said that this line came from an actor who — as she put it — “only wanted it 🙂 to be right”"_s
            .split(u' ');
    std::minstd_rand random(static_cast<unsigned>(number) + 1);
    QString all;
    for (int i = 0; i < 400; ++i) {
        all += words[static_cast<qsizetype>(random() % static_cast<unsigned>(words.size()))];
        all += i % 60 == 59 ? u".\n\n"_s : u" "_s;
    }
    return Text(all);
}

const Corpus &corpus()
{
    static const Corpus made = [] {
        Corpus all;
        all.tagsets.append({TagsetId::create(), u"Bench"_s, {}});
        Tag tag;
        tag.id = TagId::create();
        tag.tagset = all.tagsets.first().id;
        tag.name = u"Quote"_s;
        tag.colour = u"#0072b2"_s;
        all.tags.append(tag);
        for (int n = 0; n < documentCount; ++n) {
            Article article;
            article.id = ArticleId::create();
            article.title = u"Document %1"_s.arg(n);
            Version version;
            version.id = VersionId::create();
            version.article = article.id;
            version.text = text(n);
            version.encoding = u"UTF-8"_s;
            for (int i = 0; i < passagesEach; ++i) {
                Passage passage;
                passage.id = PassageId::create();
                passage.version = version.id;
                passage.tag = tag.id;
                for (const qsizetype begin : {i * 200, i * 200 + 20}) {
                    const TextSpan span{{begin}, {begin + 10}};
                    passage.fragments.append({span, version.text.words(span).toString()});
                }
                all.passages.append(passage);
            }
            all.articles.append(article);
            all.versions.append(version);
        }
        return all;
    }();
    return made;
}

qint64 sizeOf(const QList<NamedFile> &files)
{
    qint64 bytes = 0;
    for (const NamedFile &file : files)
        bytes += file.bytes.size();
    return bytes;
}

void count(benchmark::State &state, qint64 bytes)
{
    state.SetItemsProcessed(state.iterations() * documentCount);
    state.SetBytesProcessed(state.iterations() * bytes);
}

void measureWriting(benchmark::State &state, const Format &format)
{
    (void)corpus();
    qint64 bytes = 0;
    for ([[maybe_unused]] auto one : state) {
        const auto written = format.write(corpus(), {});
        if (!written) {
            state.SkipWithError(qPrintable(written.error().message));
            return;
        }
        bytes = sizeOf(written->files);
    }
    count(state, bytes);
}

void measureReading(benchmark::State &state, const Format &format)
{
    const auto written = format.write(corpus(), {});
    for ([[maybe_unused]] auto one : state) {
        const auto back = format.read(written->files);
        if (!back) {
            state.SkipWithError(qPrintable(back.error().message));
            return;
        }
    }
    count(state, sizeOf(written->files));
}

}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    for (const Format &format : formats()) {
        if (!format.write)
            continue;
        const std::string name = format.id;
        benchmark::RegisterBenchmark((name + "/write 1000 documents").c_str(), measureWriting, format)
            ->Unit(benchmark::kMillisecond);
        if (format.read)
            benchmark::RegisterBenchmark((name + "/read 1000 documents").c_str(), measureReading, format)
                ->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
