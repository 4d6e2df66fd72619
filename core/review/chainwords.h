// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"

#include <QStringView>

namespace pq {

/// The words asked for, folded and without quotation marks around them: a passage rarely holds those.
[[nodiscard]] QString wantedWords(QStringView words);

/// Whether the passage's words hold @p wanted, which wantedWords() made; also across fragments.
[[nodiscard]] bool holdsWords(const Passage &passage, const QString &wanted);
[[nodiscard]] bool holdsWords(const QStringList &fragments, const QString &wanted);

}
