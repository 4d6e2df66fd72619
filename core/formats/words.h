// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/corpus.h"

namespace pq {

/// Empty when @p spans of @p text, joined with one space, are @p words; otherwise what is wrong, with both
/// texts, and which other way of counting would make the numbers fit: to stand behind a colon.
[[nodiscard]] QString mismatch(const Text &text, const QList<TextSpan> &spans, const QString &words);

/// In typographic quotation marks, on one line, cut in the middle when it is long.
[[nodiscard]] QString quoted(QStringView words);

/// Refuses a corpus with a fragment whose words are not its text's, or one that refers to what is not in it.
[[nodiscard]] Result<> checkCorpus(const Corpus &corpus);

}
