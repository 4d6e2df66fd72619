// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/document.h"

namespace pq {

/// Title, byline, outlet and date as they stand in lines of their own among the first twelve that are not
/// empty, before the running text begins. Nothing is read out of sentences; what is in doubt stays empty.
[[nodiscard]] Head guessHead(const Text &text);

}
