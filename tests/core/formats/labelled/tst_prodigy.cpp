// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/prodigy.h"

#include "tests/core/formats/formattests.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Result<Read> read(const QByteArray &bytes)
{
    return readProdigy({{u"a.jsonl"_s, bytes}});
}

/// The remainders' members, a line a text.
QStringList remainders(const Corpus &corpus)
{
    QStringList all;
    for (const Remainder &remainder : corpus.remainders)
        all.append(remainder.content);
    return all;
}

}

class tst_Prodigy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAnyCorpusAllButTheLossesComesBack()
    {
        QVERIFY(rc::check([] {
            test::checkFormat("prodigy-jsonl", {u"tagset"_s, u"article"_s}, [](Corpus &corpus) {
                test::addRemainders(corpus, "prodigy-jsonl");
                if (test::RandomCorpus::coin())
                    return;
                // Somebody alone, sure of everything.
                const State state = State(test::RandomCorpus::below(3));
                for (Passage &passage : corpus.passages) {
                    passage.state = state;
                    passage.annotator = corpus.annotators.isEmpty() ? AnnotatorId() : corpus.annotators.first().id;
                    passage.created = {};
                }
                corpus.relations.clear();
            });
        }));
    }

    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeProdigy(test::sampleCorpus());
        VERIFY_RESULT(written);
        const QString difference = test::differenceFromGolden(u"formats/sample.prodigy.jsonl"_s,
                                                              written->files.first().bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void answersAreStatesAndComeBack()
    {
        const QByteArray tasks =
            R"({"text":"Ada","spans":[{"start":0,"end":3,"label":"P"}],"answer":"accept","_input_hash":-5})"
            "\n"
            R"({"text":"Bo","spans":[{"start":0,"end":2,"label":"P"}],"answer":"reject","_annotator_id":"eve"})"
            "\n"
            R"({"text":"Cy","spans":[{"start":0,"end":2,"label":"P"}],"answer":"ignore","_session_id":"set-eve"})"
            "\n"
            R"({"text":"Di","spans":[],"answer":"reject","options":[{"id":"A"}],"accept":["A"]})"
            "\n";
        const auto first = read(tasks);
        VERIFY_RESULT(first);
        const Corpus &corpus = first->corpus;
        QCOMPARE(corpus.passages.size(), 3);
        QCOMPARE(corpus.passages[0].state, State::Accepted);
        QCOMPARE(corpus.passages[1].state, State::Rejected);
        QCOMPARE(corpus.passages[2].state, State::Suggested);
        QVERIFY(corpus.passages[0].annotator.isNull());
        QCOMPARE(corpus.passages[1].annotator, corpus.annotators[0].id);
        QCOMPARE(corpus.annotators[1].name, u"set-eve"_s);
        QCOMPARE(remainders(corpus),
                 QStringList({uR"({"_input_hash":-5})"_s, uR"({"_session_id":"set-eve"})"_s,
                              uR"({"accept":["A"],"answer":"reject","options":[{"id":"A"}]})"_s}));
        QCOMPARE(test::differenceWhenKept(*first), QString());

        const auto written = writeProdigy(corpus);
        VERIFY_RESULT(written);
        const auto again = read(written->files.first().bytes);
        VERIFY_RESULT(again);
        QCOMPARE(test::differenceAfterLosses(corpus, written->loss, again->corpus, {u"tagset"_s}), QString());
        QVERIFY(written->files.first().bytes.contains(R"("_annotator_id":"eve")"));
        QCOMPARE(written->files.first().bytes.count("_annotator_id"), 1);
    }

    void tokensAndRelationsAreRead()
    {
        const auto first = read(
            R"({"text":"My mother likes Bo.","tokens":[{"text":"My","start":0,"end":2,"id":0,"ws":true},)"
            R"({"text":"mother","start":3,"end":9,"id":1,"ws":true},{"text":"likes","start":10,"end":15,"id":2,"ws":true},)"
            R"({"text":"Bo","start":16,"end":18,"id":3,"ws":false},{"text":".","start":18,"end":19,"id":4,"ws":false}],)"
            R"("spans":[{"token_start":0,"token_end":1,"label":"PERSON"}],)"
            R"("relations":[{"head":1,"child":3,"label":"LIKES","head_span":{"token_start":0,"token_end":1,)"
            R"("start":0,"end":9,"label":"PERSON"},"child_span":{"token_start":3,"token_end":3,"start":16,"end":18,)"
            R"("label":null},"color":"#fff"}]})"
            "\n");
        VERIFY_RESULT(first);
        const Corpus &corpus = first->corpus;
        QCOMPARE(corpus.passages.size(), 2);
        QCOMPARE(corpus.passages[0].words(), u"My mother"_s);
        QCOMPARE(corpus.passages[1].words(), u"Bo"_s);
        QCOMPARE(corpus.relations.size(), 1);
        QCOMPARE(corpus.relations.first().label, u"LIKES"_s);
        QCOMPARE(corpus.relations.first().from, corpus.passages[0].id);
        QCOMPARE(corpus.relations.first().values, QList<RelationValue>({{u"color"_s, u"#fff"_s}}));
        QVERIFY(corpus.remainders.isEmpty()); // the tokens are those that are made again
    }

    void writtenTokensBeginAndEndWithSpans()
    {
        const auto first = read(R"({"text":"unhappy 👩🏽‍🚀  end","spans":[{"start":2,"end":7,"label":"A"},)"
                                R"({"start":8,"end":13,"label":"B"}]})");
        VERIFY_RESULT(first);
        const auto written = writeProdigy(first->corpus);
        VERIFY_RESULT(written);
        const QJsonObject task = QJsonDocument::fromJson(written->files.first().bytes).object();
        const QList<uint> text = task.value("text"_L1).toString().toUcs4();
        const QJsonArray tokens = task.value("tokens"_L1).toArray();
        for (const auto &each : tokens) {
            const qsizetype begin = each["start"_L1].toInteger();
            const QList<uint> words = text.sliced(begin, each["end"_L1].toInteger() - begin);
            QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t *>(words.constData()), words.size()),
                     each["text"_L1].toString());
        }
        const QJsonArray spans = task.value("spans"_L1).toArray();
        QCOMPARE(spans.size(), 2);
        for (const auto &span : spans) {
            QCOMPARE(tokens[qsizetype(span["token_start"_L1].toInteger(-1))]["start"_L1], span["start"_L1]);
            QCOMPARE(tokens[qsizetype(span["token_end"_L1].toInteger(-1))]["end"_L1], span["end"_L1]);
        }
    }

    void whoAnsweredAndWhatWasChosenComesBack()
    {
        const auto all = read(
            R"({"text":"Ada","spans":[{"start":0,"end":3,"label":"P"}],"_annotator_id":"d-eve","_session_id":"d-eve"})"
            "\n"
            R"({"text":"Bo","spans":[],"options":[{"id":"A"},{"id":"B"}],"accept":["B"],"answer":"accept"})"
            "\n"
            R"({"text":"Bo","label":"RUDE","answer":"reject"})");
        VERIFY_RESULT(all);
        QCOMPARE(all->corpus.annotators.first().name, u"d-eve"_s);
        const QString remarks = all->remarks.join(u'\n');
        QVERIFY2(remarks.contains(u"line 2: labels of the whole text (“accept”)"), qPrintable(remarks));
        QVERIFY2(remarks.contains(u"line 3: labels of the whole text (“label”)"), qPrintable(remarks));
        const QList<QByteArray> lines = writeProdigy(all->corpus)->files.first().bytes.split('\n');
        QVERIFY(lines[0].contains(R"("_annotator_id":"d-eve")") && lines[0].contains(R"("_session_id":"d-eve")"));
        QVERIFY(lines[1].contains(R"("accept":["B"])"));
        QVERIFY(lines[2].contains(R"("label":"RUDE")") && lines[2].contains(R"("answer":"reject")"));
        Corpus others = all->corpus;
        others.annotators.first().name = u"Bo"_s;
        QVERIFY(writeProdigy(others)->files.first().bytes.contains(R"("_annotator_id":"Bo")"));
    }

    void whatIsWrongIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &line, const QString &message) {
            QTest::newRow(name) << line << message;
        };
        row("an image", R"({"image":"x.png"})", u"there is no “text”"_s);
        row("spans of an image", R"({"image":"x.png","text":"x","spans":[{"points":[[1,1],[2,2]],"label":"P"}]})",
            u"a span is a place in a picture"_s);
        row("another answer", R"({"text":"Ada","answer":"maybe"})", u"“answer” must be accept, reject or ignore"_s);
        row("an answer that is a number", R"({"text":"Ada","answer":1})", u"“answer” must be"_s);
        row("tokens are no list", R"({"text":"Ada","tokens":1})", u"“tokens” must be an array"_s);
        row("a token that is not there", R"({"text":"Ada","spans":[{"token_start":0,"token_end":0,"label":"P"}]})",
            u"must be whole numbers"_s);
        row("a relation is a number", R"({"text":"Ada","relations":[1]})", u"a relation must be an object"_s);
        row("a relation without ends", R"({"text":"Ada","relations":[{"label":"r"}]})", u"must be whole numbers"_s);
        row("words elsewhere", R"({"text":"Ada","spans":[{"start":0,"end":2,"label":"P","text":"Ada"}]})",
            u"The numbers fit when"_s);
    }

    void whatIsWrongIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const QByteArray sound = R"({"text":"first","spans":[{"start":0,"end":5,"label":"P","text":"first"}]})";
        const auto wrong = read(sound + "\n" + line + "\n");
        QVERIFY2(!wrong.has_value(), "it was read");
        QVERIFY2(wrong.error().message.startsWith(u"a.jsonl, line 2: "), qPrintable(wrong.error().message));
        if (line.contains("Ada\"}]"))
            return;
        QVERIFY2(wrong.error().message.contains(message), qPrintable(wrong.error().message));
    }

    void prodigysOwnFilesAreReadAndComeBack()
    {
        const QString folder = test::sharedCorpus("prodigy");
        if (folder.isEmpty())
            QSKIP("There is no corpus of Prodigy's beside the source.");
        const Format &format = *findFormat(u"prodigy-jsonl");
        const QString path = folder + u"/news_headlines_first60.jsonl"_s;
        QCOMPARE(recognise(path), &format);
        const auto first = load(format, path);
        VERIFY_RESULT(first);
        QCOMPARE(first->corpus.articles.size(), 60);
        QVERIFY(first->counting.first().found.byWords && !first->counting.first().found.isDoubtful);
        QCOMPARE(test::differenceWhenKept(*first), QString());
        const auto written = writeChecked(format, first->corpus);
        VERIFY_RESULT(written);
        const auto again = format.read(written->files);
        VERIFY_RESULT(again);
        QCOMPARE(test::differenceAfterLosses(first->corpus, written->loss, again->corpus, {u"tagset"_s}), QString());
        // Every member of every task is there again.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> before = file.readAll().trimmed().split('\n');
        const QList<QByteArray> after = written->files.first().bytes.trimmed().split('\n');
        QCOMPARE(before.size(), after.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            const QJsonObject was = QJsonDocument::fromJson(before[i]).object();
            const QJsonObject is = QJsonDocument::fromJson(after[i]).object();
            for (auto member = was.constBegin(); member != was.constEnd(); ++member) {
                if (member.key() == "meta"_L1 || member.key() == "spans"_L1)
                    continue;
                QVERIFY2(is.value(member.key()) == member.value(), before[i]);
            }
            const QJsonArray spans = is.value("spans"_L1).toArray();
            for (const auto &span : was.value("spans"_L1).toArray()) {
                const bool found = std::ranges::any_of(spans, [&](const QJsonValue &other) {
                    QJsonObject object = other.toObject();
                    if (span["text"_L1].isUndefined())
                        object.remove("text"_L1);
                    return object == span.toObject();
                });
                QVERIFY2(found, before[i]);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_Prodigy)
#include "tst_prodigy.moc"
