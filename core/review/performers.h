// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "core/model/entity.h"

namespace pq {

/// Who plays @p character in what @p claim is about, each once: by the @p portrayals in a work that takes part in the
/// claim, or by all of the character's where it names none of their works.
[[nodiscard]] QList<EntityId> performersOf(EntityId character, const Claim &claim, const QList<Portrayal> &portrayals);

}
