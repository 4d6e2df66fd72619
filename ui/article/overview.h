// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/article/articlelayout.h"
#include "ui/article/passagemarks.h"

namespace pq {

/// What an article holds, squeezed into a column of rows that stand for equal parts of its height.
struct Overview
{
    struct Row
    {
        TagId tag;           ///< of the most characters here; null where no passage is
        double covered = 0;  ///< how much of the row's text is under passages, 0 to 1
        bool hasHit = false;
        bool isUncovered = false; ///< some of its words are under no claim
        bool isUnchecked = false; ///< what nobody has checked yet begins here
        friend bool operator==(const Row &, const Row &) = default;
    };
    QList<Row> rows;
};

/// The text positions with which @p rows equal parts of the article's height begin, and its end: @p rows + 1 of
/// them. Heights not known yet count as estimated.
[[nodiscard]] QList<TextPosition> rowBegins(const ArticleLayout &layout, int rows);

/// @p begins: of rowBegins(). Passages for which @p isShown is false do not count. Takes as
/// long as there are passages and hits, times the logarithm of the rows, and rows that long passages reach over.
[[nodiscard]] Overview overview(const PassageMarks &marks, const QList<TextSpan> &hits,
                                const QList<TextPosition> &begins, const std::function<bool(TagId)> &isShown,
                                const QList<TextPosition> &unchecked = {}, const QList<TextSpan> &uncovered = {});

}
