// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "core/text/segmentation.h"

#include <optional>

namespace pq {

enum class Boundary { Begin, End };
enum class Growth { Extend, Shrink };

/// @p passage with one boundary of one fragment moved by a unit: of the fragment that @p caret stands in or at,
/// otherwise of the first fragment (its begin) or the last one (its end). Moves by word leave out the white
/// space between words. Nothing when there is no room: at the text's edge, at the next fragment, or when
/// nothing would be left.
[[nodiscard]] std::optional<Passage> withBoundaryMoved(const Text &text, Passage passage, TextPosition caret,
                                                       Boundary boundary, Growth growth, Unit unit);

}
