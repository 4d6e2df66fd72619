// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articleview.h"

#include "core/model/labels.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

// Out of focus words step back as far as they can still be read, what marks them farther.
constexpr double wordsOutOfFocus = 0.65;
constexpr double marksOutOfFocus = 0.35;

}

void ArticleView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.ground);
    m_blocksPainted = 0;
    const qsizetype focused = m_layout.blocks().indexAt(m_selection.caret());
    for (const VisibleBlocks::Item &item : m_visible.items()) {
        const QPointF blockOrigin(m_columnX, item.y);
        const int height = m_layout.heights().height(item.block);
        if (item.y > event->rect().bottom() || item.y + height < event->rect().top())
            continue;
        ++m_blocksPainted;
        const Highlights over = highlights(m_marks, m_layout.blocks().at(item.block).span,
                                           [this](TagId tag) { return m_highlightPainter.isShown(tag); });
        const bool stepsBack = m_focusMode && item.block != focused;
        painter.setOpacity(stepsBack ? marksOutOfFocus : 1);
        m_highlightPainter.paintGround(painter, item.block, over, blockOrigin);
        paintSelection(painter, item.block, blockOrigin);
        m_highlightPainter.paintLines(painter, item.block, over, blockOrigin);
        painter.setOpacity(stepsBack ? wordsOutOfFocus : 1);
        painter.setPen(m_theme.text);
        m_layout.laid(item.block).text.draw(&painter, blockOrigin);
        paintHits(painter, item.block, blockOrigin);
        paintUncovered(painter, item.block, blockOrigin);
        if (std::ranges::binary_search(m_bookmarks, m_layout.blocks().at(item.block).span.begin))
            paintBookmark(painter, item.block, blockOrigin);
        if (m_showsNumbers && m_numbers[size_t(item.block)] > 0)
            paintNumber(painter, item.block, blockOrigin);
    }
    painter.setOpacity(1);
    paintConnector(painter, m_current);
    if (m_hovered != m_current)
        paintConnector(painter, m_hovered);
    paintGrips(painter);
    m_placedCards = m_margin.place(m_layout, m_visible, font(), m_marginX, m_marginWidth);
    m_margin.paint(painter, m_placedCards, m_theme, font(), m_columnX + m_layout.width(), m_hoveredCard);
    if (const Margin::Placed *dot = openDot())
        m_margin.paintOpen(painter, *dot, m_theme, font(), viewport()->width() - 4);
    if (m_caretShown) {
        const qsizetype block = m_layout.blocks().indexAt(m_selection.caret());
        painter.fillRect(m_layout.caret(block, m_selection.caret()).translated(origin(block)), m_theme.caret);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void ArticleView::paintSelection(QPainter &painter, qsizetype block, const QPointF &blockOrigin)
{
    const TextSpan here = m_layout.blocks().at(block).span;
    for (const QList<TextSpan> all = m_selection.spans(); const TextSpan &span : all) {
        if (span.end <= here.begin || span.begin > here.end)
            continue;
        for (const ArticleLayout::LineParts parts = m_layout.parts(block, span);
             const ArticleLayout::LinePart &part : parts) {
            const QRectF band(part.box.left(), part.bandTop, part.box.width(), part.bandHeight);
            painter.fillRect(band.translated(blockOrigin), m_theme.selection);
        }
    }
}

void ArticleView::paintNumber(QPainter &painter, qsizetype block, const QPointF &blockOrigin)
{
    const ArticleLayout::Laid &laid = m_layout.laid(block);
    QFont small = font();
    small.setPixelSize(std::max(8, m_layout.typography().body.pixelSize() * 6 / 10));
    const QFontMetricsF metrics(small);
    const QString number = QString::number(m_numbers[size_t(block)]);
    const QTextLine first = laid.text.lineAt(0);
    painter.setFont(small);
    painter.setPen(m_theme.dimmed);
    // Left of the "+n" marks' place.
    painter.drawText(
        QPointF(blockOrigin.x() - 12 - metrics.horizontalAdvance(number), blockOrigin.y() + first.y() + first.ascent()),
        number);
}

/// A ribbon beside the first line, farther out than the paragraph's number.
void ArticleView::paintBookmark(QPainter &painter, qsizetype block, const QPointF &blockOrigin)
{
    const double size = m_layout.typography().body.pixelSize();
    const double width = size * 0.55;
    const double left = std::max(4.0, blockOrigin.x() - 12 - size * 2.2 - width);
    const double top = blockOrigin.y() + m_layout.laid(block).text.lineAt(0).y() + size * 0.2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.speaker);
    painter.drawPolygon(QPolygonF({{left, top},
                                   {left + width, top},
                                   {left + width, top + size},
                                   {left + width / 2, top + size * 0.7},
                                   {left, top + size}}));
    painter.restore();
}

void ArticleView::paintHits(QPainter &painter, qsizetype block, const QPointF &blockOrigin)
{
    const TextSpan here = m_layout.blocks().at(block).span;
    painter.setPen(m_theme.text);
    painter.setBrush(Qt::NoBrush);
    for (auto hit = std::ranges::upper_bound(m_hits, here.begin, {}, &TextSpan::end);
         hit != m_hits.end() && hit->begin < here.end; ++hit) {
        for (const ArticleLayout::LineParts parts = m_layout.parts(block, *hit);
             const ArticleLayout::LinePart &part : parts) {
            const QRectF frame(part.box.left() - 1, part.box.top(), part.box.width() + 2, part.box.height());
            painter.drawRect(frame.translated(blockOrigin).toAlignedRect());
        }
    }
}

/// Where the line that joins fragments leaves one behind its end or reaches one before its begin; beyond the
/// viewport's edge when the place is out of view, which is not laid out for that.
QPointF ArticleView::connectorPoint(TextPosition position, bool end)
{
    const qsizetype block = m_layout.blocks().indexAt(position);
    const QList<VisibleBlocks::Item> &items = m_visible.items();
    if (block < items.first().block)
        return {double(m_columnX), -20};
    if (block > items.last().block)
        return {double(m_columnX), viewport()->height() + 20.0};
    const QRectF caret = m_layout.caret(block, position).translated(origin(block));
    return {caret.center().x() + (end ? 2 : -2), caret.bottom() + m_layout.typography().lineHeight * 0.12};
}

void ArticleView::paintConnector(QPainter &painter, PassageId passage)
{
    const QList<TextSpan> fragments = m_marks.fragments(passage);
    if (fragments.size() < 2 || m_visible.items().isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_highlightPainter.look(m_marks.mark(passage).tag).line, 1.2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    const double gutter = m_columnX - (passage == m_current ? 9 : 5); // two lines stay two
    for (qsizetype i = 0; i + 1 < fragments.size(); ++i) {
        const QPointF from = connectorPoint(fragments[i].end, true);
        const QPointF to = connectorPoint(fragments[i + 1].begin, false);
        if ((from.y() < 0 && to.y() < 0) || (from.y() > viewport()->height() && to.y() > viewport()->height()))
            continue;
        if (std::abs(from.y() - to.y()) < 1)
            painter.drawLine(from, to);
        else
            painter.drawPolyline(QPolygonF{from, QPointF(gutter, from.y()), QPointF(gutter, to.y()), to});
    }
    painter.restore();
}

QString ArticleView::toolTipAt(const QPoint &point)
{
    if (const qsizetype card = cardAt(point); card >= 0) {
        const MarginCard &shown = m_margin.cards()[card];
        return shown.text.isEmpty() ? shown.title : shown.title + u"\n\n"_s + shown.text;
    }
    if (const QString coverage = coverageToolTipAt(point); !coverage.isEmpty())
        return coverage;
    const TextSpan character = characterAt(point);
    if (character.isEmpty())
        return {};
    QStringList lines;
    for (const QList<PassageId> ids = passagesAt(character.begin); const PassageId id : ids)
        lines.append(description(id));
    return lines.join(u'\n');
}

QString ArticleView::description(PassageId passage) const
{
    const PassageMarks::Mark mark = m_marks.mark(passage);
    QString name = tagName(mark.tag);
    if (name.trimmed().isEmpty())
        name = tr("Passage");
    QStringList parts{mark.state == State::Suggested ? tr("%1 (suggested)").arg(name) : name};
    const PassageSigns signs = m_highlightPainter.signsOf(passage);
    for (const VerdictValue verdict : signs.verdicts)
        parts.append(label(verdict));
    if (signs.isContradicted)
        parts.append(tr("Contradicted"));
    if (signs.hasNote)
        parts.append(tr("Note"));
    return parts.join(u" · "_s);
}

}
