// SPDX-License-Identifier: GPL-3.0-or-later
// People, codes, notes and media as programs for qualitative analysis really write them, in our own words.
#include "core/formats/refi/refiqda.h"
#include "tests/core/formats/refi/refiproject.h"

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

class tst_RefiQdaOthers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoAndWhenMayBeSaidInManyWays_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QString>("time");
        QTest::addColumn<bool>("isRemarked");
        const auto row = [](const QByteArray &date, const QString &time, bool isRemarked = false) {
            QTest::newRow(date.constData()) << "creationDateTime=\"" + date + "\"" << time << isRemarked;
        };
        row("2020-09-29T11:39:59", u"2020-09-29T11:39:59.000000Z"_s);
        row("2020-09-29T11:39:59.1234567Z", u"2020-09-29T11:39:59.123456Z"_s);
        row("2020-09-29T11:39:59.1234567+02:00", u"2020-09-29T09:39:59.123456Z"_s);
        row("2020-09-29 11:39:59", u"2020-09-29T11:39:59.000000Z"_s);
        row("0001-01-01T00:00:00", {});
        row("1970-01-01T00:00:00Z", {});
        row("29.9.2020", {}, true);
        QTest::newRow("changed by") << "modifiedDateTime=\"2020-09-29T11:39:59Z\" "
                                       "modifyingUser=\"AAAAAAAA-0000-4000-8000-000000000001\""_ba
                                    << u"2020-09-29T11:39:59.000000Z"_s << false;
    }

    void whoAndWhenMayBeSaidInManyWays()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QString, time);
        QFETCH(bool, isRemarked);
        const auto read = readRefiQda(changed(project(kept(), words),
                                              "creatingUser=\"AAAAAAAA-0000-4000-8000-000000000001\" "
                                              "creationDateTime=\"2025-03-20T09:00:00Z\"",
                                              attributes));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.first().created.toString(), time);
        QCOMPARE(!read->remarks.isEmpty(), isRemarked);
        QCOMPARE(!read->corpus.passages.first().annotator.isNull(), attributes.contains("modifyingUser"));
    }

    void aUserOfZerosIsNobody()
    {
        const auto read = readRefiQda(changed(project(kept(), words),
                                              "creatingUser=\"AAAAAAAA-0000-4000-8000-000000000001\"",
                                              "creatingUser=\"00000000-0000-0000-0000-000000000000\""));
        VERIFY_RESULT(read);
        QVERIFY(read->corpus.passages.first().annotator.isNull());
        QCOMPARE(read->corpus.annotators.size(), 1);
    }

    void coloursOfAllKindsAreRead_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("colour");
        const auto row = [](const QByteArray &written, const QString &colour) {
            QTest::newRow(written.constData()) << written << colour;
        };
        row("#0aF", u"#00aaFF"_s);
        row("46AA00", u"#46AA00"_s);
        row("#FF46AA00", u"#46AA00"_s);
        row("#46AA0080", u"#46AA00"_s);
        row("rgb(70,170,0)", u"#46aa00"_s);
        row("rgba(70, 170, 0, 0.5)", u"#46aa00"_s);
        row("rgb(700,170,0)", u"#ffaa00"_s);
        row("reddish", u"#0072b2"_s);
        row("#12", u"#0072b2"_s);
        row("255", u"#0072b2"_s);
    }

    void coloursOfAllKindsAreRead()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, colour);
        const auto read = readRefiQda(changed(project({}, words), "#0aF", written));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.tags.first().colour, colour);
    }

    void codesMayBeWrittenCarelessly()
    {
        QList<NamedFile> files = changed(project(kept(), words), "isCodable=\"false\"", "isCodable=\"False\"");
        files = changed(changed(files, "<Codes>", ""), "</Codes>", "");
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QVERIFY(read->corpus.tags[1].retired && !read->corpus.tags[0].retired);
        QCOMPARE(read->corpus.passages.first().tag, read->corpus.tags[0].id);
    }

    void codesOfOneGuidAreTwoTags()
    {
        const auto read = readRefiQda(changed(project(kept(), words), "BBBBBBBB-0000-4000-8000-000000000002",
                                              "BBBBBBBB-0000-4000-8000-000000000001"));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.tags.size(), 2);
        const TagId tag = read->corpus.passages.first().tag;
        QCOMPARE(std::ranges::find(read->corpus.tags, tag, &Tag::id)->name, u"Line"_s);
    }

    void codesInNoSetAreInThatOfTheCodeAbove()
    {
        const auto read = readRefiQda(
            project({}, words, "Other",
                    "<Sets><Set guid=\"88888888-0000-4000-8000-000000000001\" name=\"A\"><MemberCode "
                    "targetGUID=\"BBBBBBBB-0000-4000-8000-000000000001\"/></Set></Sets>"));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.tagsets.size(), 1);
        QCOMPARE(read->corpus.tags[1].tagset, read->corpus.tags[0].tagset);
    }

    void wordsCodedWithACaseHaveATagOfItsName()
    {
        const auto read = readRefiQda(
            changed(project(kept(), words, "NVivo 14",
                            "<Cases><Case guid=\"55555555-0000-4000-8000-000000000001\" name=\"Ann\"/></Cases>"),
                    "CodeRef targetGUID=\"BBBBBBBB-0000-4000-8000-000000000001\"",
                    "CodeRef targetGUID=\"55555555-0000-4000-8000-000000000001\""));
        VERIFY_RESULT(read);
        QCOMPARE(std::ranges::find(read->corpus.tags, read->corpus.passages.first().tag, &Tag::id)->name, u"Ann"_s);
    }

    void commentsAreNotes()
    {
        const QByteArray selected = "<Description>is that so?</Description>";
        const auto read = readRefiQda(
            project("<Description>a talk</Description>" + kept(selected)
                        + selection(2, theyBegin, theyEnd, "2", "<Description>they\nleft</Description>"),
                    words, "ATLAS.ti 26"));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.notes.size(), 2);
        QCOMPARE(read->corpus.notes[0].body, u"is that so?"_s);
        QCOMPARE(read->corpus.notes[0].target, NoteTarget(read->corpus.passages[0].id));
        QCOMPARE(read->corpus.notes[0].annotator, read->corpus.annotators.first().id);
        QCOMPARE(read->corpus.notes[0].created.toString(), u"2025-03-20T09:00:00.000000Z"_s);
        QCOMPARE(read->corpus.notes[1].body, u"a talk"_s);
        QCOMPARE(read->corpus.notes[1].target, NoteTarget(read->corpus.articles[0].id));

        // They are written both ways, and come back once, from us and from whoever writes what was read.
        const auto written = writeRefiQda(read->corpus);
        VERIFY_RESULT(written);
        if (canValidate())
            QCOMPARE(faultOf(written->files.first().bytes, u"Project.xsd"_s), QString());
        QCOMPARE(written->files.first().bytes.count("is that so?"), 3); // also the note's name
        QCOMPARE(readRefiQda(written->files)->corpus.notes.size(), 2);
        QCOMPARE(
            readRefiQda(changed(written->files, "origin=\"Pullquote\"", "origin=\"QualCoder\""))->corpus.notes.size(),
            2);
    }

    void notesAreFoundHoweverTheyAreTied_data()
    {
        QTest::addColumn<QByteArray>("selections");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("target");
        const QByteArray own = "FFFFFFFF-0000-4000-8000-000000000001";
        const QByteArray notes = "<Notes>" + note(1, content("why?")) + "</Notes>";
        const auto row = [](const char *name, const QByteArray &selections, const QByteArray &more,
                            const QString &target) { QTest::newRow(name) << selections << more << target; };
        row("by a link to a selection", kept(), notes + linked(own, "dddddddd-0000-4000-8000-000000000001"),
            u"“we kept it”"_s);
        row("by a link from a selection", kept(), notes + linked("dddddddd-0000-4000-8000-000000000001", own),
            u"“we kept it”"_s);
        row("by a link to a code", kept(), notes + linked(own, "BBBBBBBB-0000-4000-8000-000000000001"), u"tag"_s);
        row("by a link to a source", kept(), notes + linked(own, guid), u"article"_s);
        row("twice", kept(noteRef(1) + noteRef(1)), notes, u"“we kept it”"_s);
        row("by its own selection in its source", kept() + noteRef(1),
            "<Notes>"
                + note(1,
                       content("why?")
                           + "<PlainTextSelection guid=\"DDDDDDDD-0000-4000-8000-000000000009\" startPosition=\"30\" "
                             "endPosition=\"39\"/>")
                + "</Notes>",
            u"they left"_s);
        row("by its own selection outside of its source", kept() + noteRef(1),
            "<Notes>"
                + note(1,
                       content("why?")
                           + "<PlainTextSelection guid=\"DDDDDDDD-0000-4000-8000-000000000009\" startPosition=\"300\" "
                             "endPosition=\"390\"/>")
                + "</Notes>",
            u"article"_s);
        row("by a file", kept(noteRef(1)), "<Notes>" + note(1, {}, "plainTextPath=\"internal://n.txt\"") + "</Notes>",
            u"“we kept it”"_s);
    }

    void notesAreFoundHoweverTheyAreTied()
    {
        QFETCH(QByteArray, selections);
        QFETCH(QByteArray, more);
        QFETCH(QString, target);
        QList<NamedFile> files = project(selections, words, "MAXQDA 2020", more);
        files.append({u"Sources/n.txt"_s, "\xef\xbb\xbfwhy?"});
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.notes.size(), 1);
        QCOMPARE(read->corpus.notes.first().body, u"Memo 1\n\nwhy?"_s);
        const NoteTarget &on = read->corpus.notes.first().target;
        if (const auto *passage = std::get_if<PassageId>(&on))
            QCOMPARE(std::ranges::find(read->corpus.passages, *passage, &Passage::id)->words(), target);
        else
            QCOMPARE(std::holds_alternative<TagId>(on) ? u"tag"_s : u"article"_s, target);
        QVERIFY(read->corpus.remainders.isEmpty());
        QVERIFY(!writeRefiQda(read->corpus)->files.first().bytes.contains("<Link "));
    }

    void whoWroteAnAnnotationMadeItsPassage()
    {
        const auto read = readRefiQda(project(
            noteRef(1), words, "MAXQDA 2020",
            "<Notes>"
                + note(
                    1, content("why?") + "<PlainTextSelection startPosition=\"30\" endPosition=\"39\"/>",
                    "modifyingUser=\"AAAAAAAA-0000-4000-8000-000000000001\" modifiedDateTime=\"2021-01-15T23:37:54Z\"")
                + "</Notes>"));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.first().annotator, read->corpus.annotators.first().id);
        QCOMPARE(read->corpus.passages.first().created.toString(), u"2021-01-15T23:37:54.000000Z"_s);
    }

    void aNoteWhoseFileIsGoneCostsNothingElse()
    {
        const auto read = readRefiQda(
            project(kept(noteRef(1)), words, "Other",
                    "<Notes>" + note(1, "<Description>in short</Description>", "richTextPath=\"internal://gone.docx\"")
                        + "</Notes>"));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.notes.first().body, u"Memo 1\n\nin short"_s);
        const QString remarks = read->remarks.join(u'\n');
        QVERIFY2(remarks.contains(u"project.qde, line 8: the text of “Memo 1” (internal://gone.docx) is not in"),
                 qPrintable(remarks));
    }

    void aMemoThatIsCodedIsAText()
    {
        const auto read = readRefiQda(project(kept(), words, "Other",
                                              "<Notes>" + note(1, content("Mara told me.") + selection(2, 0, 4, "Mara"))
                                                  + note(2, content("a diary")) + "</Notes>"));
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), (QStringList{u"“we kept it”"_s, u"Mara"_s}));
        QCOMPARE(read->corpus.articles.size(), 2);
        QCOMPARE(read->remarks,
                 QStringList{u"Memos on no text, passage or tag were kept, but are not shown: “Memo 2”."_s});
    }

    void ofPdfsAndRecordingsTheTextsComeIn()
    {
        const QByteArray coding = "<Coding guid=\"EEEEEEEE-0000-4000-8000-000000000009\"><CodeRef "
                                  "targetGUID=\"BBBBBBBB-0000-4000-8000-000000000001\"/></Coding>";
        const QByteArray own = "plainTextPath=\"internal://" + guid + ".txt\"";
        QList<NamedFile> files = project(
            {}, words, "MAXQDA 2022",
            "<Cases><Case guid=\"55555555-0000-4000-8000-000000000001\" name=\"Ann\"><SourceRef "
            "targetGUID=\"CCCCCCCC-0000-4000-8000-000000000002\"/></Case></Cases><Notes>"
                + note(1, content("on the paper")) + "</Notes>");
        const QByteArray sources =
            "<PDFSource guid=\"CCCCCCCC-0000-4000-8000-000000000002\" name=\"Paper\" path=\"internal://p.pdf\">"
            "<PDFSelection guid=\"DDDDDDDD-0000-4000-8000-000000000008\" page=\"1\" firstX=\"1\" firstY=\"1\" "
            "secondX=\"2\" secondY=\"2\">"
            + coding
            + "</PDFSelection><Representation guid=\"CCCCCCCC-0000-4000-8000-000000000003\" "
              "name=\"Representation_for_Paper\" "
            + own + ">" + kept() + "</Representation>" + noteRef(1)
            + "</PDFSource><AudioSource guid=\"CCCCCCCC-0000-4000-8000-000000000004\" name=\"Tape\" "
              "path=\"internal://t.mp3\"><Transcript guid=\"CCCCCCCC-0000-4000-8000-000000000005\" "
            + own
            + "><SyncPoint guid=\"44444444-0000-4000-8000-000000000001\" timeStamp=\"1000\" position=\"30\"/>"
              "<SyncPoint guid=\"44444444-0000-4000-8000-000000000002\" timeStamp=\"2000\" position=\"39\"/>"
              "<SyncPoint guid=\"44444444-0000-4000-8000-000000000003\" timeStamp=\"3000\"/>"
              "<TranscriptSelection guid=\"DDDDDDDD-0000-4000-8000-000000000006\" "
              "fromSyncPoint=\"44444444-0000-4000-8000-000000000001\" "
              "toSyncPoint=\"44444444-0000-4000-8000-000000000002\">"
            + coding
            + "</TranscriptSelection><TranscriptSelection guid=\"DDDDDDDD-0000-4000-8000-000000000007\" "
              "fromSyncPoint=\"44444444-0000-4000-8000-000000000002\" "
              "toSyncPoint=\"44444444-0000-4000-8000-000000000003\">"
            + coding
            + "</TranscriptSelection></Transcript></AudioSource><PictureSource "
              "guid=\"CCCCCCCC-0000-4000-8000-000000000006\" name=\"Photo\" path=\"internal://p.jpg\">"
              "<PictureSelection guid=\"DDDDDDDD-0000-4000-8000-000000000005\" firstX=\"1\" firstY=\"1\" "
              "secondX=\"2\" secondY=\"2\">"
            + coding + "</PictureSelection></PictureSource></Sources>";
        files = changed(files, "</Sources>", sources);
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QStringList titles;
        for (const Article &article : read->corpus.articles)
            titles.append(article.title);
        QCOMPARE(titles, (QStringList{u"Talk"_s, u"Paper"_s, u"Tape"_s}));
        QStringList all = wordsOf(read->corpus);
        all.sort();
        QCOMPARE(all, (QStringList{u"they left"_s, u"“we kept it”"_s}));
        QCOMPARE(read->corpus.notes.first().target, NoteTarget(read->corpus.articles[1].id));
        const QString remarks = read->remarks.join(u'\n');
        for (const QString &remark :
             {u"of “Paper” the text was read; codings of its pages, pictures or sound were left out: 1"_s,
              u"“Photo”, a picture, PDF or recording without a text, was left out with codings: 1"_s,
              u"a selection of nothing was left out"_s, u"kept for REFI-QDA alone: Cases"_s})
            QVERIFY2(remarks.contains(remark), qPrintable(remarks));
        // The case is still of the paper.
        QVERIFY(writeRefiQda(read->corpus)
                    ->files.first()
                    .bytes.contains("<SourceRef targetGUID=\"cccccccc-0000-4000-8000-000000000002\"/>"));
    }

    void twoProjectsCasesGoTogether()
    {
        const auto withCase = [](const QByteArray &name) {
            return readRefiQda(project({}, words, "Other",
                                       "<Cases><Case guid=\"55555555-0000-4000-8000-000000000001\" name=\"" + name
                                           + "\"/></Cases><Description>by " + name + "</Description>"))
                ->corpus;
        };
        Corpus both = withCase("Ann");
        both.remainders += withCase("Ben").remainders;
        const QByteArray xml = writeRefiQda(both)->files.first().bytes;
        QCOMPARE(xml.count("<Cases>"), 1);
        QVERIFY(xml.contains("Ann") && xml.contains("Ben")
                && xml.contains("<Description>by Ann\n\nby Ben</Description>"));
        if (canValidate())
            QCOMPARE(faultOf(xml, u"Project.xsd"_s), QString());
    }

    void allSelectionsAndNotesSayWhenTheyWereMade()
    {
        // Some programs stop at one that does not.
        Corpus corpus = readRefiQda(project(kept("<Description>why?</Description>"), words))->corpus;
        corpus.passages.first().created = {};
        corpus.notes.first().created = {};
        const auto written = writeRefiQda(corpus);
        VERIFY_RESULT(written);
        QCOMPARE(written->files.first().bytes.count("creationDateTime=\"1970-01-01T00:00:00Z\""), 3);
        const auto read = readRefiQda(written->files);
        QCOMPARE(read->corpus.passages.first().created, Timestamp());
        QCOMPARE(read->corpus.notes.first().created, Timestamp());
    }

    void codebooksOfAllVersionsAreRead_data()
    {
        QTest::addColumn<QByteArray>("space");
        for (const QByteArray &space : {"codebook:1.0"_ba, "codebook:1:0"_ba, "codebook:0:4"_ba})
            QTest::newRow(space.constData()) << space;
    }

    void codebooksOfAllVersionsAreRead()
    {
        QFETCH(QByteArray, space);
        const auto read = readRefiQda(
            {{u"My codes.qdc"_s,
              "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?><CodeBook origin=\"NVivo 12 For Mac\" "
              "xmlns=\"urn:QDA-XML:"
                  + space
                  + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:QDA-XML:"
                  + space
                  + " Codebook.xsd\"><Codes><Code guid=\"BBBBBBBB-0000-4000-8000-000000000001\" name=\"Line\" "
                    "isCodable=\"true\"><Description>what is said</Description></Code></Codes><Sets><Set "
                    "name=\"Group\" "
                    "guid=\"88888888-0000-4000-8000-000000000001\"><MemberCode "
                    "guid=\"BBBBBBBB-0000-4000-8000-000000000001\"/></Set></Sets></CodeBook>"}});
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.tags.first().description, u"what is said"_s);
        QCOMPARE(read->corpus.tagsets.first().name, u"Group"_s);
    }
};

QTEST_GUILESS_MAIN(tst_RefiQdaOthers)
#include "tst_refiqdaothers.moc"
