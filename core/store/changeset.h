// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/changes.h"
#include "core/store/database.h"

#include <functional>

struct sqlite3_session;
struct sqlite3_changeset_iter;

namespace pq {

/// Whether the journal tells of what happens to a table: of all but itself and what follows from other tables.
[[nodiscard]] bool isJournaled(QByteArrayView table);

/// Records what happens to every journaled table, from its making until changeset().
class Recorder
{
public:
    explicit Recorder(Database &database);
    ~Recorder();
    Q_DISABLE_COPY_MOVE(Recorder)
    /// Empty when nothing is different from before.
    [[nodiscard]] QByteArray changeset();
    /// How long changeset() would be, at most.
    [[nodiscard]] qint64 bytes() const;

private:
    sqlite3_session *m_session = nullptr;
};

/// What takes the changeset back.
[[nodiscard]] QByteArray inverted(const QByteArray &changeset);

/// Applies it as it is, without cascades (the changeset holds what they did). Throws a Refusal when the tables
/// are not in the state that it was recorded in.
void apply(Database &database, const QByteArray &changeset);

/// The ids that the changeset touches.
[[nodiscard]] Changes changesIn(const QByteArray &changeset);

/// One value of a row in a changeset or a table; absent where a changeset leaves an unchanged column out.
struct ColumnValue
{
    bool present = false;
    QByteArray bytes; ///< type and content in one, equal only for equal values
};

struct RowChange
{
    QByteArray table;
    int operation = 0; ///< SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE
    QByteArray key;    ///< the primary key's values
    QList<ColumnValue> values; ///< after the change; before it for a deletion
};

/// Each change of the changeset in turn. Throws a Refusal when it cannot be read.
void forEachRow(const QByteArray &changeset, const std::function<void(const RowChange &)> &visit);

}
