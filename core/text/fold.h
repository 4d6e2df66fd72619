// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>

namespace pq {

/// What counts as the same beside what always does.
struct Folding
{
    bool keepsCase = false;
    bool dropsMarks = false; ///< "e" is "é"; a character of its own, such as "ø", stays itself
};

/// A copy of @p words for comparing: case folded, marks apart from their letters (so that "é" is one thing however
/// it is encoded), quotation marks all ' and dashes all -, soft hyphens and zero-width characters dropped, each run
/// of white space one space. Never stored.
[[nodiscard]] QString folded(QStringView words, Folding folding = {});

/// Where @p words stand in @p text when both are folded; ascending, not overlapping, splitting no grapheme
/// cluster. Empty words stand nowhere.
[[nodiscard]] QList<TextSpan> find(const Text &text, QStringView words, Folding folding = {});

/// Where exactly @p words stand in @p text, nothing folded; ascending, may overlap. Empty words stand nowhere.
[[nodiscard]] QList<TextSpan> findExactly(const Text &text, QStringView words);

}
