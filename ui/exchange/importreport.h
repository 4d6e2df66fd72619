// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/exchange/readfiles.h"

#include <functional>

namespace pq {

enum class ImportOutcome { Refused, AlreadyThere, Repaired, Imported };

/// What became of one file.
struct ImportEntry
{
    QString path;
    ImportOutcome outcome = ImportOutcome::Imported;
    ArticleId article;   ///< the one made, or the one that was there; null when refused
    QStringList details; ///< a sentence each

    friend bool operator==(const ImportEntry &, const ImportEntry &) = default;
};

using ImportReport = QList<ImportEntry>;

/// Whether it is put into the project part by part.
[[nodiscard]] bool isLarge(const ReadFile &file);
/// Puts what was read into the project, all but large corpora. @p step is called after each file with the number done.
[[nodiscard]] ImportReport put(Edit &edit, const QList<ReadFile> &files, const std::function<void(qsizetype)> &step);
/// The entry of a corpus that brought this.
[[nodiscard]] ImportEntry entryOf(const QString &path, const Findings &found, ArticleId first);

/// "3 articles were imported, 1 was there already."
[[nodiscard]] QString summary(const ImportReport &report);
/// True when there is nothing that a person should read: every file became an article as it was.
[[nodiscard]] bool isPlain(const ImportReport &report);

}
