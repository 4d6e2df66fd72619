// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/barchart.h"
#include "core/reports/record.h"
#include "core/reports/report.h"

namespace pq {

/// What the verdicts of the claims that there were at the time were at the end of each day, week, month or year (UTC):
/// the shortest of these that gives no more than 40 bars or so, those of years being the exception.
[[nodiscard]] BarChart verdictsOverTime(const Record &record);

/// In how many claims each person and character takes part as speaker, contributor and source; the 30 with the most,
/// the others together.
[[nodiscard]] BarChart claimsByPerson(const Record &record);
/// How many claims of each kind each outlet's articles hold; the 30 with the most, the others together.
[[nodiscard]] BarChart claimsByOutlet(const Record &record);

/// What share of each article's current text is under a claim, in hundredths of the words that are to be checked (see
/// coverage()); the 60 with the least, in the order of their dates, articles without such words left out.
[[nodiscard]] BarChart coverageByArticle(const Record &record);

/// All of them on one page, each with its numbers as a table. The CSV has a row for each number.
[[nodiscard]] Report charts(const Record &record, QDate made);

}
