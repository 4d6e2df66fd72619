// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainpictureview.h"

#include "ui/paper/chainpainting.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr double zoomStep = 1.2;
constexpr double least = 0.25, most = 4;

}

ChainPictureView::ChainPictureView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Picture of the chain"));
    viewport()->setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

void ChainPictureView::setPicture(const ChainPicture &picture)
{
    if (m_picture == picture)
        return;
    m_picture = picture;
    updateScrollBars();
    setCurrent(m_current < picture.hops.size() ? m_current : -1);
    if (m_current < 0 && !picture.hops.isEmpty())
        bringIntoView(picture.hops.first().rect);
    viewport()->update();
}

void ChainPictureView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    if (m_picture.hops.isEmpty())
        setAccessibleDescription(text);
    viewport()->update();
}

void ChainPictureView::setCurrent(qsizetype hop)
{
    m_current = hop;
    if (hop >= 0)
        bringIntoView(m_picture.hops[hop].rect);
    setAccessibleDescription(hop >= 0                       ? m_picture.hops[hop].sentence
                                 : m_picture.hops.isEmpty() ? m_emptyText
                                                            : tr("%n hop(s); the arrow keys go through them", nullptr,
                                                                 static_cast<int>(m_picture.hops.size())));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

/// A hop's row, in a narrow view the begin of it: who, and what they said.
void ChainPictureView::bringIntoView(const QRectF &row)
{
    constexpr double who = 166, said = 300; // beside the row's begin, and of the row
    const QRectF rect = inViewport(QRectF(row.left() - who, row.top(), who + said, row.height()));
    QScrollBar *down = verticalScrollBar();
    if (rect.top() < 0)
        down->setValue(down->value() + qFloor(rect.top()) - 8);
    else if (rect.bottom() > viewport()->height())
        down->setValue(down->value() + qCeil(rect.bottom()) - viewport()->height() + 8);
    QScrollBar *across = horizontalScrollBar();
    if (rect.left() < 0 || rect.width() > viewport()->width())
        across->setValue(across->value() + qFloor(rect.left()));
    else if (rect.right() > viewport()->width())
        across->setValue(across->value() + qCeil(rect.right()) - viewport()->width());
}

void ChainPictureView::setZoom(double zoom)
{
    const QPointF middle = QRectF(viewport()->rect()).center();
    const QPointF kept = inPicture(middle);
    m_zoom = std::clamp(zoom, least, most);
    updateScrollBars();
    horizontalScrollBar()->setValue(qRound(kept.x() * m_zoom - middle.x()));
    verticalScrollBar()->setValue(qRound(kept.y() * m_zoom - middle.y()));
    viewport()->update();
}

void ChainPictureView::fitWidth()
{
    if (m_picture.size.width() > 0)
        setZoom(viewport()->width() / m_picture.size.width());
}

/// The picture's left upper corner; a picture that is smaller than the view stands in its middle.
QPointF ChainPictureView::origin() const
{
    const double spare = viewport()->width() - m_picture.size.width() * m_zoom;
    return {spare > 0 ? spare / 2 : -horizontalScrollBar()->value(), -double(verticalScrollBar()->value())};
}

QRectF ChainPictureView::inViewport(const QRectF &rect) const
{
    return {rect.topLeft() * m_zoom + origin(), rect.size() * m_zoom};
}

QPointF ChainPictureView::inPicture(QPointF inViewport) const
{
    return (inViewport - origin()) / m_zoom;
}

void ChainPictureView::updateScrollBars()
{
    const QSize size = (m_picture.size * m_zoom).toSize();
    horizontalScrollBar()->setRange(0, std::max(0, size.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, size.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
}

qsizetype ChainPictureView::hopAt(QPointF place) const
{
    const QPointF at = inPicture(place);
    const auto node = std::ranges::find_if(m_picture.nodes,
                                           [at](const PictureNode &each) { return each.rect.contains(at); });
    const auto hop = std::ranges::find_if(m_picture.hops, [&](const PictureHop &each) {
        return node != m_picture.nodes.end() ? each.hop == node->hop : each.rect.contains(at);
    });
    return hop == m_picture.hops.end() ? -1 : hop - m_picture.hops.begin();
}

QString ChainPictureView::tipAt(QPointF place) const
{
    const QPointF at = inPicture(place);
    for (const PictureNode &node : m_picture.nodes) {
        if (node.rect.contains(at))
            return node.name;
    }
    const qsizetype hop = hopAt(place);
    return hop >= 0 ? m_picture.hops[hop].sentence : QString();
}

void ChainPictureView::activate(qsizetype hop)
{
    if (hop >= 0 && !m_picture.hops[hop].passage.isNull())
        Q_EMIT passageActivated(m_picture.hops[hop].passage);
}

bool ChainPictureView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = tipAt(help->pos());
        // Plain text: a name may look like markup.
        QToolTip::showText(help->globalPos(), tip.isEmpty() ? tip : u"<p>%1</p>"_s.arg(tip.toHtmlEscaped()),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ChainPictureView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Theme theme = Theme::of(palette());
    painter.fillRect(event->rect(), theme.ground);
    if (m_picture.hops.isEmpty()) {
        painter.setPen(theme.dimmed);
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    painter.setClipRect(event->rect());
    painter.translate(origin());
    painter.scale(m_zoom, m_zoom);
    paint(painter, m_picture,
          {.ink = theme.text, .ground = theme.ground, .focus = hasFocus() ? theme.focus : theme.border}, m_current);
}

void ChainPictureView::keyPressEvent(QKeyEvent *event)
{
    const qsizetype count = m_picture.hops.size();
    switch (event->key()) {
    case Qt::Key_Down:
        if (count > 0)
            setCurrent(std::min(m_current + 1, count - 1));
        break;
    case Qt::Key_Up:
        if (count > 0)
            setCurrent(std::max(m_current - 1, qsizetype(0)));
        break;
    case Qt::Key_Home:
        setCurrent(count > 0 ? 0 : -1);
        break;
    case Qt::Key_End:
        setCurrent(count - 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left ? QAbstractSlider::SliderSingleStepSub
                                                                          : QAbstractSlider::SliderSingleStepAdd);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_current);
        break;
    case Qt::Key_Plus:
        setZoom(m_zoom * zoomStep);
        break;
    case Qt::Key_Minus:
        setZoom(m_zoom / zoomStep);
        break;
    case Qt::Key_0:
        setZoom(1);
        break;
    case Qt::Key_F:
        fitWidth();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void ChainPictureView::mousePressEvent(QMouseEvent *event)
{
    const qsizetype hop = hopAt(event->position());
    if (event->button() != Qt::LeftButton || hop < 0)
        return;
    setCurrent(hop);
    activate(hop);
}

void ChainPictureView::mouseMoveEvent(QMouseEvent *event)
{
    const qsizetype hop = hopAt(event->position());
    const bool leads = hop >= 0 && !m_picture.hops[hop].passage.isNull();
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChainPictureView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        setZoom(event->angleDelta().y() > 0 ? m_zoom * zoomStep : m_zoom / zoomStep);
    event->accept();
}

void ChainPictureView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void ChainPictureView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ChainPictureView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}
