// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/passage.h"
#include "ui/search/hit.h"

namespace pq {

class Store;

/// The passages that put @p tag on the hits; none for a hit that is exactly such a passage already.
[[nodiscard]] Result<QList<Passage>> passagesOn(const QList<Hit> &hits, TagId tag, const Store &store);

}
