// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/chainpicture.h"

namespace pq {

// What the picture of a chain says, translated.

[[nodiscard]] QString chainTitle(const Chain &chain);
[[nodiscard]] QString undated();
[[nodiscard]] QString withoutWords();
[[nodiscard]] QString articleCaption();
[[nodiscard]] QString personCaption();
[[nodiscard]] QString playedBy();

/// Who does what the hop says, and of what kind that is.
[[nodiscard]] QString whoOf(const Hop &hop);
[[nodiscard]] NodeKind nodeKind(const Hop &hop);
[[nodiscard]] QString nodeCaption(const Hop &hop);
/// What they do with the line: "told to The Gazette".
[[nodiscard]] QString verbOf(const Hop &hop);
/// What the claim does to the one before it: "re-reports".
[[nodiscard]] QString linkVerb(const Hop &hop);
/// Whether it speaks against the one before it.
[[nodiscard]] bool isAgainst(const Hop &hop);
/// The hop's exact words in quotation marks, or the claim's summary, which has none.
[[nodiscard]] QString quotedWords(const Hop &hop);

}
