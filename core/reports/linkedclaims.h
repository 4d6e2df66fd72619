// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/record.h"
#include "core/review/chain.h"

namespace pq {

/// The chains of the claims in @p article that links lead from or to, each traced once, for the words of its first
/// claim in the article.
[[nodiscard]] QList<Chain> linkedChains(const Record &record, ArticleId article);

}
