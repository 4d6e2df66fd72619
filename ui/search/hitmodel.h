// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/hit.h"

#include <QAbstractListModel>

namespace pq {

/// What was found, in the order of articles and text. Each hit can be chosen or not by its check box.
class HitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { HitRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void clear();
    void append(const QList<Hit> &hits);
    [[nodiscard]] const QList<Hit> &hits() const { return m_hits; }
    [[nodiscard]] QList<Hit> chosen() const;
    [[nodiscard]] int chosenCount() const;
    void choose(bool all);
    /// The row of the first hit in the article that begins at or behind @p position; -1 when there is none.
    [[nodiscard]] int rowFrom(ArticleId article, TextPosition position) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Hit> m_hits;
};

}

Q_DECLARE_METATYPE(pq::Hit)
