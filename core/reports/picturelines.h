// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/chainpicture.h"

namespace pq {

// The lines of a picture as points, so that a file and the screen show the same.

/// The closed outline of a node, which tells its kind without colour.
[[nodiscard]] QList<QPointF> outlineOf(const PictureNode &node);
/// Further lines of it: an outlet's second edge, an article's dog-ear.
[[nodiscard]] QList<QList<QPointF>> detailsOf(const PictureNode &node);
/// The closed triangle at an arrow's end.
[[nodiscard]] QList<QPointF> headOf(const PictureArrow &arrow);

/// "#rrggbb" for a node's lines, 3:1 or more on light and dark grounds; empty for the ink of the text.
[[nodiscard]] QString colourOf(NodeKind kind);

}
