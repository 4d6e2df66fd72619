// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/highlights.h"

#include <QVarLengthArray>

#include <algorithm>
#include <numeric>

namespace pq {

namespace {

// As many as there often are over a paragraph; painting a screen must not go to the heap for each of them.
constexpr qsizetype usual = 64;
template <class Value>
using Few = QVarLengthArray<Value, usual>;

/// The lanes that the hits (ascending by begin) get: each the lowest free one.
Few<int> lanesOf(const QList<PassageMarks::Hit> &hits)
{
    Few<int> lanes;
    Few<TextPosition> taken; // up to where, for each lane
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

/// Which hit lies above which: its place in here is lower. The shortest is on top; of equally long ones the newest.
Few<qsizetype> fromTheTop(const PassageMarks &marks, const QList<PassageMarks::Hit> &hits)
{
    Few<qsizetype> order(hits.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, [&](qsizetype a, qsizetype b) {
        const qsizetype lengthA = hits[a].fragment.length();
        const qsizetype lengthB = hits[b].fragment.length();
        return lengthA != lengthB ? lengthA < lengthB : marks.id(hits[b].number) < marks.id(hits[a].number);
    });
    return order;
}

/// Where a hit begins or ends.
struct Edge
{
    TextPosition position;
    qsizetype rank; ///< the hit's place from the top
    bool opens;
};

}

Highlights highlights(const PassageMarks &marks, const TextSpan &block, const std::function<bool(TagId)> &isShown)
{
    Highlights result;
    QList<PassageMarks::Hit> hits = marks.meeting(block);
    if (isShown)
        hits.removeIf([&](const PassageMarks::Hit &hit) { return !isShown(marks.tag(hit.number)); });
    if (hits.isEmpty())
        return result;
    const Few<int> lanes = lanesOf(hits);
    for (qsizetype i = 0; i < hits.size(); ++i) {
        if (lanes[i] < Highlights::lanes)
            result.lines.append({hits[i].fragment, hits[i].number, lanes[i]});
    }

    const Few<qsizetype> order = fromTheTop(marks, hits);
    Few<Edge> edges;
    for (qsizetype rank = 0; rank < order.size(); ++rank) {
        const TextSpan &span = hits[order[rank]].fragment;
        edges.append({std::max(span.begin, block.begin), rank, true});
        edges.append({std::min(span.end, block.end), rank, false});
    }
    std::ranges::sort(edges, {}, &Edge::position);

    // From edge to edge the same hits are open. The heap has them with the topmost first, and closed ones until
    // they come to its top.
    Few<qsizetype> heap;
    Few<bool> open(order.size(), false);
    qsizetype withoutLane = 0;
    TextPosition from;
    const auto extend = [](auto &list, auto next, auto isSame) {
        if (!list.isEmpty() && isSame(list.last()) && list.last().span.end == next.span.begin)
            list.last().span.end = next.span.end;
        else
            list.append(next);
    };
    for (const Edge &edge : std::as_const(edges)) {
        while (!heap.isEmpty() && !open[heap.first()]) {
            std::ranges::pop_heap(heap, std::greater());
            heap.removeLast();
        }
        const TextSpan span{from, edge.position};
        if (!span.isEmpty() && !heap.isEmpty()) {
            const PassageMarks::Number top = hits[order[heap.first()]].number;
            extend(result.grounds, Highlights::Ground{span, top}, [&](const auto &g) { return g.passage == top; });
            if (withoutLane > 0)
                extend(result.surplus, Highlights::Surplus{span, withoutLane},
                       [&](const auto &s) { return s.count == withoutLane; });
        }
        from = edge.position;
        open[edge.rank] = edge.opens;
        if (lanes[order[edge.rank]] >= Highlights::lanes)
            withoutLane += edge.opens ? 1 : -1;
        if (edge.opens) {
            heap.append(edge.rank);
            std::ranges::push_heap(heap, std::greater());
        }
    }
    return result;
}

}
