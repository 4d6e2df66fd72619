// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/document.h"

#include <QStringList>

namespace pq {

/// In bytes; what is larger is no article.
inline constexpr qint64 largestDocument = 50'000'000;

/// Bytes of a plain text or Markdown file -> a document. BOM, then strict UTF-8, then uchardet's guess. Refuses
/// what is empty, larger than largestDocument, or no text. @p fileName may have a folder.
[[nodiscard]] Result<Document> readText(const QByteArray &bytes, const QString &fileName);

/// Reads one file, by its suffix. The error names the file.
[[nodiscard]] Result<Document> readDocument(const QString &path);

/// The suffixes readDocument() knows, without a dot.
[[nodiscard]] QStringList documentSuffixes();

/// The files that importing @p paths would read, each once: files as they are, of folders all files with a
/// known suffix, in order of name (numbers by value), hidden ones left out. Links to folders are not followed.
[[nodiscard]] Result<QStringList> documentFiles(const QStringList &paths);

}
