// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zip.h"
#include "core/formats/brat/brat.h"
#include "core/formats/corpusbuilder.h"
#include "core/formats/jsonread.h"
#include "core/formats/order.h"
#include "core/formats/parts.h"
#include "core/formats/sharednames.h"
#include "core/formats/words.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QDir>
#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// A line is a document {"text": …, "by": …} with the tag "T" on its first character.
Result<Read> readLines(const QList<NamedFile> &files)
{
    Reading reading;
    CorpusBuilder builder(u"Lines"_s);
    forEachJsonLine(files.first(), reading, [&](const QJsonObject &object) {
        const QString words = object.value("text"_L1).toString();
        if (words.isEmpty()) {
            reading.refuse(u"no text."_s);
            return;
        }
        const VersionId version = builder.addArticle(words, CountedText(words), {});
        const TagId tag = builder.tag(u"T"_s);
        Passage &passage = builder.addPassage(version, tag, {TextSpan{{0}, {1}}});
        passage.annotator = builder.annotator(object.value("by"_L1).toString());
        passage.attributes.append({builder.attribute(tag, u"by"_s), u"x"_s});
    });
    if (reading.failed())
        return std::unexpected(reading.error());
    return Read{builder.take(), reading.remarks()};
}

QByteArray line(const QString &text, const QString &by)
{
    return QJsonDocument(QJsonObject{{u"text"_s, text}, {u"by"_s, by}}).toJson(QJsonDocument::Compact) + '\n';
}

constexpr Format lines{.id = "lines", .name = "Lines", .suffix = "l", .division = Division::Lines, .read = readLines};

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

struct Taken
{
    QList<Read> parts;
    Corpus all;
    QStringList refused;
    QStringList remarks;
    Result<> result;
};

Taken takeAll(const Format &format, const QString &path, const PartOptions &options)
{
    Taken taken;
    taken.result = loadParts(format, path, options, [&taken](Read &&part) -> Result<> {
        taken.refused += part.refused;
        taken.remarks += part.remarks;
        Corpus &all = taken.all;
        all.annotators += part.corpus.annotators;
        all.tagsets += part.corpus.tagsets;
        all.tags += part.corpus.tags;
        all.articles += part.corpus.articles;
        all.versions += part.corpus.versions;
        all.passages += part.corpus.passages;
        taken.parts.append(std::move(part));
        return {};
    });
    sortById(taken.all);
    return taken;
}

}

class tst_Parts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesComeInPartsThatShareTheirNames()
    {
        const QTemporaryDir place;
        const QString path = place.filePath(u"a.l"_s);
        QByteArray bytes;
        for (int i = 0; i < 100; ++i)
            bytes += line(u"one 🎬 %1"_s.arg(i), i % 2 ? u"Ada"_s : u"Bo"_s);
        write(path, bytes);
        PartProgress progress;
        const Taken taken = takeAll(lines, path, {.bytes = 300, .progress = &progress});
        VERIFY_RESULT(taken.result);
        QVERIFY(taken.parts.size() > 5);
        QCOMPARE(taken.all.articles.size(), 100);
        QCOMPARE(taken.all.tags.size(), 1);
        QCOMPARE(taken.all.annotators.size(), 2);
        VERIFY_RESULT(checkCorpus(taken.all));
        QCOMPARE(progress.done.load(), bytes.size());
        QCOMPARE(progress.total.load(), bytes.size());
    }

    void aRefusedLineNamesItsPlaceWhereverItsPartBegins()
    {
        const QTemporaryDir place;
        const QString path = place.filePath(u"a.l"_s);
        write(path, QByteArray("{\"text\":\"one\"}\n").repeated(50) + "{\"text\":}\n" + "{\"text\":\"last\"}\n");
        const Taken stopped = takeAll(lines, path, {.bytes = 100});
        QVERIFY(!stopped.result);
        QVERIFY2(stopped.result.error().message.contains(u"a.l, line 51: column 9"_s),
                 qPrintable(stopped.result.error().message));

        const Taken went = takeAll(lines, path, {.keepsGoing = true, .bytes = 100});
        VERIFY_RESULT(went.result);
        QCOMPARE(went.all.articles.size(), 51);
        QCOMPARE(went.refused.size(), 1);
        QVERIFY2(went.refused.first().contains(u"a.l, line 51"_s), qPrintable(went.refused.first()));
        VERIFY_RESULT(checkCorpus(went.all));
    }

    void filesComeInPartsWithWhatTheyShare()
    {
        const QTemporaryDir place;
        write(place.filePath(u"annotation.conf"_s), "[entities]\nPerson\n");
        for (int i = 0; i < 30; ++i) {
            const QString base = place.filePath(u"sub%1/doc.%2"_s.arg(i % 3).arg(i));
            write(base + u".txt"_s, "Noe told it.");
            write(base + u".ann"_s, "T1\tPerson 0 3\tNoe\n");
        }
        write(place.filePath(u"README.md"_s), "not ours");
        const Taken taken = takeAll(*findFormat(u"brat"), place.path(), {.bytes = 100});
        VERIFY_RESULT(taken.result);
        QVERIFY(taken.parts.size() > 5);
        QCOMPARE(taken.all.articles.size(), 30);
        QCOMPARE(taken.all.passages.size(), 30);
        QCOMPARE(taken.all.tags.size(), 1);
        VERIFY_RESULT(checkCorpus(taken.all));
        QVERIFY(taken.remarks.join(u' ').contains(u"README.md"_s));
    }

    void anArchiveComesInPartsToo()
    {
        const QTemporaryDir place;
        QList<ZippedFile> files{{u"a/annotation.conf"_s, "[entities]\nPerson\n"}, {u"README.md"_s, "not ours"}};
        for (int i = 0; i < 30; ++i) {
            const QString base = u"a/%1"_s.arg(i);
            files.append({base + u".txt"_s, "Noe told it."});
            files.append({base + u".ann"_s, i == 7 ? "T1\tPerson 0 9\tNoe\n" : "T1\tPerson 0 3\tNoe\n"});
        }
        const QString path = place.filePath(u"corpus.zip"_s);
        write(path, zip(files).value());
        write(place.filePath(u"corpus.txt"_s), "beside it, by chance");
        const Taken stopped = takeAll(*findFormat(u"brat"), path, {.bytes = 100});
        QVERIFY(!stopped.result);
        QVERIFY2(stopped.result.error().message.contains(u"a/7.ann, line 1"_s),
                 qPrintable(stopped.result.error().message));
        const Taken taken = takeAll(*findFormat(u"brat"), path, {.keepsGoing = true, .bytes = 100});
        VERIFY_RESULT(taken.result);
        QVERIFY(taken.parts.size() > 5);
        QCOMPARE(taken.all.articles.size(), 29);
        QCOMPARE(taken.all.tags.size(), 1);
        QCOMPARE(taken.refused.size(), 1);
        QVERIFY(taken.remarks.join(u' ').contains(u"README.md"_s));
        VERIFY_RESULT(checkCorpus(taken.all));
    }

    void manySmallFilesAreNotOnePart()
    {
        const QTemporaryDir place;
        for (int i = 0; i < 100; ++i) {
            write(place.filePath(u"%1.txt"_s.arg(i)), "Noe told it.");
            write(place.filePath(u"%1.ann"_s.arg(i)), {});
        }
        const Taken taken = takeAll(*findFormat(u"brat"), place.path(), {.bytes = 100'000});
        VERIFY_RESULT(taken.result);
        QVERIFY2(taken.parts.size() >= 5, qPrintable(QString::number(taken.parts.size())));
        QCOMPARE(taken.all.articles.size(), 100);
    }

    void theGoodFilesComeInWhenTheBadOnesAreLeftOut()
    {
        const QTemporaryDir place;
        for (int i = 0; i < 5; ++i) {
            write(place.filePath(u"%1.txt"_s.arg(i)), "Noe told it.");
            write(place.filePath(u"%1.ann"_s.arg(i)), i == 3 ? "T1\tPerson 0 9\tNoe\n" : "T1\tPerson 0 3\tNoe\n");
        }
        QVERIFY(!takeAll(*findFormat(u"brat"), place.path(), {}).result);
        const Taken taken = takeAll(*findFormat(u"brat"), place.path(), {.keepsGoing = true});
        VERIFY_RESULT(taken.result);
        QCOMPARE(taken.all.articles.size(), 4);
        QCOMPARE(taken.refused.size(), 1);
        QVERIFY2(taken.refused.first().contains(u"3.ann, line 1"_s), qPrintable(taken.refused.first()));
    }

    void cancellingEndsItWithARefusal()
    {
        const QTemporaryDir place;
        const QString path = place.filePath(u"a.l"_s);
        write(path, QByteArray("{\"text\":\"one\"}\n").repeated(50));
        PartProgress progress;
        int parts = 0;
        const auto result = loadParts(lines, path, {.bytes = 100, .progress = &progress}, [&](Read &&) -> Result<> {
            progress.isCancelled = ++parts == 2;
            return {};
        });
        QVERIFY(!result && result.error().message.contains(u"cancelled"_s));
        QCOMPARE(parts, 2);
    }

    void whatHasOneNameWithinACorpusStaysApart()
    {
        Corpus corpus = test::sampleCorpus();
        Tag twin = corpus.tags.first();
        twin.id = TagId::create();
        twin.attributes.clear();
        corpus.tags.append(twin);
        SharedNames shared;
        QCOMPARE(shared.share(corpus).tags.size(), corpus.tags.size());
        QCOMPARE(shared.share(corpus).tags.size(), 0);
    }

    void aPartOfACorpusRefersToWhatAnEarlierOneBrought()
    {
        QVERIFY(rc::check([] {
            SharedNames shared;
            QMap<QString, int> most; // how often a name is in the corpus that has it most often
            for (int i = 0; i < 2; ++i) {
                const Corpus made = test::RandomCorpus().make();
                QMap<QString, int> counts;
                for (const Annotator &annotator : made.annotators)
                    most[annotator.name] = qMax(most.value(annotator.name), ++counts[annotator.name]);
                const Corpus part = shared.share(made);
                Corpus whole = part;
                whole.annotators = shared.names().annotators;
                whole.tagsets = shared.names().tagsets;
                whole.tags = shared.names().tags;
                whole.entities = shared.names().entities;
                whole.portrayals = shared.names().portrayals;
                const auto sound = checkCorpus(whole);
                if (!sound)
                    RC_FAIL(sound.error().message.toStdString());
            }
            QMap<QString, int> counts;
            for (const Annotator &annotator : shared.names().annotators)
                ++counts[annotator.name];
            RC_ASSERT(counts == most);
        }));
    }
};

QTEST_GUILESS_MAIN(tst_Parts)
#include "tst_parts.moc"
