// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/parts.h"

namespace pq {

/// Reads what writeJsonLines() wrote, however large, part by part: lines that refer to each other by ids, and those
/// that all may refer to, come together. False for a file in which ids are no UUIDs or do not come right behind the
/// type, as people write it: that is to be read as a whole, and nothing was handed over.
[[nodiscard]] Result<bool> readJsonLinesParts(const QString &path, const PartOptions &options, const TakePart &take);

/// Whether all parts of a corpus have the line, since any line may refer to it.
[[nodiscard]] bool isSharedJsonLine(QByteArrayView line);

}
