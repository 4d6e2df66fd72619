// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queuemodel.h"

#include "core/model/labels.h"
#include "ui/review/reviewqueue.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>

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

QString wordsOf(const QueueRow &row)
{
    return row.words.isEmpty() ? row.summary : row.words;
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

bool QueueModel::before(int a, int b) const
{
    const std::vector<QueueRow> &rows = m_queue.rows();
    const QueueRow &x = rows[static_cast<size_t>(m_isReversed ? b : a)];
    const QueueRow &y = rows[static_cast<size_t>(m_isReversed ? a : b)];
    return comesBefore(x, y, m_order, m_ranks);
}

void QueueModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    m_progress = {};
    const std::vector<QueueRow> &rows = m_queue.rows();
    for (size_t place = 0; place < rows.size(); ++place) {
        if (rows[place].claim.isNull() || !accepts(m_filter, rows[place]))
            continue;
        m_shown.push_back(static_cast<int>(place));
        m_progress.add(rows[place]);
    }
    std::ranges::sort(m_shown, [this](int a, int b) { return before(a, b); });
    endResetModel();
}

/// At the end first, then where they belong, so that whoever holds an index keeps its row.
void QueueModel::addFrom(int first)
{
    const std::vector<QueueRow> &rows = m_queue.rows();
    std::vector<int> more;
    for (size_t place = static_cast<size_t>(first); place < rows.size(); ++place) {
        if (accepts(m_filter, rows[place]))
            more.push_back(static_cast<int>(place));
    }
    if (more.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(more.size()) - 1);
    m_shown.insert(m_shown.end(), more.begin(), more.end());
    for (const int place : more)
        m_progress.add(rows[static_cast<size_t>(place)]);
    endInsertRows();
    resort(m_shown.size() - more.size());
}

/// Where the row belongs among those shown.
int QueueModel::rowFor(int place) const
{
    const auto behind = std::ranges::upper_bound(m_shown, place, [this](int a, int b) { return before(a, b); });
    return static_cast<int>(behind - m_shown.begin());
}

void QueueModel::change(int place, const QueueRow &former)
{
    const QueueRow &now = m_queue.rows()[static_cast<size_t>(place)];
    const auto at = std::ranges::find(m_shown, place);
    const bool was = at != m_shown.end();
    const bool is = !now.claim.isNull() && accepts(m_filter, now);
    const auto row = static_cast<int>(at - m_shown.begin());
    if (was && !is) {
        beginRemoveRows({}, row, row);
        m_shown.erase(at);
        m_progress.remove(former);
        endRemoveRows();
    } else if (was) {
        m_progress.remove(former);
        m_progress.add(now);
        m_shown.erase(at);
        const int to = rowFor(place);
        m_shown.insert(m_shown.begin() + row, place);
        if (to != row) {
            beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
            m_shown.erase(m_shown.begin() + row);
            m_shown.insert(m_shown.begin() + to, place);
            endMoveRows();
        }
        Q_EMIT dataChanged(index(to, 0), index(to, columns - 1));
    } else if (is) {
        const int to = rowFor(place);
        beginInsertRows({}, to, to);
        m_shown.insert(m_shown.begin() + to, place);
        m_progress.add(now);
        endInsertRows();
    }
}

/// The first @p sorted rows are in order already.
void QueueModel::resort(size_t sorted)
{
    const auto less = [this](int a, int b) { return before(a, b); };
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList held = persistentIndexList();
    QList<int> places;
    for (const QModelIndex &index : held)
        places.append(m_shown[static_cast<size_t>(index.row())]);
    const auto tail = m_shown.begin() + static_cast<std::ptrdiff_t>(sorted);
    std::sort(tail, m_shown.end(), less);
    std::inplace_merge(m_shown.begin(), tail, m_shown.end(), less);
    QHash<int, int> rows;
    for (const int place : std::as_const(places)) {
        if (!rows.contains(place))
            rows.insert(place, static_cast<int>(std::ranges::lower_bound(m_shown, place, less) - m_shown.begin()));
    }
    for (qsizetype i = 0; i < held.size(); ++i)
        changePersistentIndex(held[i], index(rows.value(places[i]), held[i].column()));
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void QueueModel::setFilter(const QueueFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void QueueModel::setOrder(QueueOrder order, bool isReversed)
{
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
    return m_queue.rows()[static_cast<size_t>(m_shown[static_cast<size_t>(row)])];
}

int QueueModel::find(ClaimId claim) const
{
    const int place = m_queue.placeOf(claim);
    if (place < 0)
        return -1;
    const auto found = std::ranges::find(m_shown, place);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString QueueModel::text(const QueueRow &row, int column) const
{
    switch (column) {
    case VerdictColumn:
        return row.isSignedOff() ? tr("%1, signed off").arg(label(row.value)) : label(row.value);
    case ClaimColumn:
        return wordsOf(row).simplified();
    case KindColumn:
        return row.state == State::Suggested ? tr("%1 (suggested)").arg(label(row.kind)) : label(row.kind);
    case ArticleColumn:
        return m_articles.value(row.article);
    case PeopleColumn: {
        QStringList names;
        for (const EntityId person : row.people)
            names.append(m_people.value(person));
        return names.join(u", "_s);
    }
    case AssigneeColumn:
        return m_annotators.value(row.assignee);
    case AgeColumn:
        return age(row.since(), Timestamp::now());
    case NotesColumn:
        return row.openNotes == 0 ? QString() : QString::number(row.openNotes);
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == VerdictColumn && !shown.verdict.isNull())
            return tr("%1 by %2, %3", "verdict, checker and time")
                .arg(text(shown, VerdictColumn), m_annotators.value(shown.checker), label(shown.checked));
        if (index.column() == ClaimColumn && !shown.summary.isEmpty())
            return QString(shown.summary + u"\n\n"_s + shown.words);
        return text(shown, index.column());
    case Qt::AccessibleTextRole:
        if (const QString said = text(shown, index.column()); !said.isEmpty())
            return tr("%1: %2", "column and text")
                .arg(headerData(index.column(), Qt::Horizontal, role).toString(), said);
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::TextAlignmentRole:
        return index.column() == NotesColumn || index.column() == AgeColumn
            ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter)
            : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case VerdictColumn:
        return tr("Verdict");
    case ClaimColumn:
        return tr("Claim");
    case KindColumn:
        return tr("Kind");
    case ArticleColumn:
        return tr("Article");
    case PeopleColumn:
        return tr("People");
    case AssigneeColumn:
        return tr("Assigned to");
    case AgeColumn:
        return tr("Age");
    case NotesColumn:
        return tr("Notes");
    default:
        return {};
    }
}

QString age(Timestamp since, Timestamp now)
{
    constexpr qint64 minute = 60'000'000;
    if (since == Timestamp())
        return {};
    const qint64 minutes = std::max<qint64>(0, (now.microseconds - since.microseconds) / minute);
    if (minutes < 60)
        return QueueModel::tr("%1 min", "age").arg(minutes);
    if (minutes < 48 * 60)
        return QueueModel::tr("%1 h", "age").arg(minutes / 60);
    return QueueModel::tr("%1 d", "age").arg(minutes / (24 * 60));
}

}
