// SPDX-License-Identifier: GPL-3.0-or-later
// Archives, texts, GUIDs and positions as programs for qualitative analysis really write them, in our own words.
#include "core/base/zip.h"
#include "core/formats/refi/refiqda.h"
#include "tests/core/formats/refi/refiproject.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

class tst_RefiQdaFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTextIsFoundHoweverItsPathIsWritten_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("file");
        const auto row = [](const QByteArray &path, const QString &file) {
            QTest::newRow(path.constData()) << path << file;
        };
        row("internal://talk.txt", u"Sources/talk.txt"_s);
        row("internal://TALK.txt", u"sources/Talk.TXT"_s);
        row("internal://sources/talk.txt", u"sources/talk.txt"_s);
        row("internal://Sources\\talk.txt", u"Sources/talk.txt"_s);
        row("internal:///talk.txt", u"talk.txt"_s);
        row("internal://a%20talk.txt", u"sources/a talk.txt"_s);
        row("internal://100%.txt", u"sources/100%.txt"_s);
        row("internal://../talk.txt", u"sources/talk.txt"_s);
        row("relative:///talk.txt", u"sources/talk.txt"_s);
        row("absolute:///C:/Users/Jo/talk.txt", u"sources/talk.txt"_s);
        row("talk.txt", u"Study/sources/talk.txt"_s);
    }

    void aTextIsFoundHoweverItsPathIsWritten()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, file);
        QList<NamedFile> files = changed(project(kept(), words), "internal://" + guid + ".txt", path);
        files[1].path = file;
        files.prepend({u"__MACOSX/._study.qde"_s, "\0\5"_ba});
        files.append({u"sources/._talk.txt"_s, "\0\5"_ba});
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
        QCOMPARE(read->remarks, QStringList());
    }

    void ofFilesOfOneNameTheOneInTheFolderIsMeant()
    {
        QList<NamedFile> files = changed(project(kept(), words), "internal://" + guid, "internal://b/talk");
        files[1].path = u"sources/b/talk.txt"_s;
        files.insert(1, {u"sources/a/talk.txt"_s, "another text that is here"});
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
    }

    void theTextMayStandInlineOrUnderAnotherAttribute()
    {
        for (const QByteArray &other : {"path"_ba, "richTextPath"_ba}) {
            const auto read = readRefiQda(changed(project(kept(), words), "plainTextPath", other));
            VERIFY_RESULT(read);
            QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
        }
        const auto read = readRefiQda(changed(project(content(words) + kept(), {}), guid + ".txt", "gone.txt"));
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
    }

    void aSourceWithoutANameIsCalledAsItsFile()
    {
        const auto read = readRefiQda(changed(project(kept(), words), "name=\"Talk\" plain", "plain"));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.articles.first().title, QString::fromLatin1(guid) + u".txt"_s);
    }

    void whatIsMissingCostsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("remark");
        QTest::newRow("gone") << "internal://gone.txt"_ba << "x"_ba
                              << u"the text of “Gone” (internal://gone.txt) is not in the archive"_s;
        QTest::newRow("elsewhere") << "relative:///gone.txt"_ba << "x"_ba << u"is not in the archive"_s;
        QTest::newRow("Word") << "internal://other.txt"_ba << "PK\x03\x04\xff"_ba
                              << u"of “Gone” there is no plain text, but sources/other.txt"_s;
        QTest::newRow("RTF") << "internal://other.txt"_ba << "{\\rtf1 a}"_ba << u"there is no plain text"_s;
        QTest::newRow("empty") << "internal://other.txt"_ba << ""_ba << u"a source without text was left out"_s;
    }

    void whatIsMissingCostsNothingElse()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, file);
        QFETCH(QString, remark);
        QList<NamedFile> files = changed(
            project(kept(), words), "</Sources>",
            "<TextSource guid=\"CCCCCCCC-0000-4000-8000-000000000002\" name=\"Gone\" plainTextPath=\"" + path + "\">"
                + selection(2, 0, 4) + "</TextSource></Sources>");
        files.append({u"sources/other.txt"_s, file});
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
        QVERIFY2(read->remarks.join(u'\n').contains(remark), qPrintable(read->remarks.join(u'\n')));
        QVERIFY(read->remarks.join(u'\n').contains(u"selections of “Gone” were left out with it: 1"));
    }

    void aProjectWithoutItsTextsBringsItsCodes()
    {
        const auto read = readRefiQda(project(kept(), words).first(1));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.tags.size(), 2);
        QVERIFY(read->corpus.articles.isEmpty());
        QVERIFY(read->remarks.join(u'\n').contains(u"read the .qdpx that it comes from"));
    }

    void textsComeInTheirEncodings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + words << u"UTF-8"_s;
        QTest::newRow("UTF-16LE") << utf16(words) << u"UTF-16LE"_s;
        QTest::newRow("UTF-16BE") << utf16(words, true) << u"UTF-16BE"_s;
        QTest::newRow("UTF-16LE without a mark") << utf16(words).sliced(2) << u"UTF-16LE"_s;
        QTest::newRow("Windows-1252") << "Mara said: \x93we kept it\x94.\nThen they left."_ba << u"windows-1252"_s;
    }

    void textsComeInTheirEncodings()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, encoding);
        const auto read = readRefiQda(project(kept() + selection(2, theyBegin, theyEnd), text));
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), (QStringList{u"“we kept it”"_s, u"they left"_s}));
        const Version &version = read->corpus.versions.first();
        QCOMPARE(version.encoding, encoding);
        QCOMPARE(version.encodingGuessed, encoding == u"windows-1252");
        QCOMPARE(read->remarks.isEmpty(), !version.encodingGuessed);
        QCOMPARE(version.repairs.isEmpty(), text.startsWith('M'));
    }

    void aBrokenByteDoesNotSpoilTheOthers()
    {
        const auto read = readRefiQda(project(kept(), words + " \xff."));
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
        const Version &version = read->corpus.versions.first();
        QVERIFY(version.text.string().endsWith(u" \ufffd."));
        QCOMPARE(version.repairs, QList<Repair>({{RepairKind::InvalidBytes, 1}}));
        QVERIFY(read->remarks.first().contains(u"not UTF-8 and were replaced: 1"));
    }

    void byteOrderMarksCountWhereTheWordsSaySo()
    {
        const QByteArray marked = "\xef\xbb\xbf" + words;
        const auto read = readRefiQda(project(selection(1, keptBegin + 1, keptEnd + 1, "“we kept it”")
                                                  + selection(2, theyBegin + 1, theyEnd + 1, "they left"),
                                              marked));
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), (QStringList{u"“we kept it”"_s, u"they left"_s}));
        QVERIFY(read->remarks.first().contains(u"Byte order marks"));
    }

    void textsWithOtherLineEndsMayEachBeCountedAsTheyAre()
    {
        const QByteArray other = "One.\r\nTwo here.";
        QList<NamedFile> files = changed(project(selection(2, theyBegin, theyEnd, "they left"), words), "</Sources>",
                                         "<TextSource guid=\"CCCCCCCC-0000-4000-8000-000000000002\" name=\"Other\" "
                                         "plainTextPath=\"internal://other.txt\">"
                                             + selection(3, 6, 9, "Two") + "</TextSource></Sources>");
        files.append({u"sources/other.txt"_s, other});
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), (QStringList{u"they left"_s, u"Two"_s}));
    }

    void aNameThatIsCutTellsHowItIsCounted()
    {
        // By the bounds of words alone, both ways of counting fit.
        for (const QByteArray &dots : {"..."_ba, "…"_ba, " ..."_ba}) {
            const auto read = readRefiQda(project(selection(1, 6, 11, "o t" + dots), "x\r\ny\r\no t h f i"));
            VERIFY_RESULT(read);
            QCOMPARE(wordsOf(read->corpus), QStringList{u"o t h"_s});
            QVERIFY(read->counting.first().found.counting.lineEndsAreTwo);
        }
    }

    void theProjectItselfMayBeEncodedInAnyWay_data()
    {
        QTest::addColumn<QByteArray>("xml");
        const QByteArray sound = project(kept(), {}).first().bytes;
        const QByteArray body = sound.sliced(sound.indexOf('\n') + 1);
        const auto row = [](const char *name, const QByteArray &xml) { QTest::newRow(name) << xml; };
        row("byte order mark", "\xef\xbb\xbf" + sound);
        row("no declaration", body);
        row("an empty line in front", "\n \n" + sound + "\n\n");
        row("standalone", "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>" + body);
        row("UTF-16", utf16("<?xml version='1.0' encoding='utf-16'?>" + body));
        row("UTF-16BE", utf16("<?xml version='1.0' encoding='utf-16'?>" + body, true));
        row("only said to be UTF-16", "<?xml version='1.0' encoding='utf-16'?>" + body);
        row("the same with a mark", "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"Unicode\"?>" + body);
        QByteArray prefixed = body;
        prefixed.replace("<", "<q:").replace("<q:/", "</q:").replace("xmlns=", "xmlns:q=");
        row("prefix", prefixed);
        row("control characters", QByteArray(sound).replace("name=\"Talk\"", "name=\"Talk\x0b&#x0C;&#2;\""));
    }

    void theProjectItselfMayBeEncodedInAnyWay()
    {
        QFETCH(QByteArray, xml);
        QList<NamedFile> files = project({}, words);
        files.first() = {u"Study/A study.qde"_s, xml};
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
        QCOMPARE(read->remarks.isEmpty(), !xml.contains('\x0b'));
        if (!xml.contains('\x0b'))
            QCOMPARE(read->corpus.articles.first().title, u"Talk"_s);
    }

    void filesAreRecognisedWhateverTheyAreEncodedIn()
    {
        const QTemporaryDir folder;
        const auto recognised = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
            file.close();
            const Format *format = isWritten ? recognise(file.fileName()) : nullptr;
            return QByteArray(format ? format->id : "");
        };
        QCOMPARE(recognised(u"a.QDE"_s, utf16(project({}, {}).first().bytes)), "refi-qda");
        QCOMPARE(recognised(u"a.qdc"_s, utf16("<CodeBook xmlns=\"urn:QDA-XML:codebook:0:4\"/>")), "refi-qdc");
        QCOMPARE(recognised(u"a.xml"_s, "<CodeBook xmlns=\"urn:QDA-XML:codebook:1:0\"/>"), "refi-qdc");
    }

    void backslashesInAnArchiveAreSlashes()
    {
        const auto archive = zip({{u"project.qde"_s, project(kept(), words).first().bytes},
                                  {u"Sources\\"_s + QString::fromLatin1(guid) + u".txt"_s, words}});
        VERIFY_RESULT(archive);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.qdpx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*archive) == archive->size());
        file.close();
        const auto read = load(*findFormat(u"refi-qda"), file.fileName());
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
    }

    void guidsAreReadInAllForms_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("braces") << "{%1}"_ba;
        QTest::newRow("URN") << "urn:uuid:%1"_ba;
        QTest::newRow("no GUID") << "id-%1"_ba;
    }

    void guidsAreReadInAllForms()
    {
        QFETCH(QByteArray, form);
        const QByteArray more =
            "<Variables><Variable guid=\"66666666-0000-4000-8000-000000000001\" name=\"Age\" typeOfVariable=\"Text\"/>"
            "</Variables><Cases><Case guid=\"55555555-0000-4000-8000-000000000001\" name=\"Ann\"><VariableValue>"
            "<VariableRef targetGUID=\"66666666-0000-4000-8000-000000000001\"/><TextValue>3</TextValue></VariableValue>"
            "<SourceRef targetGUID=\""
            + guid + "\"/></Case></Cases>";
        QList<NamedFile> files = project(kept(noteRef(1)), words, "Other",
                                         more + "<Notes>" + note(1, content("why?")) + "</Notes>");
        QString xml = QString::fromUtf8(files.first().bytes);
        static const QRegularExpression attribute(
            u"(guid|targetGUID|creatingUser)=\"([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})\""_s);
        xml.replace(attribute, u"\\1=\""_s + QString::fromLatin1(form).arg(u"\\2"_s) + u'"');
        files.first().bytes = xml.toUtf8();
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
        QCOMPARE(read->corpus.passages.first().tag, read->corpus.tags.first().id);
        QCOMPARE(read->corpus.annotators.size(), 1);
        QCOMPARE(read->corpus.passages.first().annotator, read->corpus.annotators.first().id);
        QCOMPARE(read->corpus.notes.first().body, u"Memo 1\n\nwhy?"_s);
        const auto written = writeRefiQda(read->corpus);
        VERIFY_RESULT(written);
        const QByteArray again = written->files.first().bytes;
        QVERIFY(again.contains("<SourceRef targetGUID=\"" + read->corpus.versions.first().id.toString().toUtf8()));
        if (canValidate())
            QCOMPARE(faultOf(again, u"Project.xsd"_s), QString());
        // The same once more is the same; what other projects call so is not.
        const auto same = readRefiQda(files);
        QCOMPARE(same->corpus.tags.first().id, read->corpus.tags.first().id);
        const auto other = readRefiQda(changed(files, "name=\"p\"", "name=\"q\""));
        QCOMPARE(other->corpus.tags.first().id == read->corpus.tags.first().id, !form.startsWith("id"));
    }

    void codesWithoutGuidsKeepTheirOrder()
    {
        QList<NamedFile> files = project({}, words);
        files = changed(changed(files, "guid=\"BBBBBBBB-0000-4000-8000-000000000001\"", ""),
                        "guid=\"BBBBBBBB-0000-4000-8000-000000000002\"", "guid=\"\"");
        const auto read = readRefiQda(files);
        VERIFY_RESULT(read);
        const Tag &cue = *std::ranges::find(read->corpus.tags, u"Cue"_s, &Tag::name);
        QCOMPARE(cue.parent, std::ranges::find(read->corpus.tags, u"Line"_s, &Tag::name)->id);
    }

    void selectionsThatDoNotFitCostNothingElse_data()
    {
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("end");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("remark");
        const QString moved = u"moved to where it can be"_s;
        const QString outside = u"outside of its text"_s;
        QTest::newRow("one too far") << theyBegin << qint64(41) << u"they left."_s << moved;
        QTest::newRow("huge") << theyBegin << std::numeric_limits<qint64>::max() << u"they left."_s << moved;
        QTest::newRow("before") << qint64(-1) << qint64(4) << u"Mara"_s << moved;
        QTest::newRow("backwards") << theyEnd << theyBegin << u"they left"_s << moved;
        QTest::newRow("outside") << qint64(50) << qint64(60) << QString() << outside;
        QTest::newRow("far before") << std::numeric_limits<qint64>::min() << qint64(-1) << QString() << outside;
        QTest::newRow("nothing") << qint64(5) << qint64(5) << QString() << u"a selection of nothing"_s;
    }

    void selectionsThatDoNotFitCostNothingElse()
    {
        QFETCH(qint64, begin);
        QFETCH(qint64, end);
        QFETCH(QString, found);
        QFETCH(QString, remark);
        const auto read = readRefiQda(
            project(kept() + selection(2, begin, end, {}, "<Description>look here</Description>"), words));
        VERIFY_RESULT(read);
        QStringList expected{u"“we kept it”"_s};
        if (!found.isEmpty())
            expected.append(found);
        QCOMPARE(wordsOf(read->corpus), expected);
        QVERIFY2(read->remarks.join(u'\n').contains(remark), qPrintable(read->remarks.join(u'\n')));
        QVERIFY(read->remarks.first().startsWith(u"project.qde, line 7"));
        QCOMPARE(read->corpus.notes.first().body, u"look here"_s);
        QCOMPARE(std::holds_alternative<ArticleId>(read->corpus.notes.first().target), found.isEmpty());
    }

    void positionsOfTablesAreRead()
    {
        const auto read = readRefiQda(changed(project(kept(), words), "Position=\"11\"", "Position=\" 11.0 \""));
        VERIFY_RESULT(read);
        QCOMPARE(wordsOf(read->corpus), QStringList{u"“we kept it”"_s});
    }
};

QTEST_GUILESS_MAIN(tst_RefiQdaFiles)
#include "tst_refiqdafiles.moc"
