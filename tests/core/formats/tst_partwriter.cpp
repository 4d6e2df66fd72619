// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/parts.h"
#include "core/formats/partwriter.h"
#include "core/formats/selection.h"
#include "core/formats/words.h"
#include "core/store/store.h"
#include "tests/core/formats/afterlosses.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// A store with a random corpus.
Store randomStore()
{
    auto store = Store::inMemory(u"Ada"_s);
    Corpus made = test::RandomCorpus().make();
    for (Verdict &verdict : made.verdicts) // what has no time is put now, after whatever is signed off
        verdict.created = std::max(verdict.created, Timestamp{1});
    const auto put = store->edit(u"Put"_s, [&](Edit &edit) { edit.put(made); });
    if (!put)
        RC_FAIL(put.error().message.toStdString());
    return *std::move(store);
}

/// All files as they are when each part has come.
QList<NamedFile> gathered(const Format &format, QList<NamedFile> files, QList<NamedFile> &&more)
{
    for (NamedFile &file : more) {
        const auto known = std::ranges::find(files, file.path, &NamedFile::path);
        if (known == files.end())
            files.append(std::move(file));
        else if (format.shape == Shape::File)
            known->bytes += file.bytes;
        else
            *known = std::move(file);
    }
    return files;
}

}

class tst_PartWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsOfAProjectAreWholeAndAreTheProject()
    {
        QVERIFY(rc::check([] {
            const Store store = randomStore();
            const Corpus all = store.corpus().value();
            Corpus together;
            qsizetype parts = 0;
            const auto read = store.corpusInParts(test::RandomCorpus::below(20'000), [&](Corpus &&part) -> Result<> {
                const auto sound = checkCorpus(part);
                if (!sound)
                    return sound;
                RC_ASSERT(part.tags == all.tags);
                // What is in several parts is the same there.
                part.annotators.removeIf([&](const Annotator &each) { return together.annotators.contains(each); });
                part.tagsets.removeIf([&](const Tagset &each) { return together.tagsets.contains(each); });
                part.entities.removeIf([&](const Entity &each) { return together.entities.contains(each); });
                part.portrayals.removeIf([&](const Portrayal &each) { return together.portrayals.contains(each); });
                part.remainders.removeIf([&](const Remainder &each) { return together.remainders.contains(each); });
                append(together, part);
                ++parts;
                return {};
            });
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            RC_ASSERT(parts >= 1);
            RC_ASSERT(parts <= all.articles.size() + 1);
            sortById(together);
            RC_ASSERT(together == all);
        }));
    }

    void whatIsWrittenInPartsComesBackAllButTheLosses_data()
    {
        QTest::addColumn<QStringList>("madeAnew");
        QTest::newRow("pullquote-jsonl") << QStringList();
        QTest::newRow("brat") << QStringList{u"article"_s, u"remainder"_s};
        for (const char *lines : {"prodigy-jsonl", "doccano-jsonl", "spacy-jsonl"})
            QTest::newRow(lines) << QStringList{u"tagset"_s, u"article"_s};
        for (const char *cas : {"webanno-tsv", "uima-xmi", "uima-json"})
            QTest::newRow(cas) << QStringList{u"tagset"_s, u"article"_s, u"remainder"_s};
    }
    void whatIsWrittenInPartsComesBackAllButTheLosses()
    {
        QFETCH(const QStringList, madeAnew);
        const Format &format = *findFormat(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(isWrittenInParts(format, u"folder"_s));
        QVERIFY(rc::check([&] {
            const Store store = randomStore();
            QList<NamedFile> files;
            PartWriter writer(format, {}, true, [&](QList<NamedFile> &&more) -> Result<> {
                files = gathered(format, std::move(files), std::move(more));
                return {};
            });
            const Corpus corpus = store.corpus().value();
            const auto taken = store.corpusInParts(test::RandomCorpus::below(20'000),
                                                   [&](Corpus &&part) { return writer.take({std::move(part)}); });
            if (!taken)
                RC_FAIL(taken.error().message.toStdString());
            RC_ASSERT(writer.finish().has_value());
            if (corpus.versions.isEmpty())
                return;
            const auto read = format.read(files);
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            const QString difference = test::differenceAfterLosses(corpus, writer.loss(), read->corpus, madeAnew);
            if (!difference.isEmpty())
                RC_FAIL(difference.toStdString());
        }));
    }

    void linesThatReferToEachOtherAreReadPartByPart()
    {
        const Format &format = *findFormat(u"pullquote-jsonl");
        const QTemporaryDir place;
        QVERIFY(rc::check([&] {
            const Corpus corpus = test::RandomCorpus().make();
            const QString path = place.filePath(u"in.jsonl"_s);
            RC_ASSERT(save(format, *format.write(corpus, {}), path).has_value());
            Corpus together;
            const auto read = loadParts(format, path, {.bytes = test::RandomCorpus::below(5'000)},
                                        [&](Read &&part) -> Result<> {
                                            RC_ASSERT(part.remarks.isEmpty());
                                            append(together, part.corpus);
                                            return {};
                                        });
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            sortById(together);
            if (together != corpus)
                RC_FAIL(test::differenceAfterLosses(corpus, {}, together, {}).toStdString());
        }));
    }

    void linesThatPeopleWroteAreReadAsOnePart()
    {
        const QTemporaryDir place;
        QFile file(place.filePath(u"in.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"type\":\"article\",\"id\":\"a\",\"title\":\"One\",\"text\":\"Noe told Osric.\"}\n"
                   "{\"type\":\"article\",\"id\":\"b\",\"title\":\"Two\",\"text\":\"Osric kept it.\"}\n");
        file.close();
        qsizetype parts = 0;
        qsizetype articles = 0;
        const auto read = loadParts(*findFormat(u"pullquote-jsonl"), file.fileName(), {.bytes = 1}, [&](Read &&part) {
            ++parts;
            articles += part.corpus.articles.size();
            return Result<>();
        });
        VERIFY_RESULT(read);
        QCOMPARE(parts, 1);
        QCOMPARE(articles, 2);
    }
};

QTEST_GUILESS_MAIN(tst_PartWriter)
#include "tst_partwriter.moc"
