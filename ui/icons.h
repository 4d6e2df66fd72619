// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace pq {

/// The drawing :/icons/@p name.svg in the colour of the palette's text, whatever the scheme is when it is
/// painted; a null icon when there is no such drawing. Reads the drawing when it is first painted.
[[nodiscard]] QIcon icon(const QString &name);

}
