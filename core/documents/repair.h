// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"

#include <QString>

namespace pq {

/// How often a text had to be changed, by kind.
struct RepairCounts
{
    qint64 byteOrderMarks = 0;
    qint64 lineEnds = 0;
    qint64 controlCharacters = 0;
    qint64 nullCharacters = 0;
    qint64 invalidBytes = 0;
    qint64 loneSurrogates = 0;

    /// Those that happened, in the order of RepairKind.
    [[nodiscard]] QList<Repair> list() const;
};

/// @p string as a version keeps it, every character one that XML 1.0 can hold too: CRLF, CR, NEL, VT and FF
/// become LF (an FF next to a line end goes), other C0 and C1 controls except tab and DEL go, lone surrogates
/// and U+FFFE and U+FFFF become U+FFFD, leading byte order marks go. U+2028, U+2029 and everything else stay
/// as they are: no normalisation. Adds what it did to @p counts.
[[nodiscard]] QString repaired(QString string, RepairCounts &counts);

}
