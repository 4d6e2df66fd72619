// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/visibleblocks.h"

#include <algorithm>

namespace pq {

int VisibleBlocks::heightOf(qsizetype block)
{
    (void)m_layout.laid(block);
    return m_layout.heights().height(block);
}

qint64 VisibleBlocks::top() const
{
    return m_layout.heights().top(m_block) + m_offset;
}

qint64 VisibleBlocks::greatestTop() const
{
    return std::max<qint64>(0, m_layout.heights().total() - m_height);
}

void VisibleBlocks::setHeight(int height)
{
    m_height = std::max(1, height);
    settle();
}

void VisibleBlocks::scrollTo(qint64 top)
{
    const BlockHeights &heights = m_layout.heights();
    if (top >= greatestTop()) {
        m_block = heights.count() - 1;
        m_offset = heightOf(m_block) - m_height; // settle() walks up from there
    } else {
        m_block = heights.blockAt(std::max<qint64>(0, top));
        const qint64 inside = std::max<qint64>(0, top) - heights.top(m_block);
        const int estimated = std::max(1, heights.height(m_block));
        m_offset = inside * heightOf(m_block) / estimated;
    }
    settle();
}

void VisibleBlocks::scrollBy(qint64 dy)
{
    if (std::abs(dy) > 3LL * m_height) {
        scrollTo(top() + dy);
        return;
    }
    m_offset += dy;
    settle();
}

void VisibleBlocks::settle()
{
    m_block = std::clamp<qsizetype>(m_block, 0, m_layout.blocks().count() - 1);
    if (fill())
        return;
    // The end of the text is above the viewport's lower edge.
    const int end = m_items.last().y + heightOf(m_items.last().block);
    m_offset -= m_height - end;
    fill();
}

/// False when the text ends too early.
bool VisibleBlocks::fill()
{
    const qsizetype last = m_layout.blocks().count() - 1;
    while (m_offset < 0 && m_block > 0)
        m_offset += heightOf(--m_block);
    m_offset = std::max<qint64>(0, m_offset);
    while (m_block < last && m_offset >= heightOf(m_block))
        m_offset -= heightOf(m_block++);

    m_items.clear();
    int y = -int(m_offset);
    for (qsizetype block = m_block; block <= last && (y < m_height || m_items.isEmpty()); ++block) {
        m_items.append({block, y});
        y += heightOf(block);
    }
    return y >= m_height || (m_block == 0 && m_offset == 0);
}

void VisibleBlocks::show(qsizetype block, int y, int height, int margin)
{
    (void)heightOf(block);
    const qint64 from = yOf(block) + y;
    margin = std::clamp((m_height - height) / 2, 0, margin);
    if (from < -qint64(m_height) || from > 2LL * m_height) {
        m_block = block;
        m_offset = y - m_height / 3;
        settle();
    } else if (from < margin || height > m_height - 2 * margin) {
        scrollBy(from - margin);
    } else if (from + height > m_height - margin) {
        scrollBy(from + height - (m_height - margin));
    }
}

VisibleBlocks::Place VisibleBlocks::place() const
{
    for (const Item &item : m_items) {
        const ArticleLayout::Laid &laid = m_layout.laid(item.block);
        for (qsizetype n = 0; n < laid.lines.size(); ++n) {
            if (const int y = item.y + laid.lines[n].top; y >= 0)
                return {m_layout.lineSpan(item.block, n).begin, y};
        }
    }
    return {};
}

void VisibleBlocks::restore(const Place &place)
{
    m_block = m_layout.blocks().indexAt(place.position);
    const ArticleLayout::Laid &laid = m_layout.laid(m_block);
    m_offset = laid.lines[m_layout.lineAt(m_block, place.position)].top - place.y;
    settle();
}

qint64 VisibleBlocks::yOf(qsizetype block) const
{
    return m_layout.heights().top(block) - top();
}

VisibleBlocks::Item VisibleBlocks::itemAt(int y) const
{
    if (m_items.isEmpty())
        return {};
    const auto below = std::ranges::upper_bound(m_items, y, {}, &Item::y);
    return below == m_items.begin() ? m_items.first() : *(below - 1);
}

}
