// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/record.h"

namespace pq {

/// One numbered claim of an annotated article as markup, with the id "claim-3". @p numbers: of the article's claims.
/// What stands in another version than @p shown is said to.
[[nodiscard]] QString claimEntry(const Record &record, const ClaimRecord &claim,
                                 const QHash<ClaimId, qsizetype> &numbers, VersionId shown);

}
