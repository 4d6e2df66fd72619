// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// A page for each text, at once HTML 5 and well-formed XML, with its passages marked, numbered and explained below. It
/// fetches nothing.
[[nodiscard]] Result<Written> writeHtml(const Corpus &corpus, const WriteOptions &options = {});

}
