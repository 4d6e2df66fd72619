// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "core/model/entity.h"
#include "core/text/text.h"

namespace pq {

/// Somebody in a role of a claim, and the words around the claim's that say so.
struct Attribution
{
    EntityId entity;
    ParticipantRole role = ParticipantRole::Speaker;
    TextSpan words; ///< such as "Herron told", or a turn's label

    friend bool operator==(const Attribution &, const Attribution &) = default;
};

/// Who, by the words around @p content, takes part in a claim of this kind; only who is in @p cast, each role of
/// each at most once, nobody when the text does not say or says it with a pronoun. English reporting verbs.
///
/// Around the innermost quotation that holds the content, whoever is named nearest to the nearest reporting verb
/// in the same paragraph says it; around each quotation farther out, and at the begin of the enclosing turn, stands
/// who tells that. Who says a contribution or a fact is its source, who says anything else is its speaker; those
/// farther out are sources. "told EW" makes EW an addressee. In a contribution, "came from Tom" and "Tom came up
/// with" make Tom a contributor.
[[nodiscard]] QList<Attribution> attributions(const Text &text, const TextSpan &content, ClaimKind kind,
                                              const QList<Entity> &cast);

}
