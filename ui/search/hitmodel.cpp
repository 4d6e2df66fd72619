// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hitmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

void HitModel::clear()
{
    beginResetModel();
    m_hits.clear();
    endResetModel();
}

void HitModel::append(const QList<Hit> &hits)
{
    if (hits.isEmpty())
        return;
    beginInsertRows({}, int(m_hits.size()), int(m_hits.size() + hits.size() - 1));
    m_hits += hits;
    endInsertRows();
}

QList<Hit> HitModel::chosen() const
{
    QList<Hit> chosen = m_hits;
    chosen.removeIf([](const Hit &hit) { return !hit.isChosen; });
    return chosen;
}

int HitModel::chosenCount() const
{
    return int(std::ranges::count(m_hits, true, &Hit::isChosen));
}

void HitModel::choose(bool all)
{
    if (m_hits.isEmpty())
        return;
    for (Hit &hit : m_hits)
        hit.isChosen = all;
    Q_EMIT dataChanged(index(0), index(int(m_hits.size() - 1)), {Qt::CheckStateRole});
}

int HitModel::rowFrom(ArticleId article, TextPosition position) const
{
    const auto found = std::ranges::find_if(
        m_hits, [&](const Hit &hit) { return hit.article == article && hit.span.begin >= position; });
    return found == m_hits.end() ? -1 : int(found - m_hits.begin());
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Hit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString(hit.before + hit.words + hit.after);
    case Qt::AccessibleTextRole:
        return tr("%1, in “%2”").arg(hit.before + hit.words + hit.after, hit.title);
    case Qt::ToolTipRole:
        return hit.title;
    case Qt::CheckStateRole:
        return hit.isChosen ? Qt::Checked : Qt::Unchecked;
    case HitRole:
        return QVariant::fromValue(hit);
    default:
        return {};
    }
}

bool HitModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_hits[index.row()].isChosen = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags HitModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

}
