// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace pq {

QString Query::text(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    const char *text = value.getText();
    return QString::fromUtf8(text, value.getBytes());
}

QByteArray Query::bytes(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    const auto *blob = static_cast<const char *>(value.getBlob());
    return {blob, value.getBytes()};
}

QList<QByteArray> Query::contents() const
{
    QList<QByteArray> row;
    for (int column = 0; column < m_statement.getColumnCount(); ++column) {
        const SQLite::Column value = m_statement.getColumn(column);
        QByteArray content(1, static_cast<char>(value.getType()));
        if (value.isInteger())
            content += QByteArray::number(value.getInt64());
        else if (value.isFloat())
            content += QByteArray::number(value.getDouble(), 'g', 17);
        else if (!value.isNull())
            content += bytes(column);
        row.append(content);
    }
    return row;
}

void Query::bindNext(const QString &value)
{
    m_statement.bind(++m_bound, value.toStdString());
}

void Query::bindNext(const QByteArray &value)
{
    // A null pointer would bind NULL.
    m_statement.bind(++m_bound, value.constData(), static_cast<int>(value.size()));
}

void Query::bindNext(QLatin1StringView value)
{
    m_statement.bind(++m_bound, std::string(value.data(), static_cast<size_t>(value.size())));
}

Database::Database(const QString &path, int flags) : m_database(path.toStdString(), flags, 0) {}

qint64 Database::pragma(const char *sql)
{
    SQLite::Statement statement(m_database, sql);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

SQLite::Statement &Database::prepared(const QByteArray &sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end())
        found = m_statements.try_emplace(sql, m_database, sql.constData()).first;
    found->second.tryReset();
    return found->second;
}

Transaction::Transaction(Database &database) : m_database(database)
{
    m_database.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // A full disk may have rolled back already.
    if (!m_committed && sqlite3_get_autocommit(m_database.handle()) == 0)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.exec("COMMIT");
    m_committed = true;
}

QString explain(const SQLite::Exception &failure, const QString &path)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Store", text); };
    const QString detail = QString::fromUtf8(failure.what());
    switch (failure.getErrorCode()) {
    case SQLITE_FULL:
        return tr("There is no room left on the disk that holds %1. Nothing was changed; make room and try again.")
            .arg(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return tr("%1 is open in another program. Close it there, then try again.").arg(path);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return tr("%1 cannot be written. Copy it to a folder in which you may write, or ask for the right to write it.")
            .arg(path);
    case SQLITE_CANTOPEN:
        return tr("%1 cannot be opened. Check that it is there and that you may write it and its folder.").arg(path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return tr("%1 is damaged (%2). Keep the file as it is and go back to a backup.").arg(path, detail);
    case SQLITE_IOERR:
        return tr("%1 could not be read or written (%2). Nothing was changed; check the disk and try again.")
            .arg(path, detail);
    case SQLITE_CONSTRAINT:
        if (failure.getExtendedErrorCode() == SQLITE_CONSTRAINT_FOREIGNKEY)
            return tr("The change refers to something that is not, or no longer, in the project. Nothing was changed.");
        return tr("The change breaks a rule of the project file (%1). Nothing was changed.").arg(detail);
    default:
        return tr("The project file %1 refused (%2). Nothing was changed.").arg(path, detail);
    }
}

}
