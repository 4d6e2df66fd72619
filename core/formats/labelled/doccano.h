// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// JSON Lines for doccano's projects with entities and relations: {"text", "entities": [{"id", "start_offset",
/// "end_offset", "label"}], "relations": [{"from_id", "to_id", "type"}], "meta"}. Positions are code points; the words
/// of an entity stand beside it under "text", who marked it under "user".
[[nodiscard]] Result<Written> writeDoccano(const Corpus &corpus, const WriteOptions &options = {});
[[nodiscard]] std::unique_ptr<SeriesWriter> doccanoSeries();

/// Also the older "label" or "labels": [[0, 5, "label"]], which come back as such, "annotations" with numbers for
/// labels, and one array instead of lines. How positions are counted is found by evidence, as doccano has done it in
/// several ways; grapheme clusters are not among those tried.
[[nodiscard]] Result<Read> readDoccano(const QList<NamedFile> &files);

[[nodiscard]] bool isDoccano(QStringView name, QByteArrayView beginning);

}
