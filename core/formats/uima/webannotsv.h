// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// WebAnno TSV 3.3: a file for each version, with the tokens that it was read with or, where there are none, with
/// words and marks. Fragments of a discontinuous passage are annotations tied by the layer pullquote.Continuation.
[[nodiscard]] Result<Written> writeWebAnnoTsv(const Corpus &corpus, const WriteOptions &options = {});
[[nodiscard]] std::unique_ptr<SeriesWriter> webAnnoTsvSeries();

/// WebAnno TSV 3.0 to 3.3. Positions are in UTF-16, or in what the words of the tokens show.
[[nodiscard]] Result<Read> readWebAnnoTsv(const QList<NamedFile> &files);

[[nodiscard]] bool isWebAnnoTsv(QStringView name, QByteArrayView beginning);

}
