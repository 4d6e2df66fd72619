// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claims/claimsummary.h"

namespace pq {

/// What the parts of the claim editor need to show one claim; read once for all of them.
struct ClaimContext
{
    Cast cast;
    QHash<PassageId, Passage> passages;
    QHash<TagId, QString> tagColours;
    PassageId current;    ///< the article's current passage, or null
    QString currentWords;
};

/// A change of a claim that shall become one edit.
struct ClaimAct
{
    QString label;
    Claim claim;        ///< as it shall be
    QList<Entity> made; ///< entities that it names and that were not there
};

}
