// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queuemodel.h"

#include "ui/review/reviewqueue.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

template <class Value, class Key>
QHash<Key, int> ranksOf(QList<Value> values, Key Value::*id, QString Value::*name)
{
    std::ranges::stable_sort(values, [name](const Value &a, const Value &b) {
        return QString::compare(a.*name, b.*name, Qt::CaseInsensitive) < 0;
    });
    QHash<Key, int> ranks;
    ranks.reserve(values.size());
    for (const Value &value : std::as_const(values))
        ranks.insert(value.*id, static_cast<int>(ranks.size()));
    return ranks;
}

}

QueueModel::QueueModel(Session &session, ReviewQueue &queue, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_queue(queue)
{
    connect(&queue, &ReviewQueue::reset, this, [this] {
        loadNames();
        rebuild();
    });
    connect(&queue, &ReviewQueue::added, this, &QueueModel::addFrom);
    connect(&queue, &ReviewQueue::changed, this, &QueueModel::change);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.articles.isEmpty() && changes.entities.isEmpty() && changes.annotators.isEmpty())
            return;
        loadNames();
        for (int place = 0; place < static_cast<int>(m_articleRanks.size()); ++place)
            rank(place);
        resort();
        if (!m_shown.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    });
    loadNames();
    rebuild();
}

void QueueModel::loadNames()
{
    m_articles.clear();
    m_people.clear();
    m_annotators.clear();
    m_ranks = {};
    if (!m_session.isOpen())
        return;
    const Store &store = m_session.store();
    const QList<Article> articles = m_session.value(store.articles());
    for (const Article &article : articles)
        m_articles.insert(article.id, article.title);
    const QList<Entity> people = m_session.value(store.entities());
    for (const Entity &entity : people)
        m_people.insert(entity.id, entity.name);
    const QList<Annotator> annotators = m_session.value(store.annotators());
    for (const Annotator &annotator : annotators)
        m_annotators.insert(annotator.id, annotator.name);
    m_ranks.articles = ranksOf(articles, &Article::id, &Article::title);
    m_ranks.people = ranksOf(people, &Entity::id, &Entity::name);
    m_ranks.annotators = ranksOf(annotators, &Annotator::id, &Annotator::name);
}

const QueueRow &QueueModel::at(int place) const
{
    return m_queue.rows()[static_cast<size_t>(place)];
}

void QueueModel::rank(int place)
{
    m_articleRanks[static_cast<size_t>(place)] = m_ranks.articles.value(at(place).article,
                                                                        std::numeric_limits<int>::max());
}

/// As comesBefore() has it.
bool QueueModel::before(int a, int b) const
{
    if (m_isReversed)
        std::swap(a, b);
    const QueueRow &x = at(a);
    const QueueRow &y = at(b);
    if (const auto order = compareBy(m_order, x, y, m_ranks); order != 0)
        return order < 0;
    const int xArticle = m_articleRanks[static_cast<size_t>(a)];
    const int yArticle = m_articleRanks[static_cast<size_t>(b)];
    if (xArticle != yArticle)
        return xArticle < yArticle;
    return std::tuple(x.article, x.begin, x.claim) < std::tuple(y.article, y.begin, y.claim);
}

void QueueModel::rebuild()
{
    const auto count = static_cast<int>(m_queue.rows().size());
    m_articleRanks.resize(static_cast<size_t>(count));
    m_sorted.clear();
    for (int place = 0; place < count; ++place) {
        rank(place);
        if (!at(place).claim.isNull())
            m_sorted.push_back(place);
    }
    std::ranges::sort(m_sorted, [this](int a, int b) { return before(a, b); });
    refilter();
}

void QueueModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    m_progress = {};
    for (const int place : m_sorted) {
        if (!accepts(m_filter, at(place)))
            continue;
        m_shown.push_back(place);
        m_progress.add(at(place));
    }
    endResetModel();
}

void QueueModel::mergeInto(std::vector<int> &list, const std::vector<int> &more) const
{
    const auto middle = list.insert(list.end(), more.begin(), more.end());
    const auto less = [this](int a, int b) { return before(a, b); };
    std::sort(middle, list.end(), less);
    std::inplace_merge(list.begin(), middle, list.end(), less);
}

/// At the end first, then where they belong, so that whoever holds an index keeps its row.
void QueueModel::addFrom(int first)
{
    const auto count = static_cast<int>(m_queue.rows().size());
    m_articleRanks.resize(static_cast<size_t>(count));
    std::vector<int> all;
    std::vector<int> more;
    for (int place = first; place < count; ++place) {
        rank(place);
        all.push_back(place);
        if (accepts(m_filter, at(place)))
            more.push_back(place);
    }
    mergeInto(m_sorted, all);
    if (more.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(more.size()) - 1);
    m_shown.insert(m_shown.end(), more.begin(), more.end());
    for (const int place : more)
        m_progress.add(at(place));
    endInsertRows();
    move([&] {
        m_shown.resize(m_shown.size() - more.size());
        mergeInto(m_shown, more);
    });
}

/// Where the row belongs in a list that is in order.
int QueueModel::rowFor(int place, const std::vector<int> &list) const
{
    const auto behind = std::ranges::upper_bound(list, place, [this](int a, int b) { return before(a, b); });
    return static_cast<int>(behind - list.begin());
}

void QueueModel::change(int place, const QueueRow &former)
{
    const QueueRow &now = at(place);
    rank(place);
    std::erase(m_sorted, place);
    if (!now.claim.isNull())
        m_sorted.insert(m_sorted.begin() + rowFor(place, m_sorted), place);
    const auto known = std::ranges::find(m_shown, place);
    const bool was = known != m_shown.end();
    const bool is = !now.claim.isNull() && accepts(m_filter, now);
    const auto row = static_cast<int>(known - m_shown.begin());
    if (was && !is) {
        beginRemoveRows({}, row, row);
        m_shown.erase(known);
        m_progress.remove(former);
        endRemoveRows();
    } else if (was) {
        m_progress.remove(former);
        m_progress.add(now);
        m_shown.erase(known);
        const int to = rowFor(place, m_shown);
        m_shown.insert(m_shown.begin() + row, place);
        if (to != row) {
            beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
            m_shown.erase(m_shown.begin() + row);
            m_shown.insert(m_shown.begin() + to, place);
            endMoveRows();
        }
        Q_EMIT dataChanged(index(to, 0), index(to, columns - 1));
    } else if (is) {
        const int to = rowFor(place, m_shown);
        beginInsertRows({}, to, to);
        m_shown.insert(m_shown.begin() + to, place);
        m_progress.add(now);
        endInsertRows();
    }
}

/// Whatever order @p reorder gives to the rows shown, an index goes on to name the same claim.
template <class Reorder>
void QueueModel::move(Reorder reorder)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList held = persistentIndexList();
    QList<int> places;
    for (const QModelIndex &index : held)
        places.append(m_shown[static_cast<size_t>(index.row())]);
    reorder();
    QHash<int, int> rows;
    for (const int place : std::as_const(places)) {
        if (!rows.contains(place))
            rows.insert(place, static_cast<int>(std::ranges::find(m_shown, place) - m_shown.begin()));
    }
    for (qsizetype i = 0; i < held.size(); ++i)
        changePersistentIndex(held[i], index(rows.value(places[i]), held[i].column()));
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void QueueModel::resort()
{
    std::ranges::sort(m_sorted, [this](int a, int b) { return before(a, b); });
    move([this] {
        m_shown.clear();
        std::ranges::copy_if(m_sorted, std::back_inserter(m_shown),
                             [this](int place) { return accepts(m_filter, at(place)); });
    });
}

void QueueModel::setFilter(const QueueFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refilter();
}

void QueueModel::setOrder(QueueOrder order, bool isReversed)
{
    if (order == m_order && isReversed == m_isReversed)
        return;
    m_order = order;
    m_isReversed = isReversed;
    resort();
}

QueueOrder QueueModel::orderOf(Column column)
{
    switch (column) {
    case VerdictColumn:
        return QueueOrder::Verdict;
    case ClaimColumn:
        return QueueOrder::Words;
    case KindColumn:
        return QueueOrder::Kind;
    case AssigneeColumn:
        return QueueOrder::Assignee;
    case AgeColumn:
        return QueueOrder::Age;
    case NotesColumn:
        return QueueOrder::Notes;
    case PeopleColumn:
        return QueueOrder::People;
    case ArticleColumn:
        break;
    }
    return QueueOrder::Place;
}

void QueueModel::sort(int column, Qt::SortOrder order)
{
    setOrder(orderOf(static_cast<Column>(column)), order == Qt::DescendingOrder);
}

const QueueRow &QueueModel::row(int row) const
{
    return at(m_shown[static_cast<size_t>(row)]);
}

int QueueModel::find(ClaimId claim) const
{
    const int place = m_queue.placeOf(claim);
    if (place < 0)
        return -1;
    const auto found = std::ranges::find(m_shown, place);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

}
