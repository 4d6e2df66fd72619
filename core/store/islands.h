// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/database.h"

#include <QList>

namespace pq {

/// Articles and claims between which relations, claims, links and evidence lead to and fro, and from which none leads
/// away.
struct Island
{
    QList<ArticleId> articles; ///< ascending; none where claims have no words
    QList<ClaimId> claims;     ///< ascending
    qint64 bytes = 0;          ///< of the texts of all versions, in UTF-8
};

/// All of the project, each article and claim in exactly one; in order of their first articles, those without any last.
/// Takes memory for the ids, not for the texts.
[[nodiscard]] QList<Island> readIslands(Database &database);

}
