// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/queue.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace pq {

class ReviewQueue;
class Session;

/// The rows of the review queue that a filter lets through, in the chosen order. Both are done here and not in a
/// proxy: a hundred thousand rows are filtered and sorted while a key is down.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        VerdictColumn,
        ClaimColumn,
        KindColumn,
        ArticleColumn,
        PeopleColumn,
        AssigneeColumn,
        AgeColumn,
        NotesColumn
    };
    static constexpr int columns = NotesColumn + 1;

    QueueModel(Session &session, ReviewQueue &queue, QObject *parent = nullptr);

    void setFilter(const QueueFilter &filter);
    [[nodiscard]] const QueueFilter &filter() const { return m_filter; }
    /// By the column, the other way round when @p isReversed.
    void setOrder(QueueOrder order, bool isReversed = false);
    [[nodiscard]] static QueueOrder orderOf(Column column);
    [[nodiscard]] bool isReversed() const { return m_isReversed; }

    [[nodiscard]] const QueueRow &row(int row) const;
    /// The row that shows the claim; -1 when none does.
    [[nodiscard]] int find(ClaimId claim) const;
    /// Of the rows that are shown.
    [[nodiscard]] ReviewProgress progress() const { return m_progress; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void loadNames();
    void rebuild();
    void refilter();
    void addFrom(int first);
    void change(int place, const QueueRow &former);
    void resort();
    template <class Reorder>
    void move(Reorder reorder);
    void rank(int place);
    [[nodiscard]] const QueueRow &at(int place) const;
    [[nodiscard]] bool before(int a, int b) const;
    /// Into one of the two lists below that are in order.
    void mergeInto(std::vector<int> &list, const std::vector<int> &more) const;
    [[nodiscard]] int rowFor(int place, const std::vector<int> &list) const;
    [[nodiscard]] QString text(const QueueRow &row, int column) const;

    Session &m_session;
    ReviewQueue &m_queue;
    QueueFilter m_filter;
    QueueOrder m_order = QueueOrder::Place;
    bool m_isReversed = false;
    QueueRanks m_ranks;
    QHash<ArticleId, QString> m_articles;
    QHash<EntityId, QString> m_people;
    QHash<AnnotatorId, QString> m_annotators;
    std::vector<int> m_articleRanks; ///< of each place in the queue, so that comparing places looks nothing up
    std::vector<int> m_sorted;       ///< all places in the queue that have a claim, in order
    std::vector<int> m_shown;        ///< those that the filter lets through
    ReviewProgress m_progress;
};

/// "3 h", "12 d": how long ago, in one unit.
[[nodiscard]] QString age(Timestamp since, Timestamp now);

}
