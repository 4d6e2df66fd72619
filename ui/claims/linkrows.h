// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claims/claimsummary.h"

namespace pq {

/// A link as one of its claims sees it: what a link's row stands for.
struct LinkEnd
{
    LinkId link;
    ClaimId other;
    PassageId passage; ///< the other claim's first content passage; may be null

    friend bool operator==(const LinkEnd &, const LinkEnd &) = default;
};

/// The links of @p claim in both directions.
[[nodiscard]] QList<Row> linkRows(Session &session, ClaimId claim, const Cast &cast);

}
