// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace pq {

/// How well @p typed, as an abbreviation, fits @p text: its characters stand in the text in this order,
/// whatever their case. Higher is better: beginnings of words and runs count most. Nothing when it does not fit.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, QStringView text);

}
