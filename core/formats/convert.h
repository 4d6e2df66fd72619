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
/// stand for themselves, so that the size does not matter; otherwise all of it is in memory. Each file is written
/// completely or not at all, a single one only when all went well.
[[nodiscard]] Result<Converted> convert(const Format &from, const QString &in, const Format &to, const QString &out,
                                        const PartOptions &reading, const WriteOptions &writing);

/// Adds up what is about the same kind of thing; at most 100,000 objects of each are listed.
void addLosses(LossReport &all, const LossReport &more);

/// Everything of @p more behind everything of @p all, tags that are there already in their place; the order of a Corpus
/// is not kept.
void append(Corpus &all, const Corpus &more);

}
