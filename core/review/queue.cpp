// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/queue.h"

#include <algorithm>
#include <limits>

namespace pq {

namespace {

bool hasProgress(QueueFilter::Progress wanted, const QueueRow &row)
{
    switch (wanted) {
    case QueueFilter::Progress::Any:
        return true;
    case QueueFilter::Progress::Open:
        return !isDecided(row.value);
    case QueueFilter::Progress::AwaitsSignOff:
        return isDecided(row.value) && !row.isSignedOff();
    case QueueFilter::Progress::SignedOff:
        return row.isSignedOff();
    }
    return true;
}

bool isMine(AnnotatorId me, const QueueRow &row)
{
    return row.annotator == me || row.assignee == me || row.checker == me;
}

/// Behind all others when it has none.
template <class IdType>
int rank(const QHash<IdType, int> &ranks, const IdType &id)
{
    return ranks.value(id, std::numeric_limits<int>::max());
}

std::strong_ordering byPlace(const QueueRow &a, const QueueRow &b, const QueueRanks &ranks)
{
    if (const auto order = rank(ranks.articles, a.article) <=> rank(ranks.articles, b.article); order != 0)
        return order;
    if (const auto order = a.article <=> b.article; order != 0)
        return order;
    return a.begin <=> b.begin;
}

}

bool accepts(const QueueFilter &filter, const QueueRow &row)
{
    if (!filter.articles.isEmpty() && !filter.articles.contains(row.article))
        return false;
    if (!filter.tags.isEmpty() && !filter.tags.contains(row.tag))
        return false;
    if (filter.kind && *filter.kind != row.kind)
        return false;
    if (!filter.verdicts.isEmpty() && !filter.verdicts.contains(row.value))
        return false;
    if (!hasProgress(filter.progress, row))
        return false;
    if (!filter.person.isNull() && !row.people.contains(filter.person))
        return false;
    if (filter.assignee && *filter.assignee != row.assignee)
        return false;
    if (!filter.mine.isNull() && !isMine(filter.mine, row))
        return false;
    if (filter.sinceAtMost != Timestamp() && filter.sinceAtMost < row.since())
        return false;
    if (filter.openNotes && row.openNotes == 0)
        return false;
    return std::ranges::all_of(filter.words, [&row](const QString &word) {
        return row.words.contains(word, Qt::CaseInsensitive) || row.summary.contains(word, Qt::CaseInsensitive);
    });
}

std::strong_ordering compareBy(QueueOrder order, const QueueRow &a, const QueueRow &b, const QueueRanks &ranks)
{
    switch (order) {
    case QueueOrder::Place:
        break;
    case QueueOrder::Words: {
        const QString &x = a.words.isEmpty() ? a.summary : a.words;
        const QString &y = b.words.isEmpty() ? b.summary : b.words;
        return QString::compare(x, y, Qt::CaseInsensitive) <=> 0;
    }
    case QueueOrder::Kind:
        return a.kind <=> b.kind;
    case QueueOrder::Verdict:
        if (a.value != b.value)
            return a.value <=> b.value;
        return a.isSignedOff() <=> b.isSignedOff();
    case QueueOrder::Age: // the oldest first
        return a.since().microseconds <=> b.since().microseconds;
    case QueueOrder::People: // by the first
        return rank(ranks.people, a.people.value(0)) <=> rank(ranks.people, b.people.value(0));
    case QueueOrder::Assignee:
        return rank(ranks.annotators, a.assignee) <=> rank(ranks.annotators, b.assignee);
    case QueueOrder::Notes: // the most first
        return b.openNotes <=> a.openNotes;
    }
    return std::strong_ordering::equal;
}

bool comesBefore(const QueueRow &a, const QueueRow &b, QueueOrder order, const QueueRanks &ranks)
{
    if (const auto first = compareBy(order, a, b, ranks); first != 0)
        return first < 0;
    if (const auto place = byPlace(a, b, ranks); place != 0)
        return place < 0;
    return a.claim < b.claim;
}

void ReviewProgress::add(const QueueRow &row)
{
    ++claims;
    decided += isDecided(row.value) ? 1 : 0;
    signedOff += row.isSignedOff() ? 1 : 0;
}

void ReviewProgress::remove(const QueueRow &row)
{
    --claims;
    decided -= isDecided(row.value) ? 1 : 0;
    signedOff -= row.isSignedOff() ? 1 : 0;
}

}
