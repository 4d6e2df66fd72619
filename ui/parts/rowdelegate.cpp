// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/rows.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <array>

namespace pq {

namespace {

constexpr int marginX = 8;
constexpr int marginY = 5;
constexpr int glyphSize = 16;
constexpr int glyphGap = 8;
constexpr int indentStep = 18;
constexpr int lineGap = 2;

/// Some text broken into lines.
struct Block
{
    QStringList lines;
    QFont font;
    bool isDim = false;

    [[nodiscard]] int height() const { return static_cast<int>(lines.size()) * QFontMetrics(font).lineSpacing(); }
};

Block broken(const QString &text, const QFont &font, int width, int maximumLines, bool isDim)
{
    Block block{.lines = {}, .font = font, .isDim = isDim};
    if (text.isEmpty())
        return block;
    const QString flat = QString(text).replace(u'\n', u' ');
    QTextLayout layout(flat, font);
    QTextOption wrap(Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (maximumLines > 0 && block.lines.size() == maximumLines - 1) {
            block.lines.append(QFontMetrics(font).elidedText(flat.sliced(line.textStart()), Qt::ElideRight, width));
            break;
        }
        block.lines.append(flat.sliced(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return block;
}

struct RowLayout
{
    int left = 0;
    int titleWidth = 0;
    int asideWidth = 0;
    std::array<Block, 3> blocks;
    int height = 0;
};

RowLayout laidOut(const Row &row, const QFont &font, int width, int maximumLines)
{
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.9);

    RowLayout layout;
    const bool hasMark = row.glyph != Glyph::None || !row.colour.isEmpty();
    layout.left = marginX + row.indent * indentStep + (hasMark ? glyphSize + glyphGap : 0);
    const int room = qMax(width - layout.left - marginX, 60);
    layout.asideWidth = row.aside.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(row.aside) + glyphGap;
    layout.titleWidth = room - layout.asideWidth;
    layout.blocks[0] = broken(row.title, row.isPlain ? font : strong, layout.titleWidth, 2, row.isHeading);
    layout.blocks[1] = broken(row.words.isEmpty() ? QString() : u'“' + row.words + u'”', font, room, maximumLines,
                              false);
    layout.blocks[2] = broken(row.detail, small, room, 2, true);
    int gap = 0;
    layout.height = 2 * marginY;
    for (const Block &block : layout.blocks) {
        if (block.lines.isEmpty())
            continue;
        layout.height += gap + block.height();
        gap = lineGap;
    }
    return layout;
}

}

RowDelegate::RowDelegate(int maximumLines, QObject *parent) : QStyledItemDelegate(parent), m_maximumLines(maximumLines)
{
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Row row = index.data(RowModel::RowRole).value<Row>();
    const bool isSelected = item.state & QStyle::State_Selected;
    const auto group = item.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const Theme theme = Theme::of(item.palette);
    const QColor text = item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor dim = isSelected ? text : theme.dimmed;

    const QRect rect = item.rect;
    const RowLayout layout = laidOut(row, item.font, rect.width(), m_maximumLines);
    const QRectF mark(rect.left() + marginX + row.indent * indentStep, rect.top() + marginY, glyphSize, glyphSize);
    if (!row.colour.isEmpty()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.line(row.colour));
        painter->drawRoundedRect(mark.adjusted(2, 2, -2, -2), 2, 2);
    } else if (row.glyph != Glyph::None) {
        paintGlyph(*painter, mark, row.glyph, dim);
    }

    int y = rect.top() + marginY;
    for (const Block &block : layout.blocks) {
        const QFontMetrics metrics(block.font);
        painter->setFont(block.font);
        painter->setPen(block.isDim ? dim : text);
        for (const QString &line : block.lines) {
            painter->drawText(rect.left() + layout.left, y + metrics.ascent(), line);
            y += metrics.lineSpacing();
        }
        if (!block.lines.isEmpty())
            y += lineGap;
    }
    if (!row.aside.isEmpty()) {
        painter->setFont(layout.blocks[2].font);
        painter->setPen(dim);
        painter->drawText(QRect(rect.right() - marginX - layout.asideWidth, rect.top() + marginY, layout.asideWidth,
                                QFontMetrics(item.font).lineSpacing()),
                          Qt::AlignRight | Qt::AlignVCenter, row.aside);
    }
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Row row = index.data(RowModel::RowRole).value<Row>();
    return {100, laidOut(row, option.font, width, m_maximumLines).height};
}

}
