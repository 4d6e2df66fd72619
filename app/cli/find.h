// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace pq::cli {

// What a name on the command line means. Each refuses a name that nothing or more than one thing has.

/// By id or, whatever the case, name or alias.
[[nodiscard]] Result<EntityId> findEntity(const Store &store, const QString &given);
/// By id or, whatever the case, name.
[[nodiscard]] Result<TagId> findTag(const Store &store, const QString &given);
/// By name; null for "none".
[[nodiscard]] Result<AnnotatorId> findAnnotator(const Store &store, const QString &given);
/// By id.
[[nodiscard]] Result<Claim> findClaim(const Store &store, const QString &given);

}
