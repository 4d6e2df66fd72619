// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QSet>

namespace pq::cli {

/// The article that @p given names by its id or, whatever the case, its title. Refuses a name that no
/// article or more than one has.
[[nodiscard]] Result<ArticleId> findArticle(const Store &store, const QString &given);

}
