// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// One row a fragment, as RFC 4180 describes, in UTF-8. Positions count code points, as the columns'
/// names say. Cells that a spreadsheet would run as a formula get an apostrophe in front, unless options say otherwise.
[[nodiscard]] Result<Written> writeCsv(const Corpus &corpus, const WriteOptions &options = {});

/// A table each of passages, claims, links, people and the fact sheet.
[[nodiscard]] Result<Written> writeCsvTables(const Corpus &corpus, const WriteOptions &options = {});

}
