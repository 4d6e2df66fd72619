// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/corpus.h"

#include <QByteArray>

namespace pq {

/// Reads a tagset file (resources/tagsets): a corpus with one tagset and its tags, to be put into a project
/// as it is. Ids that the file gives are kept, so that the same tags are the same in every project; others are
/// made. @p name is the file's, for messages.
[[nodiscard]] Result<Corpus> readTagset(const QByteArray &bytes, const QString &name);

}
