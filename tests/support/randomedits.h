// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <functional>

namespace pq::test {

/// Numbers in [0, n); rapidcheck's or any other generator's.
using Choose = std::function<qsizetype(qsizetype n)>;

/// One edit of a random kind (import, correct, tag, move, claim, link, note, rename, remove, several …) with random parts of
/// the project; what cannot be done in its present state becomes an import.
[[nodiscard]] Result<Changes> randomEdit(Store &store, const Choose &choose);

}
