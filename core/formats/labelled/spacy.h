// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// JSON Lines as spaCy's users write them, a text a line: {"text", "spans": [{"start", "end", "label"}], "meta"}.
/// Positions are code points. The words of a span stand beside it under "text".
[[nodiscard]] Result<Written> writeSpacy(const Corpus &corpus, const WriteOptions &options = {});
[[nodiscard]] std::unique_ptr<SeriesWriter> spacySeries();

/// Also "ents", groups of spans as Doc.to_json() writes them ({"spans": {"sc": […]}}), spans without an object
/// ([0, 5, "label"]), the pairs that older versions trained with (["text", {"entities": [[0, 5, "label"]]}], alone, in
/// one array or under "annotations"), and one array instead of lines. What group a span is of becomes its attribute
/// "group" ("ents" for those), and is written back.
[[nodiscard]] Result<Read> readSpacy(const QList<NamedFile> &files);

[[nodiscard]] bool isSpacy(QStringView name, QByteArrayView beginning);

}
