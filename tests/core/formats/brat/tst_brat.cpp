// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlines.h"
#include "core/model/names.h"
#include "tests/core/formats/afterlosses.h"
#include "tests/core/formats/brat/brattests.h"
#include "tests/support/support.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;
using pq::test::bytesOf;
using pq::test::howTheyComeBack;
using pq::test::randomBratFiles;
using pq::test::readBratLines;
using pq::test::sortedLines;
using pq::test::whyBratRefuses;

namespace {

/// Whether brat's lines that the corpus has no place for only refer to catalogues.
bool areReferences(const Remainder &remainder)
{
    const QJsonArray lines = QJsonDocument::fromJson(remainder.content.toUtf8())["lines"_L1].toArray();
    return remainder.format == u"brat" && !lines.isEmpty()
        && std::ranges::all_of(lines, [](const QJsonValue &line) { return line.toString().startsWith(u'N'); });
}

}

class tst_Brat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeBrat(test::sampleCorpus());
        VERIFY_RESULT(written);
        for (const NamedFile &file : written->files) {
            const QString difference = test::differenceFromGolden(u"formats/brat/"_s + file.path, file.bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        const QString difference = test::differenceFromGolden(u"formats/brat-loss.json"_s, toJson(written->loss));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void aReaderThatSharesNoCodeFindsEveryWordInItsPlace()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("python3 is not installed.");
        const QTemporaryDir folder;
        const auto written = writeBrat(test::sampleCorpus());
        VERIFY_RESULT(written);
        VERIFY_RESULT(save(*findFormat(u"brat"), *written, folder.path()));
        QProcess process;
        process.start(python, {QString::fromUtf8(TEST_DATA) + u"/formats/read_brat.py"_s, folder.path()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).trimmed(), u"#=10 A=6 E=8 N=6 R=3 T=22 files=4"_s);
        QCOMPARE(process.exitCode(), 0);
    }

    void ofTheSampleWhatBratHasRoomForComesBack()
    {
        const Corpus corpus = test::sampleCorpus();
        const auto written = writeBrat(corpus);
        VERIFY_RESULT(written);
        const auto read = readBrat(written->files);
        VERIFY_RESULT(read);
        const Corpus &back = read->corpus;
        QCOMPARE(back.tags, corpus.tags);
        QCOMPARE(back.tagsets, corpus.tagsets);
        QCOMPARE(back.versions.size(), corpus.versions.size());
        QCOMPARE(back.passages.size(), corpus.passages.size());
        const QString difference = test::differenceAfterLosses(corpus, written->loss, back, {u"article"_s});
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(back.claims.size(), corpus.claims.size());
        QCOMPARE(back.links.size(), 3); // the others join different texts
        // Participants with evidence in the same text.
        const auto made = std::ranges::find(back.claims, u"The line is Noe\u0301 Brandt’s"_s, &Claim::summary);
        QVERIFY(made != back.claims.end());
        const auto original = std::ranges::find(corpus.claims, made->summary, &Claim::summary);
        QCOMPARE(made->participants.size(), original->participants.size());
        for (qsizetype i = 0; i < made->participants.size(); ++i) {
            QCOMPARE(made->participants[i].entity, original->participants[i].entity);
            QCOMPARE(made->participants[i].role, original->participants[i].role);
        }
        QCOMPARE(back.notes.size(), 3);
        QCOMPARE(back.notes.first().body, u"Is the *full stop* hers?  - check the recording 🎧"_s);
    }

    void ofAnyCorpusWhatBratHasRoomForComesBack()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeBrat(corpus);
            RC_ASSERT(written.has_value());
            if (corpus.versions.isEmpty())
                return;
            for (const NamedFile &file : written->files) {
                if (const QString why = file.path.endsWith(u".ann") ? whyBratRefuses(file.bytes) : QString();
                    !why.isEmpty())
                    RC_FAIL(why.toStdString());
            }
            const auto read = readBrat(written->files);
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            RC_ASSERT(read->corpus.tags == corpus.tags);
            Corpus back = read->corpus;
            // What words show an entity that takes part by other words already is kept for brat alone.
            const bool areShared = std::ranges::any_of(written->loss, [](const Loss &loss) {
                return loss.what.startsWith(u"words that show several entities");
            });
            if (areShared)
                back.remainders.removeIf(areReferences);
            // Versions of one article become articles.
            const QString difference = test::differenceAfterLosses(corpus, written->loss, back, {u"article"_s});
            if (!difference.isEmpty())
                RC_FAIL(difference.toStdString());
            for (const Loss &loss : written->loss) {
                RC_ASSERT(loss.count >= loss.objects.size());
                RC_ASSERT(!loss.objects.contains(QString()));
            }
        }));
    }

    void everythingThatIsLostIsListed()
    {
        const Corpus corpus = test::sampleCorpus();
        const auto written = writeBrat(corpus);
        VERIFY_RESULT(written);
        QHash<QString, qint64> counts;
        for (const Loss &loss : written->loss)
            counts.insert(loss.what, loss.count);
        QCOMPARE(counts.value(u"portrayals"_s), corpus.portrayals.size());
        QCOMPARE(counts.value(u"evidence"_s), corpus.evidence.size());
        QCOMPARE(counts.value(u"verdicts"_s), corpus.verdicts.size());
        QCOMPARE(counts.value(u"sign-offs"_s), corpus.signOffs.size());
        QCOMPARE(counts.value(u"ids of passages"_s), corpus.passages.size());
        QCOMPARE(counts.value(u"links between claims of different texts"_s), 4);
        QCOMPARE(counts.value(u"notes on anything but passages and claims"_s), 3);
        QCOMPARE(counts.value(u"fragments with line breaks or tabs, which were split there"_s), 2);
        QCOMPARE(counts.value(u"states of links, which now seem accepted"_s), 1);
    }

    void otherPeoplesFilesAreRead()
    {
        const auto read = readBratLines("T1\tContent 8 11;12 15\tone two\n"
                                        "T2\tSource 16 19\tone\n"
                                        "T3\tCue 12 15\ttwo\r\n"
                                        "E1\tAttribution:T3 Content:T1 Source:T2\n"
                                        "E2\tTransfer:T1 Giver:T2\n"
                                        "A1\tNegated T1\n"
                                        "A2\tStance T1 positive\n"
                                        "N1\tReference T2 Wikipedia:12345\tSomebody\n"
                                        "#1\tAnnotatorNotes T1\tAre these “one”?\n"
                                        "*\tEquiv T1 T2\n"
                                        "R1\tCauses Arg1:T1 Arg2:T2\n"
                                        "T4\tLong 12 19\ttwo one\n",
                                        "e\xcc\x81👨‍👩‍👧 one two\r\none\r\n");
        VERIFY_RESULT(read);
        const Corpus &corpus = read->corpus;
        QCOMPARE(corpus.versions.first().text.string(), QString::fromUtf8(test::bratText));
        QCOMPARE(corpus.versions.first().repairs, QList<Repair>({{RepairKind::LineEnds, 2}}));
        QCOMPARE(corpus.articles.first().title, u"a"_s);
        QCOMPARE(corpus.passages.size(), 5); // the event that is no claim has the place of its trigger
        QCOMPARE(corpus.passages[0].fragments.size(), 2);
        QCOMPARE(corpus.passages[0].attributes.size(), 2);
        QCOMPARE(corpus.passages[1].fragments, corpus.passages[0].fragments);
        QCOMPARE(corpus.passages[4].fragments.first().words, u"two\none"_s);
        QCOMPARE(corpus.tags.size(), 5);
        QCOMPARE(corpus.relations.size(), 2);
        QCOMPARE(corpus.relations[0].label, u"Giver"_s);
        QCOMPARE(corpus.relations[0].from, corpus.passages[1].id);
        QCOMPARE(corpus.relations[0].to, corpus.passages[2].id);
        QCOMPARE(corpus.relations[1].label, u"Causes"_s);
        QCOMPARE(corpus.relations[1].from, corpus.passages[0].id);
        QCOMPARE(corpus.claims.size(), 1);
        QCOMPARE(corpus.claims.first().kind, ClaimKind::Quote);
        QCOMPARE(corpus.claims.first().passages,
                 QList<ClaimPassage>(
                     {{corpus.passages[0].id, PassageRole::Content}, {corpus.passages[2].id, PassageRole::Source}}));
        QCOMPARE(corpus.entities.first().name, u"Somebody"_s);
        QCOMPARE(corpus.entities.first().externalIds, QList<ExternalId>({{u"wikipedia"_s, u"12345"_s}}));
        QCOMPARE(corpus.notes.first().target, NoteTarget(corpus.passages[0].id));
        const QString remarks = read->remarks.join(u'\n');
        for (const QString &remark : {u"A tag was made for the type “Content”."_s,
                                      u"What has no place here was kept for brat alone (2 times)."_s,
                                      u"a.ann, line 12: words with a space where the text breaks the line"_s})
            QVERIFY2(remarks.contains(remark), qPrintable(remark + u"\n\n"_s + remarks));
    }

    void whatBratWroteAgainIsRead()
    {
        // A tab more before each name, a blank behind events without arguments, words of nothing but spaces twice.
        const QByteArray ann = "T1\tPerson 8 11\tone\nN1\tReference T1 Wikidata:Q42\t\t\tVal\n"
                               "T2\tMove 12 15\ttwo\nE1\tMove:T2 \nT3\tGap 7 8\t \t \n";
        const auto read = readBratLines(ann);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.entities.first().name, u"Val"_s);
        QCOMPARE(read->corpus.passages.size(), 3);
        QCOMPARE(read->corpus.passages.last().fragments.first().words, u" "_s);
        const QString difference = howTheyComeBack({{u"a.ann"_s, ann}, {u"a.txt"_s, test::bratText}});
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void wordsWithoutASpaceBetweenTheirFragmentsAreRight()
    {
        const auto read = readBratLines("T1\tQuote 8 11;12 15\tonetwo\n");
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.first().fragments.size(), 2);
        QVERIFY(read->remarks.join(u'\n').contains(u"words without a space between their fragments"));
    }

    void otherWaysOfCountingAreFoundByTheWords_data()
    {
        QTest::addColumn<QByteArray>("txt");
        QTest::addColumn<QByteArray>("ann");
        QTest::addColumn<Counting>("counting");
        const auto row = [](const char *name, const QByteArray &txt, const QByteArray &ann, const Counting &counting) {
            QTest::newRow(name) << txt << ann << counting;
        };
        QByteArray crlf = test::bratText;
        crlf.replace("\n", "\r\n");
        row("CRLF as two", crlf, "T1\tQuote 8 11\tone\nT2\tQuote 17 20\tone\nT3\tQuote 12 15;17 20\ttwo one\n",
            {PositionUnit::CodePoints, true, false});
        row("UTF-16", test::bratText, "T1\tQuote 11 14\tone\nT2\tQuote 19 22\tone\nT3\tQuote 15 18;19 22\ttwo one\n",
            {PositionUnit::Utf16Units, false, false});
        row("CRLF as two behind a mark", "\xef\xbb\xbf" + crlf,
            "T1\tQuote 9 12\tone\nT2\tQuote 18 21\tone\nT3\tQuote 13 16;18 21\ttwo one\n",
            {PositionUnit::CodePoints, true, false});
    }

    void otherWaysOfCountingAreFoundByTheWords()
    {
        QFETCH(QByteArray, txt);
        QFETCH(QByteArray, ann);
        QFETCH(Counting, counting);
        const auto read = readBratLines(ann + "A1\tSure T2\n", txt);
        VERIFY_RESULT(read);
        QCOMPARE(read->counting.size(), 1);
        QCOMPARE(read->counting.first().found.counting, counting);
        QCOMPARE(read->corpus.versions.first().text.string(), QString::fromUtf8(test::bratText));
        // Written in code points, beside a text whose lines end as Pullquote's do.
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        const QByteArray mark = txt.startsWith("\xef\xbb\xbf") ? "\xef\xbb\xbf" : "";
        QCOMPARE(bytesOf(written->files, u"a.txt"_s), mark + test::bratText);
        QCOMPARE(sortedLines(bytesOf(written->files, u"a.ann"_s)),
                 mark.isEmpty() ? QStringList({u"A1\tSure T2"_s, u"T1\tQuote 8 11\tone"_s, u"T2\tQuote 16 19\tone"_s,
                                               u"T3\tQuote 12 15;16 19\ttwo one"_s})
                                : QStringList({u"A1\tSure T2"_s, u"T1\tQuote 9 12\tone"_s, u"T2\tQuote 17 20\tone"_s,
                                               u"T3\tQuote 13 16;17 20\ttwo one"_s}));
    }

    void whatIsWrongIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &line, const QString &message) {
            QTest::newRow(name) << line << message;
        };
        row("no tab", "T2 Quote 8 11 one", u"there is no tab behind the id"_s);
        row("unknown kind", "X1\tQuote 8 11\tone", u"“X1” is no id of brat's"_s);
        row("id twice", "T1\tQuote 8 11\tone", u"the id “T1” is taken already"_s);
        row("no offsets", "T2\tQuote\tone", u"needs a type, offsets and words"_s);
        row("no numbers", "T2\tQuote a b\tone", u"“a b” are no offsets"_s);
        row("one number", "T2\tQuote 8\tone", u"“8” are no offsets"_s);
        row("three numbers", "T2\tQuote 8 9 10\tone", u"“8 9 10” are no offsets"_s);
        row("huge", "T2\tQuote 8 99999999999999999999\tone", u"are no offsets"_s);
        row("largest", "T2\tQuote 8 9223372036854775807\tone", u"there is nothing at 8–9223372036854775807"_s);
        row("negative", "T2\tQuote -1 3\tone", u"are no offsets"_s);
        row("empty", "T2\tQuote 8 8\t", u"a fragment ends at 8"_s);
        row("reversed", "T2\tQuote 11 8\tone", u"a fragment ends at 8"_s);
        row("outside", "T2\tQuote 8 99\tone",
            u"there is nothing at 8–99 as the text has 20 characters; the file says “one”"_s);
        row("no words", "T2\tQuote 8 11", u"the words are missing"_s);
        row("wrong words", "T2\tQuote 8 11\ttwo", u"the words at 8–11 are “one”, the file says “two”"_s);
        row("more words", "T2\tQuote 8 11\tone two", u"the words at 8–11 are “one”, the file says “one two”"_s);
        row("wrong words in two", "T2\tQuote 8 11;12 15\tone  two",
            u"the words at 8–11, 12–15 are “one two”, the file says “one  two”"_s);
        row("UTF-16", "T2\tQuote 11 14;15 18\tone two", u"The numbers fit when counted in UTF-16 code units"_s);
        row("bytes", "T2\tQuote 22 25\tone", u"The numbers fit when counted in UTF-8 bytes"_s);
        row("inclusive", "T2\tQuote 8 10\tone", u"The numbers fit when the end is the last character"_s);
        row("CRLF as two", "T2\tQuote 17 20\tone", u"The numbers fit when each line end counts as two"_s);
        row("overlap", "T2\tQuote 8 11;10 12\tone e ", u"the fragments overlap at 10"_s);
        row("unknown trigger", "E1\tQuote:T9", u"“T9” is nowhere in this file"_s);
        row("unknown argument", "E1\tQuote:T1 Content:T9", u"“T9” is nowhere in this file"_s);
        row("no argument", "E1\tQuote:T1 Content", u"“Content” is no argument"_s);
        row("attribute of nothing", "A1\tNegated T9", u"“T9” is nowhere in this file"_s);
        row("attribute without target", "A1\tNegated", u"an attribute needs"_s);
        row("note on nothing", "#1\tAnnotatorNotes T9\tx", u"“T9” is nowhere in this file"_s);
        row("no reference", "N1\tReference T1 Q42\tx", u"a normalisation looks like"_s);
        row("relation with one end", "R1\tWithin Arg1:T1", u"a relation looks like"_s);
        row("invalid UTF-8", "T2\tQuote 8 11\ton\xff", u"not valid UTF-8"_s);
    }

    void whatIsWrongIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const auto read = readBratLines("T1\tQuote 8 11\tone\n\n" + line + "\n");
        QVERIFY2(!read.has_value(), "it was read");
        QVERIFY2(read.error().message.startsWith(u"a.ann, line 3: "), qPrintable(read.error().message));
        QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    }

    void whatIsReadCanBeKept_data()
    {
        QTest::addColumn<QByteArray>("txt");
        QTest::addColumn<QByteArray>("ann");
        QTest::addColumn<QByteArray>("conf");
        const auto row = [](const char *name, const QByteArray &txt, const QByteArray &ann,
                            const QByteArray &conf = {}) { QTest::newRow(name) << txt << ann << conf; };
        row("a configuration whose comments about tags are gone", "one\n", "T1\tQuote 0 3\tone\nA1\tNegated T1\n",
            "#attribute Negated 0195b000-0000-7005-8000-000000000005\n");
        row("annotations on an empty text", "", "*\tEquiv T1 T2\n");
        row("three byte order marks", "\xef\xbb\xbf\xef\xbb\xbf\xef\xbb\xbfone\n", "T1\tQuote 3 6\tone\n");
        row("an id in capitals and in small letters", "one\n",
            "T1\tQuote 0 3\tone\n"
            "N1\tReference T1 Pullquote:0195b000-0000-7005-8000-00000000000a\tVal\n"
            "N2\tReference T1 Pullquote:0195B000-0000-7005-8000-00000000000A\tVal\n");
    }

    void whatIsReadCanBeKept()
    {
        QFETCH(QByteArray, txt);
        QFETCH(QByteArray, ann);
        QFETCH(QByteArray, conf);
        const auto read = readBrat({{u"a.ann"_s, ann}, {u"a.txt"_s, txt}, {u"annotation.conf"_s, conf}});
        VERIFY_RESULT(read);
        const auto kept = writeJsonLines(read->corpus);
        VERIFY_RESULT(kept);
        const auto again = readJsonLines(kept->files);
        VERIFY_RESULT(again);
        QCOMPARE(again->corpus, read->corpus);
    }

    void annotationsWithoutTheirTextAreRefused()
    {
        const auto read = readBrat({{u"a.ann"_s, ""}});
        QVERIFY(!read && read.error().message.contains(u"a.txt is missing"));
        QVERIFY(!readBrat({}).has_value());
        const auto empty = readBratLines("\n", "");
        VERIFY_RESULT(empty);
        QVERIFY(empty->corpus.versions.isEmpty());
        QCOMPARE(empty->remarks, QStringList(u"a.txt: an empty text was left out."_s));
        const auto onNothing = readBratLines("T1\tQuote 0 1\tx\n", "");
        QVERIFY(!onNothing && onNothing.error().message.contains(u"a.ann, line 1"));
        const auto nul = readBratLines("", QByteArray("a\0b", 3));
        QVERIFY(!nul && nul.error().message.contains(u"a.txt: the text holds a NUL"));
    }

    void aFragmentWhoseWordsAreNotItsTextsIsNotWritten()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.passages[0].fragments[0].words += u'!';
        QVERIFY(!writeBrat(corpus).has_value());
    }

    void fileNamesAreSafeAndDiffer()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.articles[0].title = u"../../etc/passwd"_s;
        corpus.articles[1].title = u"ETC PASSWD"_s;
        corpus.articles[2].title = u"שלום"_s;
        const auto written = writeBrat(corpus);
        VERIFY_RESULT(written);
        QStringList names;
        for (const NamedFile &file : written->files)
            names.append(file.path);
        QCOMPARE(names,
                 QStringList({u"etc-passwd.ann"_s, u"etc-passwd.txt"_s, u"ETC-PASSWD-2.ann"_s, u"ETC-PASSWD-2.txt"_s,
                              u"article-v1.ann"_s, u"article-v1.txt"_s, u"article-v2.ann"_s, u"article-v2.txt"_s,
                              u"annotation.conf"_s, u"visual.conf"_s}));
    }

    void randomBytesNeverCrashIt()
    {
        QVERIFY(rc::check([] {
            const auto bytes = *rc::gen::container<std::string>(
                rc::gen::elementOf(std::string("TEAR#N*123 \t\n;:abc\xe9")));
            (void)readBratLines(QByteArray::fromStdString(bytes));
        }));
    }

    void aFolderWithSomeBytesChangedNeverCrashesIt()
    {
        const QList<NamedFile> sound = writeBrat(test::sampleCorpus())->files;
        QVERIFY(rc::check([&] {
            QList<NamedFile> files = sound;
            for (int n = 1 + test::RandomCorpus::below(6); n > 0; --n) {
                QByteArray &bytes = files[test::RandomCorpus::below(int(files.size()))].bytes;
                if (!bytes.isEmpty())
                    bytes[test::RandomCorpus::below(int(bytes.size()))] = *rc::gen::elementOf(
                        std::string("TEAR#N0123456789 \t\n;:\r\xff"));
            }
            (void)readBrat(files);
        }));
    }

    void realBratFilesAreRead()
    {
        const QString folder = QString::fromUtf8(SOURCE_ROOT) + u"/../shared/corpora/brat-litbank"_s;
        if (!QDir(folder).exists())
            QSKIP("There is no corpus of brat's beside the source.");
        const auto read = load(*findFormat(u"brat"), folder);
        VERIFY_RESULT(read);
        QVERIFY(read->corpus.passages.size() > 1000);
        for (const Relation &relation : read->corpus.relations)
            QVERIFY(!relation.label.isEmpty());
        QList<NamedFile> files;
        const auto names = inputFiles(*findFormat(u"brat"), folder);
        VERIFY_RESULT(names);
        const auto loaded = loadFiles(*findFormat(u"brat"), folder, *names);
        VERIFY_RESULT(loaded);
        const QString difference = howTheyComeBack(*loaded);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void otherPeoplesFilesComeBackLineForLine()
    {
        const QByteArray conf =
            "# of ours\n[entities]\nActor\n\tPerson\n\tRobot\n----\n!Thing\n"
            "[relations]\n<WHO>=Person|Robot\nKnows\tArg1:<WHO>, Arg2:<WHO>, <REL-TYPE>:symmetric\n\n[events]\n"
            "Attack\tTheme+:<ENTITY>\nAttribution\tContent:Thing\n[attributes]\n"
            "<WHO>=Person|Robot\nNegated\tArg:<EVENT>\nSure\tArg:<WHO>, Value:high|low\n";
        const QByteArray visual = "[labels]\nRobot | a machine | m\n[drawing]\nSPAN_DEFAULT\tfgColor:black\n"
                                  "Robot\tbgColor:#0aF, borderColor:darken\n";
        const QList<NamedFile> files{{u"annotation.conf"_s, conf},
                                     {u"visual.conf"_s, visual},
                                     {u"tools.conf"_s, "[options]\nTokens\ttokenizer:whitespace\n"},
                                     {u"below/annotation.conf"_s, "[entities]\nOther\n"},
                                     {u"a.ann"_s,
                                      "T7\tPerson 8 11;12 15\tone two\nT9\tAttack 12 19\ttwo one\n"
                                      "E3\tAttack:T9 Theme:T7 Theme2:T7\nE5\tAttack:T9 Theme:E3\n"
                                      "A4\tNegated E5\nA2\tSure T7 low\n*\tEquiv T7 E3\nR8\tKnows Arg1:T7 Arg2:T7\n"
                                      "A9\tOdd R8\n#1\tAnnotatorNotes R8\twhy?\nN2\tReference T7 Wikidata:Q42\tVal\n"
                                      "#7\tConfidence T7\t0.5\n"},
                                     {u"a.txt"_s, test::bratText}};
        const QString difference = howTheyComeBack(files);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));

        const auto read = readBrat(files);
        VERIFY_RESULT(read);
        const Corpus &corpus = read->corpus;
        QStringList tags;
        for (const Tag &tag : corpus.tags) {
            const auto parent = std::ranges::find(corpus.tags, tag.parent, &Tag::id);
            tags.append((parent == corpus.tags.end() ? QString() : parent->name + u'/') + tag.name);
        }
        QCOMPARE(tags, QStringList({u"Actor"_s, u"Actor/Person"_s, u"Actor/a machine"_s, u"Thing"_s, u"Attack"_s}));
        QCOMPARE(corpus.tags[2].colour, u"#00aaff"_s);
        QCOMPARE(corpus.tags[1].attributes.first().choices, QStringList({u"high"_s, u"low"_s}));
        QCOMPARE(corpus.tags[4].attributes.first().kind, AttributeKind::Boolean);
        QCOMPARE(corpus.relations.size(), 4);
        QCOMPARE(corpus.passages.size(), 3);

        // What was deleted stays away, with what was about it; what is new gets ids of its own.
        Corpus changed = corpus;
        const PassageId gone = changed.passages[2].id; // E5
        changed.passages.removeLast();
        changed.relations.removeIf([&](const Relation &each) { return each.from == gone; });
        Passage added = changed.passages[0];
        added.id = PassageId::create();
        added.fragments.removeLast();
        added.attributes.clear();
        changed.passages.append(added);
        const auto written = writeBrat(changed);
        VERIFY_RESULT(written);
        QStringList expected = sortedLines(bytesOf(files, u"a.ann"_s));
        expected.removeIf([](const QString &line) { return line.startsWith(u"E5") || line.startsWith(u"A4"); });
        expected.append(u"T1\tPerson 8 11\tone"_s);
        expected.sort();
        QCOMPARE(sortedLines(bytesOf(written->files, u"a.ann"_s)), expected);
        VERIFY_RESULT(readBrat(written->files));
    }

    void anyonesFilesComeBackLineForLine()
    {
        QVERIFY(rc::check([] {
            const QString difference = howTheyComeBack(randomBratFiles());
            if (!difference.isEmpty())
                RC_FAIL(difference.toStdString());
        }));
    }

    void aThousandDocumentsWithFourThousandDiscontinuousPassagesComeBack()
    {
        QList<NamedFile> files;
        for (int n = 0; n < 1000; ++n) {
            QByteArray ann;
            for (int i = 0; i < 4; ++i) {
                const int at = i * 5;
                ann += "T" + QByteArray::number(i + 1) + "\tSplit " + QByteArray::number(at) + ' '
                    + QByteArray::number(at + 2) + ';' + QByteArray::number(at + 3) + ' ' + QByteArray::number(at + 4)
                    + "\tab c\n";
            }
            files.append({u"d%1.ann"_s.arg(n), ann});
            files.append({u"d%1.txt"_s.arg(n), QByteArray("ab c\n").repeated(4)});
        }
        const auto read = readBrat(files);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.size(), 4000);
        const QString difference = howTheyComeBack(files);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

QTEST_GUILESS_MAIN(tst_Brat)
#include "tst_brat.moc"
