// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/article/typography.h"

namespace pq {

/// Where the lines under words run, in pixels below the baseline: between it and the letters of the next line.
struct Lanes
{
    double first = 0; ///< top of the first one
    int pitch = 0;    ///< from one to the next
    int thickness = 0;

    [[nodiscard]] double top(int lane) const { return first + lane * pitch; }
    [[nodiscard]] double bottom(int lane) const { return top(lane) + thickness; }

    /// @p used: how many of them there are in one block. Many become thin rather than run into the next line.
    [[nodiscard]] static Lanes of(const Typography &typography, int used);
};

}
