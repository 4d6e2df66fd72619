// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/record.h"
#include "core/reports/report.h"

namespace pq {

/// The article's current text with its passages marked and numbered, then its claims under these numbers: words, who
/// took part by which words, what the claim is linked with, evidence, verdict, sign-offs; then their chains. Nothing
/// when there is no such article.
[[nodiscard]] Report annotatedArticle(const Record &record, const Article &article, QDate made);

}
