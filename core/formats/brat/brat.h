// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// brat standoff: for each version of an article a .txt and an .ann, and brat's configuration. Passages are
/// text-bound annotations, claims are events (triggered by their first content), links are relations,
/// entities are normalisations of the words that show them. Offsets count code points.
[[nodiscard]] Result<Written> writeBrat(const Corpus &corpus, const WriteOptions &options = {});
[[nodiscard]] std::unique_ptr<SeriesWriter> bratSeries();

/// Reads what writeBrat() wrote, and other people's folders: types become tags, events whose types or roles fit become
/// claims, other events passages, their arguments and relations become relations, notes become notes. Original ids,
/// and lines that nothing here has a word for, are kept in remainders, so that the files can be written again line for
/// line.
[[nodiscard]] Result<Read> readBrat(const QList<NamedFile> &files);

[[nodiscard]] bool isBrat(QStringView name, QByteArrayView beginning);

}
