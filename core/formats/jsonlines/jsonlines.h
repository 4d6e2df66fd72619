// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// The whole corpus, one JSON object a line, keys in a fixed order; nothing is lost. Reading what was
/// written gives the same corpus.
[[nodiscard]] Result<Written> writeJsonLines(const Corpus &corpus, const WriteOptions &options = {});

[[nodiscard]] std::unique_ptr<SeriesWriter> jsonLinesSeries();

/// Lines may come in any order, ids may be any strings, and much may be left out (see the manual); what is
/// there must be right, above all the words of each fragment.
[[nodiscard]] Result<Read> readJsonLines(const QList<NamedFile> &files);

[[nodiscard]] bool isJsonLines(QStringView name, QByteArrayView beginning);

}
