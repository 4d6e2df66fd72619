// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pq {

/// How wide @p text is at most when it is set in a common sans-serif of this size (pixels in, pixels out). There is no
/// font here to ask, so each character counts with the width of the widest of its sort in DejaVu Sans, which is wider
/// than most: its sort is told by Unicode's East Asian Width, script and general category. Marks and joiners
/// have no width; the parts of an emoji sequence count each.
[[nodiscard]] double estimatedWidth(QStringView text, double size);

/// @p text, or its beginning with an ellipsis when it would be wider than @p width; cut between grapheme clusters.
[[nodiscard]] QString elided(const QString &text, double width, double size);

/// @p text in lines no wider than @p width, broken at white space or, where a word is too long, between grapheme
/// clusters; at most @p most lines, the last one elided. Only a single cluster may be wider.
[[nodiscard]] QStringList wrapped(const QString &text, double width, double size, qsizetype most);

}
