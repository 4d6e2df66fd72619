// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "core/model/note.h"

#include <QSet>

namespace pq {

/// Passages that a claim has, in any role or as a participant's evidence; a rejected claim has none.
[[nodiscard]] QSet<PassageId> claimedPassages(const QList<Claim> &claims);

/// Passages with a note that is not resolved.
[[nodiscard]] QSet<PassageId> notedPassages(const QList<Note> &notes);

}
