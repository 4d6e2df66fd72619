// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/doccano.h"

#include "tests/core/formats/formattests.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Result<Read> read(const QByteArray &bytes)
{
    return readDoccano({{u"a.jsonl"_s, bytes}});
}

}

class tst_Doccano : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAnyCorpusAllButTheLossesComesBack()
    {
        QVERIFY(rc::check([] {
            test::checkFormat("doccano-jsonl", {u"tagset"_s, u"article"_s},
                              [](Corpus &corpus) { test::addRemainders(corpus, "doccano-jsonl"); });
        }));
    }

    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeDoccano(test::sampleCorpus());
        VERIFY_RESULT(written);
        const QString difference = test::differenceFromGolden(u"formats/sample.doccano.jsonl"_s,
                                                              written->files.first().bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void olderLabelsAndLabelsOfTextsAreToldApart()
    {
        const auto old = read(R"({"id":7,"text":"Ada met Bo","labels":[[0,3,"PERSON"]],"label":["good"]})");
        VERIFY_RESULT(old);
        QCOMPARE(old->corpus.passages.size(), 1);
        QCOMPARE(old->corpus.remainders.first().content, uR"({"id":7,"label":["good"],"pullquote:spans":"labels"})"_s);
        const auto written = writeDoccano(old->corpus);
        VERIFY_RESULT(written);
        QVERIFY(written->files.first().bytes.contains(R"("id":7,"label":["good"])"));
    }

    void spansInArraysComeBackAsSuch()
    {
        const QByteArray lines = R"({"text":"Ada met Bo","label":[[0,3,"PERSON"]],"meta":{"title":"a"},"id":7})"
                                 "\n"
                                 R"({"text":"Bo","label":[],"meta":{"title":"b"},"id":8})"
                                 "\n";
        auto old = read(lines);
        VERIFY_RESULT(old);
        QCOMPARE(writeDoccano(old->corpus)->files.first().bytes, lines);
        // Unless they have to say more.
        old->corpus.relations.append({.id = RelationId::create(),
                                      .from = old->corpus.passages.first().id,
                                      .to = old->corpus.passages.first().id,
                                      .label = u"self"_s});
        const QByteArray more = writeDoccano(old->corpus)->files.first().bytes;
        QVERIFY2(more.contains(R"("start_offset":0)") && more.contains(R"("type":"self")")
                     && !more.contains("pullquote"),
                 more);
    }

    void annotationsOfTheFirstVersionsAreReadWithTheirMakers()
    {
        const QByteArray file =
            R"({"id":7,"text":"Ada met Bo","annotations":[{"label":12,"start_offset":0,"end_offset":3,"user":1},)"
            R"({"label":13,"label_name":"PERSON","start_offset":8,"end_offset":10,"user":2,"user_name":"eve"}]})"
            "\n"
            R"({"id":8,"text":"Good.","annotations":[{"label":2,"user":1}],"cats":["glad"]})"
            "\n";
        QVERIFY(isDoccano(u"a.jsonl", file));
        const auto old = read(file);
        VERIFY_RESULT(old);
        const Corpus &corpus = old->corpus;
        QCOMPARE(corpus.passages.size(), 2);
        QCOMPARE(corpus.tags[0].name, u"12"_s);
        QCOMPARE(corpus.tags[1].name, u"PERSON"_s);
        QCOMPARE(corpus.annotators.size(), 2);
        QCOMPARE(corpus.annotators[1].name, u"eve"_s);
        QVERIFY(old->remarks.contains(
            u"a.jsonl, line 2: labels of the whole text (“annotations”) were kept, but cannot be shown."_s));
        const QByteArray written = writeDoccano(corpus)->files.first().bytes;
        QVERIFY2(written.contains(R"("label":"PERSON","text":"Bo","user":"eve")"), written);
        QVERIFY2(written.contains(R"("annotations":[{"label":2,"user":1}])"), written);
    }

    void howPositionsAreCountedIsFoundByWordBoundaries()
    {
        const auto utf16 = read("{\"text\":\"👩🏽‍🚀 Ada met Bo\",\"label\":[[8,11,\"P\"]]}\n"
                                "{\"text\":\"Ada met Bo\",\"label\":[[8,10,\"P\"]]}\n");
        VERIFY_RESULT(utf16);
        QCOMPARE(utf16->corpus.passages.first().fragments.first().words, u"Ada"_s);
        const FoundCounting found = utf16->counting.first().found;
        QCOMPARE(found.counting.unit, PositionUnit::Utf16Units);
        QVERIFY(!found.byWords && found.fitting == 2 && found.spans == 2);
        const auto points = read("{\"text\":\"👩🏽‍🚀 Ada met Bo\",\"label\":[[5,8,\"P\"]]}\n");
        VERIFY_RESULT(points);
        QCOMPARE(points->corpus.passages.first().fragments.first().words, u"Ada"_s);
        QCOMPARE(points->counting.first().found.counting.unit, PositionUnit::CodePoints);
    }

    void arraysAreWrittenWhereTheyAreReadTheSame()
    {
        // Every span ends within a word, as if its end were included.
        const QByteArray file = "{\"text\":\"Ada met Bob.\",\"label\":[[0,2,\"P\"],[8,10,\"P\"]]}\n";
        const auto cut = read(file);
        VERIFY_RESULT(cut);
        QVERIFY(cut->counting.first().found.counting.endsAreInclusive);
        Corpus corpus = cut->corpus;
        const auto whole = writeChecked(*findFormat(u"doccano-jsonl"), corpus, {});
        VERIFY_RESULT(whole);
        QVERIFY(whole->files.first().bytes.contains("\"label\":[[0,3,\"P\"],[8,11,\"P\"]]"));
        for (Passage &passage : corpus.passages) {
            Fragment &fragment = passage.fragments.first();
            fragment.span.end = fragment.span.end - 1;
            fragment.words.chop(1);
        }
        const auto again = writeChecked(*findFormat(u"doccano-jsonl"), corpus, {});
        VERIFY_RESULT(again);
        QVERIFY(again->files.first().bytes.contains("\"start_offset\":0,\"end_offset\":2"));
        QVERIFY(!again->files.first().bytes.contains("pullquote"));
    }

    void graphemesAreInDoubt()
    {
        // One cluster and a space stand before the name.
        const auto graphemes = read("{\"text\":\"👩🏽‍🚀 Ada met Bo\",\"label\":[[2,5,\"P\"]]}\n");
        VERIFY_RESULT(graphemes);
        QVERIFY(graphemes->counting.first().found.isDoubtful);
    }

    void whatIsWrongIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &line, const QString &message) {
            QTest::newRow(name) << line << message;
        };
        row("no text", R"({"label":[[0,1,"PER"]]})", u"there is no “text”"_s);
        row("a NUL in a name", "{\"text\":\"Ada\",\"labels\\u0000\":[[0,1,\"PER\"]]}",
            u"the name of a member holds a NUL"_s);
        row("entities are no list", R"({"text":"Ada","entities":{}})", u"“entities” must be an array"_s);
        row("relations are no list", R"({"text":"Ada","relations":1})", u"“relations” must be an array"_s);
        row("a relation is a list", R"({"text":"Ada","relations":[[]]})", u"a relation must be an object"_s);
        row("a relation to nothing", R"({"text":"Ada","relations":[{"from_id":3,"to_id":4,"type":"r"}]})",
            u"“from_id” of a relation is 3, but no entity of this text has that id"_s);
        row("a type that is a number",
            R"({"text":"Ada","entities":[{"id":3,"start_offset":0,"end_offset":3,"label":"P"}],)"
            R"("relations":[{"from_id":3,"to_id":3,"type":4}]})",
            u"“type” of a relation must be a string"_s);
        row("outside", R"({"text":"Ada","label":[[0,9,"P"]]})", u"there is nothing at 0–9"_s);
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

    void doccanosOwnFilesAreRead()
    {
        const QString folder = test::sharedCorpus("doccano");
        if (folder.isEmpty())
            QSKIP("There is no corpus of doccano's beside the source.");
        const Format &format = *findFormat(u"doccano-jsonl");
        for (const auto &[name, passages, relations] : {std::tuple{"relation_extraction/example.jsonl", 4, 3},
                                                        {"sequence_labeling/example_overlapping.jsonl", 2, 0}}) {
            const QString path = folder + u'/' + QLatin1StringView(name);
            QCOMPARE(recognise(path), &format);
            const auto good = load(format, path);
            VERIFY_RESULT(good);
            QCOMPARE(good->corpus.passages.size(), passages);
            QCOMPARE(good->corpus.relations.size(), relations);
            QCOMPARE(test::differenceWhenKept(*good), QString());
        }
        // Its third line has no text.
        const auto broken = load(format, folder + u"/sequence_labeling/example.jsonl"_s);
        QVERIFY(!broken);
        QVERIFY2(broken.error().message.contains(u"line 3"), qPrintable(broken.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_Doccano)
#include "tst_doccano.moc"
