// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/highlights.h"

#include "core/text/segments.h"

#include <algorithm>

namespace pq {

namespace {

/// The lanes that the hits (ascending by begin) get: each the lowest free one.
QList<int> lanesOf(const QList<PassageMarks::Hit> &hits)
{
    QList<int> lanes;
    QList<TextPosition> taken; // up to where, for each lane
    for (const PassageMarks::Hit &hit : hits) {
        const auto free = std::ranges::find_if(taken, [&](TextPosition end) { return end <= hit.fragment.begin; });
        lanes.append(int(free - taken.begin()));
        if (free == taken.end())
            taken.append(hit.fragment.end);
        else
            *free = hit.fragment.end;
    }
    return lanes;
}

}

Highlights highlights(const PassageMarks &marks, const TextSpan &block, const std::function<bool(TagId)> &isShown)
{
    Highlights result;
    QList<PassageMarks::Hit> hits = marks.meeting(block);
    if (isShown)
        hits.removeIf([&](const PassageMarks::Hit &hit) { return !isShown(marks.mark(hit.number).tag); });
    if (hits.isEmpty())
        return result;
    const QList<int> lanes = lanesOf(hits);
    QList<TextSpan> spans;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        spans.append(hits[i].fragment);
        if (lanes[i] < Highlights::lanes)
            result.lines.append({hits[i].fragment, hits[i].number, lanes[i]});
    }

    // The shortest is on top; of equally long ones the newest.
    const auto isAbove = [&](qsizetype a, qsizetype b) {
        if (spans[a].length() != spans[b].length())
            return spans[a].length() < spans[b].length();
        return marks.mark(hits[b].number).id < marks.mark(hits[a].number).id;
    };
    for (const QList<Segment> all = segments(spans, block); const Segment &segment : all) {
        const qsizetype top = *std::ranges::min_element(segment.covering, isAbove);
        if (!result.grounds.isEmpty() && result.grounds.last().passage == hits[top].number
            && result.grounds.last().span.end == segment.span.begin)
            result.grounds.last().span.end = segment.span.end;
        else
            result.grounds.append({segment.span, hits[top].number});

        const qsizetype hidden = std::ranges::count_if(segment.covering,
                                                       [&](qsizetype i) { return lanes[i] >= Highlights::lanes; });
        if (hidden == 0)
            continue;
        if (!result.surplus.isEmpty() && result.surplus.last().count == hidden
            && result.surplus.last().span.end == segment.span.begin)
            result.surplus.last().span.end = segment.span.end;
        else
            result.surplus.append({segment.span, hidden});
    }
    return result;
}

}
