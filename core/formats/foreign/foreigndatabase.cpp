// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreign/foreigndatabase.h"

#include "core/formats/translated.h"

#include <sqlite3.h>

#include <cstring>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic("SQLite format 3\0", 16);
constexpr int mostSteps = 20'000; ///< of a hundred thousand operations each

int mayGoOn(void *steps)
{
    return ++*static_cast<int *>(steps) > mostSteps ? 1 : 0;
}

QString quotedName(const char *name)
{
    return u'"' + QString::fromUtf8(name).replace(u'"', u"\"\""_s) + u'"';
}

QVariant valueOf(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(statement, column));
    }
    default:
        return {};
    }
}

}

ForeignDatabase::ForeignDatabase(sqlite3 *database, const QString &file)
    : m_database(database, [](sqlite3 *open) { sqlite3_close_v2(open); }),
      m_steps(std::make_shared<int>(0)),
      m_file(file)
{
}

Result<ForeignDatabase> ForeignDatabase::open(const QList<NamedFile> &files, const QString &program,
                                              const QList<const char *> &needed)
{
    if (files.size() != 1)
        return fail(Formats::tr("A project of %1 is one database; here are %2.").arg(program).arg(files.size()));
    const QByteArray &bytes = files.first().bytes;
    const QString &file = files.first().path;
    if (!looksLikeDatabase(bytes) || bytes.size() < 512)
        return fail(Formats::tr("%1 is no SQLite database.").arg(file));
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nullptr);
    ForeignDatabase database(handle, file);
    auto *copy = static_cast<unsigned char *>(sqlite3_malloc64(sqlite3_uint64(bytes.size())));
    if (opened != SQLITE_OK || !copy)
        return fail(Formats::tr("%1 could not be read: there is not enough memory.").arg(file));
    std::memcpy(copy, bytes.constData(), size_t(bytes.size()));
    // A database with a write-ahead log cannot be opened in memory; its file alone is as any other.
    copy[18] = 1;
    copy[19] = 1;
    if (sqlite3_deserialize(handle, "main", copy, bytes.size(), bytes.size(),
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
        != SQLITE_OK)
        return fail(Formats::tr("%1 could not be read: %2.").arg(file, QString::fromUtf8(sqlite3_errmsg(handle))));
    for (const auto &[option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0}})
        sqlite3_db_config(handle, option, value, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_progress_handler(handle, 100'000, mayGoOn, database.m_steps.get());
    if (const auto tables = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"); !tables)
        return std::unexpected(tables.error());
    for (const char *table : needed) {
        if (!database.hasTable(table))
            return fail(Formats::tr("%1 is no project of %2: there is no table “%3” in it.")
                            .arg(file, program, QLatin1StringView(table)));
    }
    return database;
}

bool ForeignDatabase::hasTable(const char *table) const
{
    const auto found = rows(("PRAGMA table_info("_L1 + quotedName(table) + u')').toUtf8().constData());
    return found && !found->isEmpty();
}

bool ForeignDatabase::hasColumn(const char *table, const char *column) const
{
    const auto columns = rows(("PRAGMA table_info("_L1 + quotedName(table) + u')').toUtf8().constData());
    return columns && std::ranges::any_of(*columns, [column](const QVariantList &row) {
               return row.value(1).toString() == QLatin1StringView(column);
           });
}

Result<QList<QVariantList>> ForeignDatabase::rows(const char *query) const
{
    const auto refuse = [this] {
        return fail(
            Formats::tr("%1 could not be read: %2.").arg(m_file, QString::fromUtf8(sqlite3_errmsg(m_database.get()))));
    };
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), query, -1, &prepared, nullptr) != SQLITE_OK)
        return refuse();
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(prepared, sqlite3_finalize);
    QList<QVariantList> all;
    int result = sqlite3_step(prepared);
    for (; result == SQLITE_ROW; result = sqlite3_step(prepared)) {
        QVariantList row;
        for (int column = 0; column < sqlite3_column_count(prepared); ++column)
            row.append(valueOf(prepared, column));
        all.append(row);
    }
    if (result != SQLITE_DONE)
        return refuse();
    return all;
}

bool looksLikeDatabase(QByteArrayView beginning)
{
    return beginning.startsWith(magic);
}

}
