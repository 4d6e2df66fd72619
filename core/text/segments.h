// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/span.h"

#include <QList>

namespace pq {

/// A stretch over which the set of spans does not change.
struct Segment
{
    TextSpan span;
    QList<qsizetype> covering; ///< indexes into the spans given, ascending

    friend bool operator==(const Segment &, const Segment &) = default;
};

/// The disjoint segments, ascending, that @p spans cut @p window into, where at least one covers; O(n log n)
/// in the spans that meet the window.
[[nodiscard]] QList<Segment> segments(const QList<TextSpan> &spans, const TextSpan &window);

}
