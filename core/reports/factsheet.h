// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/record.h"
#include "core/reports/report.h"

namespace pq {

/// What a checker carries to a meeting: each claim of an article in a row with its words, who said it, evidence,
/// verdict, checker, second checker and date. Also as a table.
[[nodiscard]] Report factSheet(const Record &record, const Article &article, QDate made);

}
