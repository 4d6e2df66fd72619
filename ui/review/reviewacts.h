// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/review.h"

#include <optional>

namespace pq {

class Session;

// What checkers do with a claim: each one edit, refused by the project where its rules say so. False when it was.

bool giveVerdict(Session &session, ClaimId claim, VerdictValue value, const QString &reason = {});
/// The claim's latest verdict, by who edits.
bool signOff(Session &session, ClaimId claim);
/// Null: to nobody.
bool assign(Session &session, ClaimId claim, AnnotatorId to);
/// To the annotator of this name, who is made when there is none.
bool assign(Session &session, ClaimId claim, const QString &name);

/// Nothing when the claim has no verdict.
[[nodiscard]] std::optional<Verdict> latestVerdict(Session &session, ClaimId claim);

}
