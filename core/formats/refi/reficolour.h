// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pq {

/// "#rgb" or "#rrggbb", the only colours that the standard knows.
[[nodiscard]] bool isRefiColour(const QString &colour);

/// "#rrggbb" of what programs write: that, without "#", with an opacity, which is left out, or as rgb(r, g, b) and
/// rgba(r, g, b, a); empty for anything else.
[[nodiscard]] QString refiColour(const QString &written);

}
