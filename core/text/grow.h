// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/segmentation.h"

namespace pq {

/// @p selected grown to whole units; when it is whole already, with the next unit as well. From a caret in an
/// empty paragraph it is the next unit alone. At the text's end it stays as it is.
[[nodiscard]] TextSpan grownTo(const Text &text, const TextSpan &selected, Unit unit);

}
