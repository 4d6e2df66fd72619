// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace pq {

/// A day that a line gives.
struct Dateline
{
    enum class Kind { Published, Plain, Updated };
    QString day; ///< ISO 8601
    Kind kind = Kind::Plain;
};

/// The day when @p words are a date and nothing else: "2025-03-12", "Wednesday, 12 March 2025", "March 12, 2025 at
/// 9:30 AM ET", "Published 12/03/2025". Nothing when it is no real day, or when 12/03 may be either order.
[[nodiscard]] std::optional<Dateline> dateline(QStringView words);

/// Whether @p words are a time of day and nothing else.
[[nodiscard]] bool isTimeOfDay(QStringView words);

}
