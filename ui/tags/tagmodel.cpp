// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tagmodel.h"

#include "ui/session.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString signOf(TagVisibility visibility)
{
    switch (visibility) {
    case TagVisibility::Shown:
        return u"●"_s;
    case TagVisibility::Dimmed:
        return u"◐"_s;
    case TagVisibility::Hidden:
        return u"○"_s;
    }
    return {};
}

QString nameOfVisibility(TagVisibility visibility)
{
    switch (visibility) {
    case TagVisibility::Shown:
        return TagModel::tr("Shown in articles");
    case TagVisibility::Dimmed:
        return TagModel::tr("Dimmed in articles");
    case TagVisibility::Hidden:
        return TagModel::tr("Hidden in articles");
    }
    return {};
}

}

TagModel::TagModel(Session &session, QObject *parent) : QAbstractItemModel(parent), m_session(session)
{
    m_nodes.append(Node());
}

void TagModel::reload()
{
    beginResetModel();
    m_nodes = {Node()};
    m_counts.clear();
    if (m_session.isOpen()) {
        m_counts = m_session.value(m_session.store().passagesPerTag());
        const QList<Tagset> tagsets = m_session.value(m_session.store().tagsets());
        const QList<Tag> all = m_session.value(m_session.store().tags());
        QHash<TagId, int> nodeOfTag;
        for (const Tagset &tagset : tagsets) {
            int top = 0;
            if (tagsets.size() > 1) {
                Node node;
                node.title = tagset.name;
                node.description = tagset.description;
                top = append(node, 0);
            }
            // Parents may stand behind their children, so rounds are made until nothing is left to hang up.
            QList<Tag> waiting = all;
            waiting.removeIf([&tagset](const Tag &tag) { return tag.tagset != tagset.id; });
            bool goesOn = true;
            while (goesOn && !waiting.isEmpty()) {
                goesOn = false;
                QList<Tag> later;
                for (const Tag &tag : std::as_const(waiting)) {
                    const bool waits = !tag.parent.isNull() && !nodeOfTag.contains(tag.parent)
                        && std::ranges::contains(waiting, tag.parent, &Tag::id);
                    if (waits) {
                        later.append(tag);
                        continue;
                    }
                    Node node;
                    node.tag = tag;
                    node.title = tag.name;
                    node.description = tag.description;
                    nodeOfTag.insert(tag.id, append(node, nodeOfTag.value(tag.parent, top)));
                    goesOn = true;
                }
                waiting = later;
            }
        }
    }
    // Hanging up in rounds may have put siblings out of order.
    for (Node &node : m_nodes) {
        std::ranges::stable_sort(node.children, {}, [this](int child) {
            return std::pair(m_nodes[child].tag.retired, m_nodes[child].tag.position);
        });
    }
    endResetModel();
}

int TagModel::append(Node node, int parent)
{
    const auto at = static_cast<int>(m_nodes.size());
    node.parent = parent;
    m_nodes.append(node);
    m_nodes[parent].children.append(at);
    return at;
}

QModelIndex TagModel::find(TagId tag) const
{
    for (int i = 1; i < m_nodes.size(); ++i) {
        if (!tag.isNull() && m_nodes[i].tag.id == tag)
            return createIndex(static_cast<int>(m_nodes[m_nodes[i].parent].children.indexOf(i)), 0,
                               static_cast<quintptr>(i));
    }
    return {};
}

QList<Tag> TagModel::tags() const
{
    QList<Tag> tags;
    for (const Node &node : m_nodes) {
        if (!node.tag.id.isNull())
            tags.append(node.tag);
    }
    return tags;
}

int TagModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<int>(index.internalId()) : 0;
}

QModelIndex TagModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(m_nodes[nodeOf(parent)].children[row]));
}

QModelIndex TagModel::parent(const QModelIndex &index) const
{
    const int parent = m_nodes[nodeOf(index)].parent;
    if (parent <= 0)
        return {};
    const QList<int> &siblings = m_nodes[m_nodes[parent].parent].children;
    return createIndex(static_cast<int>(siblings.indexOf(parent)), 0, static_cast<quintptr>(parent));
}

int TagModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(m_nodes[nodeOf(parent)].children.size());
}

int TagModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

void TagModel::setVisibilities(const TagVisibilities &visibilities)
{
    m_visibilities = visibilities;
    for (qsizetype node = 1; node < m_nodes.size(); ++node) {
        const QModelIndex name = find(m_nodes[node].tag.id);
        if (name.isValid())
            Q_EMIT dataChanged(name.siblingAtColumn(VisibilityColumn), name.siblingAtColumn(VisibilityColumn));
    }
}

QVariant TagModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = m_nodes[nodeOf(index)];
    if (!node.tag.id.isNull())
        return tagData(node, index.column(), role);
    if (role == Qt::DisplayRole && index.column() == NameColumn)
        return node.title;
    if (role == Qt::ToolTipRole)
        return node.description;
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

QVariant TagModel::tagData(const Node &node, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (static_cast<Column>(column)) {
        case NameColumn:
            return node.tag.retired ? tr("%1 (retired)").arg(node.title) : node.title;
        case VisibilityColumn:
            return signOf(m_visibilities.value(node.tag.id));
        case KeyColumn:
            return node.tag.key.toUpper();
        case CountColumn:
            return count(node.tag.id) == 0 ? QString() : QString::number(count(node.tag.id));
        case ColumnCount:
            break;
        }
        return {};
    case Qt::AccessibleTextRole:
        if (column == VisibilityColumn)
            return nameOfVisibility(m_visibilities.value(node.tag.id));
        if (column == KeyColumn)
            return node.tag.key.isEmpty() ? tr("no key") : tr("key %1").arg(node.tag.key);
        if (column == CountColumn)
            return tr("passages: %1").arg(count(node.tag.id));
        return {};
    case Qt::TextAlignmentRole:
        return column == NameColumn ? QVariant() : QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return column == VisibilityColumn
            ? tr("%1; a click or H changes it").arg(nameOfVisibility(m_visibilities.value(node.tag.id)))
            : node.description;
    case TagRole:
        return QVariant::fromValue(node.tag);
    case IdRole:
        return QVariant::fromValue(node.tag.id);
    default:
        return {};
    }
}

QVariant TagModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NameColumn:
        return tr("Tag");
    case VisibilityColumn:
        return tr("Seen");
    case KeyColumn:
        return tr("Key");
    case CountColumn:
        return tr("Passages");
    case ColumnCount:
        break;
    }
    return {};
}

}
