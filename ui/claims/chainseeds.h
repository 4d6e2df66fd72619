// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "core/model/passage.h"

#include <QSet>

namespace pq {

/// Where a chain begins: its claims and the line that they hold.
struct ChainSeeds
{
    QSet<ClaimId> claims;
    QString line;
};

/// The claims that have @p passage in any role or as evidence, and those whose words are the passage's; when
/// there are none, those whose words the passage holds or cuts.
[[nodiscard]] ChainSeeds seedsOfPassage(const Passage &passage, const QList<Claim> &claims,
                                        const QList<Passage> &passages);

/// The claim, and those that have the same words.
[[nodiscard]] ChainSeeds seedsOfClaim(const Claim &claim, const QList<Claim> &claims, const QList<Passage> &passages);

}
