// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/passage.h"

namespace pq {

class Session;

/// Says of these words that they need no check, as one edit: the claims whose content the passage @p current is get
/// that verdict; a @p selection, or a passage that no claim has, becomes a claim with it. So words that were looked at
/// and found harmless are under a claim like all others, and undone, listed and exported like these.
[[nodiscard]] Result<void> noCheckNeeded(Session &session, VersionId version, ArticleId article,
                                         const QList<Fragment> &selection, PassageId current);

}
