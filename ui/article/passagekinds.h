// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "core/model/note.h"
#include "core/model/review.h"

#include <QHash>
#include <QSet>

namespace pq {

/// Passages that a claim has, in any role or as a participant's evidence; a rejected claim has none.
[[nodiscard]] QSet<PassageId> claimedPassages(const QList<Claim> &claims);

/// Passages with a note that is not resolved.
[[nodiscard]] QSet<PassageId> notedPassages(const QList<Note> &notes);

/// The verdict that holds for each claim that has any: the latest.
[[nodiscard]] QHash<ClaimId, VerdictValue> newestVerdicts(const QList<Verdict> &verdicts);

/// The contents of claims that nobody has checked: without a verdict, or said to be not checked.
[[nodiscard]] QSet<PassageId> uncheckedPassages(const QList<Claim> &claims,
                                                const QHash<ClaimId, VerdictValue> &verdicts);

/// What small marks a passage wears beside its tag: the verdicts on claims whose content it is, each once, that one
/// of these claims is contradicted, and last that it has a note.
struct PassageSigns
{
    QList<VerdictValue> verdicts; ///< ascending
    bool hasNote = false;
    bool isContradicted = false; ///< a claim whose content it is

    friend bool operator==(const PassageSigns &, const PassageSigns &) = default;
};

/// Only of passages that wear any.
[[nodiscard]] QHash<PassageId, PassageSigns> passageSigns(const QList<Claim> &claims,
                                                          const QHash<ClaimId, VerdictValue> &verdicts,
                                                          const QHash<ClaimId, QSet<ClaimId>> &contradictions,
                                                          const QList<Note> &notes);

}
