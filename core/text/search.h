// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/text/text.h"

namespace pq {

/// What to look for in a text, and what counts as the same.
struct Search
{
    QString words;
    bool isPattern = false;   ///< the words are a regular expression (PCRE2) over the text as it stands
    bool matchesCase = false;
    bool matchesMarks = true; ///< else "e" finds "é"; a pattern always matches them
    bool wholeWords = false;

    friend bool operator==(const Search &, const Search &) = default;
};

/// Where @p text has what is looked for; ascending, not overlapping, never empty, splitting no grapheme cluster.
/// Words are compared as folded() copies. A pattern's ^ and $ stand for the ends of a paragraph. Refused when the
/// pattern is not valid, with the place where.
[[nodiscard]] Result<QList<TextSpan>> search(const Text &text, const Search &search);

}
