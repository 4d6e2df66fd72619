// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/lanes.h"

#include <algorithm>
#include <cmath>

namespace pq {

Lanes Lanes::of(const Typography &typography, int used)
{
    constexpr int alwaysFit = 2;
    const int size = typography.body.pixelSize();
    const int thickness = std::max(2, size / 8);
    Lanes lanes{std::round(size * 0.2), thickness + 1, thickness};
    if (used <= alwaysFit)
        return lanes;
    const double room = typography.lineHeight - typography.letterHeight - lanes.first;
    if (lanes.bottom(used - 1) - lanes.first <= room)
        return lanes;
    lanes.pitch = std::max(2, int(std::floor((room + 1) / used)));
    lanes.thickness = lanes.pitch - 1;
    return lanes;
}

}
