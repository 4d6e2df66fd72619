// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/labelstudio.h"

#include "tests/core/formats/formattests.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Result<Read> read(const QByteArray &bytes)
{
    return readLabelStudio({{u"a.json"_s, bytes}});
}

QByteArray taskWith(const QByteArray &results)
{
    return R"([{"data":{"text":"first"},"annotations":[]},{"data":{"text":"Ada met Bo"},"annotations":[{"result":[)"
        + results + "]}]}]";
}

}

class tst_LabelStudio : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAnyCorpusAllButTheLossesComesBack()
    {
        QVERIFY(rc::check([] {
            test::checkFormat("labelstudio-json", {u"tagset"_s, u"article"_s},
                              [](Corpus &corpus) { test::addRemainders(corpus, "labelstudio-json"); });
        }));
    }

    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeLabelStudio(test::sampleCorpus());
        VERIFY_RESULT(written);
        const QString difference = test::differenceFromGolden(u"formats/sample.labelstudio.json"_s,
                                                              written->files.first().bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void anExportIsReadWithWhoMadeWhat()
    {
        const QByteArray file =
            R"([{"id":8,"data":{"article":"Ada met Bo\nand left","n":1,"ref":"x"},"annotations":[)"
            R"({"id":3,"completed_by":{"id":1,"email":"a@b.example","first_name":"Ada","last_name":"L"},"lead_time":5.5,)"
            R"("result":[{"id":"r1","type":"labels","from_name":"ner","to_name":"text","origin":"manual",)"
            R"("value":{"start":0,"end":3,"text":"Ada","labels":["PER","HERO"]}},)"
            R"({"id":"r2","type":"labels","from_name":"label","to_name":"text",)"
            R"("value":{"start":8,"end":14,"text":"Bo\\nand","labels":["PER"]}},)"
            R"({"id":"r1","type":"choices","from_name":"mood","to_name":"text",)"
            R"("value":{"start":0,"end":3,"text":"Ada","choices":["glad","proud"]}},)"
            R"({"type":"relation","from_id":"r1","to_id":"r2","direction":"left","labels":["met"]},)"
            R"({"id":"c1","type":"choices","from_name":"sentiment","to_name":"text","value":{"choices":["good"]}}]},)"
            R"({"id":4,"completed_by":7,"was_cancelled":true,"result":[)"
            R"({"id":"r9","type":"labels","value":{"start":8,"end":10,"labels":["PER"]}}]}],)"
            R"("predictions":[{"model_version":"m1","score":0.5,"result":[)"
            R"({"id":"p1","type":"labels","value":{"start":8,"end":10,"text":"Bo","labels":["PER"]}}]}]}])";
        const auto first = read(file);
        VERIFY_RESULT(first);
        const Corpus &corpus = first->corpus;
        QCOMPARE(corpus.passages.size(), 5);
        QCOMPARE(corpus.passages[0].words(), u"Ada"_s);
        QCOMPARE(corpus.passages[0].attributes.size(), 3);
        QCOMPARE(corpus.passages[2].words(), u"Bo\nand"_s);
        QCOMPARE(corpus.passages[3].state, State::Rejected);
        QCOMPARE(corpus.passages[4].state, State::Suggested);
        QCOMPARE(corpus.annotators.size(), 3);
        QCOMPARE(corpus.annotators[0].name, u"Ada L"_s);
        QCOMPARE(corpus.relations.first().from, corpus.passages[2].id);
        QCOMPARE(corpus.relations.first().to, corpus.passages[0].id);
        QVERIFY(corpus.remainders.first().content.contains(u"\"sentiment\""));
        QVERIFY(first->remarks.contains(
            u"a.json, object 1: results of the type “choices” were kept, but cannot be shown."_s));
        QCOMPARE(test::differenceWhenKept(*first), QString());

        const Format &format = *findFormat(u"labelstudio-json");
        const auto written = writeChecked(format, corpus);
        VERIFY_RESULT(written);
        const QByteArray bytes = written->files.first().bytes;
        for (const char *kept : {"\"lead_time\": 5.5", "\"first_name\": \"Ada\"", "\"sentiment\"", "\"ref\": \"x\"",
                                 "\"id\": 8", "\"score\": 0.5", "\"article\": \"Ada met Bo\\nand left\""})
            QVERIFY2(bytes.contains(kept), bytes + "\n" + kept);
        const auto again = read(bytes);
        VERIFY_RESULT(again);
        QCOMPARE(test::differenceAfterLosses(corpus, written->loss, again->corpus, {u"tagset"_s}), QString());
    }

    void oneTaskInAFileOfItsOwnComesBackAsItWas()
    {
        const auto one = read("{\n  \"id\": 7,\n  \"completions\": [{\"id\": 71, \"result\": [\n"
                              R"({"id":"r1","type":"labels","from_name":"ner","to_name":"story","source":"$story",)"
                              R"("value":{"start":0,"end":3,"text":"Ada","labels":["PER","HERO"],"seen":2}},)"
                              R"({"id":"r1","type":"choices","from_name":"mood","to_name":"story",)"
                              R"("value":{"start":0,"end":3,"choices":["glad","proud"]}},)"
                              R"({"id":"r1","type":"rating","from_name":"stars","to_name":"story",)"
                              R"("value":{"start":0,"end":3,"rating":4}},)"
                              R"({"id":"r2","type":"labels","from_name":"ner","to_name":"story",)"
                              R"("value":{"start":8,"end":10,"text":"Bo","labels":["PER"]}},)"
                              R"({"type":"relation","from_id":"r1","to_id":"r2","direction":"right","labels":["met"]})"
                              "]}],\n  \"data\": {\"story\": \"Ada met Bo\"}\n}\n");
        VERIFY_RESULT(one);
        QCOMPARE(one->corpus.passages.size(), 3);
        const auto written = writeLabelStudio(one->corpus);
        VERIFY_RESULT(written);
        const QJsonObject task = QJsonDocument::fromJson(written->files.first().bytes).array().at(0).toObject();
        QVERIFY(!task.contains("annotations"_L1) && !task.contains(labelStudioKept));
        const QJsonObject annotation = task["completions"_L1][0].toObject();
        QCOMPARE(annotation["id"_L1].toInt(), 71);
        QStringList results;
        for (const QJsonArray all = annotation["result"_L1].toArray(); const auto &each : all)
            results.append(QString::fromUtf8(compactJson(each)));
        results.sort();
        QStringList expected{
            uR"({"from_name":"mood","id":"r1","to_name":"story","type":"choices",)"
            uR"("value":{"choices":["glad","proud"],"end":3,"start":0}})"_s,
            uR"({"from_name":"ner","id":"r1","source":"$story","to_name":"story","type":"labels",)"
            uR"("value":{"end":3,"labels":["PER","HERO"],"seen":2,"start":0,"text":"Ada"}})"_s,
            uR"({"from_name":"ner","id":"r2","to_name":"story","type":"labels",)"
            uR"("value":{"end":10,"labels":["PER"],"start":8,"text":"Bo"}})"_s,
            uR"({"from_name":"stars","id":"r1","to_name":"story","type":"rating",)"
            uR"("value":{"end":3,"rating":4,"start":0}})"_s,
            uR"({"direction":"right","from_id":"r1","labels":["met"],"to_id":"r2","type":"relation"})"_s};
        expected.sort();
        QCOMPARE(results, expected);
    }

    void theTextMayHaveAShortNameBesideNumbers()
    {
        const auto task = read(R"([{"data":{"tet":"Ada met Bo","x":1},"annotations":[]}])");
        VERIFY_RESULT(task);
        QCOMPARE(task->corpus.versions.first().text.string(), u"Ada met Bo"_s);
    }

    void wordsProveThatOlderFilesCountUtf16()
    {
        const auto old = read(R"([{"data":{"text":"👩 Ada"},"completions":[{"result":[{"id":"r","type":"labels",)"
                              R"("value":{"start":3,"end":6,"text":"Ada","labels":["P"]}}]}]}])");
        VERIFY_RESULT(old);
        QCOMPARE(old->counting.first().found.counting.unit, PositionUnit::Utf16Units);
        QCOMPARE(old->corpus.passages.first().words(), u"Ada"_s);
    }

    void aDialogueIsATextWithALineForEachSpeaker()
    {
        const QByteArray file =
            R"([{"id":3,"data":{"audio":"/a.mp3","talk":[)"
            R"({"author":"Noe 👩‍🚀","text":"I kept 🎬 it lit,\r\nfor you.","start":1.5},)"
            R"({"author":"Osric:","text":"Did you? "},{"text":""},{"author":"Noe 👩‍🚀","text":"Yes."}]},)"
            R"("annotations":[{"id":5,"result":[)"
            R"({"id":"r1","type":"paragraphlabels","from_name":"label","to_name":"talk","value":{"start":"0","end":"0",)"
            R"("startOffset":10,"endOffset":16,"text":"it lit","paragraphlabels":["LINE"]}},)"
            R"({"id":"r2","type":"paragraphlabels","from_name":"label","to_name":"talk","value":{"start":1,"end":3,)"
            R"("startOffset":4,"endOffset":4,"text":"you?\\nYes.","paragraphlabels":["ANSWER"]}},)"
            R"({"id":"r1","type":"choices","from_name":"mood","to_name":"talk","value":{"start":"0","end":"0",)"
            R"("startOffset":10,"endOffset":16,"choices":["warm"]}}]}]}])";
        const auto first = read(file);
        VERIFY_RESULT(first);
        const Corpus &corpus = first->corpus;
        QCOMPARE(corpus.versions.first().text.string(),
                 u"Noe 👩‍🚀: I kept 🎬 it lit,\nfor you.\nOsric: Did you? \n\nNoe 👩‍🚀: Yes."_s);
        QCOMPARE(corpus.passages.size(), 2);
        QCOMPARE(corpus.passages[0].words(), u"it lit"_s);
        QCOMPARE(corpus.passages[1].words(), u"you? \n\nNoe 👩‍🚀: Yes."_s);
        QCOMPARE(first->counting.first().found.counting.unit, PositionUnit::Utf16Units);
        QCOMPARE(test::differenceWhenKept(*first), QString());

        const auto written = writeChecked(*findFormat(u"labelstudio-json"), corpus);
        VERIFY_RESULT(written);
        const QJsonObject task = QJsonDocument::fromJson(written->files.first().bytes).array().at(0).toObject();
        const QJsonObject before = QJsonDocument::fromJson(file).array().at(0).toObject();
        QCOMPARE(task["data"_L1], before["data"_L1]);
        QVERIFY(!task.contains(labelStudioKept));
        const QJsonArray results = task["annotations"_L1][0]["result"_L1].toArray();
        QCOMPARE(results.size(), 3);
        QCOMPARE(results[0], before["annotations"_L1][0]["result"_L1][0]);
        QCOMPARE(results[1], before["annotations"_L1][0]["result"_L1][2]);
        QCOMPARE(results[2]["value"_L1]["endOffset"_L1].toInt(), 4);
        const auto again = read(written->files.first().bytes);
        VERIFY_RESULT(again);
        QCOMPARE(test::differenceAfterLosses(corpus, written->loss, again->corpus, {u"tagset"_s}), QString());
    }

    void aDialogueInWhichANameIsMarkedIsWrittenAsAPlainText()
    {
        auto dialogue = read(
            R"([{"data":{"talk":[{"author":"Noe","text":"Yes."}],"n":1},"annotations":[{"result":[)"
            R"({"type":"paragraphlabels","value":{"start":"0","end":"0","startOffset":0,"endOffset":3,)"
            R"("paragraphlabels":["LINE"]}}]}]}])");
        VERIFY_RESULT(dialogue);
        Corpus &corpus = dialogue->corpus;
        Passage name = corpus.passages.first();
        name.id = PassageId::create();
        name.fragments = {{.span = {{0}, {3}}, .words = u"Noe"_s}};
        corpus.passages.append(name);
        const auto written = writeChecked(*findFormat(u"labelstudio-json"), corpus);
        VERIFY_RESULT(written);
        QVERIFY(std::ranges::contains(written->loss, u"dialogues, which are written as plain texts"_s, &Loss::what));
        const auto again = read(written->files.first().bytes);
        VERIFY_RESULT(again);
        QCOMPARE(again->corpus.versions.first().text.string(), u"Noe: Yes."_s);
        QCOMPARE(again->corpus.passages.size(), 2);
        QCOMPARE(test::differenceAfterLosses(corpus, written->loss, again->corpus, {u"tagset"_s}), QString());
    }

    void whichOfATasksDataIsTheTextIsFound_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &data, const QByteArray &type, const QString &text) {
            QTest::newRow(name) << data << type << text;
        };
        const QByteArray talk = R"("talk":[{"author":"Noe","text":"Yes."}]})";
        row("a dialogue with a picture", R"({"image":"/a.jpg",)" + talk, {}, u"Noe: Yes."_s);
        row("a text with a list", R"({"text":"Ada",)" + talk, {}, u"Ada"_s);
        row("a longer text", R"({"body":"Ada met Bo today",)" + talk, {}, u"Ada met Bo today"_s);
        row("a dialogue with labels", R"({"text":"Ada met Bo today",)" + talk, "paragraphlabels", u"Noe: Yes."_s);
        row("other names of members", R"({"d":[{"speaker":"Noe","words":"Well, yes."}]})", {}, u"Noe: Well, yes."_s);
        row("a list of numbers", R"({"x":[1,2],"a":"Ada"})", {}, u"Ada"_s);
    }

    void whichOfATasksDataIsTheTextIsFound()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, type);
        QFETCH(QString, text);
        const auto task = read(R"([{"data":)" + data + R"(,"annotations":[{"result":[{"type":)" + '"' + type + '"'
                               + "}]}]}]");
        VERIFY_RESULT(task);
        QCOMPARE(task->corpus.versions.first().text.string(), text);
    }

    void ofAnyDialogueAllComesBack()
    {
        QVERIFY(rc::check([] {
            QJsonArray talk;
            for (int i = *rc::gen::inRange(1, 5); i > 0; --i)
                talk.append(
                    QJsonObject{{u"author"_s, test::RandomCorpus::coin() ? test::RandomCorpus::name() : QString()},
                                {u"text"_s, test::RandomCorpus::words()},
                                {u"start"_s, i}});
            const QJsonObject data{{u"talk"_s, talk}, {u"url"_s, u"/a"_s}};
            auto made = read(compactJson(QJsonObject{{u"data"_s, data}, {u"annotations"_s, QJsonArray()}}));
            if (!made || made->corpus.versions.isEmpty())
                return; // nobody says anything
            Corpus &corpus = made->corpus;
            const Version &version = corpus.versions.first();
            const TagsetId tagset = TagsetId::create();
            corpus.tagsets = {{.id = tagset, .name = u"Label Studio"_s}};
            corpus.tags = {{.id = TagId::create(), .tagset = tagset, .name = u"LINE"_s}};
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
                const auto begin = *rc::gen::inRange<qsizetype>(0, version.text.length());
                const auto end = *rc::gen::inRange<qsizetype>(begin + 1, version.text.length() + 1);
                const TextSpan span{{begin}, {end}};
                corpus.passages.append({.id = PassageId::create(),
                                        .version = version.id,
                                        .tag = corpus.tags.first().id,
                                        .fragments = {{.span = span, .words = version.text.words(span).toString()}}});
            }
            const auto written = writeChecked(*findFormat(u"labelstudio-json"), corpus);
            RC_ASSERT(written.has_value());
            const auto again = read(written->files.first().bytes);
            RC_ASSERT(again.has_value());
            const QString difference = test::differenceAfterLosses(corpus, written->loss, again->corpus, {u"tagset"_s});
            if (!difference.isEmpty())
                RC_FAIL(difference.toStdString());
            const bool isFlat = std::ranges::contains(written->loss, u"dialogues, which are written as plain texts"_s,
                                                      &Loss::what);
            RC_CLASSIFY(isFlat, "flat");
        }));
    }

    void whatIsWrongIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &file, const QString &message) {
            QTest::newRow(name) << file << message;
        };
        row("no JSON", "[{\"data\":\n{]", u"a.json, line 2: column 2: this is not sound JSON"_s);
        row("a number", "[1]", u"a.json, object 1: this is JSON, but no object"_s);
        row("no data", R"([{"text":"Ada"}])", u"there is no “data”"_s);
        row("only numbers and nothing", R"([{"data":{"tet":null,"x":1}}])", u"there is no text in “data”"_s);
        row("no text", R"([{"data":{"image":5}}])", u"there is no text in “data”"_s);
        row("a picture", R"([{"data":{"image":"https://a.example/b.jpg"},"annotations":[]}])",
            u"“image” only says where something lies: “https://a.example/b.jpg”"_s);
        row("one task, not closed", "{\n\"data\":{\"text\":\"Ada\"},\n\"annotations\":[]\n", u"a.json, line 4: "_s);
        row("annotations are no list", R"([{"data":{"text":"Ada"},"annotations":5}])", u"“annotations” must be"_s);
        row("results are no list", R"([{"data":{"text":"Ada"},"annotations":[{"result":5}]}])", u"“result” must be"_s);
        row("half", taskWith(R"({"type":"labels","value":{"start":0.5,"end":3,"labels":["P"]}})"),
            u"a.json, object 2: “start” and “end” of a span must be whole numbers"_s);
        row("outside", taskWith(R"({"type":"labels","value":{"start":0,"end":99,"labels":["P"]}})"),
            u"a.json, object 2: there is nothing at 0–99"_s);
        const auto talkWith = [](const QByteArray &place) {
            return R"([{"data":{"talk":[{"text":"Yes 🎬."}]},"annotations":[{"result":[{"type":"paragraphlabels","value":{)"
                + place + R"(,"paragraphlabels":["P"]}}]}]}])";
        };
        row("no such paragraph", talkWith(R"("start":"0","end":"1","startOffset":0,"endOffset":3)"),
            u"a.json, object 1: there is nothing from 0 in paragraph 0 to 3 in paragraph 1."_s);
        row("beyond the paragraph", talkWith(R"("start":"0","end":"0","startOffset":0,"endOffset":99)"),
            u"there is nothing from 0 in paragraph 0 to 99 in paragraph 0."_s);
        row("nothing of a paragraph", talkWith(R"("start":"0","end":"0","startOffset":2,"endOffset":2)"),
            u"there is nothing from 2"_s);
        row("half a character", talkWith(R"("start":"0","end":"0","startOffset":5,"endOffset":7)"),
            u"there is nothing from 5"_s);
        row("negative", talkWith(R"("start":"0","end":"0","startOffset":-1,"endOffset":3)"),
            u"there is nothing from -1"_s);
        row("other words in a dialogue",
            talkWith(R"("start":"0","end":"0","startOffset":0,"endOffset":3,"text":"No.")"),
            u"a.json, object 1: the words at 0–3 are “Yes”, the file says “No.”"_s);
        row("other words", taskWith(R"({"type":"labels","value":{"start":0,"end":3,"text":"Bo","labels":["P"]}})"),
            u"a.json, object 2: the words at 0–3 are “Ada”, the file says “Bo”"_s);
    }

    void whatIsWrongIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, message);
        const auto wrong = read(file);
        QVERIFY2(!wrong.has_value(), "it was read");
        QVERIFY2(wrong.error().message.contains(message), qPrintable(wrong.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_LabelStudio)
#include "tst_labelstudio.moc"
