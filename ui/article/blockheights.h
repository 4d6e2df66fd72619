// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <vector>

namespace pq {

/// The heights of a column of blocks, in pixels, with their sums (a Fenwick tree): which block stands at a y
/// and at which y a block stands, in O(log n), also after a height was corrected.
class BlockHeights
{
public:
    BlockHeights() = default;
    explicit BlockHeights(std::vector<int> heights);

    [[nodiscard]] qsizetype count() const { return qsizetype(m_heights.size()); }
    [[nodiscard]] int height(qsizetype block) const { return m_heights[size_t(block)]; }
    [[nodiscard]] qint64 total() const { return m_total; }
    /// The sum of the heights of all blocks before this one.
    [[nodiscard]] qint64 top(qsizetype block) const;
    /// The block with top <= y < top + height; the first or last one for a y outside. There must be a block.
    [[nodiscard]] qsizetype blockAt(qint64 y) const;
    void setHeight(qsizetype block, int height);

private:
    std::vector<int> m_heights;
    std::vector<qint64> m_tree; ///< m_tree[i] is the sum of the (i & -i) heights that end with height i - 1
    qint64 m_total = 0;
};

}
