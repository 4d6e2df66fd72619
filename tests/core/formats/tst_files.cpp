// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/losses.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QList<NamedFile> lastFiles;

Result<Read> remember(const QList<NamedFile> &files)
{
    lastFiles = files;
    return Read{};
}

constexpr Format folderFormat{
    .id = "test", .name = "Test", .suffix = "ann", .shape = Shape::Folder, .shared = ".conf", .read = remember};
constexpr Format fileFormat{.id = "test", .name = "Test", .suffix = "one", .read = remember};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

}

class tst_Files : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFormatHasAnIdOfItsOwnAndIsFoundByIt()
    {
        QSet<QLatin1StringView> ids;
        for (const Format &format : formats()) {
            const QLatin1StringView id(format.id);
            QVERIFY2(!ids.contains(id), format.id);
            ids.insert(id);
            QCOMPARE(findFormat(QString(id)), &format);
            QVERIFY(format.write || format.read);
        }
        QCOMPARE(findFormat(u"no such format"), nullptr);
    }

    void whatIsWrittenIsKnownByItsContentHoweverLongTheText()
    {
        Corpus corpus = test::sampleCorpus();
        const QString before = u"One sentence of many comes before what is marked.\n"_s.repeated(400);
        for (Version &version : corpus.versions)
            version.text = Text(before + version.text.string());
        for (Passage &passage : corpus.passages) {
            for (Fragment &fragment : passage.fragments) {
                fragment.span.begin = fragment.span.begin + before.size();
                fragment.span.end = fragment.span.end + before.size();
            }
        }
        for (const Format &format : formats()) {
            if (!format.write || !format.recognises)
                continue;
            const QTemporaryDir place;
            const QString path = place.filePath(u"corpus."_s + QLatin1StringView(format.suffix));
            const auto written = format.write(corpus, {});
            VERIFY_RESULT(written);
            VERIFY_RESULT(save(format, *written, path));
            const Format *known = recognise(path);
            QVERIFY2(known == &format,
                     qPrintable(QLatin1StringView(format.id) + u" is taken for "_s
                                + QLatin1StringView(known ? known->id : "nothing")));
        }
    }

    void whatOnlySpeaksOfAFormatIsNotOne()
    {
        const QTemporaryDir place;
        for (const QByteArray text :
             {"An article about ClaimReview and TEI.\n", "She said \"text\" and \"label\".\n"}) {
            const QString path = place.filePath(u"article.txt"_s);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
            QCOMPARE(recognise(path), nullptr);
        }
    }

    void aFolderIsMadeWhenItIsMissingAndReadBack()
    {
        const QTemporaryDir place;
        const QString path = place.filePath(u"new/folder"_s);
        const QList<NamedFile> files = {{u"a.ann"_s, "A\n"}, {u"a.txt"_s, "a\n"}, {u"sub/b.ann"_s, "B"}};
        VERIFY_RESULT(save(folderFormat, {files, {}}, path));
        QCOMPARE(contents(path + u"/sub/b.ann"_s), "B");
        VERIFY_RESULT(load(folderFormat, path));
        QCOMPARE(lastFiles, files);
    }

    void oneFileOfSeveralBringsWhatBelongsToIt()
    {
        const QTemporaryDir place;
        VERIFY_RESULT(save(folderFormat,
                           {{{u"a.ann"_s, "A"}, {u"a.txt"_s, "a"}, {u"b.txt"_s, "b"}, {u"annotation.conf"_s, "c"}}, {}},
                           place.path()));
        VERIFY_RESULT(load(folderFormat, place.filePath(u"a.ann"_s)));
        QCOMPARE(lastFiles, QList<NamedFile>({{u"a.ann"_s, "A"}, {u"a.txt"_s, "a"}, {u"annotation.conf"_s, "c"}}));
    }

    void noFileLeavesTheFolder_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             {u"../x"_s, u"/tmp/x"_s, u"a/../../x"_s, u".."_s, u"."_s, QString(), u"a\\..\\x"_s, u"c:x"_s, u"a//b"_s})
            QTest::newRow(qPrintable(name)) << name;
    }

    void noFileLeavesTheFolder()
    {
        QFETCH(QString, name);
        const QTemporaryDir place;
        const QString path = place.filePath(u"inner"_s);
        const auto saved = save(folderFormat, {{{u"good"_s, "x"}, {name, "x"}}, {}}, path);
        QVERIFY(!saved.has_value());
        QVERIFY2(saved.error().message.contains(path), qPrintable(saved.error().message));
        QVERIFY(!QFile::exists(path));
    }

    void whatCannotBeWrittenOrReadIsNamed()
    {
        const QTemporaryDir place;
        const QString nowhere = place.filePath(u"no/such/folder/x.one"_s);
        const auto saved = save(fileFormat, {{{u"x.one"_s, "x"}}, {}}, nowhere);
        QVERIFY(!saved && saved.error().message.contains(nowhere));
        const auto loaded = load(fileFormat, nowhere);
        QVERIFY(!loaded && loaded.error().message.contains(nowhere));
        const auto folder = load(fileFormat, place.path());
        QVERIFY(!folder && folder.error().message.contains(place.path()));
        const auto unreadable = load({.id = "w", .name = "W", .suffix = "w"}, place.path());
        QVERIFY(!unreadable && unreadable.error().message.contains(place.path()));
    }

    void anExistingFileStaysWhenWritingFails()
    {
        const QTemporaryDir place;
        const QString path = place.filePath(u"x.one"_s);
        VERIFY_RESULT(save(fileFormat, {{{u"x.one"_s, "old"}}, {}}, path));
        QVERIFY(!save(fileFormat, {{{u"x.one"_s, "new"}, {u"y"_s, "new"}}, {}}, path));
        QCOMPARE(contents(path), "old");
    }

    void aLossReportIsReadByPeopleAndPrograms()
    {
        Losses losses;
        losses.add(Aspect::Whole, u"portrayals"_s, u"a"_s);
        losses.add(Aspect::State, u"\"states\""_s, u"b"_s);
        losses.add(Aspect::Whole, u"portrayals"_s, u"c"_s);
        QCOMPARE(toText(losses.report()), u"2 portrayals\n1 \"states\"\n"_s);
        const QJsonArray json = QJsonDocument::fromJson(toJson(losses.report())).array();
        QCOMPARE(json.size(), 2);
        QCOMPARE(json[0].toObject(),
                 QJsonObject({{u"aspect"_s, u"whole"_s},
                              {u"what"_s, u"portrayals"_s},
                              {u"count"_s, 2},
                              {u"objects"_s, QJsonArray{u"a"_s, u"c"_s}}}));
        QCOMPARE(json[1][u"what"].toString(), u"\"states\""_s);
        QCOMPARE(toText({}), u"Nothing is lost.\n"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Files)
#include "tst_files.moc"
