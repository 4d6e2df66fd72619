// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>

namespace pq {

/// A copy of @p words for comparing: case folded, quotation marks and dashes made alike, soft hyphens and
/// zero-width characters dropped, each run of white space one space. Never stored.
[[nodiscard]] QString folded(QStringView words);

/// Where @p words stand in @p text when both are folded; ascending, not overlapping. Empty words stand nowhere.
[[nodiscard]] QList<TextSpan> find(const Text &text, QStringView words);

/// Where exactly @p words stand in @p text, nothing folded; ascending, may overlap. Empty words stand nowhere.
[[nodiscard]] QList<TextSpan> findExactly(const Text &text, QStringView words);

}
