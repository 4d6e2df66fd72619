// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zip.h"
#include "tests/support/support.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// What Python's zipfile makes of a script in which "z" is the open archive.
QByteArray madeByPython(const QByteArray &script)
{
    const QTemporaryDir place;
    const QString path = place.filePath(u"a.zip"_s);
    QProcess python;
    python.start(u"python3"_s,
                 {u"-W"_s, u"ignore"_s, u"-c"_s,
                  QString::fromUtf8("import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED)\n"
                                    + script + "\nz.close()"),
                  path});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("%s", python.readAllStandardError().constData());
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

class tst_Zip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsPackedComesOutTheSame()
    {
        const QList<ZippedFile> files{{u"mimetype"_s, "text/plain", true},
                                      {u"sources/Ümlaut 🎬.txt"_s, QByteArray(100'000, 'x') + "\0\r\n"_ba},
                                      {u"empty"_s, {}}};
        const auto packed = zip(files);
        VERIFY_RESULT(packed);
        QVERIFY(looksZipped(*packed));
        QVERIFY(packed->size() < 10'000);
        const auto unpacked = unzip(*packed);
        VERIFY_RESULT(unpacked);
        QCOMPARE(unpacked->size(), files.size());
        for (qsizetype i = 0; i < files.size(); ++i) {
            QCOMPARE((*unpacked)[i].path, files[i].path);
            QCOMPARE((*unpacked)[i].bytes, files[i].bytes);
        }
        QVERIFY(unpacked->first().isStored);
    }

    void theSameFilesMakeTheSameBytes()
    {
        const QList<ZippedFile> files{{u"a"_s, "one"}, {u"b/c"_s, "two"}};
        const auto once = zip(files);
        QTest::qWait(1100); // a zip file's clock ticks every two seconds
        const auto again = zip(files);
        VERIFY_RESULT(once);
        VERIFY_RESULT(again);
        QCOMPARE(*once, *again);
    }

    void foldersAreLeftOut()
    {
        const auto files = unzip(madeByPython("z.writestr('a/','');z.writestr('a/b','x')"));
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().path, u"a/b"_s);
    }

    void backslashesAreReadAsSlashes()
    {
        const auto files = unzip(madeByPython("i=zipfile.ZipInfo('a');i.filename='a\\\\b.txt';z.writestr(i,'x')\n"
                                              "i=zipfile.ZipInfo('a');i.filename='c\\\\';z.writestr(i,'')"));
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().path, u"a/b.txt"_s);
    }

    void whatIsNotNeededMayBeAnything()
    {
        const QByteArray archive = madeByPython("z.writestr('Film.MP4',bytes(50*1024*1024));z.writestr('a.txt','x')");
        QVERIFY(!unzip(archive));
        const auto files = unzip(archive, [](QStringView path) { return !path.endsWith(u".mp4"); });
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().bytes, "x"_ba);
    }

    void whatCouldDoHarmIsRefused_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &script, const QString &why) {
            QTest::newRow(name) << script << why;
        };
        row("up", "z.writestr('../a','x')", u"../a"_s);
        row("up within", "z.writestr('a/../../b','x')", u"lead out"_s);
        row("absolute", "z.writestr('/etc/passwd','x')", u"lead out"_s);
        row("drive", "z.writestr('C:x','x')", u"lead out"_s);
        row("backslash", "i=zipfile.ZipInfo('a');i.filename='..\\\\a';z.writestr(i,'x')", u"lead out"_s);
        row("folder up", "z.writestr('../','')", u"lead out"_s);
        row("twice", "z.writestr('a','x');z.writestr('A','y')", u"twice"_s);
        row("link", "i=zipfile.ZipInfo('a');i.create_system=3;i.external_attr=0o120777<<16;z.writestr(i,'/etc/passwd')",
            u"link"_s);
        row("bomb", "z.writestr('a',bytes(50*1024*1024))", u"packed"_s);
        row("many", "[z.writestr(str(i),'') for i in range(100001)]", u"100,000"_s);
    }
    void whatCouldDoHarmIsRefused()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, why);
        const auto files = unzip(madeByPython(script));
        QVERIFY(!files);
        QVERIFY2(files.error().message.contains(why), qPrintable(files.error().message));
    }

    void damagedArchivesAreRefused()
    {
        const auto sound = zip({{u"a.txt"_s, QByteArray("some words, some more words, and words again")}});
        VERIFY_RESULT(sound);
        for (qsizetype size = 0; size < sound->size(); ++size)
            QVERIFY(!unzip(sound->first(size)));
        // A flipped bit is found, or has flipped nothing that counts.
        for (qsizetype i = 0; i < sound->size() * 8; ++i) {
            QByteArray broken = *sound;
            broken[i / 8] = char(broken[i / 8] ^ (1 << (i % 8)));
            if (const auto files = unzip(broken); files && !files->isEmpty())
                QCOMPARE(files->first().bytes, QByteArray("some words, some more words, and words again"));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Zip)
#include "tst_zip.moc"
