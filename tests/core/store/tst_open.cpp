// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/open.h"
#include "core/store/store.h"
#include "tests/support/support.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

QString newProject(const QTemporaryDir &folder, const QString &name)
{
    const QString path = folder.filePath(name);
    auto store = Store::create(path, u"Ada"_s);
    if (!store || !store->edit(u"Import sample"_s, [](Edit &e) { e.put(test::sampleCorpus()); }))
        qFatal("no project");
    return path;
}

void sql(const QString &path, const char *statements)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK
        || sqlite3_exec(database, statements, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(database));
    sqlite3_close(database);
}

/// Runs @p f in a child process and returns what it wrote.
template <class F>
QByteArray inChild(F f)
{
    int ends[2];
    if (pipe(ends) != 0)
        qFatal("pipe");
    const pid_t child = fork();
    if (child == 0) {
        const QByteArray said = f();
        [[maybe_unused]] const auto written = ::write(ends[1], said.constData(), static_cast<size_t>(said.size()));
        _exit(0);
    }
    ::close(ends[1]);
    QByteArray said;
    char buffer[4096];
    for (ssize_t n = 0; (n = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        said.append(buffer, n);
    ::close(ends[0]);
    waitpid(child, nullptr, 0);
    return said;
}

}

class tst_Open : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoProjectIsRefusedInAClearSentenceAndLeftUntouched_data();
    void whatIsNoProjectIsRefusedInAClearSentenceAndLeftUntouched();
    void anExistingFileIsNeverOverwrittenByANewProject();
    void aSecondProgramOnTheSameProjectIsRefused();
    void theSameProgramOpensAProjectOnlyOnce();
    void withoutTheRightToWriteTheProjectIsRefused();
    void aFullDiskStopsTheEditAndLosesNothing();
    void afterClosingTheProjectIsOneFile();
    void theFileTypeIsRecognisedByItsHeader();
    void anOlderSchemaIsBroughtUpToDateAfterABackup();
    void aProjectOfTheFirstSchemaLearnsWhereItsPassagesAre();
    void aFailingMigrationLeavesTheFileAsItWas();
};

void tst_Open::whatIsNoProjectIsRefusedInAClearSentenceAndLeftUntouched_data()
{
    QTest::addColumn<std::function<void(const QString &)>>("make");
    QTest::addColumn<QString>("says");
    using Make = std::function<void(const QString &)>;
    QTest::newRow("nothing there") << Make([](const QString &path) { QFile::remove(path); }) << u"There is no file"_s;
    QTest::newRow("empty") << Make([](const QString &path) { write(path, {}); }) << u"is empty"_s;
    QTest::newRow("text") << Make([](const QString &path) { write(path, "An article about a film.\n"); })
                          << u"is not a Pullquote project"_s;
    QTest::newRow("PDF") << Make([](const QString &path) { write(path, "%PDF-1.7\n" + QByteArray(5000, 'x')); })
                         << u"is not a Pullquote project"_s;
    QTest::newRow("a hundred bytes of a project")
        << Make([](const QString &path) { write(path, read(path).first(99)); }) << u"is cut off"_s;
    QTest::newRow("cut off") << Make([](const QString &path) { write(path, read(path).chopped(4096)); })
                             << u"is cut off"_s;
    QTest::newRow("half") << Make([](const QString &path) { write(path, read(path).first(8192)); }) << u"is cut off"_s;
    QTest::newRow("another program's database") << Make([](const QString &path) {
        QFile::remove(path);
        sql(path, "CREATE TABLE bird (name TEXT); INSERT INTO bird VALUES ('wren');");
    }) << u"is a database of another program"_s;
    QTest::newRow("a newer schema") << Make([](const QString &path) { sql(path, "PRAGMA user_version = 99"); })
                                    << u"was made by a newer Pullquote"_s;
    QTest::newRow("no schema") << Make([](const QString &path) { sql(path, "PRAGMA user_version = 0"); })
                               << u"is not a complete Pullquote project"_s;
    QTest::newRow("a trigger of somebody else's") << Make([](const QString &path) {
        sql(path, "CREATE TRIGGER evil AFTER INSERT ON passage BEGIN DELETE FROM article; END");
    }) << u"are not Pullquote's"_s;
    QTest::newRow("a view of somebody else's")
        << Make([](const QString &path) { sql(path, "CREATE VIEW v AS SELECT 1"); }) << u"are not Pullquote's"_s;
    QTest::newRow("a table without its rules") << Make([](const QString &path) {
        sql(path, "PRAGMA foreign_keys = OFF; DROP TABLE sign_off; CREATE TABLE sign_off (id BLOB)");
    }) << u"are not Pullquote's"_s;
    QTest::newRow("a damaged first page") << Make([](const QString &path) {
        QByteArray bytes = read(path);
        bytes.replace(100, 300, QByteArray(300, '\xff'));
        write(path, bytes);
    }) << u"is damaged"_s;
    QTest::newRow("a folder") << Make([](const QString &path) {
        QFile::remove(path);
        QDir().mkdir(path);
    }) << u"is a folder"_s;
}

void tst_Open::whatIsNoProjectIsRefusedInAClearSentenceAndLeftUntouched()
{
    QFETCH(const std::function<void(const QString &)>, make);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const QString path = newProject(folder, u"p.pullquote"_s);
    make(path);
    const QByteArray before = read(path);

    const auto store = Store::open(path, u"Ada"_s);
    QVERIFY(!store);
    QVERIFY2(store.error().message.contains(says), qPrintable(store.error().message));
    QVERIFY2(store.error().message.contains(path), qPrintable(store.error().message));
    QCOMPARE(read(path), before);
    const QStringList left = QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries);
    QVERIFY2(left.size() <= 1, qPrintable(left.join(u' ')));
}

void tst_Open::anExistingFileIsNeverOverwrittenByANewProject()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"notes.pullquote"_s);
    write(path, "mine");
    const auto store = Store::create(path, u"Ada"_s);
    QVERIFY(!store);
    QVERIFY(store.error().message.contains(u"exists already"));
    QCOMPARE(read(path), "mine");
    const auto nowhere = Store::create(folder.filePath(u"no/such/folder/p.pullquote"_s), u"Ada"_s);
    QVERIFY(!nowhere);
    QVERIFY(nowhere.error().message.contains(u"There is no folder"));
}

void tst_Open::aSecondProgramOnTheSameProjectIsRefused()
{
    const QTemporaryDir folder;
    const QString path = newProject(folder, u"p.pullquote"_s);
    int holding[2];
    int release[2];
    QVERIFY(pipe(holding) == 0 && pipe(release) == 0);
    const pid_t child = fork();
    if (child == 0) {
        auto store = Store::open(path, u"Grace"_s);
        char byte = store ? 'y' : 'n';
        [[maybe_unused]] auto done = ::write(holding[1], &byte, 1);
        done = ::read(release[0], &byte, 1);
        store = fail(QString());
        _exit(0);
    }
    char byte = 0;
    QCOMPARE(::read(holding[0], &byte, 1), 1);
    QCOMPARE(byte, 'y');
    {
        const auto second = Store::open(path, u"Ada"_s);
        QVERIFY(!second);
        QVERIFY2(second.error().message.contains(u"is open in another program"), qPrintable(second.error().message));
    }
    QCOMPARE(::write(release[1], &byte, 1), 1);
    waitpid(child, nullptr, 0);
    const auto after = Store::open(path, u"Ada"_s);
    VERIFY_RESULT(after);
    QCOMPARE(*after->check(), QStringList());
}

void tst_Open::theSameProgramOpensAProjectOnlyOnce()
{
    const QTemporaryDir folder;
    const QString path = newProject(folder, u"p.pullquote"_s);
    QVERIFY(QFile::link(path, folder.filePath(u"link.pullquote"_s)));
    const auto store = Store::open(path, u"Ada"_s);
    VERIFY_RESULT(store);
    for (const QString &name : {u"p.pullquote"_s, u"link.pullquote"_s}) {
        const auto second = Store::open(folder.filePath(name), u"Ada"_s);
        QVERIFY(!second);
        QVERIFY2(second.error().message.contains(u"is open already"), qPrintable(second.error().message));
    }
}

void tst_Open::withoutTheRightToWriteTheProjectIsRefused()
{
    const QTemporaryDir folder;
    const QString path = newProject(folder, u"p.pullquote"_s);
    const QByteArray before = read(path);
    QVERIFY(::chmod(path.toUtf8().constData(), 0444) == 0);
    QVERIFY(::chmod(folder.path().toUtf8().constData(), 0555) == 0);
    // Nothing is read-only for root, so the child becomes nobody.
    const QByteArray said = inChild([&]() -> QByteArray {
        if (geteuid() == 0 && setuid(65534) != 0)
            return "cannot become another user";
        const auto store = Store::open(path, u"Ada"_s);
        const auto made = Store::create(folder.filePath(u"new.pullquote"_s), u"Ada"_s);
        return (store ? u"opened"_s : store.error().message).toUtf8() + '\n'
            + (made ? u"made"_s : made.error().message).toUtf8();
    });
    QVERIFY2(said.contains("p.pullquote cannot be written"), said.constData());
    QVERIFY2(said.contains("cannot be written. Choose another place"), said.constData());
    QVERIFY(::chmod(folder.path().toUtf8().constData(), 0755) == 0);
    QCOMPARE(read(path), before);
}

void tst_Open::aFullDiskStopsTheEditAndLosesNothing()
{
    const QTemporaryDir folder;
    const QByteArray place = folder.path().toUtf8();
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("Only root can make a small disk");
    const auto unmount = qScopeGuard([&] { ::umount(place.constData()); });

    const QString path = folder.filePath(u"p.pullquote"_s);
    qint64 kept = 0;
    {
        auto store = Store::create(path, u"Ada"_s);
        VERIFY_RESULT(store);
        const auto addText = [&](qsizetype size) {
            return store->edit(u"Import"_s, [&](Edit &e) {
                QString text;
                while (text.size() < size)
                    text += QString::number(rand());
                e.import({.text = Text(text)});
            });
        };
        Result<Changes> done;
        while ((done = addText(20'000)) && kept < 1000)
            ++kept;
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(u"no room left"), qPrintable(done.error().message));
        QCOMPARE(store->counts()->articles, kept);
        // The program goes on, and so does the project once there is room.
        QVERIFY(::mount(nullptr, place.constData(), nullptr, MS_REMOUNT, "size=4m") == 0);
        VERIFY_RESULT(addText(20'000));
        ++kept;
    }
    const auto again = Store::open(path, u"Ada"_s);
    VERIFY_RESULT(again);
    QCOMPARE(again->counts()->articles, kept);
    QCOMPARE(*again->check(), QStringList());
}

void tst_Open::afterClosingTheProjectIsOneFile()
{
    const QTemporaryDir folder;
    newProject(folder, u"p.pullquote"_s);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"p.pullquote"_s});
}

void tst_Open::theFileTypeIsRecognisedByItsHeader()
{
    const QTemporaryDir folder;
    const QByteArray header = read(newProject(folder, u"p.pullquote"_s)).first(100);
    QCOMPARE(header.sliced(68, 4), "PQP1");
    QCOMPARE(header.sliced(60, 4), QByteArray("\0\0\0", 3) + char(schemaSteps().size()));
}

void tst_Open::anOlderSchemaIsBroughtUpToDateAfterABackup()
{
    const QTemporaryDir folder;
    const QString path = newProject(folder, u"p.pullquote"_s);
    const QList<QByteArray> steps = schemaSteps()
        + QList<QByteArray>{"CREATE TABLE later (id BLOB NOT NULL PRIMARY KEY) STRICT;"};
    {
        const auto store = openProject(path, steps);
        QCOMPARE(store->database.pragma("PRAGMA user_version"), steps.size());
        QVERIFY(schemaOf(store->database).join(u' ').contains(u"later"));
        closeProject(*store);
    }
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 2);
    QVERIFY2(files[1].startsWith(u"p.schema%1-"_s.arg(schemaSteps().size())), qPrintable(files[1]));
    const auto backup = Store::open(folder.filePath(files[1]), u"Ada"_s);
    VERIFY_RESULT(backup);
    QCOMPARE(backup->counts()->articles, test::sampleCorpus().articles.size());
    QVERIFY(!Store::open(path, u"Ada"_s)); // it is newer than this program now
}

void tst_Open::aProjectOfTheFirstSchemaLearnsWhereItsPassagesAre()
{
    const QTemporaryDir folder;
    const QString path = newProject(folder, u"p.pullquote"_s);
    QStringList triggers;
    for (const QString &part : {u"passage_insert"_s, u"passage_delete"_s, u"passage_update"_s, u"fragment_insert"_s,
                                u"fragment_delete"_s, u"fragment_update"_s})
        triggers << u"DROP TRIGGER passage_place_"_s + part;
    sql(path,
        (triggers.join(u';')
         + u"; DROP TABLE passage_place; DROP TABLE claim_assignee; DROP TABLE relation_value; DROP TABLE relation; "
           "DROP TABLE remainder; PRAGMA user_version = 1"_s)
            .toUtf8()
            .constData());
    const auto store = Store::open(path, u"Ada"_s);
    VERIFY_RESULT(store);
    QCOMPARE(*store->check(), QStringList());
    qsizetype places = 0;
    for (const Version &version : test::sampleCorpus().versions)
        places += store->places(version.id, {}, 1000)->fragments.size();
    QVERIFY(places > 0);
}

void tst_Open::aFailingMigrationLeavesTheFileAsItWas()
{
    const QTemporaryDir folder;
    const QString path = newProject(folder, u"p.pullquote"_s);
    const QList<QByteArray> steps = schemaSteps()
        + QList<QByteArray>{"CREATE TABLE later (id BLOB); INSERT INTO nowhere VALUES (1);"};
    QVERIFY_THROWS_EXCEPTION(Refusal, (void)openProject(path, steps));
    const auto store = Store::open(path, u"Ada"_s);
    VERIFY_RESULT(store);
    QCOMPARE(*store->check(), QStringList());
}

QTEST_GUILESS_MAIN(tst_Open)
#include "tst_open.moc"
