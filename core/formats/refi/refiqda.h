// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// REFI-QDA projects (.qdpx): an archive of project.qde and the texts under sources/. Tags are codes and tagsets sets
/// of them, versions are text sources, fragments are selections with a coding, passages of several fragments selections
/// that links named "pullquote:continues" join, relations are links, annotators are users. Ids are their GUIDs.
/// Positions count code points, ends are exclusive, line ends are LF.
[[nodiscard]] Result<Written> writeRefiQda(const Corpus &corpus, const WriteOptions &options = {});

/// Reads a project or a codebook. How other programs count is found by evidence: the names of selections, where they
/// are words of the text. Variables, cases, graphs and whatever else has no place here is kept for writing.
[[nodiscard]] Result<Read> readRefiQda(const QList<NamedFile> &files);

/// A codebook alone (.qdc): tags and tagsets.
[[nodiscard]] Result<Written> writeRefiCodebook(const Corpus &corpus, const WriteOptions &options = {});

[[nodiscard]] bool isRefiQda(QStringView name, QByteArrayView beginning);
[[nodiscard]] bool isRefiCodebook(QStringView name, QByteArrayView beginning);

}
