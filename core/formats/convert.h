// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/evidence.h"
#include "core/formats/parts.h"

namespace pq {

struct Converted
{
    Findings found;
    QStringList paths; ///< what was written, relative to the folder for formats of several files
    LossReport loss;
};

/// Reads @p in in one format and writes it to @p out in another. Part by part where both formats are of documents that
/// stand for themselves, so that the size does not matter; otherwise all of it is in memory. Nothing is at @p out
/// unless all went well.
[[nodiscard]] Result<Converted> convert(const Format &from, const QString &in, const Format &to, const QString &out,
                                        const PartOptions &reading, const WriteOptions &writing);

}
