// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/rows.h"

#include <QCoreApplication>

namespace pq {

void RowModel::setRows(const QList<Row> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QModelIndex RowModel::find(const QVariant &value) const
{
    if (value.isValid()) {
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i].value == value)
                return index(static_cast<int>(i));
        }
    }
    return {};
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{row.title, row.words, row.detail, row.aside};
        parts.removeAll(QString());
        //: Joins the parts of a list entry for a screen reader.
        return parts.join(QCoreApplication::translate("RowModel", ", "));
    }
    case RowRole:
        return QVariant::fromValue(row);
    case ValueRole:
        return row.value;
    default:
        return {};
    }
}

Qt::ItemFlags RowModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!m_rows[index.row()].isHeading)
        flags |= Qt::ItemIsSelectable;
    return flags;
}

}
