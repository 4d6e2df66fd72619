// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articleview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pq {

namespace {

constexpr int sameSpot = 4; // pixels

bool typesACharacter(const QKeyEvent &event)
{
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && !event.text().isEmpty()
        && event.text().at(0).isPrint();
}

}

bool ArticleView::event(QEvent *event)
{
    // These act on the text while it has the focus, whatever menu has them too.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool ArticleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHovered(-1, {});
    return QAbstractScrollArea::viewportEvent(event);
}

// --- keyboard ---

void ArticleView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_gripDrag) {
        letGripGo(false);
    } else if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Escape && (!m_selection.isEmpty() || !m_current.isNull())) {
        if (m_selection.isEmpty())
            setCurrentPassage({});
        else
            clearSelection();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
               && event->modifiers().testFlag(Qt::ShiftModifier)) {
        addFragment();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!activateCard())
            event->ignore();
    } else if (moveByKey(event)) {
    } else if (typesACharacter(*event)) {
        Q_EMIT keyTyped(event->text());
    } else {
        event->ignore();
    }
}

bool ArticleView::moveByKey(QKeyEvent *event)
{
    const bool select = event->modifiers().testFlag(Qt::ShiftModifier);
    const Qt::KeyboardModifiers others = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const bool control = others == Qt::ControlModifier;
    const bool alt = others == Qt::AltModifier;
    if (!control && !alt && others != Qt::NoModifier)
        return false;
    const auto goTo = [&](TextPosition position) {
        m_goalX.reset();
        moveCaret(position, select);
        return true;
    };
    const auto goBy = [&](Unit unit, bool forward) {
        const TextPosition caret = m_selection.caret();
        return goTo(forward ? nextBoundary(text(), caret, unit) : previousBoundary(text(), caret, unit));
    };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        if (alt)
            return false;
        // To the side that the key shows, also where the line runs from right to left.
        const qsizetype block = m_layout.blocks().indexAt(m_selection.caret());
        const bool rightToLeft = m_layout.laid(block).text.textOption().textDirection() == Qt::RightToLeft;
        const bool forward = (event->key() == Qt::Key_Right) != rightToLeft;
        if (const TextSpan live = m_selection.live(); !select && !control && !live.isEmpty())
            return goTo(forward ? live.end : live.begin);
        return goBy(control ? Unit::Word : Unit::Character, forward);
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control || alt)
            return goBy(control ? Unit::Paragraph : Unit::Sentence, event->key() == Qt::Key_Down);
        moveByLine(event->key() == Qt::Key_Down, select);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (control || alt)
            return false;
        moveByPage(event->key() == Qt::Key_PageDown, select);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (alt)
            return false;
        if (control)
            return goTo(event->key() == Qt::Key_End ? text().span().end : TextPosition{0});
        return goTo(lineEdge(event->key() == Qt::Key_End));
    default:
        return false;
    }
}

TextPosition ArticleView::lineEdge(bool end)
{
    const qsizetype block = m_layout.blocks().indexAt(m_selection.caret());
    const qsizetype line = m_layout.lineAt(block, m_selection.caret());
    const TextSpan span = m_layout.lineSpan(block, line);
    if (!end)
        return span.begin;
    // Where a long word is broken, the place behind the line is the next line's first.
    return m_layout.lineAt(block, span.end) == line ? span.end : previousBoundary(text(), span.end, Unit::Character);
}

void ArticleView::moveByLine(bool forward, bool select)
{
    qsizetype block = m_layout.blocks().indexAt(m_selection.caret());
    if (!m_goalX)
        m_goalX = m_layout.caret(block, m_selection.caret()).center().x();
    qsizetype line = m_layout.lineAt(block, m_selection.caret()) + (forward ? 1 : -1);
    const qsizetype lines = m_layout.laid(block).lines.size();
    if (line >= lines || line < 0) {
        block += forward ? 1 : -1;
        if (block < 0 || block >= m_layout.blocks().count()) {
            moveCaret(forward ? text().span().end : TextPosition{0}, select);
            return;
        }
        line = forward ? 0 : m_layout.laid(block).lines.size() - 1;
    }
    moveCaret(m_layout.positionOnLine(block, line, *m_goalX), select);
}

void ArticleView::moveByPage(bool forward, bool select)
{
    showCaret();
    const QRect caret = caretRect();
    if (!m_goalX)
        m_goalX = caret.center().x() - m_columnX;
    const qint64 before = m_visible.top();
    const int page = std::max(m_layout.typography().lineHeight,
                              viewport()->height() - 2 * m_layout.typography().lineHeight);
    m_visible.scrollBy(forward ? page : -page);
    scrolled();
    if (m_visible.top() == before) {
        moveCaret(forward ? text().span().end : TextPosition{0}, select);
        return;
    }
    const double goal = *m_goalX;
    moveCaret(positionAt({m_columnX + int(std::lround(goal)), caret.center().y()}), select);
    m_goalX = goal;
}

bool ArticleView::activateCard()
{
    const TextPosition caret = m_selection.caret();
    const TextSpan near = m_marks.contains(m_current) ? m_marks.mark(m_current).extent : paragraphAt(text(), caret);
    QList<CardId> here;
    for (const MarginCard &card : m_margin.cards()) {
        if (card.position >= near.begin && card.position <= near.end)
            here.append(card.id);
    }
    if (here.isEmpty())
        return false;
    const qsizetype last = m_activatedCard ? here.indexOf(*m_activatedCard) : -1;
    m_activatedCard = here[(last + 1) % here.size()];
    Q_EMIT cardActivated(*m_activatedCard);
    return true;
}

// --- mouse ---

qsizetype ArticleView::cardAt(const QPoint &point) const
{
    for (const Margin::Placed &placed : m_placedCards) {
        if (placed.box.contains(point))
            return placed.card;
    }
    // What was opened stays open while the pointer is on it.
    const Margin::Placed *open = openDot();
    return open && openBox(*open).adjusted(0, -4, 0, 0).contains(point) ? open->card : -1;
}

const Margin::Placed *ArticleView::openDot() const
{
    const auto found = std::ranges::find(m_placedCards, m_hoveredCard, &Margin::Placed::card);
    return found == m_placedCards.end() || !found->isDot() ? nullptr : &*found;
}

QRect ArticleView::openBox(const Margin::Placed &dot) const
{
    return m_margin.openBox(dot, font(), viewport()->width() - 4);
}

std::optional<CardId> ArticleView::cardIdAt(const QPoint &point) const
{
    const qsizetype card = cardAt(point);
    return card < 0 ? std::nullopt : std::optional(m_margin.cards()[card].id);
}

QRect ArticleView::cardBoxAt(const QPoint &point) const
{
    const auto found = std::ranges::find_if(m_placedCards,
                                            [&](const Margin::Placed &placed) { return placed.box.contains(point); });
    return found == m_placedCards.end() ? QRect() : found->box;
}

void ArticleView::beginDrag(const QPoint &point, Unit unit)
{
    m_dragUnit = unit;
    m_selectedByMouse = true;
    const TextPosition position = positionAt(point);
    m_dragOrigin = TextSpan{position, position};
    if (unit != Unit::Character) {
        const TextSpan character = characterAt(point);
        m_dragOrigin = unitAt(text(), character.isEmpty() ? position : character.begin, unit);
    }
    m_goalX.reset();
}

void ArticleView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    m_pressedAt = point;
    m_pressedCard.reset();
    m_pressedPassages.clear();
    const std::optional<CardId> card = cardIdAt(point);
    if (event->button() != Qt::LeftButton)
        return;
    if (card) {
        m_pressedCard = card;
        return;
    }
    if (const std::optional<Grip> grip = gripAt(point)) {
        takeGrip(*grip);
        return;
    }
    const bool third = m_sinceDoubleClick.isValid()
        && m_sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval()
        && (point - m_clickedAt).manhattanLength() < sameSpot;
    m_sinceDoubleClick.invalidate();
    if (third) {
        beginDrag(point, Unit::Sentence);
        TextSelection selection = m_selection;
        selection.select(m_dragOrigin->begin, m_dragOrigin->end);
        setSelection(selection, false);
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_dragUnit = Unit::Character;
        m_dragOrigin = TextSpan{m_selection.anchor(), m_selection.anchor()};
        dragTo(point);
        return;
    }
    if (event->modifiers() == Qt::AltModifier) {
        const TextSpan character = characterAt(point);
        m_pressedPassages = character.isEmpty() ? QList<PassageId>() : passagesAt(character.begin);
        return;
    }
    m_longPress.start(QGuiApplication::styleHints()->mousePressAndHoldInterval(), this);
    TextSelection selection = m_selection;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        selection.addLive();
    beginDrag(point, Unit::Character);
    selection.moveTo(m_dragOrigin->begin, false);
    setSelection(selection, false);
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton || cardAt(point) >= 0 || gripAt(point))
        return;
    m_clickedAt = point;
    m_sinceDoubleClick.start();
    beginDrag(point, Unit::Word);
    TextSelection selection = m_selection;
    selection.select(m_dragOrigin->begin, m_dragOrigin->end);
    setSelection(selection, false);
}

void ArticleView::dragTo(const QPoint &point)
{
    const TextPosition position = positionAt(point);
    TextSelection selection = m_selection;
    if (m_dragUnit == Unit::Character) {
        selection.select(m_dragOrigin->begin, position);
    } else {
        const TextSpan unit = unitAt(text(), position, m_dragUnit);
        if (position < m_dragOrigin->begin)
            selection.select(m_dragOrigin->end, unit.begin);
        else
            selection.select(m_dragOrigin->begin,
                             std::max(m_dragOrigin->end, position == unit.begin ? position : unit.end));
    }
    setSelection(selection, false);
}

void ArticleView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->buttons().testFlag(Qt::LeftButton) && dragAway(point))
        return;
    if (!event->buttons().testFlag(Qt::LeftButton) || (!m_dragOrigin && !m_gripDrag)) {
        hover(point);
        return;
    }
    if ((point - m_pressedAt).manhattanLength() >= sameSpot)
        m_longPress.stop();
    if (m_gripDrag)
        dragGripTo(point, event->modifiers().testFlag(Qt::ControlModifier));
    else if (m_dragUnit != Unit::Character || (point - m_pressedAt).manhattanLength() >= sameSpot)
        dragTo(point);
    autoScrollFrom(point);
}

/// A card, or with Alt a passage, goes with the pointer: the current one of those under it, or the innermost.
bool ArticleView::dragAway(const QPoint &point)
{
    if (!m_pressedCard && m_pressedPassages.isEmpty())
        return false;
    if ((point - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return true;
    const std::optional<CardId> card = std::exchange(m_pressedCard, std::nullopt);
    const QList<PassageId> passages = std::exchange(m_pressedPassages, {});
    if (card)
        Q_EMIT cardDragged(*card);
    else
        Q_EMIT passageDragged(passages.contains(m_current) ? m_current : passages.first());
    return true;
}

void ArticleView::autoScrollFrom(const QPoint &point)
{
    const bool outside = point.y() < 0 || point.y() >= viewport()->height();
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(40, this);
    else if (!outside)
        m_autoScroll.stop();
}

/// What is under the pointer says so.
void ArticleView::hover(const QPoint &point)
{
    const qsizetype card = cardAt(point);
    if (card >= 0)
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->setCursor(gripAt(point) ? Qt::SizeHorCursor : Qt::IBeamCursor);
    const TextSpan character = card < 0 ? characterAt(point) : TextSpan();
    const QList<PassageId> here = character.isEmpty() ? QList<PassageId>() : passagesAt(character.begin);
    const auto parted = std::ranges::find_if(here, [this](PassageId id) { return m_marks.fragments(id).size() > 1; });
    setHovered(card, parted == here.end() ? PassageId() : *parted);
}

void ArticleView::setHovered(qsizetype card, PassageId passage)
{
    if (card == m_hoveredCard && passage == m_hovered)
        return;
    m_hoveredCard = card;
    m_hovered = passage;
    viewport()->update();
}

void ArticleView::mouseReleaseEvent(QMouseEvent *event)
{
    m_autoScroll.stop();
    m_longPress.stop();
    if (event->button() == Qt::LeftButton) {
        letGripGo(true);
        const std::optional<CardId> card = std::exchange(m_pressedCard, std::nullopt);
        if (card && cardIdAt(event->position().toPoint()) == card)
            Q_EMIT cardActivated(*card);
        if (!std::exchange(m_pressedPassages, {}).isEmpty())
            askForPassage(m_pressedAt);
    }
    if (event->button() != Qt::LeftButton || !m_dragOrigin)
        return;
    const bool click = m_dragUnit == Unit::Character && event->modifiers() == Qt::NoModifier
        && m_selection.live().isEmpty();
    m_dragOrigin.reset();
    if (click)
        clickPassage(event->position().toPoint());
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection() && !m_selection.live().isEmpty())
        clipboard->setText(text().words(m_selection.live()).toString(), QClipboard::Selection);
}

void ArticleView::clickPassage(const QPoint &point)
{
    const TextSpan character = characterAt(point);
    const QList<PassageId> here = character.isEmpty() ? QList<PassageId>() : passagesAt(character.begin);
    const bool again = (point - m_clickedAt).manhattanLength() < sameSpot;
    m_clickedAt = point;
    if (here.isEmpty())
        setCurrentPassage({});
    else
        setCurrentPassage(here[again ? (here.indexOf(m_current) + 1) % here.size() : 0]);
}

void ArticleView::askForPassage(const QPoint &point)
{
    const TextSpan character = characterAt(point);
    if (character.isEmpty() || passagesAt(character.begin).isEmpty())
        return;
    m_dragOrigin.reset();
    clearSelection();
    moveCaret(character.begin);
    Q_EMIT choiceRequested();
}

void ArticleView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(1.1, event->angleDelta().y() / 120.0));
    event->accept();
}

void ArticleView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        showCaret();
        Q_EMIT contextMenuRequested(viewport()->mapToGlobal(caretRect().bottomLeft()));
        return;
    }
    const TextSpan character = characterAt(event->pos());
    if (!character.isEmpty() && m_selection.isEmpty()) {
        const QList<PassageId> here = passagesAt(character.begin);
        moveCaret(character.begin);
        if (!here.contains(m_current))
            setCurrentPassage(here.value(0));
    }
    Q_EMIT contextMenuRequested(event->globalPos());
}

void ArticleView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    blinkAnew();
    viewport()->update();
}

void ArticleView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    blinkAnew();
    viewport()->update();
}

void ArticleView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_caretBlink.timerId()) {
        m_caretShown = !m_caretShown;
        viewport()->update(caretRect());
    } else if (event->timerId() == m_longPress.timerId()) {
        m_longPress.stop();
        if (m_dragOrigin && m_selection.isEmpty())
            askForPassage(m_pressedAt);
    } else if (event->timerId() == m_feedTimer.timerId()) {
        takePassages();
    } else if (event->timerId() == m_overviewTimer.timerId()) {
        showOverview();
    } else if (event->timerId() == m_autoScroll.timerId()) {
        const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
        const int beyond = point.y() < 0 ? point.y() : std::max(0, point.y() - viewport()->height());
        const QPoint within(point.x(), std::clamp(point.y(), 0, viewport()->height() - 1));
        if (beyond != 0 && (m_dragOrigin || m_gripDrag)) {
            m_visible.scrollBy(beyond);
            scrolled();
        }
        if (beyond != 0 && m_gripDrag)
            dragGripTo(within, QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
        else if (beyond != 0 && m_dragOrigin)
            dragTo(within);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

}
