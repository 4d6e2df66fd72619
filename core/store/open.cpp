// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/open.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QSet>
#include <QtEndian>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

namespace pq {

namespace {

constexpr quint32 applicationId = 0x50515031; // "PQP1"

QString tr(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

// A second open() and close() of a file by the same process would drop SQLite's locks on it
// (sqlite.org/howtocorrupt.html, 2.2), so a project that is open here is never touched again.
class OpenHere
{
public:
    static bool contains(const QString &path)
    {
        const QMutexLocker locker(&mutex());
        return paths().contains(path);
    }
    static void add(const QString &path)
    {
        const QMutexLocker locker(&mutex());
        paths().insert(path);
    }
    static void remove(const QString &path)
    {
        const QMutexLocker locker(&mutex());
        paths().remove(path);
    }

private:
    static QMutex &mutex()
    {
        static QMutex instance;
        return instance;
    }
    static QSet<QString> &paths()
    {
        static QSet<QString> instance;
        return instance;
    }
};

QString canonical(const QString &path)
{
    const QString found = QFileInfo(path).canonicalFilePath();
    return found.isEmpty() ? QFileInfo(path).absoluteFilePath() : found;
}

void prepare(Database &database)
{
    sqlite3 *handle = database.handle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_extended_result_codes(handle, 1);
    database.exec("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;");
    // 16 MiB: an edit in a project with 100,000 passages finds the pages it changes, which 2 MiB could not hold.
    database.exec("PRAGMA cache_size = -16384");
}

void syncFolderOf(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

// Beside the file and named after the schema that it holds; complete or not there at all.
void backUp(Database &database, const QString &path, qint64 schema)
{
    const QFileInfo file(path);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString backup = file.dir().filePath(
        QStringLiteral("%1.schema%2-%3.pullquote").arg(file.completeBaseName()).arg(schema).arg(stamp));
    database.query("VACUUM INTO ?").run(backup);
    syncFolderOf(backup);
}

}

void requireProjectFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        throw Refusal(tr("There is no file %1. Check the path, or make a new project.").arg(path));
    if (info.isDir())
        throw Refusal(tr("%1 is a folder. Choose a project file (*.pullquote).").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Refusal(tr("%1 cannot be read (%2). Ask for the right to read it.").arg(path, file.errorString()));
    const QByteArray header = file.read(100);
    if (header.isEmpty())
        throw Refusal(tr("%1 is empty and so no project. Choose another file, or go back to a backup.").arg(path));
    if (!header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        throw Refusal(tr("%1 is not a Pullquote project. To bring a text into a project, import it.").arg(path));
    if (header.size() < 100)
        throw Refusal(
            tr("%1 is cut off and cannot be opened. Go back to a backup or to the copy it came from.").arg(path));
    const auto number = [&header](int offset) { return qFromBigEndian<quint32>(header.constData() + offset); };
    if (number(68) != applicationId)
        throw Refusal(
            tr("%1 is a database of another program, not a Pullquote project. It was left untouched.").arg(path));

    // The header's page count holds when the two counters agree and no write-ahead log is waiting.
    quint32 pageSize = qFromBigEndian<quint16>(header.constData() + 16);
    pageSize = pageSize == 1 ? 65536 : pageSize;
    const bool isExact = number(24) == number(92) && QFileInfo(path + QLatin1String("-wal")).size() == 0;
    if (isExact && file.size() < qint64(pageSize) * number(28)) {
        throw Refusal(tr("%1 is cut off: it should have %2 bytes and has %3. Go back to a backup or to the copy it "
                         "came from; the file was left untouched.")
                          .arg(path)
                          .arg(qint64(pageSize) * number(28))
                          .arg(file.size()));
    }
    if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable())
        throw Refusal(
            tr("%1 cannot be written. Copy it to a folder in which you may write, or ask for the right to write it.")
                .arg(path));
}

std::unique_ptr<StorePrivate> openProject(const QString &path, const QList<QByteArray> &steps)
{
    const QString key = canonical(path);
    if (OpenHere::contains(key))
        throw Refusal(tr("%1 is open already.").arg(path));
    requireProjectFile(path);
    try {
        auto store = std::make_unique<StorePrivate>(key, SQLite::OPEN_READWRITE);
        Database &database = store->database;
        prepare(database);
        // Before the first access, so that no second connection ever shares the write-ahead log: Debian's
        // SQLite can lose a transaction when two do (fixed upstream in 3.51.3).
        database.exec("PRAGMA locking_mode = EXCLUSIVE");
        const qint64 schema = database.pragma("PRAGMA user_version");
        if (schema < 1)
            throw Refusal(tr("%1 is not a complete Pullquote project. Go back to a backup.").arg(path));
        if (schema > steps.size()) {
            throw Refusal(tr("%1 was made by a newer Pullquote (its format is %2, this program knows up to %3). "
                             "Open it with that version; it was left untouched.")
                              .arg(path)
                              .arg(schema)
                              .arg(steps.size()));
        }
        if (schemaOf(database) != schemaOf(steps.first(schema))) {
            throw Refusal(
                tr("%1 holds tables, views or triggers that are not Pullquote's. It was not opened and left untouched; "
                   "go back to a backup, or ask whoever sent it.")
                    .arg(path));
        }
        if (schema < steps.size())
            backUp(database, key, schema);
        database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        // The exclusive lock is taken with the first write; a second program is noticed here and not later.
        {
            Transaction transaction(database);
            transaction.commit();
        }
        migrate(database, steps);
        OpenHere::add(key);
        return store;
    } catch (const SQLite::Exception &failure) {
        throw Refusal(explain(failure, path));
    }
}

void createProject(const QString &path, const QList<QByteArray> &steps)
{
    const QFileInfo info(path);
    if (info.exists())
        throw Refusal(tr("%1 exists already. Choose another name, or open it.").arg(path));
    const QFileInfo folder(info.absolutePath());
    if (!folder.isDir())
        throw Refusal(tr("There is no folder %1. Make it first, or choose another place.").arg(info.absolutePath()));
    if (!folder.isWritable())
        throw Refusal(tr("The folder %1 cannot be written. Choose another place.").arg(info.absolutePath()));

    // Under another name until it is complete. With a rollback journal, so that the header of the main file
    // is right from the first moment that it is there.
    const QString unfinished = info.absoluteFilePath() + QLatin1String(".new");
    QFile::remove(unfinished);
    const auto refuse = [&](const QString &why) {
        QFile::remove(unfinished);
        QFile::remove(unfinished + QLatin1String("-journal"));
        throw Refusal(why);
    };
    try {
        Database database(unfinished, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        prepare(database);
        database.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA application_id = "
                      + QByteArray::number(applicationId) + ";");
        migrate(database, steps);
    } catch (const SQLite::Exception &failure) {
        refuse(explain(failure, path));
    }
    // link() and not rename(): it refuses when somebody made the file in the meantime.
    const QByteArray from = QFile::encodeName(unfinished);
    const QByteArray to = QFile::encodeName(info.absoluteFilePath());
    if (::link(from.constData(), to.constData()) == 0)
        QFile::remove(unfinished);
    else if (errno == EEXIST
             || !QFile::rename(unfinished, info.absoluteFilePath())) // no hard links here, such as on FAT
        refuse(tr("%1 could not be made. Choose another name or place.").arg(path));
    syncFolderOf(path);
}

std::unique_ptr<StorePrivate> projectInMemory(const QList<QByteArray> &steps)
{
    auto store = std::make_unique<StorePrivate>(QStringLiteral(":memory:"),
                                                SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    prepare(store->database);
    migrate(store->database, steps);
    return store;
}

void closeProject(StorePrivate &store)
{
    if (store.path == QLatin1String(":memory:"))
        return;
    // Leaving WAL mode copies the log back and removes it; on failure the log simply stays beside the file.
    sqlite3_exec(store.database.handle(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    OpenHere::remove(store.path);
}

}
