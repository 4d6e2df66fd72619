// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/spacy.h"

#include "tests/core/formats/formattests.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Result<Read> read(const QByteArray &bytes)
{
    return readSpacy({{u"a.jsonl"_s, bytes}});
}

}

class tst_Spacy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAnyCorpusAllButTheLossesComesBack()
    {
        QVERIFY(rc::check([] {
            test::checkFormat("spacy-jsonl", {u"tagset"_s, u"article"_s},
                              [](Corpus &corpus) { test::addRemainders(corpus, "spacy-jsonl"); });
        }));
    }

    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeSpacy(test::sampleCorpus());
        VERIFY_RESULT(written);
        for (const auto &[name, bytes] : {std::pair{u"formats/sample.spacy.jsonl"_s, written->files.first().bytes},
                                          {u"formats/spacy-loss.json"_s, toJson(written->loss)}}) {
            const QString difference = test::differenceFromGolden(name, bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    void whatSpacysOwnExportHoldsIsReadAndWrittenBack()
    {
        const auto first = read(
            R"({"text":"👩🏽‍🚀 Ada met Bo.","ents":[{"start":5,"end":8,"label":"PERSON"}],)"
            R"("spans":{"sc":[{"start":13,"end":15,"label":"PERSON","kb_id":"Q7","score":0.5}]},)"
            R"("tokens":[{"id":0,"start":0,"end":4}],"meta":{"title":"A day","source":"x"}})"
            "\n");
        VERIFY_RESULT(first);
        const Corpus &corpus = first->corpus;
        QCOMPARE(corpus.passages.size(), 2);
        QCOMPARE(corpus.passages[0].fragments.first().words, u"Bo"_s);
        QCOMPARE(corpus.passages[1].fragments.first().words, u"Ada"_s);
        QCOMPARE(corpus.articles.first().title, u"A day"_s);
        QCOMPARE(corpus.tags.first().attributes.size(), 3);
        QCOMPARE(corpus.remainders.first().content,
                 uR"({"meta":{"source":"x"},"tokens":[{"end":4,"id":0,"start":0}]})"_s);
        const auto written = writeSpacy(corpus);
        VERIFY_RESULT(written);
        const QByteArray line = written->files.first().bytes;
        QVERIFY2(line.contains(R"("ents":[{"start":5,"end":8,"label":"PERSON","text":"Ada"}])"), line);
        QVERIFY2(line.contains(R"("sc":[{"start":13,"end":15,"label":"PERSON","text":"Bo","kb_id":"Q7","score":0.5}])"),
                 line);
        QVERIFY2(line.contains(R"("meta":{"source":"x","title":"A day"})"), line);
        QCOMPARE(test::differenceWhenKept(*first), QString());
    }

    void linesMayBeOneArrayAndSpansArrays()
    {
        const auto both = read(R"([{"text":"Ada","spans":[[0,3,"PERSON"]]},{"text":"Bo","ents":[[0,2,"PERSON"]]}])");
        VERIFY_RESULT(both);
        QCOMPARE(both->corpus.articles.size(), 2);
        QCOMPARE(both->corpus.passages.size(), 2);
        QCOMPARE(both->corpus.tags.size(), 1);
    }

    void pairsThatOlderVersionsTrainedWithAreRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("an array") << QByteArray("[\n  [\"Ada met Bo\", {\"entities\": [[0, 3, \"PERSON\"]]}],\n"
                                                "  [\"Bo\", {\"entities\": []}]\n]\n");
        QTest::newRow("lines") << QByteArray("[\"Ada met Bo\", {\"entities\": [[0, 3, \"PERSON\"]]}]\n"
                                             "[\"Bo\", {\"entities\": []}]\n");
        QTest::newRow("annotations") << QByteArray(R"({"classes":["PERSON"],"annotations":[null,)"
                                                   R"(["Ada met Bo",{"entities":[[0,3,"PERSON"]]}],)"
                                                   R"(["Bo",{"entities":[]}]]})");
        QTest::newRow("objects") << QByteArray(R"({"text":"Ada met Bo","entities":[[0,3,"PERSON"]]})"
                                               "\n"
                                               R"({"text":"Bo"})");
    }

    void pairsThatOlderVersionsTrainedWithAreRead()
    {
        QFETCH(QByteArray, file);
        const auto pairs = read(file);
        VERIFY_RESULT(pairs);
        QCOMPARE(pairs->corpus.articles.size(), 2);
        QCOMPARE(pairs->corpus.passages.size(), 1);
        QCOMPARE(pairs->corpus.passages.first().words(), u"Ada"_s);
        const auto written = writeSpacy(pairs->corpus);
        VERIFY_RESULT(written);
        QVERIFY2(written->files.first().bytes.contains(R"("text":"Ada met Bo","entities":[[0,3,"PERSON"]])"),
                 written->files.first().bytes);
        if (qstrcmp(QTest::currentDataTag(), "objects") != 0)
            QVERIFY(isSpacy(u"a.json", file));
    }

    void labelsOfWholeTextsAreKeptAndSaidToBe()
    {
        const auto cats = read(R"({"text":"Ada","spans":[],"cats":{"GOOD":1.0},"entities":["Ada"]})");
        VERIFY_RESULT(cats);
        QCOMPARE(cats->remarks,
                 QStringList(u"a.jsonl, line 1: labels of the whole text (“cats”) were kept, but cannot be "
                             "shown."_s));
        QCOMPARE(cats->corpus.remainders.first().content, uR"({"cats":{"GOOD":1},"entities":["Ada"]})"_s);
    }

    void wordsProveThatUnitsAreOthers()
    {
        const auto utf16 = read(R"({"text":"👩 Ada","spans":[{"start":3,"end":6,"label":"P","text":"Ada"}]})");
        VERIFY_RESULT(utf16);
        QCOMPARE(utf16->corpus.passages.first().fragments.first().span, (TextSpan{{2}, {5}}));
        QCOMPARE(utf16->counting.first().found.counting.unit, PositionUnit::Utf16Units);
    }

    void anEmptyTextIsLeftOut()
    {
        const auto empty = read("{\"text\":\"\"}\n\n{\"text\":\"Ada\"}\n");
        VERIFY_RESULT(empty);
        QCOMPARE(empty->corpus.articles.size(), 1);
        QCOMPARE(empty->corpus.articles.first().title, u"a.jsonl, line 3"_s);
        QCOMPARE(empty->remarks, QStringList(u"a.jsonl, line 1: an empty text was left out."_s));
    }

    void whatIsWrongIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &line, const QString &message) {
            QTest::newRow(name) << line << message;
        };
        row("no JSON", R"({"text":"Ada",})", u"column 15: this is not sound JSON"_s);
        row("no object", R"([1])", u"this is JSON, but no object"_s);
        row("no text", R"({"spans":[]})", u"there is no “text”"_s);
        row("text is a number", R"({"text":5})", u"“text” must be a string"_s);
        row("spans are no list", R"({"text":"Ada","spans":5})", u"“spans” must be an array"_s);
        row("a group is no list", R"({"text":"Ada","spans":{"sc":5}})", u"“sc” must be an array"_s);
        row("a span is a string", R"({"text":"Ada","spans":["x"]})", u"a span must be an object"_s);
        row("a short array", R"({"text":"Ada","spans":[[0,3]]})", u"a span must look like"_s);
        row("no start", R"({"text":"Ada","spans":[{"end":3,"label":"P"}]})", u"must be whole numbers"_s);
        row("half", R"({"text":"Ada","spans":[{"start":0.5,"end":3,"label":"P"}]})", u"must be whole numbers"_s);
        row("huge", R"({"text":"Ada","spans":[{"start":0,"end":1e300,"label":"P"}]})", u"must be whole numbers"_s);
        row("negative", R"({"text":"Ada","spans":[{"start":-1,"end":3,"label":"P"}]})", u"a span ends at 3"_s);
        row("reversed", R"({"text":"Ada","spans":[{"start":3,"end":1,"label":"P"}]})", u"a span ends at 1"_s);
        row("outside", R"({"text":"Ada","spans":[{"start":0,"end":9,"label":"P"}]})",
            u"there is nothing at 0–9 for the label “P”, as the text has 3 characters"_s);
        row("empty", R"({"text":"Ada","spans":[{"start":1,"end":1,"label":"P"}]})", u"there is nothing at 1–1"_s);
        row("other words", R"({"text":"Ada","spans":[{"start":0,"end":2,"label":"P","text":"Bo"}]})",
            u"the words at 0–2 are “Ad”, the file says “Bo”"_s);
        row("label is a list", R"({"text":"Ada","spans":[{"start":0,"end":2,"label":[]}]})", u"must be a string"_s);
        row("labels on nothing", R"({"text":"","spans":[{"start":0,"end":2,"label":"P"}]})", u"on an empty text"_s);
        row("invalid UTF-8", "{\"text\":\"\xff\"}", u"not valid UTF-8"_s);
        row("deep", QByteArray(200000, '['), u"not sound JSON"_s);
    }

    void whatIsWrongIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const auto wrong = read("{\"text\":\"first\"}\n" + line + "\n");
        QVERIFY2(!wrong.has_value(), "it was read");
        QVERIFY2(wrong.error().message.startsWith(u"a.jsonl, line 2: "), qPrintable(wrong.error().message));
        QVERIFY2(wrong.error().message.contains(message), qPrintable(wrong.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_Spacy)
#include "tst_spacy.moc"
