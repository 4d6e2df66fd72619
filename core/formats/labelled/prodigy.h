// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// JSON Lines for Prodigy, a task a line: {"text", "tokens", "spans": [{"start", "end", "token_start", "token_end",
/// "label"}], "relations": [{"head", "child", "label", "head_span", "child_span"}], "meta", "answer"}. Positions are
/// code points, "token_end" and "child" the last token. The tokens are those that came with the text, otherwise words
/// and marks, cut so that spans begin and end with tokens.
[[nodiscard]] Result<Written> writeProdigy(const Corpus &corpus, const WriteOptions &options = {});
[[nodiscard]] std::unique_ptr<SeriesWriter> prodigySeries();

/// What the answer accepts is accepted, what it rejects rejected, what it ignores a suggestion. Hashes, options,
/// choices and whatever else a task has are kept and written back.
[[nodiscard]] Result<Read> readProdigy(const QList<NamedFile> &files);

[[nodiscard]] bool isProdigy(QStringView name, QByteArrayView beginning);

}
