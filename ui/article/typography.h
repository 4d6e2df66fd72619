// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace pq {

/// How an article is set: faces, leading, measure; all lengths in pixels. A value, made for one zoom.
struct Typography
{
    QFont body;
    QFont headline;
    int lineHeight = 0;         ///< baseline to baseline in running text
    int headlineLineHeight = 0;
    int paragraphGap = 0;       ///< between two paragraphs
    int emptyHeight = 0;        ///< of an empty line
    int measure = 0;            ///< width of a column of 66 characters
    double characterWidth = 0;  ///< of running text, on average
    int padding = 0;            ///< around the column

    /// @p application: what the other widgets are set in; a face or size set on the view itself is taken as it is.
    /// @p zoom: 1.0 is normal.
    [[nodiscard]] static Typography of(const QFont &application, double zoom);

    friend bool operator==(const Typography &, const Typography &) = default;
};

}
