// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace pq {

/// What a reader chooses of how articles are set.
struct Typesetting
{
    static constexpr int leastMeasure = 50;
    static constexpr int greatestMeasure = 90;
    static constexpr int leastLeading = 150;
    static constexpr int greatestLeading = 220;

    bool sansSerif = false;
    int measure = 66;  ///< characters on a line, on average
    int leading = 160; ///< baseline to baseline, in hundredths of the letters' size

    friend bool operator==(const Typesetting &, const Typesetting &) = default;
};

/// How an article is set: faces, leading, measure; all lengths in pixels. A value, made for one zoom.
struct Typography
{
    QFont body;
    QFont headline;
    int lineHeight = 0;         ///< baseline to baseline in running text
    int headlineLineHeight = 0;
    int paragraphGap = 0;       ///< between two paragraphs
    int emptyHeight = 0;        ///< of an empty line
    int measure = 0;            ///< width of a column of as many characters as were chosen
    double characterWidth = 0;  ///< of running text, on average
    double letterHeight = 0;    ///< of the ink of an "l"
    int padding = 0;            ///< around the column

    /// @p application: what the other widgets are set in; a face or size set on the view itself is taken as it is.
    /// @p zoom: 1.0 is normal.
    [[nodiscard]] static Typography of(const QFont &application, double zoom, const Typesetting &chosen = {});

    friend bool operator==(const Typography &, const Typography &) = default;
};

}
