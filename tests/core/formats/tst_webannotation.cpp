// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Result<Read> readBytes(const QByteArray &bytes)
{
    return readWebAnnotation({{u"a.jsonld"_s, bytes}});
}

/// A page of other people's, with the text it is on.
QByteArray page(const QByteArray &items, const QByteArray &text = "👨‍👩‍👧 one two\\none")
{
    return "{\"@context\":\"http://www.w3.org/ns/"
           "anno.jsonld\",\"type\":\"AnnotationPage\",\"pq:text\":[{\"id\":\"http://example.org/page\","
           "\"title\":\"Page\",\"text\":\""
        + text + "\"}],\"items\":[" + items + "]}";
}

QByteArray annotation(const QByteArray &selectors, const QByteArray &more = {})
{
    return "{\"id\":\"http://example.org/anno1\",\"type\":\"Annotation\",\"target\":{\"source\":\"http://example.org/"
           "page\",\"selector\":["
        + selectors + "]}" + more + "}";
}

QByteArray quote(const QByteArray &exact, const QByteArray &prefix = {}, const QByteArray &suffix = {})
{
    return "{\"type\":\"TextQuoteSelector\",\"exact\":\"" + exact + "\",\"prefix\":\"" + prefix + "\",\"suffix\":\""
        + suffix + "\"}";
}

QByteArray position(int start, int end)
{
    return "{\"type\":\"TextPositionSelector\",\"start\":" + QByteArray::number(start)
        + ",\"end\":" + QByteArray::number(end) + "}";
}

}

class tst_WebAnnotation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeWebAnnotation(test::sampleCorpus());
        VERIFY_RESULT(written);
        const QString difference = test::differenceFromGolden(u"formats/sample.jsonld"_s, written->files.first().bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void whatTheModelDemandsIsThere()
    {
        const Corpus corpus = test::sampleCorpus();
        const QJsonObject root = QJsonDocument::fromJson(writeWebAnnotation(corpus)->files.first().bytes).object();
        QCOMPARE(root["@context"_L1][0].toString(), u"http://www.w3.org/ns/anno.jsonld"_s);
        QCOMPARE(root["type"_L1].toString(), u"AnnotationCollection"_s);
        const QJsonArray items = root["first"_L1]["items"_L1].toArray();
        QCOMPARE(root["total"_L1].toInteger(), items.size());
        QCOMPARE(items.size(),
                 corpus.passages.size() + corpus.claims.size() + corpus.links.size() + corpus.notes.size());
        QHash<QString, Text> texts;
        for (const Version &version : corpus.versions)
            texts.insert(u"urn:uuid:"_s + version.id.toString(), version.text);
        qsizetype fragments = 0;
        for (const auto &item : items) {
            QCOMPARE(item["type"_L1].toString(), u"Annotation"_s);
            QVERIFY(item["id"_L1].toString().startsWith(u"urn:uuid:"));
            QVERIFY(!item["target"_L1].isUndefined());
            for (const auto &target : item["target"_L1].toArray()) {
                if (!target.isObject())
                    continue;
                ++fragments;
                const Text text = texts.value(target["source"_L1].toString());
                const qsizetype start = target["selector"_L1][0]["start"_L1].toInteger(-1);
                const qsizetype end = target["selector"_L1][0]["end"_L1].toInteger(-1);
                const QJsonValue around = target["selector"_L1][1];
                QCOMPARE(text.words({{start}, {end}}), around["exact"_L1].toString());
                QVERIFY(text.words({{0}, {start}}).endsWith(around["prefix"_L1].toString()));
                QVERIFY(text.words({{end}, {text.length()}}).startsWith(around["suffix"_L1].toString()));
            }
        }
        QCOMPARE(fragments, 16);
    }

    void readingWhatWasWrittenGivesTheSame()
    {
        const auto written = writeWebAnnotation(test::sampleCorpus());
        VERIFY_RESULT(written);
        QVERIFY(written->loss.isEmpty());
        const auto read = readWebAnnotation(written->files);
        VERIFY_RESULT(read);
        QCOMPARE(read->remarks, QStringList());
        QVERIFY(read->corpus == test::sampleCorpus());
    }

    void nothingOfAnyCorpusIsLost()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeWebAnnotation(corpus);
            RC_ASSERT(written.has_value());
            const auto read = readWebAnnotation(written->files);
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            RC_ASSERT(read->corpus == corpus);
            RC_ASSERT(read->remarks.isEmpty());
        }));
    }

    void otherPeoplesAnnotationsAreAnchoredByTheirQuotes()
    {
        const auto read = readBytes(page(
            annotation(quote("one", "two\\n"),
                       ",\"creator\":{\"type\":\"Person\",\"name\":\"Jo\"},\"created\":\"2025-03-20T10:00:00+01:00\","
                       "\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"Echo\"},"
                       "{\"type\":\"TextualBody\",\"value\":\"said twice\"}]")
            + ",{\"id\":\"http://example.org/"
              "anno2\",\"type\":\"Annotation\",\"motivation\":\"highlighting\",\"target\":[{\"source\":\"http://"
              "example.org/page\","
              "\"selector\":"
            + quote("two") + "},{\"source\":\"http://example.org/page\",\"selector\":[" + quote("one") + ","
            + position(14, 17) + "]}]}"
            + ",{\"id\":\"http://example.org/"
              "anno3\",\"type\":\"Annotation\",\"body\":{\"type\":\"TextualBody\",\"value\":\"indeed\"},\"target\":"
              "\"http://example.org/anno2\"}"));
        VERIFY_RESULT(read);
        const Corpus &corpus = read->corpus;
        QCOMPARE(corpus.articles.first().title, u"Page"_s);
        QCOMPARE(corpus.passages.size(), 2);
        QCOMPARE(corpus.passages[0].fragments, QList<Fragment>({{{{14}, {17}}, u"one"_s}}));
        QCOMPARE(corpus.passages[0].created.toString(), u"2025-03-20T09:00:00.000000Z"_s);
        QCOMPARE(corpus.annotators.first().name, u"Jo"_s);
        QCOMPARE(corpus.passages[0].annotator, corpus.annotators.first().id);
        QCOMPARE(corpus.passages[1].fragments.size(), 2);
        QStringList tags;
        for (const Tag &tag : corpus.tags)
            tags.append(tag.name);
        QCOMPARE(tags, QStringList({u"Echo"_s, u"highlighting"_s}));
        QCOMPARE(corpus.notes.size(), 2);
        QSet<QString> bodies;
        for (const Note &note : corpus.notes)
            bodies.insert(note.body);
        QCOMPARE(bodies, QSet<QString>({u"said twice"_s, u"indeed"_s}));
    }

    void whatCannotBeProvedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &message) {
            QTest::newRow(name) << bytes << message;
        };
        const QString first = u"a.jsonld, annotation 1 (http://example.org/anno1): "_s;
        row("bad JSON", "{\n  \"type\":,\n}", u"a.jsonld, line 2: column 10:"_s);
        row("something else", "{\"type\":\"Thing\"}", u"a.jsonld: this is no AnnotationCollection"_s);
        row("no annotation", page("{\"type\":\"Thing\"}"),
            u"a.jsonld, annotation 1: this is no object of the type Annotation"_s);
        row("text elsewhere",
            page(annotation(quote("one")))
                .replace("\"id\":\"http://example.org/page\"", "\"id\":\"http://example.org/other\""),
            first + u"the text of the source “http://example.org/page” is not in this file"_s);
        row("quote that is nowhere", page(annotation(quote("three"))), first + u"the text does not hold “three”"_s);
        row("quote that is twice", page(annotation(quote("one"))), first + u"the text holds “one” in 2 places"_s);
        row("prefix that does not fit", page(annotation(quote("two", "x"))), first + u"the text does not hold “two”"_s);
        row("position alone", page(annotation(position(6, 9))), first + u"the target has no TextQuoteSelector"_s);
        row("wrong position", page(annotation(position(6, 9) + "," + quote("two"))),
            first + u"the words at 6–9 are “one”, the file says “two”"_s);
        row("UTF-16", page(annotation(position(9, 12) + "," + quote("one"))),
            u"The numbers fit when counted in UTF-16 code units"_s);
        row("another text",
            page(annotation(quote("two"))).replace("\"selector\"", "\"state\":{\"pq:sha256\":\"00\"},\"selector\""),
            first + u"the annotation is on another text"_s);
        row("a page elsewhere", "{\"type\":\"AnnotationCollection\",\"first\":\"http://example.org/page1\"}",
            u"a.jsonld: the annotations are on a page elsewhere"_s);
        row("a broken text", page("", "a\\u0000"), u"a.jsonld, “pq:text” 1: the text holds a NUL"_s);
    }

    void whatCannotBeProvedIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto read = readBytes(bytes);
        QVERIFY2(!read.has_value(), "it was read");
        QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    }

    void aFragmentWhoseWordsAreNotItsTextsIsNotWritten()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.passages[0].fragments[0].words += u'!';
        QVERIFY(!writeWebAnnotation(corpus).has_value());
    }

    void randomBytesNeverCrashIt()
    {
        const QByteArray sound = writeWebAnnotation(test::sampleCorpus())->files.first().bytes;
        QVERIFY(rc::check([&] {
            QByteArray bytes = sound;
            for (int n = 1 + test::RandomCorpus::below(4); n > 0; --n)
                bytes[test::RandomCorpus::below(int(bytes.size()))] = *rc::gen::elementOf(
                    std::string("\"{}[],:0-9 \n\\u\xff"));
            (void)readBytes(bytes);
            (void)readBytes(QByteArray::fromStdString(*rc::gen::container<std::string>(rc::gen::arbitrary<char>())));
        }));
    }
};

QTEST_GUILESS_MAIN(tst_WebAnnotation)
#include "tst_webannotation.moc"
