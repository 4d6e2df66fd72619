// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/chain.h"

#include <QDate>

namespace pq {

/// The hops as a numbered list of sentences, as markup.
[[nodiscard]] QString hopList(const Chain &chain);

/// The picture of a chain and its hops as sentences on one page; see page().
[[nodiscard]] QString chainPage(const Chain &chain, QDate made);

}
