// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <compare>

namespace pq {

/// A moment: microseconds since 1970-01-01T00:00:00Z. 0 means "not known".
struct Timestamp
{
    qint64 microseconds = 0;

    [[nodiscard]] static Timestamp now()
    {
        using namespace std::chrono;
        return {duration_cast<std::chrono::microseconds>(system_clock::now().time_since_epoch()).count()};
    }
    /// ISO 8601 in UTC with six decimals: 2026-11-20T23:35:38.000001Z; empty when not known.
    [[nodiscard]] QString toString() const;
    /// What toString() writes, or any ISO 8601 date and time; "not known" when it is none.
    [[nodiscard]] static Timestamp fromString(QStringView string);

    friend auto operator<=>(const Timestamp &, const Timestamp &) = default;
};

}
