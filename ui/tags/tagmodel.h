// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"
#include "ui/parts/tagvisibility.h"

#include <QAbstractItemModel>

namespace pq {

class Session;

/// The project's tags as a tree: tagsets stand above their tags where there is more than one.
class TagModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, VisibilityColumn, KeyColumn, CountColumn, ColumnCount };
    enum Role { TagRole = Qt::UserRole, IdRole };

    explicit TagModel(Session &session, QObject *parent = nullptr);

    void reload();
    [[nodiscard]] QModelIndex find(TagId tag) const;
    [[nodiscard]] QList<Tag> tags() const;
    /// What was chosen, for the tags where it is not "shown".
    [[nodiscard]] const TagVisibilities &visibilities() const { return m_visibilities; }
    void setVisibilities(const TagVisibilities &visibilities);
    /// How many passages carry the tag.
    [[nodiscard]] qint64 count(TagId tag) const { return m_counts.value(tag); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A tag, or a tagset when the tag's id is null; the first node is the root.
    struct Node
    {
        Tag tag;
        QString title;
        QString description;
        int parent = -1;
        QList<int> children;
    };
    int append(Node node, int parent);
    [[nodiscard]] int nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QVariant tagData(const Node &node, int column, int role) const;

    Session &m_session;
    QList<Node> m_nodes;
    QHash<TagId, qint64> m_counts;
    TagVisibilities m_visibilities;
};

}
