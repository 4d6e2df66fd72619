// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace pq {

/// A colour for the tag number @p index that came without one: Okabe and Ito's palette, which people with
/// any colour vision tell apart, over and over.
[[nodiscard]] inline QString paletteColour(qsizetype index)
{
    static constexpr std::array colours = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6e6e6e"};
    return QString::fromLatin1(colours[size_t(index) % colours.size()]);
}

}
