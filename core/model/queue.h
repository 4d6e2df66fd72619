// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/span.h"
#include "core/model/claim.h"
#include "core/model/review.h"

namespace pq {

/// A claim as a review queue lists it: where it stands and how far its check is.
struct QueueRow
{
    ClaimId claim;
    ClaimKind kind = ClaimKind::Quote;
    QString summary;
    State state = State::Accepted; ///< never rejected
    Timestamp created;
    AnnotatorId annotator;
    AnnotatorId assignee;

    // The first content passage, of the newest version that has one; null and empty for a claim without.
    ArticleId article;
    VersionId version;
    PassageId passage;
    TextPosition begin;
    TagId tag;
    QString words; ///< of this passage, fragments joined with " … "

    QList<EntityId> people; ///< who takes part, each once

    // The latest verdict; null ids for a claim without.
    VerdictValue value = VerdictValue::NotChecked;
    VerdictId verdict;
    AnnotatorId checker;
    Timestamp checked;
    AnnotatorId secondChecker; ///< who signed this verdict off first; null when nobody did

    int openNotes = 0; ///< threads on the claim and its passages that are not resolved

    /// Since when it has been as it is: the time of the latest verdict, or of its making.
    [[nodiscard]] Timestamp since() const { return verdict.isNull() ? created : checked; }
    [[nodiscard]] bool isSignedOff() const { return !secondChecker.isNull(); }

    friend bool operator==(const QueueRow &, const QueueRow &) = default;
};

}
