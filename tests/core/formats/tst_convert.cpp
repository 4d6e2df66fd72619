// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/convert.h"
#include "tests/support/support.h"

#include <QDir>
#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

/// Documents of which each says the same, with one label.
QByteArray spacyLines(int count)
{
    const QByteArray line =
        "{\"text\":\"Noe 🎬 told Osric.\",\"spans\":[{\"start\":11,\"end\":16,\"label\":\"PER\"}]}\n";
    return line.repeated(count);
}

}

class tst_Convert : public QObject
{
    Q_OBJECT
private:
    static void formatsThatAreDividedAndLoseNothing()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("uima-xmi") << u"uima-xmi"_s;
        QTest::newRow("uima-json") << u"uima-json"_s;
    }

private Q_SLOTS:
    void linesBecomeLinesPartByPart()
    {
        const QTemporaryDir place;
        write(place.filePath(u"in.jsonl"_s), spacyLines(200));
        const auto parts = convert(*findFormat(u"spacy-jsonl"), place.filePath(u"in.jsonl"_s),
                                   *findFormat(u"doccano-jsonl"), place.filePath(u"parts.jsonl"_s), {.bytes = 500}, {});
        VERIFY_RESULT(parts);
        QCOMPARE(parts->found.articles, 200);
        QCOMPARE(parts->found.passages, 200);
        const auto whole = convert(*findFormat(u"spacy-jsonl"), place.filePath(u"in.jsonl"_s),
                                   *findFormat(u"doccano-jsonl"), place.filePath(u"whole.jsonl"_s), {}, {});
        VERIFY_RESULT(whole);
        QCOMPARE(contents(place.filePath(u"parts.jsonl"_s)).count('\n'), 200);
        // Each loss is the same however the input was divided: what the parts share is lost once.
        const auto counts = [](const LossReport &loss) {
            QMap<QString, qint64> all;
            for (const Loss &each : loss)
                all.insert(each.what, each.count);
            return all;
        };
        QCOMPARE(counts(parts->loss), counts(whole->loss));
    }

    void filesOfLaterPartsGetNamesOfTheirOwn()
    {
        const QTemporaryDir place;
        write(place.filePath(u"in.jsonl"_s), spacyLines(50));
        const QString out = place.filePath(u"out"_s);
        const auto converted = convert(*findFormat(u"spacy-jsonl"), place.filePath(u"in.jsonl"_s), *findFormat(u"brat"),
                                       out, {.bytes = 500}, {});
        VERIFY_RESULT(converted);
        QCOMPARE(QDir(out).entryList({u"*.txt"_s}).size(), 50);
        QCOMPARE(QDir(out).entryList({u"*.ann"_s}).size(), 50);
        const auto back = load(*findFormat(u"brat"), out);
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.articles.size(), 50);
        QCOMPARE(back->corpus.passages.size(), 50);
        for (const Passage &passage : back->corpus.passages)
            QCOMPARE(passage.words(), u"Osric"_s);
    }

    void whatIsNotDividedIsGatheredFirst()
    {
        const QTemporaryDir place;
        write(place.filePath(u"in.jsonl"_s), spacyLines(50));
        const QString out = place.filePath(u"out.jsonl"_s);
        VERIFY_RESULT(convert(*findFormat(u"spacy-jsonl"), place.filePath(u"in.jsonl"_s),
                              *findFormat(u"pullquote-jsonl"), out, {.bytes = 500}, {}));
        const auto back = load(*findFormat(u"pullquote-jsonl"), out);
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.articles.size(), 50);
        QCOMPARE(back->corpus.tags.size(), 1);
    }

    void tagsWithoutTextsAreWrittenWhereThereIsAFileForThem()
    {
        const QTemporaryDir place;
        Corpus corpus = test::sampleCorpus();
        const Corpus tags{.tagsets = corpus.tagsets, .tags = corpus.tags};
        const Format &lossless = *findFormat(u"pullquote-jsonl");
        VERIFY_RESULT(save(lossless, *lossless.write(tags, {}), place.filePath(u"tags.jsonl"_s)));
        const auto converted = convert(lossless, place.filePath(u"tags.jsonl"_s), *findFormat(u"brat"),
                                       place.filePath(u"out"_s), {}, {});
        VERIFY_RESULT(converted);
        QVERIFY(converted->paths.contains(u"annotation.conf"_s));
        QVERIFY(contents(place.filePath(u"out/annotation.conf"_s)).contains(tags.tags.first().name.toUtf8()));
    }

    void claimsWithoutTextsAreWritten_data() { formatsThatAreDividedAndLoseNothing(); }
    void claimsWithoutTextsAreWritten()
    {
        QFETCH(const QString, format);
        const QTemporaryDir place;
        Corpus corpus = test::sampleCorpus();
        corpus.articles.clear();
        corpus.versions.clear();
        corpus.passages.clear();
        corpus.relations.clear();
        corpus.remainders.clear();
        corpus.evidence.clear();
        corpus.notes.clear();
        for (Claim &claim : corpus.claims) {
            claim.passages.clear();
            for (Participant &participant : claim.participants)
                participant.evidence = {};
        }
        const Format &lossless = *findFormat(u"pullquote-jsonl");
        VERIFY_RESULT(save(lossless, *lossless.write(corpus, {}), place.filePath(u"in.jsonl"_s)));
        const QString out = place.filePath(u"out"_s);
        VERIFY_RESULT(convert(lossless, place.filePath(u"in.jsonl"_s), *findFormat(format), out, {}, {}));
        const auto back = load(*findFormat(format), out);
        VERIFY_RESULT(back);
        QVERIFY(back->corpus.claims.size() > 1 && !back->corpus.verdicts.isEmpty());
        QCOMPARE(back->corpus, corpus);
    }

    void claimsWithoutTextsAreReportedWhereTheyAreLost()
    {
        const QTemporaryDir place;
        const Corpus corpus{.claims = {{ClaimId::create(), ClaimKind::Fact, u"The lantern burns oil."_s}}};
        const Format &lossless = *findFormat(u"pullquote-jsonl");
        VERIFY_RESULT(save(lossless, *lossless.write(corpus, {}), place.filePath(u"in.jsonl"_s)));
        for (const char16_t *id : {u"brat", u"webanno-tsv", u"doccano-jsonl", u"spacy-jsonl", u"prodigy-jsonl"}) {
            const auto converted = convert(lossless, place.filePath(u"in.jsonl"_s), *findFormat(id),
                                           place.filePath(QString::fromUtf16(id)), {}, {});
            VERIFY_RESULT(converted);
            const bool isReported = std::ranges::any_of(converted->loss, [&corpus](const Loss &loss) {
                return loss.objects.contains(corpus.claims.first().id.toString());
            });
            QVERIFY2(isReported, qPrintable(QString::fromUtf16(id)));
        }
    }

    void namesThatComeAfterTheTextsAreWritten_data() { formatsThatAreDividedAndLoseNothing(); }
    void namesThatComeAfterTheTextsAreWritten()
    {
        QFETCH(const QString, format);
        const QTemporaryDir place;
        Corpus corpus = test::sampleCorpus();
        const Format &from = *findFormat(format);
        VERIFY_RESULT(save(from, *from.write(corpus, {}), place.filePath(u"in"_s)));
        const QString out = place.filePath(u"out"_s);
        // A part each; what no text needs is in the last.
        VERIFY_RESULT(convert(from, place.filePath(u"in"_s), from, out, {.bytes = 1}, {}));
        const auto back = load(from, out);
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.entities.size(), corpus.entities.size());
        QCOMPARE(back->corpus.portrayals, corpus.portrayals);
        QCOMPARE(back->corpus.tags.size(), corpus.tags.size());
        QCOMPARE(back->corpus.annotators.size(), corpus.annotators.size());
        QCOMPARE(back->corpus.notes.size(), corpus.notes.size());
        QCOMPARE(back->corpus.claims.size(), corpus.claims.size());
    }

    void versionsOfAnArticleStayTogether_data() { formatsThatAreDividedAndLoseNothing(); }
    void versionsOfAnArticleStayTogether()
    {
        QFETCH(const QString, format);
        const QTemporaryDir place;
        const Corpus corpus = test::sampleCorpus();
        const Format &from = *findFormat(format);
        const Format &lossless = *findFormat(u"pullquote-jsonl");
        VERIFY_RESULT(save(from, *from.write(corpus, {}), place.filePath(u"in"_s)));
        const QString out = place.filePath(u"out.jsonl"_s);
        // With each article in a part of its own.
        VERIFY_RESULT(convert(from, place.filePath(u"in"_s), lossless, out, {.bytes = 1}, {}));
        const auto back = load(lossless, out);
        VERIFY_RESULT(back);
        QVERIFY(back->corpus.versions.size() > back->corpus.articles.size());
        QCOMPARE(back->corpus.articles.size(), corpus.articles.size());
        QCOMPARE(back->corpus.versions, corpus.versions);
    }

    void filesThatAllPartsShareHoldWhatEachNeeds_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("brat") << u"brat"_s;
        QTest::newRow("uima-xmi") << u"uima-xmi"_s;
        QTest::newRow("webanno-tsv") << u"webanno-tsv"_s;
    }
    void filesThatAllPartsShareHoldWhatEachNeeds()
    {
        QFETCH(const QString, format);
        const QTemporaryDir place;
        QByteArray lines;
        // Names that differ only in what such formats have no characters for.
        for (const QByteArray name : {"told to", "told_to", "told-to", "asked"}) {
            QByteArray line = "{'text':'Noe told Osric.','entities':[{'id':1,'label':'NAME','start_offset':0,"
                              "'end_offset':3},{'id':2,'label':'PER','start_offset':9,'end_offset':14}],"
                              "'relations':[{'id':1,'from_id':1,'to_id':2,'type':'NAME'}]}\n";
            lines += line.replace('\'', '"').replace("NAME", name);
        }
        write(place.filePath(u"in.jsonl"_s), lines);
        const QString out = place.filePath(u"out"_s);
        VERIFY_RESULT(convert(*findFormat(u"doccano-jsonl"), place.filePath(u"in.jsonl"_s), *findFormat(format), out,
                              {.bytes = 1}, {}));
        const auto back = load(*findFormat(format), out);
        VERIFY_RESULT(back);
        QCOMPARE(back->remarks, QStringList());
        QSet<QString> tags;
        for (const Passage &passage : back->corpus.passages)
            tags.insert(std::ranges::find(back->corpus.tags, passage.tag, &Tag::id)->name);
        QCOMPARE(tags.size(), 5);
        QSet<QString> labels;
        for (const Relation &relation : back->corpus.relations)
            labels.insert(relation.label);
        QCOMPARE(labels.size(), 4);
    }

    void aRefusalLeavesAFolderAsItIs()
    {
        const QTemporaryDir place;
        write(place.filePath(u"in.jsonl"_s), spacyLines(50) + "{\"text\":}\n");
        const QString out = place.filePath(u"out"_s);
        const auto run = [&](bool keepsGoing) {
            return convert(*findFormat(u"spacy-jsonl"), place.filePath(u"in.jsonl"_s), *findFormat(u"brat"), out,
                           {.keepsGoing = keepsGoing, .bytes = 500}, {});
        };
        QVERIFY(!run(false));
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
        QCOMPARE(QDir(place.path()).entryList(all), QStringList{u"in.jsonl"_s});
        QVERIFY(QDir().mkpath(out));
        write(out + u"/annotation.conf"_s, "old");
        write(out + u"/notes.md"_s, "mine");
        QVERIFY(!run(false));
        QCOMPARE(contents(out + u"/annotation.conf"_s), "old");
        VERIFY_RESULT(run(true));
        QVERIFY(contents(out + u"/annotation.conf"_s).contains("PER"));
        QCOMPARE(contents(out + u"/notes.md"_s), "mine");
        QCOMPARE(QDir(out).entryList({u"*.txt"_s}).size(), 50);
        QCOMPARE(QDir(place.path()).entryList(all).size(), 2);
    }

    void aRefusalLeavesNoFile()
    {
        const QTemporaryDir place;
        write(place.filePath(u"in.jsonl"_s), spacyLines(50) + "{\"text\":}\n");
        const QString out = place.filePath(u"out.jsonl"_s);
        const auto converted = convert(*findFormat(u"spacy-jsonl"), place.filePath(u"in.jsonl"_s),
                                       *findFormat(u"doccano-jsonl"), out, {.bytes = 500}, {});
        QVERIFY(!converted);
        QVERIFY2(converted.error().message.contains(u"in.jsonl, line 51"_s), qPrintable(converted.error().message));
        QVERIFY(!QFile::exists(out));
        const auto rest = convert(*findFormat(u"spacy-jsonl"), place.filePath(u"in.jsonl"_s),
                                  *findFormat(u"doccano-jsonl"), out, {.keepsGoing = true, .bytes = 500}, {});
        VERIFY_RESULT(rest);
        QCOMPARE(rest->found.refused.size(), 1);
        QCOMPARE(contents(out).count('\n'), 50);
    }

    void anArchiveIsReadAndWritten()
    {
        const QTemporaryDir place;
        write(place.filePath(u"in.jsonl"_s), spacyLines(3));
        const QString archive = place.filePath(u"brat.zip"_s);
        VERIFY_RESULT(convert(*findFormat(u"spacy-jsonl"), place.filePath(u"in.jsonl"_s), *findFormat(u"brat"), archive,
                              {.bytes = 50}, {}));
        QVERIFY(contents(archive).startsWith("PK"));
        const auto back = load(*findFormat(u"brat"), archive);
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.articles.size(), 3);
    }
};

QTEST_GUILESS_MAIN(tst_Convert)
#include "tst_convert.moc"
