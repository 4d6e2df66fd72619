// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/reader.h"
#include "core/formats/evidence.h"
#include "core/formats/parts.h"

#include <atomic>
#include <variant>

namespace pq {

/// An annotated corpus, to be looked at before it comes in.
struct ReadCorpus
{
    Corpus corpus;       ///< of a large one the beginning
    Findings found;      ///< in all of it
    bool isWhole = true; ///< otherwise it is read once more, part by part, to be put into the project
};

/// What somebody chose to import: an article, an annotated corpus, or why it is neither.
struct ReadFile
{
    QString path;
    std::variant<Error, Document, ReadCorpus> content;
    const Format *format = nullptr; ///< of a corpus, or of what could not be read as one
};

/// How much of a corpus is in memory while it is imported, in bytes.
struct ImportLimits
{
    qint64 kept = qint64(32) * 1024 * 1024; ///< of what is shown before
    qint64 part = qint64(1) * 1024 * 1024;  ///< of a file that is read at once, where the format allows it
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
[[nodiscard]] QList<ReadFile> readFiles(const QStringList &paths, ReadingProgress &progress,
                                        const ImportLimits &limits);

/// Reads one path in a format of the user's choice.
[[nodiscard]] ReadFile readAs(const QString &path, const Format &format, PartProgress &progress,
                              const ImportLimits &limits);

}
