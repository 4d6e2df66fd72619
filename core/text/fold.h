// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>

namespace pq {

/// A copy of @p words for comparing: case folded, marks apart from their letters (so that "é" is one thing however
/// it is encoded), quotation marks all ' and dashes all -, soft hyphens and zero-width characters dropped, each run
/// of white space one space. Never stored.
[[nodiscard]] QString folded(QStringView words);

/// Where @p words stand in @p text when both are folded; ascending, not overlapping, splitting no grapheme
/// cluster. Empty words stand nowhere.
[[nodiscard]] QList<TextSpan> find(const Text &text, QStringView words);

/// Where exactly @p words stand in @p text, nothing folded; ascending, may overlap. Empty words stand nowhere.
[[nodiscard]] QList<TextSpan> findExactly(const Text &text, QStringView words);

}
