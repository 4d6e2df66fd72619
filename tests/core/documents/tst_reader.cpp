// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/reader.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Reader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFileIsReadByItsSuffix_data();
    void aFileIsReadByItsSuffix();
    void aRefusalNamesTheFile();
    void aFolderAPipeAndAnUnreadableFileAreRefused();
    void aFileLargerThanFiftyMegabytesIsRefusedUnread();
    void foldersGiveTheirTextsInNaturalOrder();
    void filesAreTakenAsTheyAreAndEachOnce();
    void aPathThatDoesNotExistIsNamed();
    void linksToFoldersDoNotLeadInCircles();

private:
    QString write(const QString &name, const QByteArray &bytes = "Okay.") const;
    QStringList relative(const QStringList &files) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Reader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString tst_Reader::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test cannot write %s", qPrintable(path));
    return path;
}

QStringList tst_Reader::relative(const QStringList &files) const
{
    QStringList names;
    for (const QString &file : files)
        names.append(QDir(m_folder->path()).relativeFilePath(file));
    return names;
}

void tst_Reader::aFileIsReadByItsSuffix_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"a.txt", "a.text", "a.md", "a.markdown", "A.TXT", "loki.finale.txt", "شخص 👍🏽.txt"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void tst_Reader::aFileIsReadByItsSuffix()
{
    QFETCH(QString, name);
    const Result<Document> document = readDocument(write(name, "# Okay\r\n"));
    VERIFY_RESULT(document);
    QCOMPARE(document->text.string(), u"# Okay\n");
    QCOMPARE(document->head.title, u"Okay");
    QCOMPARE(document->sourceName, name);
    QCOMPARE(documentSuffixes(), (QStringList{u"txt"_s, u"text"_s, u"md"_s, u"markdown"_s}));
}

void tst_Reader::aRefusalNamesTheFile()
{
    for (const QString &path : {write(u"none.pdf"_s), write(u"suffixless"_s), write(u"empty.txt"_s, {}),
                                write(u"binary.txt"_s, QByteArray(99, '\1')), m_folder->filePath(u"missing.txt"_s)}) {
        const Result<Document> document = readDocument(path);
        QVERIFY(!document);
        QVERIFY2(document.error().message.contains(QFileInfo(path).fileName()), qPrintable(document.error().message));
        QVERIFY2(document.error().message.endsWith(u'.'), qPrintable(document.error().message));
    }
    QVERIFY(readDocument(write(u"none.pdf"_s)).error().message.contains(u"txt, text, md, markdown"));
}

void tst_Reader::aFolderAPipeAndAnUnreadableFileAreRefused()
{
    QVERIFY(readDocument(m_folder->path()).error().message.contains(u"is a folder"));

    const QString pipe = m_folder->filePath(u"pipe.txt"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(readDocument(pipe).error().message.contains(u"no ordinary file"));

    if (geteuid() == 0)
        return; // root may read everything
    const QString secret = write(u"secret.txt"_s);
    QVERIFY(QFile::setPermissions(secret, {}));
    QVERIFY(readDocument(secret).error().message.contains(u"cannot be read"));
}

void tst_Reader::aFileLargerThanFiftyMegabytesIsRefusedUnread()
{
    const QString path = write(u"large.txt"_s);
    QVERIFY(QFile::resize(path, 4'000'000'000)); // sparse
    QVERIFY(readDocument(path).error().message.contains(u"50 MB"));
}

void tst_Reader::foldersGiveTheirTextsInNaturalOrder()
{
    for (const char *name : {"article 10.txt", "article 9.txt", "Article 1.txt", "b/2.md", "b/10.md", "b/c/x.txt",
                             "zoë.markdown", "picture.png", ".hidden.txt", ".git/a.txt", "notes.txt~", "readme"})
        write(QString::fromUtf8(name));
    const Result<QStringList> files = documentFiles({m_folder->path()});
    VERIFY_RESULT(files);
    QCOMPARE(relative(*files),
             (QStringList{u"Article 1.txt"_s, u"article 9.txt"_s, u"article 10.txt"_s, u"b/2.md"_s, u"b/10.md"_s,
                          u"b/c/x.txt"_s, u"zoë.markdown"_s}));
    QVERIFY(QDir(m_folder->path()).mkdir(u"none"_s));
    QCOMPARE(documentFiles({m_folder->filePath(u"none"_s)}), QStringList());
}

void tst_Reader::filesAreTakenAsTheyAreAndEachOnce()
{
    const QString second = write(u"2.txt"_s);
    const QString first = write(u"1.txt"_s);
    const QString other = write(u"other.pdf"_s);
    const QString hidden = write(u".hidden.txt"_s);
    QCOMPARE(documentFiles({second, other, hidden, m_folder->path(), first}),
             (QStringList{second, other, hidden, first}));
    QCOMPARE(documentFiles({}), QStringList());
}

void tst_Reader::aPathThatDoesNotExistIsNamed()
{
    const Result<QStringList> files = documentFiles({write(u"1.txt"_s), m_folder->filePath(u"nowhere"_s)});
    QVERIFY(!files);
    QVERIFY2(files.error().message.contains(u"nowhere"), qPrintable(files.error().message));
}

void tst_Reader::linksToFoldersDoNotLeadInCircles()
{
    write(u"a/1.txt"_s);
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"a/again"_s)));
    QVERIFY(QFile::link(m_folder->filePath(u"a/1.txt"_s), m_folder->filePath(u"a/2.txt"_s)));
    const Result<QStringList> files = documentFiles({m_folder->path()});
    VERIFY_RESULT(files);
    QCOMPARE(relative(*files), (QStringList{u"a/1.txt"_s}));
}

QTEST_GUILESS_MAIN(tst_Reader)
#include "tst_reader.moc"
