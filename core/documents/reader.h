// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/document.h"

#include <QStringList>

namespace pq {

/// Bytes of a plain text or Markdown file -> a document. BOM, then strict UTF-8, then uchardet's guess.
[[nodiscard]] Result<Document> readText(const QByteArray &bytes, const QString &fileName);

/// Reads one file, by its suffix. Refuses what is empty, larger than 50 MB, or no text; the error names the
/// file.
[[nodiscard]] Result<Document> readDocument(const QString &path);

/// The suffixes readDocument() knows, without a dot.
[[nodiscard]] QStringList documentSuffixes();

/// The files that importing @p paths would read: files as they are, folders with all they hold, in order
/// of name (numbers by value), hidden files left out.
[[nodiscard]] Result<QStringList> documentFiles(const QStringList &paths);

}
