// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entity.h"
#include "core/text/text.h"

namespace pq {

/// Where a text names an entity.
struct Mention
{
    EntityId entity;
    EntityKind kind = EntityKind::Person;
    TextSpan span;

    friend bool operator==(const Mention &, const Mention &) = default;
};

/// Where @p text names somebody of @p cast within @p window: by name, alias or, for persons and characters, the
/// first or the last word of the name when nobody else has it. Capitals count, whole words only ("Tom's" names Tom, "Tomorrow"
/// does not). Ascending, not overlapping: the longer name wins. A name that two of them share names nobody.
[[nodiscard]] QList<Mention> mentions(const Text &text, const TextSpan &window, const QList<Entity> &cast);

}
