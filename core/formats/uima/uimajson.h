// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// UIMA CAS JSON 0.4: a file for each version, each with its types; otherwise as in UIMA XMI.
[[nodiscard]] Result<Written> writeUimaJson(const Corpus &corpus, const WriteOptions &options = {});
[[nodiscard]] std::unique_ptr<SeriesWriter> uimaJsonSeries();
[[nodiscard]] Result<Read> readUimaJson(const QList<NamedFile> &files);

[[nodiscard]] bool isUimaJson(QStringView name, QByteArrayView beginning);

}
