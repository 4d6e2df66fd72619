// SPDX-License-Identifier: GPL-3.0-or-later
// Every format of the table, read and written: corpora of 250 and 1,000 documents of 2,000 characters, each with four
// discontinuous passages. items_per_second are documents; peak_MiB is what the process grew by at the most meanwhile.
#include "core/formats/format.h"
#include "tests/core/formats/foreign/foreignprojects.h"

#include <QCoreApplication>
#include <QFile>

#include <benchmark/benchmark.h>

#include <malloc.h>
#include <map>
#include <random>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

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

Corpus makeCorpus(int documents)
{
    Corpus all;
    all.tagsets.append({TagsetId::create(), u"Bench"_s, {}});
    Tag tag;
    tag.id = TagId::create();
    tag.tagset = all.tagsets.first().id;
    tag.name = u"Quote"_s;
    tag.colour = u"#0072b2"_s;
    all.tags.append(tag);
    for (int n = 0; n < documents; ++n) {
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
}

const Corpus &corpusOf(int documents)
{
    static std::map<int, Corpus> made;
    const auto found = made.find(documents);
    return found != made.end() ? found->second : made.emplace(documents, makeCorpus(documents)).first->second;
}

QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"\'\'"_s) + u'\'';
}

/// A project of QualCoder; it has no discontinuous passages, so that there are two for each.
QList<NamedFile> qualCoderProject(const Corpus &corpus)
{
    QString statements = u"CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo "
                         "text, owner text, date text);"
                         "CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner "
                         "text, date text, color text);"
                         "CREATE TABLE code_text (cid integer, fid integer, seltext text, pos0 integer, pos1 integer, "
                         "owner text, date text, memo text, avid integer, important integer);"
                         "INSERT INTO code_name VALUES (1, 'Quote', '', null, 'ada', '', '#0072b2');"_s;
    QHash<VersionId, qsizetype> places;
    for (qsizetype i = 0; i < corpus.versions.size(); ++i) {
        places.insert(corpus.versions[i].id, i + 1);
        statements += u"INSERT INTO source VALUES (%1, 'document %1', "_s.arg(i + 1)
            + quoted(corpus.versions[i].text.string()) + u", null, '', 'ada', '');"_s;
    }
    for (const Passage &passage : corpus.passages) {
        for (const Fragment &fragment : passage.fragments)
            statements += u"INSERT INTO code_text VALUES (1, %1, "_s.arg(places.value(passage.version))
                + quoted(fragment.words)
                + u", %1, %2, 'ada', '', '', null, 0);"_s.arg(fragment.span.begin.value).arg(fragment.span.end.value);
    }
    return {{u"data.qda"_s, test::database(statements.toUtf8())}};
}

/// A project of Taguette, likewise.
QList<NamedFile> taguetteProject(const Corpus &corpus)
{
    QString statements =
        u"CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, filename TEXT, created "
        "DATETIME, project_id INTEGER, text_direction TEXT, contents TEXT);"
        "CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset "
        "INTEGER, snippet TEXT);"
        "CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);"
        "CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);"
        "INSERT INTO tags VALUES (1, 1, 'Quote', '');"_s;
    QHash<VersionId, qsizetype> places;
    for (qsizetype i = 0; i < corpus.versions.size(); ++i) {
        places.insert(corpus.versions[i].id, i);
        statements += u"INSERT INTO documents VALUES (%1, 'document %1', '', '', '', 1, 'LEFT_TO_RIGHT', "_s.arg(i)
            + quoted(u"<p>"_s + QString(corpus.versions[i].text.string()).replace(u"\n\n"_s, u"</p><p>"_s) + u"</p>"_s)
            + u");"_s;
    }
    qsizetype number = 0;
    for (const Passage &passage : corpus.passages) {
        const qsizetype document = places.value(passage.version);
        for (const Fragment &fragment : passage.fragments) {
            ++number;
            const QString before = corpus.versions[document].text.words({{0}, fragment.span.begin}).toString();
            const qsizetype begin = QString(before).remove(u'\n').toUtf8().size();
            statements += u"INSERT INTO highlights VALUES (%1, %2, %3, %4, "_s.arg(number).arg(document).arg(begin).arg(
                              begin + QString(fragment.words).remove(u'\n').toUtf8().size())
                + quoted(fragment.words) + u"); INSERT INTO highlight_tags VALUES (%1, 1);"_s.arg(number);
        }
    }
    return {{u"project.sqlite3"_s, test::database(statements.toUtf8())}};
}

QList<NamedFile> filesOf(const Format &format, int documents)
{
    const std::string id = format.id;
    if (id == "qualcoder")
        return qualCoderProject(corpusOf(documents));
    if (id == "taguette")
        return taguetteProject(corpusOf(documents));
    const auto written = format.write(corpusOf(documents), {});
    return written ? written->files : QList<NamedFile>();
}

/// A line of /proc/self/status, in MiB.
double memory(QByteArrayView what)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QList<QByteArray> lines = status.readAll().split('\n'); const QByteArray &line : lines) {
        if (line.startsWith(what))
            return line.sliced(what.size()).simplified().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

/// How much the process grows at the most while @p act runs.
template <class Act>
double peakOf(Act act)
{
    malloc_trim(0);
    QFile peak(u"/proc/self/clear_refs"_s);
    if (!peak.open(QIODevice::WriteOnly) || peak.write("5") != 1 || !peak.flush())
        return 0;
    const double before = memory("VmRSS:");
    act();
    return memory("VmHWM:") - before;
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
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetBytesProcessed(state.iterations() * bytes);
}

void measureWriting(benchmark::State &state, const Format &format)
{
    const Corpus &corpus = corpusOf(int(state.range(0)));
    qint64 bytes = 0;
    for ([[maybe_unused]] auto one : state) {
        const auto written = format.write(corpus, {});
        if (!written) {
            state.SkipWithError(qPrintable(written.error().message));
            return;
        }
        bytes = sizeOf(written->files);
    }
    count(state, bytes);
    state.counters["peak_MiB"] = peakOf([&] { benchmark::DoNotOptimize(format.write(corpus, {})); });
}

void measureReading(benchmark::State &state, const Format &format)
{
    const QList<NamedFile> files = filesOf(format, int(state.range(0)));
    for ([[maybe_unused]] auto one : state) {
        const auto back = format.read(files);
        if (!back) {
            state.SkipWithError(qPrintable(back.error().message));
            return;
        }
    }
    count(state, sizeOf(files));
    state.counters["peak_MiB"] = peakOf([&] { benchmark::DoNotOptimize(format.read(files)); });
}

}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto add = [](const std::string &name, auto measure, const Format &format) {
        benchmark::RegisterBenchmark(name.c_str(), measure, format)->Arg(250)->Arg(1000)->Unit(benchmark::kMillisecond);
    };
    for (const Format &format : formats()) {
        const std::string name = format.id;
        if (format.write)
            add(name + "/write", measureWriting, format);
        if (format.read)
            add(name + "/read", measureReading, format);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
