// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlines.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QFile>
#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Result<Read> readBytes(const QByteArray &bytes)
{
    return readJsonLines({{u"a.jsonl"_s, bytes}});
}

const QByteArray head = "{\"type\":\"pullquote\",\"version\":1}\n";
/// A text in which each way of counting gives other numbers: code points, UTF-16 units, bytes.
const QByteArray base = head
    + "{\"type\":\"tag\",\"id\":\"t1\",\"name\":\"Quote\"}\n"
      "{\"type\":\"article\",\"id\":\"a1\",\"text\":\"é👨‍👩‍👧 one two\\none\"}\n";

QByteArray passageAt(int begin, int end, const QByteArray &words)
{
    return "{\"type\":\"passage\",\"version\":\"a1\",\"tag\":\"t1\",\"fragments\":[{\"begin\":"
        + QByteArray::number(begin) + ",\"end\":" + QByteArray::number(end) + ",\"words\":\"" + words + "\"}]}\n";
}

}

class tst_JsonLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeJsonLines(test::sampleCorpus());
        VERIFY_RESULT(written);
        QCOMPARE(written->files.size(), 1);
        QVERIFY(written->loss.isEmpty());
        const QString difference = test::differenceFromGolden(u"formats/sample.jsonl"_s, written->files.first().bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void readingWhatWasWrittenGivesTheSame()
    {
        const auto written = writeJsonLines(test::sampleCorpus());
        VERIFY_RESULT(written);
        const auto read = readJsonLines(written->files);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus, test::sampleCorpus());
        QCOMPARE(read->remarks, QStringList());
    }

    void nothingOfAnyCorpusIsLost()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeJsonLines(corpus);
            RC_ASSERT(written.has_value());
            const auto read = readJsonLines(written->files);
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            RC_ASSERT(read->corpus == corpus);
            RC_ASSERT(read->remarks.isEmpty());
        }));
    }

    void aByteOrderMarkInAStringStays()
    {
        Corpus corpus;
        corpus.annotators.append({AnnotatorId::create(), u"\ufeffAda\ufeff"_s});
        QList<NamedFile> files = writeJsonLines(corpus)->files;
        const auto read = readJsonLines(files);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus, corpus);
        files[0].bytes.replace("\\ufeff", "\xef\xbb\xbf"); // as other programs may write it
        const auto raw = readJsonLines(files);
        VERIFY_RESULT(raw);
        QCOMPARE(raw->corpus, corpus);
    }

    void linesMayComeInAnyOrder()
    {
        const auto written = writeJsonLines(test::sampleCorpus());
        QList<QByteArray> lines = written->files.first().bytes.split('\n');
        std::ranges::reverse(lines);
        const auto read = readBytes(lines.join("\r\n"));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus, test::sampleCorpus());
    }

    void aFileWrittenByAScriptNeedsLittle()
    {
        const auto read = readBytes(
            "\xef\xbb\xbf{\"type\":\"tag\",\"id\":\"t1\",\"name\":\"Quote\",\"attributes\":[{\"id\":\"loud\",\"name\":"
            "\"Loud\",\"kind\":\"boolean\"}]}\r\n"
            "\r\n"
            "{\"type\":\"passage\",\"article\":\"a1\",\"tag\":\"t1\",\"words\":\"two\",\"attributes\":[{\"attribute\":"
            "\"loud\",\"value\":true}],\"mood\":\"x\"}\r\n"
            "{\"type\":\"passage\",\"id\":\"p\",\"version\":\"a1\",\"tag\":\"t1\",\"fragments\":[{\"begin\":0,"
            "\"words\":\"é\"},{\"words\":\"two\\none\"}]}\r\n"
            "{\"type\":\"claim\",\"kind\":\"quote\",\"passages\":[{\"passage\":\"p\"}],\"mood\":null}\r\n"
            "{\"type\":\"article\",\"id\":\"a1\",\"text\":\"é one two\\none\"}");
        VERIFY_RESULT(read);
        const Corpus &corpus = read->corpus;
        QCOMPARE(corpus.tagsets.size(), 1);
        QCOMPARE(corpus.tags.first().colour, u"#0072b2"_s);
        QCOMPARE(corpus.versions.first().number, 1);
        QCOMPARE(corpus.versions.first().article, corpus.articles.first().id);
        QCOMPARE(corpus.passages.size(), 2);
        for (const Passage &passage : corpus.passages) {
            QCOMPARE(passage.version, corpus.versions.first().id);
            QCOMPARE(passage.tag, corpus.tags.first().id);
            QVERIFY(passage.annotator.isNull());
            QCOMPARE(passage.state, State::Accepted);
            for (const Fragment &fragment : passage.fragments)
                QCOMPARE(corpus.versions.first().text.words(fragment.span), fragment.words);
        }
        QCOMPARE(corpus.claims.first().passages.first().role, PassageRole::Content);
        QCOMPARE(
            read->remarks,
            QStringList({u"A byte order mark at the beginning of a.jsonl was skipped."_s,
                         u"Ids that are no UUIDs got new ones (4 times)."_s,
                         u"a.jsonl, line 3: a passage has no id and got a new one."_s,
                         u"a.jsonl, line 5: a claim has no id and got a new one."_s,
                         u"a.jsonl, line 1: a tag without a tagset was put into “Imported”."_s,
                         u"a.jsonl, line 3: a fragment without positions was placed where its words stand (2 times)."_s,
                         u"a.jsonl, line 3: the key “mood” (passage) is not known and was left out."_s,
                         u"a.jsonl, line 5: the key “mood” (claim) is not known and was left out."_s,
                         u"a.jsonl has no line {\"type\":\"pullquote\",\"version\":1}; it was read as version 1."_s}));
    }

    void whatIsWrongIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &message) {
            QTest::newRow(name) << bytes << message;
        };
        const QByteArray id = "\"id\":\"0195b000-0000-7001-8000-000000000001\"";
        row("bad JSON", head + "{\"type\":\"tag\",,}", u"line 2: column 15:"_s);
        row("column counts characters", head + "{\"type\":\"👨👨\",,}", u"line 2: column 14:"_s);
        row("no object", head + "[1]", u"line 2: this is JSON, but no object"_s);
        row("no type", head + "{}", u"line 2: this line needs “type”"_s);
        row("unknown type", head + "{\"type\":\"tagg\"}", u"line 2: the type “tagg” is not known"_s);
        row("unknown version", "{\"type\":\"pullquote\",\"version\":2}", u"line 1: the file is written in version 2"_s);
        row("two heads", head + head, u"line 2: there is a second line"_s);
        row("invalid UTF-8", head + "{\"type\":\"tag\",\"name\":\"\xff\"}",
            u"line 2: these bytes are not valid UTF-8"_s);
        row("too deep", head + "{\"type\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}", u"line 2: column"_s);
        row("wrong type of value", head + "{\"type\":\"annotator\",\"name\":7}",
            u"line 2: “name” of this annotator must be a string"_s);
        row("number as text", base + passageAt(0, 1, "é").replace("\"begin\":0", "\"begin\":\"0\""),
            u"line 4: “begin” of this fragment must be a whole number"_s);
        row("half a number", base + passageAt(0, 1, "é").replace("\"begin\":0", "\"begin\":0.5"),
            u"line 4: “begin” of this fragment must be a whole number"_s);
        row("id twice",
            head
                + "{\"type\":\"annotator\",\"id\":\"x\",\"name\":\"a\"}\n{\"type\":\"annotator\",\"id\":\"x\",\"name\":"
                  "\"b\"}",
            u"line 3: the annotator id “x” is taken already (a.jsonl, line 2)"_s);
        row("UUID twice in other letters",
            head + "{\"type\":\"annotator\"," + id
                + ",\"name\":\"a\"}\n{\"type\":\"annotator\",\"id\":\"{0195B000-0000-7001-8000-000000000001}\","
                  "\"name\":\"b\"}",
            u"line 3: the annotator id"_s);
        row("unknown reference", base + passageAt(0, 1, "é").replace("t1", "t2"),
            u"line 4: “tag” names “t2”, which is nowhere"_s);
        row("unknown version of a passage", base + passageAt(0, 1, "é").replace("a1", "a2"),
            u"line 4: “version” names “a2”"_s);
        row("empty fragment", base + passageAt(1, 1, "é"), u"line 4: a fragment ends at 1"_s);
        row("reversed fragment", base + passageAt(3, 1, "é"), u"line 4: a fragment ends at 1"_s);
        row("no words", base + passageAt(0, 1, ""), u"line 4: “words” of this fragment must not be empty"_s);
        row("out of range", base + passageAt(7, 99, "one"),
            u"line 4: there is nothing at 7–99 as the text has 18 characters; the file says “one”"_s);
        row("negative", base + passageAt(-1, 3, "one"), u"line 4: “begin” of this fragment is -1"_s);
        row("huge", base + passageAt(0, 1, "é").replace("\"end\":1", "\"end\":9e300"),
            u"line 4: “end” of this fragment must be a whole number"_s);
        row("wrong words", base + passageAt(7, 10, "two"),
            u"line 4: the words at 7–10 are “one”, the file says “two”."_s);
        row("UTF-16 counts", base + passageAt(10, 13, "one"), u"The numbers fit when counted in UTF-16 code units"_s);
        row("byte counts", base + passageAt(21, 24, "one"), u"The numbers fit when counted in UTF-8 bytes"_s);
        row("inclusive end", base + passageAt(7, 9, "one"), u"The numbers fit when the end is the last character"_s);
        row("CRLF counts", base + passageAt(16, 19, "one"), u"The numbers fit when each line end counts as two"_s);
        row("ambiguous words", base + "{\"type\":\"passage\",\"version\":\"a1\",\"tag\":\"t1\",\"words\":\"one\"}",
            u"line 4: the text holds “one” in 2 places"_s);
        row("words like a placeholder",
            head
                + "{\"type\":\"tag\",\"id\":\"t1\",\"name\":\"Quote\"}\n{\"type\":\"article\",\"id\":\"a1\",\"text\":"
                  "\"%2 %2\"}\n"
                  "{\"type\":\"passage\",\"version\":\"a1\",\"tag\":\"t1\",\"words\":\"%2\"}",
            u"line 4: the text holds “%2” in 2 places"_s);
        row("words that are nowhere",
            base + "{\"type\":\"passage\",\"version\":\"a1\",\"tag\":\"t1\",\"words\":\"three\"}",
            u"line 4: the text does not hold “three”"_s);
        row("overlapping fragments",
            base + passageAt(7, 10, "one").replace("}]}", "},{\"begin\":9,\"end\":12,\"words\":\"e t\"}]}"),
            u"line 4: the fragment at 9–12"_s);
        row("unsorted fragments",
            base + passageAt(7, 10, "one").replace("}]}", "},{\"begin\":0,\"end\":1,\"words\":\"é\"}]}"),
            u"line 4: the fragment at 0–1"_s);
        row("no fragments", base + "{\"type\":\"passage\",\"version\":\"a1\",\"tag\":\"t1\"}",
            u"line 4: a passage needs “fragments”"_s);
        row("wrong hash", head + "{\"type\":\"article\",\"text\":\"a\",\"sha256\":\"00\"}",
            u"line 2: “sha256” is 00"_s);
        row("carriage returns", head + "{\"type\":\"article\",\"text\":\"a\\r\\nb\"}",
            u"line 2: the text holds carriage returns"_s);
        row("half a pair", head + "{\"type\":\"article\",\"text\":\"a\\ud800b\"}", u"line 2: the text holds a NUL"_s);
        row("NUL", head + "{\"type\":\"article\",\"text\":\"a\\u0000b\"}", u"line 2: the text holds a NUL"_s);
        row("no text", head + "{\"type\":\"article\"}", u"line 2: an article needs"_s);
        row("empty text", head + "{\"type\":\"article\",\"text\":\"\"}",
            u"line 2: “text” of this version must not be empty"_s);
        row("a date that is none", head + "{\"type\":\"article\",\"text\":\"a\",\"published\":\"March\"}",
            u"line 2: “published” of an article is “March”"_s);
        row("a time that is none", head + "{\"type\":\"article\",\"text\":\"a\",\"added\":\"noon\"}",
            u"line 2: “added” of this article is “noon”"_s);
        row("unknown kind", head + "{\"type\":\"claim\",\"kind\":\"rumour\"}",
            u"line 2: “kind” of this claim is “rumour”, but it must be one of these: quote, contribution"_s);
        row("a colour that is none", head + "{\"type\":\"tag\",\"name\":\"a\",\"colour\":\"red\"}",
            u"line 2: “colour” of a tag is “red”"_s);
        row("a tag above itself",
            head
                + "{\"type\":\"tag\",\"id\":\"x\",\"name\":\"x\",\"parent\":\"y\"}\n{\"type\":\"tag\",\"id\":\"y\","
                  "\"name\":\"y\",\"parent\":\"x\"}",
            u"line 2: the tag “x” stands above itself"_s);
        row("a link to itself",
            head
                + "{\"type\":\"claim\",\"id\":\"c\",\"kind\":\"fact\"}\n{\"type\":\"link\",\"from\":\"c\",\"to\":\"c\","
                  "\"kind\":\"within\"}",
            u"line 3: the link goes from a claim to the same claim"_s);
        row("note on nothing", head + "{\"type\":\"note\",\"body\":\"x\"}", u"line 2: “target” of a note"_s);
        row("note on two things",
            base + "{\"type\":\"note\",\"body\":\"x\",\"target\":{\"tag\":\"t1\",\"article\":\"a1\"}}",
            u"line 4: “target” of a note"_s);
        row("signed off alone",
            head
                + "{\"type\":\"annotator\",\"id\":\"a\",\"name\":\"a\"}\n{\"type\":\"claim\",\"id\":\"c\",\"kind\":"
                  "\"fact\"}\n"
                  "{\"type\":\"verdict\",\"id\":\"v\",\"claim\":\"c\",\"value\":\"refuted\",\"annotator\":\"a\"}\n"
                  "{\"type\":\"signOff\",\"verdict\":\"v\",\"annotator\":\"a\"}",
            u"line 5: a verdict is signed off by whoever gave it"_s);
    }

    void whatIsWrongIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto read = readBytes(bytes);
        QVERIFY2(!read.has_value(), "it was read");
        QVERIFY2(read.error().message.startsWith(u"a.jsonl, line "), qPrintable(read.error().message));
        QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    }

    void aFragmentWhoseWordsAreNotItsTextsIsNotWritten()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.passages[1].fragments[0].words += u'!';
        const auto written = writeJsonLines(corpus);
        QVERIFY(!written.has_value());
        QVERIFY2(written.error().message.contains(corpus.passages[1].id.toString()),
                 qPrintable(written.error().message));

        corpus = test::sampleCorpus();
        corpus.versions[0].text = Text(); // as in an excerpt without texts
        QVERIFY(!writeJsonLines(corpus).has_value());
    }

    void aReferenceToWhatIsNotThereIsNotWritten()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.entities.removeFirst();
        QVERIFY(!writeJsonLines(corpus).has_value());
    }

    void randomBytesNeverCrashIt()
    {
        QVERIFY(rc::check([] {
            const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
            (void)readBytes(QByteArray::fromStdString(bytes));
        }));
    }

    void aFileWithSomeBytesChangedNeverCrashesIt()
    {
        const QByteArray sound = writeJsonLines(test::sampleCorpus())->files.first().bytes;
        QVERIFY(rc::check([&] {
            QByteArray bytes = sound;
            for (int n = 1 + test::RandomCorpus::below(4); n > 0; --n)
                bytes[test::RandomCorpus::below(int(bytes.size()))] = *rc::gen::elementOf(
                    std::string("\"{}[],:0-9 \n\\u\xff"));
            (void)readBytes(bytes);
        }));
    }

    void theSampleProjectHoldsEverySpan()
    {
        const QString path = QString::fromUtf8(SOURCE_ROOT) + u"/resources/sample/sample.jsonl"_s;
        if (!QFile::exists(path))
            QSKIP("There is no sample project yet.");
        const auto read = load(*findFormat(u"pullquote-jsonl"), path);
        VERIFY_RESULT(read);
        QCOMPARE(read->remarks, QStringList());
        QVERIFY(read->corpus.passages.size() > 50);
        VERIFY_RESULT(writeJsonLines(read->corpus)); // checks every fragment against its text
    }
};

QTEST_GUILESS_MAIN(tst_JsonLines)
#include "tst_jsonlines.moc"
