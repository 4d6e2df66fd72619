// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"
#include "core/model/names.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <concepts>
#include <memory>
#include <stdexcept>
#include <unordered_map>

namespace pq {

/// Why the store says no; ends the transaction and becomes an Error. Never leaves core/store.
struct Refusal : std::runtime_error
{
    explicit Refusal(QString why) : std::runtime_error(why.toStdString()), message(std::move(why)) {}
    QString message;
};

/// A prepared statement that knows our types. Borrowed from a Database, which keeps it for the next use.
class Query
{
public:
    explicit Query(SQLite::Statement &statement) : m_statement(statement) {}
    ~Query() { m_statement.tryReset(); }
    Q_DISABLE_COPY_MOVE(Query)

    template <class... Values>
    Query &bind(const Values &...values)
    {
        (bindNext(values), ...);
        return *this;
    }
    /// Binds, runs to the end.
    template <class... Values>
    void run(const Values &...values)
    {
        bind(values...);
        while (m_statement.executeStep()) {}
    }
    /// False after the last row.
    [[nodiscard]] bool next() { return m_statement.executeStep(); }

    // Columns from 0.
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 integer(int column) const { return m_statement.getColumn(column).getInt64(); }
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    /// Type and content of each column of the row, in the form of content() in changeset.cpp.
    [[nodiscard]] QList<QByteArray> contents() const;
    [[nodiscard]] bool isNull(int column) const { return m_statement.getColumn(column).isNull(); }
    [[nodiscard]] Timestamp time(int column) const { return {integer(column)}; }
    template <class IdType>
    [[nodiscard]] IdType id(int column) const
    {
        const SQLite::Column value = m_statement.getColumn(column);
        const auto *bytes = static_cast<const char *>(value.getBlob());
        return IdType::fromBytes(QByteArrayView(bytes, value.getBytes()));
    }
    /// A word of the enum; the schema's CHECK lets no other in.
    template <class Enum>
    [[nodiscard]] Enum word(int column) const
    {
        return fromName<Enum>(text(column)).value_or(Enum{});
    }

private:
    void bindNext(const QString &value);
    void bindNext(const QByteArray &value);
    void bindNext(QLatin1StringView value);
    void bindNext(bool value) { m_statement.bind(++m_bound, value ? 1 : 0); }
    template <std::integral Integer>
    void bindNext(Integer value)
    {
        m_statement.bind(++m_bound, static_cast<int64_t>(value));
    }
    void bindNext(Timestamp value) { bindNext(value.microseconds); }
    /// An id that names nothing is NULL.
    template <class Tag>
    void bindNext(const Id<Tag> &value)
    {
        if (value.isNull())
            m_statement.bind(++m_bound);
        else
            bindNext(value.toBytes());
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void bindNext(Enum value)
    {
        bindNext(nameOf(value));
    }

    SQLite::Statement &m_statement;
    int m_bound = 0;
};

/// One connection and its prepared statements.
class Database
{
public:
    /// @p flags are SQLite::OPEN_…
    Database(const QString &path, int flags);

    /// The statement is prepared at its first use and kept. Two queries with the same SQL must not be in use
    /// at once.
    [[nodiscard]] Query query(const QByteArray &sql) { return Query(prepared(sql)); }
    void exec(const QByteArray &script) { m_database.exec(script.constData()); }
    [[nodiscard]] qint64 pragma(const char *sql);
    [[nodiscard]] SQLite::Database &connection() { return m_database; }
    [[nodiscard]] sqlite3 *handle() const { return m_database.getHandle(); }

private:
    [[nodiscard]] SQLite::Statement &prepared(const QByteArray &sql);

    SQLite::Database m_database;
    std::unordered_map<QByteArray, SQLite::Statement> m_statements;
};

/// Rolls back unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)
    void commit();

private:
    Database &m_database;
    bool m_committed = false;
};

/// What an SQLite error means for the person at the screen, and what to do about it.
[[nodiscard]] QString explain(const SQLite::Exception &failure, const QString &path);

}
