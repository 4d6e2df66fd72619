// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/article/articlelayout.h"
#include "ui/article/passagemarks.h"

#include <functional>

namespace pq {

/// How the passages over one block are drawn: the ground shows the innermost one, each has a line below the
/// words in a lane of its own. A passage keeps its lane all over the block.
struct Highlights
{
    static constexpr int lanes = 4;

    struct Ground
    {
        TextSpan span;
        PassageMarks::Number passage = 0;
    };
    struct Line
    {
        TextSpan span; ///< the passage's fragment, which may go beyond the block
        PassageMarks::Number passage = 0;
        int lane = 0;
    };
    /// A stretch over which more passages lie than there are lanes.
    struct Surplus
    {
        TextSpan span;
        qsizetype count = 0; ///< passages without a lane
    };
    QList<Ground> grounds;
    QList<Line> lines;
    QList<Surplus> surplus;
};

/// What @p marks put over the text in @p block; passages whose tag is not shown count as not there.
[[nodiscard]] Highlights highlights(const PassageMarks &marks, const TextSpan &block,
                                    const std::function<bool(TagId)> &isShown = {});

}
