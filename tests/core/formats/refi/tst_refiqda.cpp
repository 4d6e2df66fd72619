// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/refiqda.h"
#include "tests/core/formats/afterlosses.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/core/formats/refi/refiproject.h"
#include "tests/support/support.h"

#include <QTemporaryDir>

using namespace pq;
using test::canValidate;
using test::faultOf;
using test::project;
using test::selection;
using namespace Qt::StringLiterals;

class tst_RefiQda : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeRefiQda(test::sampleCorpus());
        VERIFY_RESULT(written);
        for (const auto &[golden, bytes] :
             {std::pair(u"formats/sample.qde"_s, written->files.first().bytes),
              std::pair(u"formats/qda-loss.json"_s, toJson(written->loss)),
              std::pair(u"formats/sample.qdc"_s, writeRefiCodebook(test::sampleCorpus())->files.first().bytes)}) {
            const QString difference = test::differenceFromGolden(golden, bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    void ofAnyCorpusWhatAProjectHasRoomForComesBack()
    {
        int validated = 0;
        QVERIFY(rc::check([&] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeRefiQda(corpus);
            RC_ASSERT(written.has_value());
            const auto read = readRefiQda(written->files);
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            // Versions of one article become articles.
            const QString difference = test::differenceAfterLosses(corpus, written->loss, read->corpus, {u"article"_s});
            if (!difference.isEmpty())
                RC_FAIL((difference + QString::fromUtf8(written->files.first().bytes)).toStdString());
            if (canValidate() && ++validated <= 100) {
                const QString fault = faultOf(written->files.first().bytes, u"Project.xsd"_s);
                if (!fault.isEmpty())
                    RC_FAIL((fault + QString::fromUtf8(written->files.first().bytes)).toStdString());
            }
        }));
    }

    void ofAnyTagsetTheCodebookComesBack()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeRefiCodebook(corpus);
            RC_ASSERT(written.has_value() == !corpus.tags.isEmpty());
            if (!written)
                return;
            const auto read = readRefiQda(written->files);
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            const QString difference = test::differenceAfterLosses(corpus, written->loss, read->corpus);
            if (!difference.isEmpty())
                RC_FAIL(difference.toStdString());
        }));
    }

    void whatIsWrittenFitsTheSchemas()
    {
        if (!canValidate())
            QSKIP("xmllint, or the schemas of REFI-QDA beside the source, are not there.");
        QCOMPARE(faultOf(writeRefiQda(test::sampleCorpus())->files.first().bytes, u"Project.xsd"_s), QString());
        QCOMPARE(faultOf(writeRefiCodebook(test::sampleCorpus())->files.first().bytes, u"Codebook.xsd"_s), QString());
        QCOMPARE(faultOf(writeRefiQda({})->files.first().bytes, u"Project.xsd"_s), QString());
        QVERIFY(!faultOf("<Project xmlns=\"urn:QDA-XML:project:1.0\"/>", u"Project.xsd"_s).isEmpty());
    }

    void otherProgramsProjectsAreRead()
    {
        const QByteArray more =
            "<Notes><Note guid=\"FFFFFFFF-0000-4000-8000-000000000001\" name=\"Memo\"><PlainTextContent>why?"
            "</PlainTextContent></Note><Note guid=\"FFFFFFFF-0000-4000-8000-000000000002\" name=\"Diary\">"
            "<PlainTextContent>of the project</PlainTextContent></Note></Notes>"
            "<Links><Link guid=\"99999999-0000-4000-8000-000000000001\" name=\"explains\" direction=\"Bidirectional\" "
            "originGUID=\"DDDDDDDD-0000-4000-8000-000000000001\" targetGUID=\"dddddddd-0000-4000-8000-000000000002\"/>"
            "<Link guid=\"99999999-0000-4000-8000-000000000002\" originGUID=\"DDDDDDDD-0000-4000-8000-000000000001\" "
            "targetGUID=\"BBBBBBBB-0000-4000-8000-000000000001\"/></Links>"
            "<Sets><Set guid=\"88888888-0000-4000-8000-000000000001\" name=\"Texts\"><MemberSource "
            "targetGUID=\"CCCCCCCC-0000-4000-8000-000000000001\"/></Set></Sets>"
            "<Graphs><Graph guid=\"77777777-0000-4000-8000-000000000001\" name=\"map\"><Vertex "
            "guid=\"77777777-0000-4000-8000-000000000002\" representedGUID=\"BBBBBBBB-0000-4000-8000-000000000001\" "
            "firstX=\"1\" firstY=\"2\"/></Graph></Graphs><NoteRef "
            "targetGUID=\"FFFFFFFF-0000-4000-8000-000000000002\"/>";
        const QList<NamedFile> files = project(
            selection(1, 0, 3, "one", "<NoteRef targetGUID=\"FFFFFFFF-0000-4000-8000-000000000001\"/>")
                + selection(2, 4, 7, "two"),
            "one two", "Other", more);
        if (canValidate())
            QCOMPARE(faultOf(files.first().bytes, u"Project.xsd"_s), QString());
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        const Corpus &corpus = read->corpus;
        QCOMPARE(corpus.articles.first().title, u"Talk"_s);
        QCOMPARE(corpus.passages.size(), 2);
        QCOMPARE(corpus.passages[0].id.toString(), u"dddddddd-0000-4000-8000-000000000001"_s);
        QCOMPARE(corpus.passages[1].words(), u"two"_s);
        QCOMPARE(corpus.passages[0].annotator, corpus.annotators.first().id);
        QCOMPARE(corpus.passages[0].created.toString(), u"2025-03-20T09:00:00.000000Z"_s);
        QCOMPARE(corpus.tags.size(), 2);
        QCOMPARE(corpus.tags[0].colour, u"#00aaFF"_s);
        QCOMPARE(corpus.tags[1].parent, corpus.tags[0].id);
        QVERIFY(corpus.tags[1].retired);
        QCOMPARE(corpus.notes.size(), 1);
        QCOMPARE(corpus.notes.first().body, u"Memo\n\nwhy?"_s);
        QCOMPARE(corpus.relations.size(), 1);
        QCOMPARE(corpus.relations.first().values, QList<RelationValue>({{u"direction"_s, u"Bidirectional"_s}}));

        // All that has no place here comes back.
        const auto written = writeRefiQda(corpus);
        VERIFY_RESULT(written);
        QString xml = QString::fromUtf8(written->files.first().bytes);
        if (canValidate())
            QCOMPARE(faultOf(xml.toUtf8(), u"Project.xsd"_s), QString());
        for (const QString &kept :
             {u"99999999-0000-4000-8000-000000000002"_s, u"name=\"Texts\""_s, u"<Vertex "_s, u"of the project"_s,
              u"<NoteRef targetGUID=\"ffffffff-0000-4000-8000-000000000002\"/>"_s, u"direction=\"Bidirectional\""_s})
            QVERIFY2(xml.contains(kept), qPrintable(kept + xml));
        // And what was about something that is gone stays away.
        Corpus less = corpus;
        less.passages.clear();
        less.relations.clear();
        less.notes.clear();
        xml = QString::fromUtf8(writeRefiQda(less)->files.first().bytes);
        QVERIFY(!xml.contains(u"<Link"));
        if (canValidate())
            QCOMPARE(faultOf(xml.toUtf8(), u"Project.xsd"_s), QString());
    }

    void whatIsSaidOfASourceStandsWhereTheSchemaWantsIt()
    {
        const auto read = readRefiQda(
            project("<Description>a talk</Description>" + selection(1, 0, 3, "one")
                        + "<VariableValue><VariableRef targetGUID=\"66666666-0000-4000-8000-000000000001\"/>"
                          "<TextValue>spring</TextValue></VariableValue>",
                    "one two", "Other",
                    "<Variables><Variable guid=\"66666666-0000-4000-8000-000000000001\" name=\"When\" "
                    "typeOfVariable=\"Text\"/></Variables>"));
        VERIFY_RESULT(read);
        const QByteArray xml = writeRefiQda(read->corpus)->files.first().bytes;
        const qsizetype selected = xml.indexOf("<PlainTextSelection ");
        QVERIFY(xml.contains("<Description>a talk</Description>") && xml.contains("spring"));
        QVERIFY(xml.indexOf("a talk") < selected && selected < xml.indexOf("spring"));
        if (canValidate())
            QCOMPARE(faultOf(xml, u"Project.xsd"_s), QString());
    }

    void positionsAreCountedAsTheyFit_data()
    {
        QTest::addColumn<QByteArray>("selections");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<Counting>("counting");
        const QByteArray lf = "👨 a\none two\nthree";
        const QByteArray crlf = "👨 a\r\none two\r\nthree";
        const auto row = [](const char *name, const QByteArray &selections, const QByteArray &text,
                            const QByteArray &origin, const Counting &counting) {
            QTest::newRow(name) << selections << text << origin << counting;
        };
        row("code points", selection(1, 4, 7, "one") + selection(2, 12, 17, "three"), lf, "Other", {});
        row("NVivo", selection(1, 6, 9, "one") + selection(2, 15, 20, "three"), lf, "NVivo",
            {PositionUnit::Utf16Units, true, false});
        row("NVivo without words", selection(1, 6, 9, "Reference 1") + selection(2, 15, 20), lf, "NVivo",
            {PositionUnit::Utf16Units, true, false});
        row("CRLF as one", selection(1, 4, 7, "one") + selection(2, 12, 17, "three"), crlf, "ATLAS.ti", {});
        row("CRLF as two", selection(1, 5, 8, "one") + selection(2, 14, 19, "three"), crlf, "MAXQDA",
            {PositionUnit::CodePoints, true, false});
        row("inclusive", selection(1, 4, 6, "one") + selection(2, 12, 16, "three"), lf, "Other",
            {PositionUnit::CodePoints, false, true});
        row("bytes", selection(1, 7, 10, "one") + selection(2, 15, 20, "three"), lf, "Other",
            {PositionUnit::Utf8Bytes, false, false});
    }

    void positionsAreCountedAsTheyFit()
    {
        QFETCH(QByteArray, selections);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, origin);
        QFETCH(Counting, counting);
        const auto read = readRefiQda(project(selections, text, origin));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.size(), 2);
        QCOMPARE(read->corpus.passages[0].words(), u"one"_s);
        QCOMPARE(read->corpus.passages[1].words(), u"three"_s);
        QCOMPARE(read->counting.size(), 1);
        QCOMPARE(read->counting.first().found.counting, counting);
    }

    void aMemoInAFileThatNothingRefersToKeepsItsText()
    {
        QList<NamedFile> files = project({}, "one", "Other",
                                         "<Notes><Note guid=\"FFFFFFFF-0000-4000-8000-000000000001\" name=\"Diary\" "
                                         "plainTextPath=\"internal://diary.txt\"/></Notes>");
        files.append({u"sources/diary.txt"_s, "first day"});
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QVERIFY(writeRefiQda(read->corpus)->files.first().bytes.contains("first day"));
    }

    void whatIsWrongIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QList<NamedFile>>("files");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QList<NamedFile> &files, const QString &message) {
            QTest::newRow(name) << files << message;
        };
        const auto changed = [](QList<NamedFile> files, const QByteArray &from, const QByteArray &to) {
            files.first().bytes.replace(from, to);
            return files;
        };
        const QList<NamedFile> sound = project(selection(1, 0, 3, "one"), "one two");
        row("nothing", {}, u"There is no project.qde here"_s);
        row("something else", {{u"project.qde"_s, "<a/>"}}, u"project.qde, line 1: column 4: this is no REFI-QDA"_s);
        row("something else below", {{u"project.qde"_s, "\n\n<a/>"}}, u"project.qde, line 3: column 4: this is no"_s);
        row("not well-formed", changed(sound, "</Sources>", ""),
            u"project.qde, line 8: column 10: this is not sound XML"_s);
        row("document type", changed(sound, "<Project", "<!DOCTYPE a [<!ENTITY b \"c\">]><Project"),
            u"document type"_s);
        row("no number", changed(sound, "startPosition=\"0\"", "startPosition=\"a\""), u"line 6: column"_s);
        row("no number, why", changed(sound, "startPosition=\"0\"", "startPosition=\"a\""),
            u"“startPosition” is “a”"_s);
        row("huge", changed(sound, "endPosition=\"3\"", "endPosition=\"99999999999999999999\""), u"whole number"_s);
        row("deep",
            {{u"project.qde"_s,
              "<Project xmlns=\"urn:QDA-XML:project:1.0\"><CodeBook><Codes>" + QByteArray("<Code>").repeated(200'000)}},
            u"nested deeper"_s);
    }

    void whatIsWrongIsRefusedWithItsPlace()
    {
        QFETCH(QList<NamedFile>, files);
        QFETCH(QString, message);
        const auto read = readRefiQda(files);
        QVERIFY2(!read.has_value(), "it was read");
        QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    }

    void itIsAnArchiveOnTheDisk()
    {
        const QTemporaryDir folder;
        const Format &format = *findFormat(u"refi-qda");
        const auto written = writeChecked(format, test::sampleCorpus());
        VERIFY_RESULT(written);
        const QString path = folder.filePath(u"a.qdpx"_s);
        VERIFY_RESULT(save(format, *written, path));
        QCOMPARE(recognise(path), &format);
        const auto read = load(format, path);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.size(), test::sampleCorpus().passages.size());
        const Format &codebook = *findFormat(u"refi-qdc");
        const QString alone = folder.filePath(u"a.qdc"_s);
        VERIFY_RESULT(save(codebook, *writeChecked(codebook, test::sampleCorpus()), alone));
        QCOMPARE(recognise(alone), &codebook);
        QCOMPARE(load(codebook, alone)->corpus.tags.size(), test::sampleCorpus().tags.size());
    }

    void someBytesChangedNeverCrashIt()
    {
        const QList<NamedFile> sound = writeRefiQda(test::sampleCorpus())->files;
        QVERIFY(rc::check([&] {
            QList<NamedFile> files = sound;
            for (int n = 1 + test::RandomCorpus::below(6); n > 0; --n) {
                QByteArray &bytes = files[test::RandomCorpus::below(int(files.size()))].bytes;
                bytes[test::RandomCorpus::below(int(bytes.size()))] = *rc::gen::elementOf(
                    std::string("<>/\"=0129abcNP \n\xff"));
            }
            (void)readRefiQda(files);
        }));
    }
};

QTEST_GUILESS_MAIN(tst_RefiQda)
#include "tst_refiqda.moc"
