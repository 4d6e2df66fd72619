// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"

namespace pq {

/// What was done to a text so that it could be kept, as people read it.
[[nodiscard]] QString sentenceOf(const Repair &repair);

}
