// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/glyphs.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QVariant>

namespace pq {

/// One entry of a list as people read it: a title, words of an article, and what else there is to know.
struct Row
{
    QString title;
    QString words;  ///< of an article; shown in quotation marks
    QString detail; ///< small, under the rest
    QString aside;  ///< at the end of the title's line, such as a count
    Glyph glyph = Glyph::None;
    QString colour; ///< "#rrggbb" of a tag: a swatch in place of the glyph
    int indent = 0;
    bool isPlain = false;   ///< the title is a name among names and not set in bold
    bool isHeading = false; ///< stands over the rows that follow and cannot be chosen
    QVariant value; ///< what the row stands for, usually an id

    friend bool operator==(const Row &, const Row &) = default;
};

/// Rows as a model; the whole row is in RowRole, its value in ValueRole.
class RowModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole, ValueRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<Row> &rows);
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// The index of the row with this value, or an invalid one.
    [[nodiscard]] QModelIndex find(const QVariant &value) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Row> m_rows;
};

/// Paints rows; text wraps at the view's width, words after @p maximumLines lines end in "…".
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(int maximumLines, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_maximumLines;
};

}
