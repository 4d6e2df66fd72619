// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/blockheights.h"

#include <algorithm>
#include <bit>

namespace pq {

BlockHeights::BlockHeights(std::vector<int> heights) : m_heights(std::move(heights)), m_tree(m_heights.size() + 1)
{
    for (size_t i = 1; i < m_tree.size(); ++i) {
        m_tree[i] += m_heights[i - 1];
        m_total += m_heights[i - 1];
        if (const size_t parent = i + (i & (~i + 1)); parent < m_tree.size())
            m_tree[parent] += m_tree[i];
    }
}

qint64 BlockHeights::top(qsizetype block) const
{
    qint64 sum = 0;
    for (size_t i = size_t(block); i > 0; i &= i - 1)
        sum += m_tree[i];
    return sum;
}

qsizetype BlockHeights::blockAt(qint64 y) const
{
    size_t at = 0;
    for (size_t step = std::bit_floor(m_heights.size()); step > 0; step /= 2) {
        if (at + step < m_tree.size() && m_tree[at + step] <= y) {
            at += step;
            y -= m_tree[at];
        }
    }
    return qsizetype(std::min(at, m_heights.size() - 1));
}

void BlockHeights::setHeight(qsizetype block, int height)
{
    const int difference = height - m_heights[size_t(block)];
    if (difference == 0)
        return;
    m_heights[size_t(block)] = height;
    m_total += difference;
    for (size_t i = size_t(block) + 1; i < m_tree.size(); i += i & (~i + 1))
        m_tree[i] += difference;
}

}
