// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/article/articlelayout.h"

namespace pq {

/// Which blocks of a layout a viewport shows and where. The place is held as a block and an offset into it,
/// so that correcting the estimated height of another block never moves what is on the screen.
class VisibleBlocks
{
public:
    struct Item
    {
        qsizetype block = 0;
        int y = 0; ///< of the block's top, from the viewport's top; the first one's may be negative
    };
    /// A place that outlives a change of width or font: the first line in view.
    struct Place
    {
        TextPosition position; ///< where the line begins
        int y = 0;             ///< of its band
    };

    explicit VisibleBlocks(ArticleLayout &layout) : m_layout(layout) {}

    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    /// The viewport's top in the column, as far as heights are known.
    [[nodiscard]] qint64 top() const;
    /// Where the viewport's top is at the very end.
    [[nodiscard]] qint64 greatestTop() const;

    void setHeight(int height);
    void scrollTo(qint64 top);
    void scrollBy(qint64 dy);
    /// Scrolls as little as needed to have @p height pixels from @p y in the block in view, @p margin away
    /// from the edges if possible; when that is farther than a screen, they come to a third of the height.
    void show(qsizetype block, int y, int height, int margin);

    [[nodiscard]] Place place() const;
    void restore(const Place &place);

    /// The y of a block's top in the viewport, whether it is in view or not.
    [[nodiscard]] qint64 yOf(qsizetype block) const;
    /// The block at a y of the viewport.
    [[nodiscard]] Item itemAt(int y) const;

private:
    void settle();
    int heightOf(qsizetype block); ///< exact
    bool fill();

    ArticleLayout &m_layout;
    int m_height = 0;
    qsizetype m_block = 0;
    qint64 m_offset = 0; ///< pixels of the block above the viewport
    QList<Item> m_items;
};

}
