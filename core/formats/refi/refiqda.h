// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// REFI-QDA projects (.qdpx): an archive of project.qde and the texts under sources/. Tags are codes and tagsets sets
/// of them, versions are text sources, fragments are selections with a coding, passages of several fragments selections
/// that links named "pullquote:continues" join, relations are links, annotators are users. Ids are their GUIDs.
/// Positions count code points, ends are exclusive, line ends are LF. What the notes on a passage or an article say is
/// repeated as a description, which is all that some programs read; what was made at a time that is not known says
/// 1970-01-01T00:00:00Z, as some programs stop without any.
[[nodiscard]] Result<Written> writeRefiQda(const Corpus &corpus, const WriteOptions &options = {});

/// Reads a project or a codebook as programs really write them. How they count is found by evidence: the names of
/// selections, where they are words of the text. Comments and links to notes become notes, coded memos articles.
/// Variables, cases, graphs and whatever else has no place here is kept for writing. A source or a selection that is
/// broken is left out with a remark; refused is only what is no project, no sound XML or has positions that are no
/// numbers.
[[nodiscard]] Result<Read> readRefiQda(const QList<NamedFile> &files);

/// A codebook alone (.qdc): tags and tagsets.
[[nodiscard]] Result<Written> writeRefiCodebook(const Corpus &corpus, const WriteOptions &options = {});

/// Whether a file of a project's archive may be read: all but pictures and recordings.
[[nodiscard]] bool needsForRefiQda(QStringView path);
[[nodiscard]] bool isRefiQda(QStringView name, QByteArrayView beginning);
[[nodiscard]] bool isRefiCodebook(QStringView name, QByteArrayView beginning);

}
