// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <span>
#include <vector>

// Runs of tokens that two texts share. Internal to core/text.
namespace pq {

/// A run of tokens that begins here in one text and there in the other.
struct RunPair
{
    qint32 inOld;
    qint32 inNew;
};

/// The runs of @p length tokens that stand exactly once in either list, in order of inOld.
[[nodiscard]] std::vector<RunPair> uniqueRuns(std::span<const qint32> old, std::span<const qint32> now, qint32 length);

/// For each run of @p length tokens of @p old, whether it stands in @p now too.
[[nodiscard]] std::vector<bool> runsAlsoIn(std::span<const qint32> old, std::span<const qint32> now, qint32 length);

/// As many of @p pairs (in order of inOld) as can be in order of inNew too: their longest increasing subsequence.
[[nodiscard]] std::vector<RunPair> longestChain(const std::vector<RunPair> &pairs);

}
