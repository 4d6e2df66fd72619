// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// A table for spreadsheets (RFC 4180, UTF-8), a row for each fragment; positions in code points, as the
/// headings begin_cp and end_cp say. Cells that a spreadsheet would take for formulas begin with "'".
[[nodiscard]] Result<Written> writeCsv(const Corpus &corpus, const WriteOptions &options = {});

}
