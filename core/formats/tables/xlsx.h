// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// A workbook for Excel and LibreOffice with a sheet each of passages, claims, links, people and the fact sheet. All
/// cells are texts or whole numbers, never formulas; the same corpus makes the same bytes. Refuses a corpus of more
/// rows than a sheet may have.
[[nodiscard]] Result<Written> writeXlsx(const Corpus &corpus, const WriteOptions &options = {});

}
