// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/queue.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <compare>
#include <optional>

namespace pq {

/// Which rows of the review queue to show; what is not set lets every row through.
struct QueueFilter
{
    enum class Progress {
        Any,
        Open,            ///< not checked, or in progress
        AwaitsSignOff,   ///< decided, not signed off
        SignedOff
    };

    QStringList words;  ///< each must be in the claim's words or its summary, whatever the case
    QSet<ArticleId> articles;
    QSet<TagId> tags;
    std::optional<ClaimKind> kind;
    QSet<VerdictValue> verdicts;
    Progress progress = Progress::Any;
    EntityId person;    ///< takes part in it
    std::optional<AnnotatorId> assignee; ///< null: nobody
    AnnotatorId mine;   ///< who made it, checked it last or is to check it
    Timestamp sinceAtMost; ///< it has been as it is since then or longer; 0 for any
    bool openNotes = false;

    [[nodiscard]] bool isEmpty() const { return *this == QueueFilter{}; }
    friend bool operator==(const QueueFilter &, const QueueFilter &) = default;
};

[[nodiscard]] bool accepts(const QueueFilter &filter, const QueueRow &row);

enum class QueueOrder { Place, Words, Kind, Verdict, Age, People, Assignee, Notes };

/// What an order needs to know that is not in the rows: where articles, people and annotators stand among the others.
struct QueueRanks
{
    QHash<ArticleId, int> articles;
    QHash<EntityId, int> people;
    QHash<AnnotatorId, int> annotators;
};

/// By what the order is named after alone; many rows are equal. QueueOrder::Place tells nothing here.
[[nodiscard]] std::strong_ordering compareBy(QueueOrder order, const QueueRow &a, const QueueRow &b,
                                             const QueueRanks &ranks);

/// Whether @p a comes before @p b; rows that are equal in @p order are in order of place, then of making, so that the
/// order is total. Claims without words come last in order of place.
[[nodiscard]] bool comesBefore(const QueueRow &a, const QueueRow &b, QueueOrder order, const QueueRanks &ranks);

/// How far the check of some claims is.
struct ReviewProgress
{
    qsizetype claims = 0;
    qsizetype decided = 0;   ///< signed off or not
    qsizetype signedOff = 0;

    [[nodiscard]] qsizetype open() const { return claims - decided; }
    void add(const QueueRow &row);
    void remove(const QueueRow &row);
    friend bool operator==(const ReviewProgress &, const ReviewProgress &) = default;
};

}
