// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/margin.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace pq {

namespace {

constexpr int padding = 7;
constexpr int gap = 6;
constexpr int textLines = 2;
constexpr int farthest = 150; // pixels that a card may stand below its line
constexpr int dotStep = Margin::dotSize + 3;

/// How far one of the cards from @p first on stands below its line.
bool isCrowded(const QList<Margin::Placed> &placed, qsizetype first)
{
    return std::any_of(placed.begin() + first, placed.end(),
                       [](const Margin::Placed &p) { return p.box.top() - p.lineY > farthest; });
}

/// Makes dots of the cards from @p first on, which were pushed apart from each other: each beside its line, in a row
/// with those of the same line. The first pixel below them.
int collapse(QList<Margin::Placed> &placed, qsizetype first, int x, int width)
{
    const int columns = std::max(1, width / dotStep);
    int inRow = 0;
    int free = -100'000;
    for (qsizetype i = first; i < placed.size(); ++i) {
        Margin::Placed &p = placed[i];
        inRow = i > first && p.lineY == placed[i - 1].lineY ? inRow + 1 : 0;
        if (inRow % columns == 0)
            free = std::max(p.lineY - Margin::dotSize / 2, free) + Margin::dotSize + 2;
        p.box = QRect(x + (inRow % columns) * dotStep, free - Margin::dotSize - 2, Margin::dotSize, Margin::dotSize);
    }
    return free;
}

/// Colour is not the only mark: a claim has a diamond, a note a sheet.
void paintSign(QPainter &painter, const CardId &id, const QRectF &box, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (std::holds_alternative<ClaimId>(id)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.bracket);
        const QPointF c = box.center();
        const double r = box.width() / 2;
        painter.drawPolygon(QPolygonF{c + QPointF(0, -r), c + QPointF(r, 0), c + QPointF(0, r), c + QPointF(-r, 0)});
    } else {
        painter.setPen(QPen(theme.speaker, 1.4));
        painter.setBrush(Qt::NoBrush);
        const QRectF sheet = box.adjusted(1, 0.5, -1, -0.5);
        painter.drawRect(sheet);
        for (const double part : {0.36, 0.64}) {
            const double y = sheet.top() + sheet.height() * part;
            painter.drawLine(QPointF(sheet.left() + 2, y), QPointF(sheet.right() - 2, y));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintText(QPainter &painter, const QString &text, const QFont &font, const QRect &box)
{
    // What is behind two lines is never shaped.
    QTextLayout layout(text.left(box.width()).simplified(), font);
    layout.beginLayout();
    const QFontMetrics metrics(font);
    int y = box.top();
    for (int n = 0; n < textLines; ++n, y += metrics.height()) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(box.width());
        QString words = layout.text().mid(line.textStart(), line.textLength());
        if (n == textLines - 1)
            words = metrics.elidedText(layout.text().mid(line.textStart()), Qt::ElideRight, box.width());
        painter.drawText(QRect(box.left(), y, box.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, words);
    }
    layout.endLayout();
}

}

int Margin::cardHeight(const MarginCard &card, const QFontMetrics &metrics, int width)
{
    int lines = 1;
    if (!card.text.isEmpty())
        lines += metrics.horizontalAdvance(card.text.left(width)) <= width - 2 * padding ? 1 : textLines;
    return 2 * padding + lines * metrics.height();
}

void Margin::setCards(QList<MarginCard> cards)
{
    m_cards = std::move(cards);
    std::ranges::stable_sort(m_cards, {}, &MarginCard::position);
}

int Margin::wishedWidth(const QFont &font)
{
    return QFontMetrics(font).averageCharWidth() * 30 + 2 * padding;
}

QList<Margin::Placed> Margin::place(ArticleLayout &layout, const VisibleBlocks &visible, const QFont &font, int x,
                                    int width) const
{
    QList<Placed> result;
    if (visible.items().isEmpty() || m_cards.isEmpty())
        return result;
    const QFontMetrics metrics(font);
    const bool hasNoRoom = width <= dotsWidth;
    int free = -100'000;
    qsizetype group = 0; // where those begin that push each other
    const auto endGroup = [&] {
        if (group < result.size() && (hasNoRoom || isCrowded(result, group)))
            free = collapse(result, group, x, width);
        group = result.size();
    };
    for (const VisibleBlocks::Item &item : visible.items()) {
        const TextSpan span = layout.blocks().at(item.block).span;
        auto card = std::ranges::lower_bound(m_cards, span.begin, {}, &MarginCard::position);
        for (; card != m_cards.end() && card->position <= span.end; ++card) {
            // Between two pieces of a paragraph the second one has it.
            if (layout.blocks().indexAt(card->position) != item.block)
                continue;
            const ArticleLayout::Line band = layout.laid(item.block).lines[layout.lineAt(item.block, card->position)];
            const int height = cardHeight(*card, metrics, width);
            const int wanted = item.y + band.top;
            if (wanted >= free)
                endGroup();
            const int y = std::max(wanted, free);
            result.append({card - m_cards.begin(), QRect(x, y, width, height), wanted + band.height / 2});
            free = y + height + gap;
        }
    }
    endGroup();
    return result;
}

void Margin::paint(QPainter &painter, const QList<Placed> &placed, const Theme &theme, const QFont &font,
                   int columnRight, qsizetype hovered) const
{
    for (const Placed &p : placed) {
        const MarginCard &card = m_cards[p.card];
        if (p.isDot()) {
            if (card.verdict == Glyph::None)
                paintSign(painter, card.id, p.box, theme);
            else
                paintGlyph(painter, p.box, card.verdict, theme.bracket, 2.4);
            continue;
        }
        // From the line to the card, in the gap between them.
        const bool isHovered = p.card == hovered;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(isHovered ? theme.focus : theme.border, isHovered ? 1.5 : 1));
        const int cardY = p.box.top() + padding + QFontMetrics(font).height() / 2;
        painter.drawPolyline(QPolygonF{QPointF(columnRight + 4, p.lineY),
                                       QPointF(columnRight + (p.box.left() - columnRight) / 2.0, p.lineY),
                                       QPointF(p.box.left() - 4, cardY), QPointF(p.box.left(), cardY)});
        paintCard(painter, card, p.box, theme, font);
    }
}

QRect Margin::openBox(const Placed &dot, const QFont &font, int right) const
{
    const int width = std::min(wishedWidth(font), right);
    QRect box(0, dot.box.bottom() + 3, width, cardHeight(m_cards[dot.card], QFontMetrics(font), width));
    box.moveRight(std::min(dot.box.left() + width, right) - 1);
    return box;
}

void Margin::paintOpen(QPainter &painter, const Placed &dot, const Theme &theme, const QFont &font, int right) const
{
    painter.setPen(QPen(theme.focus, 1.5));
    paintCard(painter, m_cards[dot.card], openBox(dot, font, right), theme, font);
}

/// With the painter's pen around it.
void Margin::paintCard(QPainter &painter, const MarginCard &card, const QRect &box, const Theme &theme,
                       const QFont &font) const
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const int sign = metrics.ascent() * 3 / 4;
    const QRect inside = box.adjusted(padding, padding, -padding, -padding);
    const double middle = inside.top() + metrics.height() / 2.0;
    paintSign(painter, card.id, QRectF(inside.left(), middle - sign / 2.0, sign, sign), theme);
    QRect title(inside.left() + sign + 5, inside.top(), inside.width() - sign - 5, metrics.height());
    if (card.verdict != Glyph::None) {
        const int size = metrics.ascent();
        paintGlyph(painter, QRectF(title.right() - size, middle - size / 2.0, size, size), card.verdict, theme.text,
                   1.8);
        title.setRight(title.right() - size - 5);
    }
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(card.title.simplified(), Qt::ElideRight, title.width()));
    painter.setFont(font);
    painter.setPen(theme.dimmed);
    paintText(painter, card.text, font, inside.adjusted(0, metrics.height(), 0, 0));
}

}
