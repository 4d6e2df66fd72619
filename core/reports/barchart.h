// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/table.h"

namespace pq {

/// Bars that lie, one below the other, each in pieces: counts that people would rather look at than read.
struct BarChart
{
    struct Series
    {
        QString name;
        QString colour; ///< "#rrggbb", 3:1 or more on light and dark grounds
    };
    struct Bar
    {
        QString label;
        QList<qint64> values; ///< one for each of the series, not negative
    };

    QString title;
    QString what; ///< what a bar is, such as "Person"
    QList<Series> series;
    QList<Bar> bars;
    qint64 full = 0; ///< what a whole line is worth; 0: as much as the longest bar
};

/// An SVG element to stand within a page. Each piece wears the letter of its series beside its colour, and its number
/// where there is room; labels that are too long end with an ellipsis. No text lies over another.
[[nodiscard]] QString toSvg(const BarChart &chart);

/// The same numbers, with a sum where there are several series.
[[nodiscard]] Table toTable(const BarChart &chart);

}
