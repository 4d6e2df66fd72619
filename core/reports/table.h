// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace pq {

/// Rows of plain text under headings: what a page and a spreadsheet show alike. A cell may have several lines.
struct Table
{
    QString title; ///< of the section it stands in; may be empty
    QStringList headings;
    QList<QStringList> rows; ///< each as long as the headings

    friend bool operator==(const Table &, const Table &) = default;
};

/// As a table of a page, every cell in the direction of its own words.
[[nodiscard]] QString toHtml(const Table &table);

/// As CSV (see csvRecord()), the headings first.
[[nodiscard]] QByteArray toCsv(const Table &table);
/// Several tables as one, with their titles in a first column under @p heading. All have the same headings.
[[nodiscard]] QByteArray toCsv(const QList<Table> &tables, const QString &heading);

}
