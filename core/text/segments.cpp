// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/segments.h"

#include <algorithm>
#include <set>

namespace pq {

namespace {

// Where one of the spans begins or ends.
struct Edge
{
    TextPosition position;
    qsizetype span;
    bool opens;
};

}

QList<Segment> segments(const QList<TextSpan> &spans, const TextSpan &window)
{
    QList<Edge> edges;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const TextPosition begin = std::max(spans[i].begin, window.begin);
        const TextPosition end = std::min(spans[i].end, window.end);
        if (begin < end) {
            edges.append({begin, i, true});
            edges.append({end, i, false});
        }
    }
    std::ranges::sort(edges, {}, &Edge::position);

    // Between two neighbouring edges the set of open spans stays the same; no two such sets are alike, since
    // every edge opens or closes a span of its own.
    QList<Segment> all;
    std::set<qsizetype> open;
    TextPosition from;
    for (const Edge &edge : std::as_const(edges)) {
        if (from < edge.position && !open.empty())
            all.append({{from, edge.position}, QList<qsizetype>(open.begin(), open.end())});
        from = edge.position;
        if (edge.opens)
            open.insert(edge.span);
        else
            open.erase(edge.span);
    }
    return all;
}

}
