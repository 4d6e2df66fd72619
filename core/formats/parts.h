// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <atomic>
#include <functional>

namespace pq {

/// Of texts or files that are in memory at once, where a format allows it.
inline constexpr qint64 partBytes = qint64(8) * 1024 * 1024;

/// How far reading has come, in bytes; shared between the thread that reads and the one that shows it.
struct PartProgress
{
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    std::atomic<bool> isCancelled = false;
};

struct PartOptions
{
    bool keepsGoing = false; ///< leaves out documents that are refused, with their refusals, where the format allows
    qint64 bytes = partBytes;
    PartProgress *progress = nullptr;
};

/// Called with each part in turn; a refusal ends the reading with it.
using TakePart = std::function<Result<>(Read &&part)>;

/// Reads @p path as load() does, however large it is, and hands over what is in it part by part, as the format's
/// Division allows. Tags, annotators, people and the like that have the same names in several parts are the same thing:
/// they come with the first part that has them, and later parts refer to them. A refusal ends it, unless
/// options.keepsGoing; what was handed over before is the taker's to undo. Cancelled, it refuses.
[[nodiscard]] Result<> loadParts(const Format &format, const QString &path, const PartOptions &options,
                                 const TakePart &take);

}
