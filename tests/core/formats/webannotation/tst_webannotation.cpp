// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/webannotation.h"
#include "tests/core/formats/formattests.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QDir>
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

/// Every member that an object had it has again, in objects below it, too; nothing is said of members that are new.
QString missing(const QJsonObject &was, const QJsonObject &is)
{
    for (auto member = was.begin(); member != was.end(); ++member) {
        if (!is.contains(member.key()))
            return member.key() + u" is gone"_s;
        if (is.value(member.key()) != member.value() && member.key() != u"@context")
            return member.key() + u" is another"_s;
    }
    return {};
}

/// Empty when all annotations in @p bytes, and what they stand in, are there again after reading and writing.
QString howItComesBack(const QByteArray &bytes)
{
    const auto read = readBytes(bytes);
    if (!read)
        return read.error().message;
    const auto written = writeWebAnnotation(read->corpus);
    if (!written)
        return written.error().message;
    const auto again = readWebAnnotation(written->files);
    if (!again)
        return u"again: "_s + again.error().message;
    if (again->corpus != read->corpus)
        return u"another corpus"_s;
    const QJsonObject root = QJsonDocument::fromJson(written->files.first().bytes).object();
    QHash<QString, QJsonObject> items;
    for (const QJsonArray all = root["first"_L1]["items"_L1].toArray(); const auto &item : all)
        items.insert(item["id"_L1].toString(), item.toObject());
    QString lost;
    const auto look = [&](this const auto &self, QJsonObject object) -> void {
        if (object.value("type"_L1) == "Annotation"_L1) {
            object.remove("pq:text"_L1);
            if (const QString gone = missing(object, items.value(object.value("id"_L1).toString())); !gone.isEmpty())
                lost = object.value("id"_L1).toString() + u": "_s + gone;
            return;
        }
        for (const QJsonArray all = object.value("items"_L1).toArray(); const auto &item : all)
            self(item.toObject());
        for (const QLatin1StringView page : {"first"_L1, "next"_L1}) {
            if (object.value(page).isObject())
                self(object.value(page).toObject());
        }
        const bool isPage = object.value("type"_L1) == "AnnotationPage"_L1;
        for (const QString &each : {u"items"_s, u"next"_s, u"pq:text"_s, u"@context"_s})
            object.remove(each);
        if (object.value("first"_L1).isObject())
            object.remove("first"_L1);
        if (isPage && object.value("id"_L1) != root["first"_L1]["id"_L1])
            return;
        if (const QString gone = missing(object, isPage ? root["first"_L1].toObject() : root); !gone.isEmpty())
            lost = gone;
    };
    look(QJsonDocument::fromJson(bytes).object());
    return lost;
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
        row("something else", "{\"type\":\"Thing\"}", u"a.jsonld: “type” must be AnnotationCollection"_s);
        row("no annotation", page("{\"type\":\"Thing\"}"),
            u"a.jsonld, annotation 1: this is no object of the type Annotation"_s);
        row("another context", annotation(quote("two"), ",\"@context\":\"fish\"").prepend("[").append("]"),
            u"a.jsonld, annotation 1 (http://example.org/anno1): “@context” must be or hold"_s);
        row("no target", page("{\"type\":\"Annotation\"}"), u"annotation 1: “target” must be given"_s);
        row("two ids", page("{\"type\":\"Annotation\",\"id\":[\"a:b\",\"a:c\"],\"target\":\"a:d\"}"),
            u"“id” must be one IRI"_s);
        row("body of words", page(annotation(quote("two"), ",\"body\":\"not a uri\"")),
            first + u"“body” must be one IRI"_s);
        row("format", page(annotation(quote("two"), ",\"body\":[{\"id\":\"a:b\"},{\"id\":\"a:b\",\"format\":6}]")),
            first + u"“body[1].format” must be one string"_s);
        row("direction", page(annotation(quote("two"), ",\"body\":{\"id\":\"a:b\",\"textDirection\":\"squirrel\"}")),
            first + u"“body.textDirection” must be “ltr”"_s);
        row("values", page(annotation(quote("two"), ",\"body\":{\"type\":\"TextualBody\",\"value\":[\"a\",\"b\"]}")),
            first + u"“body.value” must be one string"_s);
        row("bodyValue", page(annotation(quote("two"), ",\"bodyValue\":23")),
            first + u"“bodyValue” must be one string"_s);
        row("languages", page(annotation(quote("two"), ",\"body\":{\"id\":\"a:b\",\"processingLanguage\":[\"en\"]}")),
            first + u"“body.processingLanguage” must be one string"_s);
        row("items", page(annotation(quote("two"), ",\"body\":{\"items\":[\"a:b\"]}")),
            first + u"“body.type” must be"_s);
        row("generator", page(annotation(quote("two"), ",\"generator\":42")), first + u"“generator” must be"_s);
        row("modified", page(annotation(quote("two"), ",\"modified\":\"an hour ago\"")),
            first + u"“modified” must be"_s);
        row("rights", page(annotation(quote("two"), ",\"rights\":\"not a uri\"")), first + u"“rights” must be"_s);
        row("canonical", page(annotation(quote("two"), ",\"canonical\":\"not a uri\"")),
            first + u"“canonical” must be"_s);
        row("fragment", page(annotation("{\"type\":\"FragmentSelector\"}")),
            first + u"“target.selector[0].value” must be one string"_s);
        row("no exact", page(annotation("{\"type\":\"TextQuoteSelector\"}")),
            first + u"“target.selector[0].exact” must be"_s);
        row("position", page(annotation(position(-1, 3))), first + u"“target.selector[0].start” must be a whole"_s);
        // Of our own, nothing is guessed.
        const QByteArray own = ",\"pq:state\":\"accepted\"";
        row("own, text elsewhere",
            page(annotation(quote("one"), own))
                .replace("\"id\":\"http://example.org/page\"", "\"id\":\"http://example.org/other\""),
            first + u"the text of the source “http://example.org/page” is not in this file"_s);
        row("own, no position", page(annotation(quote("two"), own)),
            first + u"the target needs a TextPositionSelector"_s);
        row("own, wrong position",
            page(annotation(position(6, 9) + "," + quote("two"), own + ",\"body\":{\"pq:tag\":\"t\"}")),
            first + u"“tag” names “t”"_s);
        row("own, another text",
            page(annotation(quote("two"), own))
                .replace("\"selector\"", "\"state\":{\"pq:sha256\":\"00\"},\"selector\""),
            first + u"the annotation is on another text"_s);
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

    void whatCannotBePlacedIsKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("remark");
        QTest::newRow("text elsewhere") << page(annotation(quote("one")))
                                               .replace("\"id\":\"http://example.org/page\"",
                                                        "\"id\":\"http://example.org/other\"")
                                        << u"1 annotations are on what is not in this file"_s;
        QTest::newRow("nowhere") << page(annotation(quote("three"))) << u"the text does not hold “three”"_s;
        QTest::newRow("twice") << page(annotation(quote("one"))) << u"the text holds “one” in 2 places"_s;
        QTest::newRow("prefix") << page(annotation(quote("two", "x"))) << u"the text does not hold “two”"_s;
        QTest::newRow("position outside") << page(annotation(position(6, 99))) << u"there are no words at 6–99"_s;
        QTest::newRow("a page elsewhere")
            << QByteArray("{\"type\":\"AnnotationCollection\",\"total\":42,\"first\":\"http://example.org/page1\"}")
            << u"a page of annotations is elsewhere (http://example.org/page1)"_s;
    }

    void whatCannotBePlacedIsKept()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, remark);
        const auto read = readBytes(bytes);
        VERIFY_RESULT(read);
        QVERIFY(read->corpus.passages.isEmpty());
        QVERIFY2(read->remarks.join(u'\n').contains(remark), qPrintable(read->remarks.join(u'\n')));
        const QString difference = howItComesBack(bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void positionsAreCountedAsTheyFit()
    {
        // The family is eight units, of which each of three pairs is one code point.
        const auto read = readBytes(page(annotation(position(9, 12) + "," + quote("one")) + ","
                                         + annotation(position(13, 16) + "," + quote("two"))));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.size(), 2);
        QCOMPARE(read->corpus.passages[0].fragments, QList<Fragment>({{{{6}, {9}}, u"one"_s}}));
        QCOMPARE(read->counting.size(), 1);
        QCOMPARE(read->counting.first().found.counting.unit, PositionUnit::Utf16Units);
        QCOMPARE(read->counting.first().found.fitting, 2);
        // A quote counts for more than a position, and that for more than nothing.
        const auto moved = readBytes(page(annotation(position(0, 3) + "," + quote("two"))));
        VERIFY_RESULT(moved);
        QCOMPARE(moved->corpus.passages.first().fragments, QList<Fragment>({{{{10}, {13}}, u"two"_s}}));
        const auto nearest = readBytes(page(annotation(position(15, 18) + "," + quote("one"))));
        VERIFY_RESULT(nearest);
        QCOMPARE(nearest->corpus.passages.first().fragments, QList<Fragment>({{{{14}, {17}}, u"one"_s}}));
        const auto alone = readBytes(page(annotation(position(10, 13))));
        VERIFY_RESULT(alone);
        QCOMPARE(alone->corpus.passages.first().words(), u"two"_s);
    }

    void otherPeoplesAnnotationsComeBackUntilTheyAreChanged()
    {
        const QByteArray bytes =
            "{\"@context\":[\"http://www.w3.org/ns/anno.jsonld\",{\"dc\":\"http://purl.org/dc/terms/"
            "\"}],\"id\":\"http://"
            "example.org/"
            "c\",\"type\":\"AnnotationCollection\",\"label\":\"Ours\",\"dc:rights\":\"free\",\"pq:text\":[{\"id\":"
            "\"http://example.org/page\",\"title\":\"Page\",\"text\":\"one "
            "two\\none\"}],\"first\":{\"id\":\"http://example.org/"
            "p1\",\"type\":\"AnnotationPage\",\"items\":["
            + annotation(quote("two"),
                         ",\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"A\"},{\"type\":"
                         "\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"B\"},{\"type\":\"TextualBody\","
                         "\"value\":\"why?\",\"language\":\"en\"}],\"odd\\u0041é\":[1,{\"x\":null}]")
            + "],\"next\":{\"id\":\"http://example.org/p2\",\"type\":\"AnnotationPage\",\"items\":["
            + annotation(quote("one", "", " two"), ",\"via\":\"http://example.org/via\"").replace("anno1", "anno2")
            + ",{\"id\":\"http://example.org/"
              "anno3\",\"type\":\"Annotation\",\"motivation\":\"linking\",\"body\":[{\"type\":"
              "\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"echoes\"}],\"target\":[{\"id\":\"http://example.org/"
              "anno1\"},"
              "{\"id\":\"http://example.org/anno2\"}]}]}}}";
        const QString difference = howItComesBack(bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        auto read = readBytes(bytes);
        VERIFY_RESULT(read);
        Corpus &corpus = read->corpus;
        QCOMPARE(corpus.passages.size(), 3);
        QCOMPARE(corpus.notes.size(), 1);
        QCOMPARE(corpus.relations.size(), 1);
        QCOMPARE(corpus.relations.first().label, u"echoes"_s);
        QCOMPARE(corpus.relations.first().from, corpus.passages[0].id);

        corpus.passages[0].state = State::Rejected;
        const auto written = writeWebAnnotation(corpus);
        VERIFY_RESULT(written);
        const auto again = readWebAnnotation(written->files);
        VERIFY_RESULT(again);
        QVERIFY(again->corpus == corpus);
        const QJsonObject root = QJsonDocument::fromJson(written->files.first().bytes).object();
        bool isOddThere = false;
        for (const QJsonArray items = root["first"_L1]["items"_L1].toArray(); const auto &item : items)
            isOddThere = isOddThere || (item["pq:state"_L1] == "rejected"_L1 && item[u"oddAé"_s].isArray());
        QVERIFY(isOddThere);
    }

    void whatTheApiOfHypothesisGivesOutIsRead()
    {
        const QByteArray row =
            "{\"id\":\"abc\",\"created\":\"2025-03-20T09:00:00.123456+00:00\",\"updated\":\"2025-03-20T09:00:00.123456+"
            "00:00\","
            "\"user\":\"acct:jo@hypothes.is\",\"uri\":\"https://example.org/a/page.html\",\"text\":\"said *twice*\","
            "\"tags\":[\"Echo\",\"Check\"],\"group\":\"__world__\",\"target\":[{\"source\":\"https://example.org/a/"
            "page.html\","
            "\"selector\":[{\"type\":\"RangeSelector\",\"startContainer\":\"/"
            "p[1]\",\"startOffset\":0,\"endContainer\":\"/p[1]\","
            "\"endOffset\":3},{\"type\":\"TextPositionSelector\",\"start\":9,\"end\":12},{\"type\":"
            "\"TextQuoteSelector\","
            "\"exact\":\"one\",\"prefix\":\"\",\"suffix\":\"\"}]}]}";
        const QByteArray reply =
            "{\"id\":\"def\",\"user\":\"acct:al@hypothes.is\",\"uri\":\"https://example.org/a/page.html\","
            "\"text\":\"indeed\",\"tags\":[],\"references\":[\"abc\"],\"target\":[{\"source\":\"https://"
            "example.org/a/page.html\"}]}";
        const auto read = readWebAnnotation({{u"a.json"_s, "{\"total\":2,\"rows\":[" + reply + "," + row + "]}"},
                                             {u"page.txt"_s, "👨‍👩‍👧 one two\r\none"}});
        VERIFY_RESULT(read);
        const Corpus &corpus = read->corpus;
        QCOMPARE(corpus.passages.size(), 2); // one for each tag
        QCOMPARE(corpus.passages[0].fragments, QList<Fragment>({{{{6}, {9}}, u"one"_s}}));
        QCOMPARE(read->counting.first().found.counting.unit, PositionUnit::Utf16Units);
        QCOMPARE(corpus.notes.size(), 2);
        const auto answer = std::ranges::find(corpus.notes, u"indeed"_s, &Note::body);
        QVERIFY(answer != corpus.notes.end());
        QVERIFY(std::holds_alternative<PassageId>(answer->target));
        QCOMPARE(corpus.annotators.size(), 2);
        QCOMPARE(corpus.passages[0].created.toString(), u"2025-03-20T09:00:00.123456Z"_s);
        // Without the page's text nothing can be placed, but nothing is lost.
        const auto kept = readWebAnnotation({{u"a.json"_s, "{\"total\":2,\"rows\":[" + reply + "," + row + "]}"}});
        VERIFY_RESULT(kept);
        QCOMPARE(kept->corpus.remainders.size(), 2);
    }

    void theSamplesOfTheW3cAreJudgedAsItJudgesThem()
    {
        const QString folder = QString::fromUtf8(SOURCE_ROOT) + u"/../shared/corpora/web-annotation"_s;
        if (!QDir(folder).exists())
            QSKIP("There are no samples of the W3C's beside the source.");
        int judged = 0;
        for (const QString &kind : {u"correct"_s, u"incorrect"_s}) {
            for (const QFileInfo &info : QDir(folder + u'/' + kind).entryInfoList({u"*.json"_s}, QDir::Files)) {
                QFile file(info.filePath());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                ++judged;
                const auto read = readBytes(bytes);
                if (kind == u"incorrect") {
                    QVERIFY2(!read.has_value(), qPrintable(info.fileName()));
                    QVERIFY2(read.error().message.contains(u"column") || read.error().message.contains(u"“"),
                             qPrintable(read.error().message));
                } else {
                    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message));
                    const QString difference = howItComesBack(bytes);
                    QVERIFY2(difference.isEmpty(), qPrintable(info.fileName() + difference));
                }
            }
        }
        QVERIFY(judged > 40);
    }

    void openAnnotationIsReadByTheNamesOfTheRecommendation()
    {
        const QByteArray old =
            R"({"@context":"http://www.w3.org/ns/oa-context-20130208.json","@id":"http://a.example/1",)"
            R"("@type":"oa:Annotation","motivatedBy":"oa:commenting","annotatedAt":"2014-02-17T09:46:11Z",)"
            R"("hasBody":{"@type":["cnt:ContentAsText","dctypes:Text"],"chars":"so it was"},)"
            R"("hasTarget":{"@type":"oa:SpecificResource","hasSource":"http://a.example/page",)"
            R"("hasSelector":{"@type":"oa:TextQuoteSelector","exact":"Ada","prefix":"and ","suffix":" met"}}})";
        QVERIFY(isWebAnnotation(u"a.json", old));
        const auto read = readBytes(old);
        VERIFY_RESULT(read);
        QVERIFY(read->remarks.join(u'\n').contains(u"Names of Open Annotation"));
        const QString content = read->corpus.remainders.first().content;
        for (const QString &part : {u"\"type\":\"Annotation\""_s, u"\"motivation\":\"commenting\""_s,
                                    u"\"type\":[\"TextualBody\",\"Text\"]"_s, u"\"value\":\"so it was\""_s,
                                    u"\"source\":\"http://a.example/page\""_s, u"\"type\":\"TextQuoteSelector\""_s})
            QVERIFY2(content.contains(part), qPrintable(part + u"\n"_s + content));
        QCOMPARE(test::differenceWhenKept(*read), QString());
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
