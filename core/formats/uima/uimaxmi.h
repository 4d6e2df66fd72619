// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// UIMA CAS XMI 2.0 with its TypeSystem.xml: a file for each version. What Pullquote has and UIMA has no layers for is
/// in structures of the types pullquote.*.
[[nodiscard]] Result<Written> writeUimaXmi(const Corpus &corpus, const WriteOptions &options = {});
[[nodiscard]] std::unique_ptr<SeriesWriter> uimaXmiSeries();

/// Files that end in .xmi, and type systems among the files. Without a type system, what refers to what is guessed from
/// WebAnno's names.
[[nodiscard]] Result<Read> readUimaXmi(const QList<NamedFile> &files);

[[nodiscard]] bool isUimaXmi(QStringView name, QByteArrayView beginning);

}
