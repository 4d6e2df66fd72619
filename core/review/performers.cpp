// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/performers.h"

#include <algorithm>

namespace pq {

QList<EntityId> performersOf(EntityId character, const Claim &claim, const QList<Portrayal> &portrayals)
{
    QList<EntityId> anywhere, here;
    for (const Portrayal &portrayal : portrayals) {
        if (portrayal.character != character)
            continue;
        if (!anywhere.contains(portrayal.performer))
            anywhere.append(portrayal.performer);
        const bool inThisWork = !portrayal.work.isNull()
            && std::ranges::contains(claim.participants, portrayal.work, &Participant::entity);
        if (inThisWork && !here.contains(portrayal.performer))
            here.append(portrayal.performer);
    }
    return here.isEmpty() ? anywhere : here;
}

}
