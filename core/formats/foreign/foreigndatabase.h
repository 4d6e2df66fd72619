// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <QByteArray>
#include <QVariantList>

#include <memory>

struct sqlite3;

namespace pq {

/// Another program's SQLite database, read from a copy of its bytes in memory; nothing in it is run or trusted: no
/// views, no triggers, no functions in its schema, and no query that takes for ever. What is not yet in the file itself
/// but in a log beside it is not seen.
class ForeignDatabase
{
public:
    /// The one file of a project of @p program, which has these tables.
    [[nodiscard]] static Result<ForeignDatabase> open(const QList<NamedFile> &files, const QString &program,
                                                      const QList<const char *> &tables);

    [[nodiscard]] bool hasTable(const char *table) const;
    [[nodiscard]] bool hasColumn(const char *table, const char *column) const;
    /// Whole numbers, real numbers, texts and nulls (invalid values); anything else is a null.
    [[nodiscard]] Result<QList<QVariantList>> rows(const char *query) const;

private:
    ForeignDatabase(sqlite3 *database, const QString &file);

    std::shared_ptr<sqlite3> m_database;
    std::shared_ptr<int> m_steps; ///< how often a query was let go on
    QString m_file;
};

/// Whether a file that begins like this is an SQLite database.
[[nodiscard]] bool looksLikeDatabase(QByteArrayView beginning);

}
