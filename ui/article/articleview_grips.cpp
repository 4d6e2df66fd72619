// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articleview.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pq {

namespace {

constexpr double reach = 4; // pixels around a knob that take it too

}

/// Of a selection made by keys they would only stand in the way.
bool ArticleView::selectionHasGrips() const
{
    return m_selectedByMouse && !m_selection.live().isEmpty();
}

QList<TextSpan> ArticleView::grippedSpans() const
{
    return selectionHasGrips() ? QList<TextSpan>{m_selection.live()} : m_marks.fragments(m_current);
}

QList<ArticleView::Grip> ArticleView::grips()
{
    QList<Grip> result;
    const QList<VisibleBlocks::Item> &items = m_visible.items();
    if (items.isEmpty() || (m_dragOrigin && !m_gripDrag)) // none while words are being selected
        return result;
    const double size = std::max(8.0, m_layout.typography().body.pixelSize() * 0.5);
    const auto append = [&](qsizetype fragment, Boundary boundary, TextPosition position) {
        const qsizetype block = m_layout.blocks().indexAt(position);
        if (block < items.first().block || block > items.last().block)
            return;
        const QRectF caret = m_layout.caret(block, position).translated(origin(block));
        const double x = caret.center().x();
        const double y = boundary == Boundary::Begin ? caret.top() - size / 2 : caret.bottom() + size / 2;
        result.append({fragment, boundary, QRectF(x - size / 2, y - size / 2, size, size),
                       QLineF(x, caret.top(), x, caret.bottom())});
    };
    const QList<TextSpan> spans = grippedSpans();
    for (qsizetype i = 0; i < spans.size(); ++i) {
        append(i, Boundary::Begin, spans[i].begin);
        append(i, Boundary::End, spans[i].end);
    }
    return result;
}

std::optional<ArticleView::Grip> ArticleView::gripAt(const QPointF &point)
{
    for (const QList<Grip> all = grips(); const Grip &grip : all) {
        if (grip.knob.adjusted(-reach, -reach, reach, reach).contains(point))
            return grip;
    }
    return std::nullopt;
}

void ArticleView::paintGrips(QPainter &painter)
{
    const bool ofSelection = selectionHasGrips();
    if (!ofSelection && !m_marks.contains(m_current))
        return;
    const QColor colour = ofSelection ? m_theme.text : m_highlightPainter.look(m_marks.mark(m_current).tag).line;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QList<Grip> all = grips(); const Grip &grip : all) {
        painter.setPen(QPen(colour, 2));
        painter.drawLine(grip.stem);
        painter.setPen(QPen(m_theme.ground, 1.5));
        painter.setBrush(colour);
        painter.drawEllipse(grip.knob);
    }
    painter.restore();
}

void ArticleView::takeGrip(const Grip &grip)
{
    const QList<TextSpan> spans = grippedSpans();
    m_gripDrag = GripDrag{selectionHasGrips() ? PassageId() : m_current,
                          spans,
                          spans,
                          grip.fragment,
                          grip.boundary,
                          m_snapsToWords && m_snapsToWords()};
}

void ArticleView::dragGripTo(const QPoint &point, bool byWords)
{
    GripDrag &drag = *m_gripDrag;
    const Unit unit = byWords || drag.byWords ? Unit::Word : Unit::Character;
    QList<TextSpan> now = withBoundaryAt(text(), drag.before, drag.fragment, drag.boundary, positionAt(point), unit);
    if (now == drag.now)
        return;
    drag.now = now;
    showFragments(drag.passage, now);
}

void ArticleView::letGripGo(bool keeps)
{
    if (!m_gripDrag)
        return;
    const GripDrag drag = *m_gripDrag;
    m_gripDrag.reset();
    m_autoScroll.stop();
    viewport()->update();
    if (drag.now == drag.before)
        return;
    // The passage is as it was until whoever has it puts the other one here.
    if (!keeps || !drag.passage.isNull())
        showFragments(drag.passage, drag.before);
    if (keeps && !drag.passage.isNull())
        Q_EMIT boundaryDragged(drag.passage, drag.now);
}

/// As they are while a boundary is dragged, before anybody else knows.
void ArticleView::showFragments(PassageId id, const QList<TextSpan> &fragments)
{
    if (id.isNull()) {
        const bool forward = m_selection.anchor() <= m_selection.caret();
        TextSelection selection = m_selection;
        const TextSpan span = fragments.first();
        selection.select(forward ? span.begin : span.end, forward ? span.end : span.begin);
        setSelection(selection, false);
        return;
    }
    if (!m_marks.contains(id))
        return;
    const PassageMarks::Mark mark = m_marks.mark(id);
    Passage passage;
    passage.id = id;
    passage.tag = mark.tag;
    passage.state = mark.state;
    for (const TextSpan &span : fragments)
        passage.fragments.append({span, {}});
    m_marks.put(passage);
    viewport()->update();
}

}
