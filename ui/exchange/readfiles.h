// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/reader.h"
#include "core/formats/parts.h"

#include <atomic>
#include <variant>

namespace pq {

/// What somebody chose to import: an article, a whole annotated corpus, or why it is neither.
struct ReadFile
{
    QString path;
    std::variant<Error, Document, Read> content;
    const Format *format = nullptr; ///< of a corpus, or of what could not be read as one
};

/// How far reading has come; shared between the thread that reads and the one that shows it.
struct ReadingProgress
{
    std::atomic<qsizetype> done = 0;
    std::atomic<qsizetype> total = 0; ///< 0 while the folders are looked through
    std::atomic<bool> isCancelled = false;
    PartProgress inFile; ///< within the corpus that is being read

    void cancel()
    {
        isCancelled = true;
        inFile.isCancelled = true;
    }
};

/// Reads files, and folders with all they hold, in any thread. What is an annotated corpus is told by its content; all
/// others are documents. Empty when it was cancelled.
[[nodiscard]] QList<ReadFile> readFiles(const QStringList &paths, ReadingProgress &progress);

/// Reads one path in a format of the user's choice.
[[nodiscard]] ReadFile readAs(const QString &path, const Format &format, PartProgress &progress);

}
