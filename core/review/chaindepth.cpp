// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/chaindepth.h"

#include <algorithm>
#include <ranges>

namespace pq {

namespace {

using Neighbours = QList<QList<qsizetype>>;

/// Marks all that @p start leads to, itself included, and returns what was not marked before.
QList<qsizetype> spread(qsizetype start, const Neighbours &neighbours, QList<bool> &marked)
{
    if (marked[start])
        return {};
    marked[start] = true;
    QList<qsizetype> all{start};
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const qsizetype next : neighbours[all[i]]) {
            if (!marked[next]) {
                marked[next] = true;
                all.append(next);
            }
        }
    }
    return all;
}

/// All things in the order in which a walk in depth over @p neighbours leaves them. Not recursive, since a
/// chain may be longer than the stack is deep.
QList<qsizetype> leavingOrder(const Neighbours &neighbours)
{
    QList<qsizetype> left;
    QList<bool> entered(neighbours.size(), false);
    struct Step
    {
        qsizetype thing;
        qsizetype next = 0;
    };
    for (qsizetype start = 0; start < neighbours.size(); ++start) {
        if (entered[start])
            continue;
        entered[start] = true;
        QList<Step> path{Step{start}};
        while (!path.isEmpty()) {
            Step &step = path.last();
            if (step.next == neighbours[step.thing].size()) {
                left.append(step.thing);
                path.removeLast();
                continue;
            }
            const qsizetype next = neighbours[step.thing][step.next++];
            if (!entered[next]) {
                entered[next] = true;
                path.append(Step{next});
            }
        }
    }
    return left;
}

/// One origin for each group of things that lead to one another and to nothing else (mostly a single thing).
/// As in Kosaraju's algorithm: of the things not yet dealt with, the one that a walk against the links
/// leaves last is in such a group, and what it leads to is that group.
QList<qsizetype> originsOf(const Neighbours &before, const Neighbours &after)
{
    QList<qsizetype> origins;
    QList<bool> dealtWith(before.size(), false);
    QList<bool> grouped(before.size(), false);
    const QList<qsizetype> order = leavingOrder(after);
    for (const qsizetype thing : order | std::views::reverse) {
        if (dealtWith[thing])
            continue;
        const QList<qsizetype> group = spread(thing, before, grouped);
        origins.append(*std::ranges::min_element(group));
        spread(thing, after, dealtWith);
    }
    return origins;
}

}

QList<int> depths(qsizetype count, const QList<NumberedLink> &links, const QList<qsizetype> &seeds)
{
    Neighbours before(count), after(count), around(count);
    for (const auto &[from, to] : links) {
        if (from == to)
            continue;
        before[from].append(to);
        after[to].append(from);
        around[from].append(to);
        around[to].append(from);
    }
    QList<bool> reached(count, false);
    for (const qsizetype seed : seeds)
        spread(seed, around, reached);

    QList<int> depth(count, -1);
    QList<qsizetype> queue;
    for (const QList<qsizetype> origins = originsOf(before, after); const qsizetype origin : origins) {
        if (reached[origin]) {
            depth[origin] = 0;
            queue.append(origin);
        }
    }
    for (qsizetype i = 0; i < queue.size(); ++i) {
        for (const qsizetype next : std::as_const(after[queue[i]])) {
            if (depth[next] < 0) {
                depth[next] = depth[queue[i]] + 1;
                queue.append(next);
            }
        }
    }
    return depth;
}

}
