// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/uniqueruns.h"

#include <algorithm>

namespace pq {

namespace {

struct Run
{
    quint64 hash;
    qint32 begin;
};

/// Sorted by hash.
std::vector<Run> runsOf(std::span<const qint32> tokens, qint32 length)
{
    std::vector<Run> runs;
    const qint32 count = static_cast<qint32>(tokens.size()) - length + 1;
    if (count <= 0)
        return runs;
    runs.reserve(static_cast<size_t>(count));
    for (qint32 begin = 0; begin < count; ++begin) {
        quint64 hash = 0x9e3779b97f4a7c15ULL;
        for (const qint32 token : tokens.subspan(static_cast<size_t>(begin), static_cast<size_t>(length))) {
            hash = (hash ^ static_cast<quint64>(token)) * 0xff51afd7ed558ccdULL; // MurmurHash3's finaliser
            hash ^= hash >> 32;
        }
        runs.push_back({hash, begin});
    }
    std::ranges::sort(runs, {}, &Run::hash);
    return runs;
}

/// Without those that come more than once.
std::vector<Run> runsOnce(std::span<const qint32> tokens, qint32 length)
{
    const std::vector<Run> runs = runsOf(tokens, length);
    std::vector<Run> once;
    for (size_t i = 0; i < runs.size();) {
        size_t next = i + 1;
        while (next < runs.size() && runs[next].hash == runs[i].hash)
            ++next;
        if (next == i + 1)
            once.push_back(runs[i]);
        i = next;
    }
    return once;
}

}

std::vector<RunPair> uniqueRuns(std::span<const qint32> old, std::span<const qint32> now, qint32 length)
{
    const std::vector<Run> a = runsOnce(old, length);
    const std::vector<Run> b = runsOnce(now, length);
    std::vector<RunPair> pairs;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].hash < b[j].hash) {
            ++i;
        } else if (b[j].hash < a[i].hash) {
            ++j;
        } else {
            const auto x = old.subspan(static_cast<size_t>(a[i].begin), static_cast<size_t>(length));
            const auto y = now.subspan(static_cast<size_t>(b[j].begin), static_cast<size_t>(length));
            if (std::ranges::equal(x, y))
                pairs.push_back({a[i].begin, b[j].begin});
            ++i;
            ++j;
        }
    }
    std::ranges::sort(pairs, {}, &RunPair::inOld);
    return pairs;
}

std::vector<bool> runsAlsoIn(std::span<const qint32> old, std::span<const qint32> now, qint32 length)
{
    const std::vector<Run> there = runsOf(now, length);
    const std::vector<Run> all = runsOf(old, length);
    std::vector<bool> isThere(all.size(), false);
    for (size_t i = 0, j = 0; i < all.size() && j < there.size();) {
        if (there[j].hash < all[i].hash)
            ++j;
        else {
            isThere[static_cast<size_t>(all[i].begin)] = there[j].hash == all[i].hash;
            ++i;
        }
    }
    return isThere;
}

std::vector<RunPair> longestChain(const std::vector<RunPair> &pairs)
{
    std::vector<size_t> tails; // of the chains of each length, the one whose last pair is first in the new text
    std::vector<size_t> before(pairs.size());
    constexpr auto none = static_cast<size_t>(-1);
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto place = std::ranges::lower_bound(tails, pairs[i].inNew, {},
                                                    [&pairs](size_t tail) { return pairs[tail].inNew; });
        before[i] = place == tails.begin() ? none : *(place - 1);
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<RunPair> chain(tails.size());
    for (size_t at = tails.empty() ? none : tails.back(), i = chain.size(); at != none; at = before[at])
        chain[--i] = pairs[at];
    return chain;
}

}
