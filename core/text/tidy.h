// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

namespace pq {

/// What is done to the ends of a selection before it becomes a passage.
struct Tidying
{
    bool toWholeWords = false; ///< an end within a word goes to the word's end
    bool leavesOutSpace = true;
    bool leavesOutMarks = false; ///< quotation marks whose other half is not within the selection, or at its other end

    friend bool operator==(const Tidying &, const Tidying &) = default;
};

/// @p spans with their ends tidied: ascending, apart from each other. A span of which nothing would be left stays.
[[nodiscard]] QList<TextSpan> tidied(const Text &text, const QList<TextSpan> &spans, const Tidying &tidying);

}
