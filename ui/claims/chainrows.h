// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/chain.h"
#include "ui/parts/rows.h"

namespace pq {

/// The answer in one sentence: who contributed the line, who spoke it and plays them, who told it to whom,
/// who took it up. Empty when the chain has no hops.
[[nodiscard]] QString headline(const Chain &chain);

/// A row for each hop, indented by how far it is from the line's origin; the value is the hop's index. Without
/// @p surroundings only those that are of the line itself, if there are any.
[[nodiscard]] QList<Row> chainRows(const Chain &chain, bool surroundings = true);

}
