// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articleview.h"

#include <QPainter>

#include <algorithm>

namespace pq {

void ArticleView::setCoverage(const std::optional<Coverage> &coverage)
{
    if (coverage == m_coverage)
        return;
    m_coverage = coverage;
    overviewSoon();
    viewport()->update();
}

std::optional<TextSpan> ArticleView::nextUncovered(bool forward) const
{
    if (!m_coverage)
        return std::nullopt;
    const QList<TextSpan> &all = m_coverage->uncovered;
    const bool isOnPassage = m_marks.contains(m_current);
    const TextPosition from = isOnPassage ? m_marks.mark(m_current).extent.begin : m_selection.live().begin;
    if (forward) {
        // The one at the caret is the next as long as it is not selected.
        const bool isHere = !isOnPassage && m_selection.isEmpty();
        const auto next = isHere ? std::ranges::lower_bound(all, from, {}, &TextSpan::begin)
                                 : std::ranges::upper_bound(all, from, {}, &TextSpan::begin);
        return next == all.end() ? std::nullopt : std::optional(*next);
    }
    const auto next = std::ranges::lower_bound(all, from, {}, &TextSpan::begin);
    return next == all.begin() ? std::nullopt : std::optional(*(next - 1));
}

/// A row of dots under the words that nobody has looked at.
void ArticleView::paintUncovered(QPainter &painter, qsizetype block, const QPointF &blockOrigin)
{
    if (!m_coverage)
        return;
    const TextSpan here = m_layout.blocks().at(block).span;
    const double dot = std::max(1.6, m_layout.typography().body.pixelSize() / 9.0);
    QPen pen(m_theme.text, dot, Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({0.01, 2.2});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    for (auto span = std::ranges::upper_bound(m_coverage->uncovered, here.begin, {}, &TextSpan::end);
         span != m_coverage->uncovered.end() && span->begin < here.end; ++span) {
        for (const ArticleLayout::LineParts parts = m_layout.parts(block, *span);
             const ArticleLayout::LinePart &part : parts) {
            const double y = blockOrigin.y() + std::round(part.baseline) + 2 * dot;
            painter.drawLine(QPointF(blockOrigin.x() + part.box.left() + dot, y),
                             QPointF(blockOrigin.x() + part.box.right() - dot, y));
        }
    }
    painter.restore();
}

/// Of the paragraph beside which the point is, left of its words; empty elsewhere.
QString ArticleView::coverageToolTipAt(const QPoint &point)
{
    if (!m_coverage || point.x() >= m_columnX)
        return {};
    const TextPosition position = positionAt({m_columnX, point.y()});
    for (const ParagraphCoverage &paragraph : m_coverage->paragraphs) {
        if (paragraph.span.begin <= position && position <= paragraph.span.end)
            return tr("%1 % of this paragraph is under claims: %2 of %3 words")
                .arg(percent(paragraph.covered, paragraph.words))
                .arg(paragraph.covered)
                .arg(paragraph.words);
    }
    return tr("This paragraph does not count for coverage");
}

}
