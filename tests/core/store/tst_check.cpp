// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/support/randomedits.h"
#include "tests/support/support.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>
#include <sqlite3.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// Everything that the file says, read by plain SQLite; empty when it cannot be read to the end.
QByteArray contentsOf(const QString &path)
{
    sqlite3 *database = nullptr;
    QByteArray all;
    bool isWhole = sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK;
    QList<QByteArray> tables;
    const auto rows = [&](const QByteArray &sql, auto visit) {
        sqlite3_stmt *statement = nullptr;
        isWhole = isWhole && sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) == SQLITE_OK;
        int status = SQLITE_DONE;
        while (isWhole && (status = sqlite3_step(statement)) == SQLITE_ROW)
            visit(statement);
        isWhole = isWhole && status == SQLITE_DONE;
        sqlite3_finalize(statement);
    };
    rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
         [&](sqlite3_stmt *row) { tables << reinterpret_cast<const char *>(sqlite3_column_text(row, 0)); });
    for (const QByteArray &table : std::as_const(tables)) {
        rows("SELECT * FROM " + table, [&](sqlite3_stmt *row) {
            for (int i = 0; i < sqlite3_column_count(row); ++i) {
                all += char('0' + sqlite3_column_type(row, i));
                const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, i));
                all.append(bytes, sqlite3_column_bytes(row, i));
                all += '\n';
            }
        });
    }
    sqlite3_close(database);
    return isWhole ? all : QByteArray();
}

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

/// What opening and checking say; empty when both find nothing.
QStringList problemsOf(const QString &path)
{
    const auto store = Store::open(path, u"Ada"_s);
    if (!store)
        return {store.error().message};
    const auto problems = store->check();
    return problems ? *problems : QStringList{problems.error().message};
}

}

class tst_Check : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSoundProjectHasNothingWrong();
    void anyFlippedBitThatChangesWhatTheFileSaysIsFound();
    void aFlippedBitIsNamed_data();
    void aFlippedBitIsNamed();
    void aRowThatCameInPastTheJournalIsFound();
    void aChangeOfWhichAPartIsMissingIsFound();
    void aCheckCanBeStopped();
    void wordsThatAreNotTheirTextsAreFoundAFewAtATime();
    void aCopyTakenInPartsIsTheProject();

private:
    QTemporaryDir m_folder;
    QString m_path;       ///< the sample and the traces of many edits
    QString m_samplePath; ///< the sample alone
};

void tst_Check::initTestCase()
{
    m_samplePath = m_folder.filePath(u"sample.pullquote"_s);
    {
        auto sample = Store::create(m_samplePath, u"Ada"_s);
        VERIFY_RESULT(sample);
        VERIFY_RESULT(sample->edit(u"Import sample"_s, [](Edit &e) { e.put(test::sampleCorpus()); }));
    }
    m_path = m_folder.filePath(u"sound.pullquote"_s);
    auto store = Store::create(m_path, u"Ada"_s);
    VERIFY_RESULT(store);
    VERIFY_RESULT(store->edit(u"Import sample"_s, [](Edit &e) { e.put(test::sampleCorpus()); }));
    srand(7);
    for (int i = 0; i < 40; ++i)
        VERIFY_RESULT(test::randomEdit(*store, [](qsizetype n) { return qsizetype(rand()) % n; }));
    VERIFY_RESULT(store->undo());
    VERIFY_RESULT(store->undo());
    VERIFY_RESULT(store->redo());
}

void tst_Check::aSoundProjectHasNothingWrong()
{
    QCOMPARE(problemsOf(m_path), QStringList());
}

void tst_Check::anyFlippedBitThatChangesWhatTheFileSaysIsFound()
{
    const QByteArray sound = read(m_path);
    const QByteArray says = contentsOf(m_path);
    QVERIFY(!says.isEmpty());
    const QString path = m_folder.filePath(u"flipped.pullquote"_s);
    int changed = 0;
    int harmless = 0;
    srand(42);
    for (int i = 0; i < 200; ++i) {
        QByteArray flipped = sound;
        const auto at = qsizetype(rand()) % sound.size();
        const int bit = rand() % 8;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
        write(path, flipped);
        const bool isChanged = contentsOf(path) != says;
        const QStringList problems = problemsOf(path);
        if (isChanged) {
            ++changed;
            QVERIFY2(!problems.isEmpty(),
                     qPrintable(u"byte %1, bit %2 changes the contents unnoticed"_s.arg(at).arg(bit)));
        } else {
            ++harmless;
        }
        QFile::remove(path);
    }
    qInfo("%d flips changed what the file says, all found; %d fell into unused space or indexes", changed, harmless);
    QVERIFY(changed > 20);
}

void tst_Check::aFlippedBitIsNamed_data()
{
    QTest::addColumn<QByteArray>("where"); // a value of the file, found by its bytes
    QTest::addColumn<QString>("named");
    const Corpus sample = test::sampleCorpus();
    const Version &version = sample.versions.first();
    const Passage &passage = sample.passages.first();
    QTest::newRow("article text") << version.text.string().toUtf8() << version.id.toString();
    QTest::newRow("passage's words") << passage.fragments.first().words.toUtf8()
                                     << u"Passage "_s + passage.id.toString();
    QTest::newRow("journal label") << QByteArray("Import sample") << u"Journal entry 2"_s;
}

void tst_Check::aFlippedBitIsNamed()
{
    QFETCH(const QByteArray, where);
    QFETCH(const QString, named);
    const QByteArray sound = read(m_samplePath);
    const QString path = m_folder.filePath(u"named.pullquote"_s);
    int found = 0;
    // Wherever these bytes stand: some of the places may be in free pages.
    for (qsizetype at = sound.indexOf(where); at >= 0; at = sound.indexOf(where, at + 1)) {
        QByteArray flipped = sound;
        const qsizetype middle = at + where.size() / 2;
        flipped[middle] = static_cast<char>(flipped[middle] ^ 1);
        write(path, flipped);
        const QString problems = problemsOf(path).join(u'\n');
        found += problems.contains(named) ? 1 : 0;
        QFile::remove(path);
    }
    QVERIFY(found > 0);
}

void tst_Check::aRowThatCameInPastTheJournalIsFound()
{
    const QString path = m_folder.filePath(u"meddled.pullquote"_s);
    write(path, read(m_path));
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, "UPDATE entity SET name = 'Somebody else' WHERE id = (SELECT min(id) FROM entity)",
                          nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(database);
    const QStringList problems = problemsOf(path);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(u"“name” of a row of “entity”"), qPrintable(problems.first()));
}

void tst_Check::aChangeOfWhichAPartIsMissingIsFound()
{
    const QString path = m_folder.filePath(u"part.pullquote"_s);
    {
        auto store = Store::create(path, u"Ada"_s);
        VERIFY_RESULT(store);
        VERIFY_RESULT(store->edit(u"Two things"_s, [](Edit &e) {
            for (const QString &name : {u"one"_s, u"two"_s}) {
                e.attempt([&] {
                    e.put(Tagset{.id = TagsetId::create(), .name = name});
                    return true;
                });
            }
        }));
    }
    QCOMPARE(problemsOf(path), QStringList());
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database,
                          "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal);"
                          "DELETE FROM tagset WHERE name = 'two'",
                          nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(database);
    QCOMPARE(problemsOf(path), QStringList(u"Journal: of the last change only a part is there."_s));
}

void tst_Check::aCheckCanBeStopped()
{
    const auto store = Store::open(m_path, u"Ada"_s);
    VERIFY_RESULT(store);
    int asked = 0;
    const auto stopped = store->check([&asked](int) { return ++asked < 3; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().message, u"The check was stopped."_s);
    int done = 0;
    const auto whole = store->check([&done](int now) { return std::exchange(done, now) <= now; });
    VERIFY_RESULT(whole);
    QCOMPARE(*whole, QStringList());
    QCOMPARE(done, 100);
}

void tst_Check::wordsThatAreNotTheirTextsAreFoundAFewAtATime()
{
    const QString path = m_folder.filePath(u"text.pullquote"_s);
    write(path, read(m_samplePath));
    const Corpus sample = test::sampleCorpus();
    const Passage &passage = sample.passages.first();
    const auto damaged = [&](qsizetype atOnce) {
        const auto store = Store::open(path, u"Ada"_s);
        QList<WrongWords> wrong;
        WordsPlace place;
        qsizetype pages = 0;
        do {
            const WordsPage page = store->wrongWords(place, atOnce).value();
            wrong += page.wrong;
            place = page.last;
            ++pages;
        } while (!place.passage.isNull());
        return std::pair(wrong, pages);
    };
    QVERIFY(damaged(2).first.isEmpty());

    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &database), SQLITE_OK);
    const QByteArray sql = "UPDATE version SET text = substr(text, 1, "
        + QByteArray::number(passage.fragments.first().span.begin.value) + ") WHERE id = x'"
        + passage.version.toBytes().toHex() + "'";
    QCOMPARE(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    const auto [wrong, pages] = damaged(2);
    QVERIFY(pages > 2);
    QCOMPARE(damaged(1000).first.size(), wrong.size());
    const auto found = std::ranges::find(wrong, passage.id, &WrongWords::passage);
    QVERIFY(found != wrong.end());
    QCOMPARE(found->inPassage, passage.fragments.first().words);
    QCOMPARE(found->inText, QString());
    QCOMPARE(found->article, sample.articles.first().title);
    QFile::remove(path);
}

void tst_Check::aCopyTakenInPartsIsTheProject()
{
    const QString path = m_folder.filePath(u"copy.pullquote"_s);
    auto store = Store::open(m_path, u"Ada"_s);
    VERIFY_RESULT(store);
    QVERIFY(!store->continueCopy(1));
    VERIFY_RESULT(store->startCopy(path));
    int parts = 0;
    for (bool isDone = false; !isDone; ++parts) {
        const auto progress = store->continueCopy(8);
        VERIFY_RESULT(progress);
        isDone = progress->isDone();
        if (parts == 1) // an edit in between
            VERIFY_RESULT(
                store->edit(u"Late"_s, [](Edit &e) { e.put(Entity{.id = EntityId::create(), .name = u"Late"_s}); }));
    }
    QVERIFY(parts > 2);
    QCOMPARE(problemsOf(path), QStringList());
    QCOMPARE(*Store::open(path, u"Ada"_s)->corpus(), *store->corpus());
    // One that is not finished does not keep the project from closing.
    VERIFY_RESULT(store->startCopy(m_folder.filePath(u"unfinished.pullquote"_s)));
    VERIFY_RESULT(store->continueCopy(1));
    store = Store::inMemory(u"Ada"_s);
    QVERIFY(!QFile::exists(m_path + u"-wal"_s));
}

QTEST_GUILESS_MAIN(tst_Check)
#include "tst_check.moc"
