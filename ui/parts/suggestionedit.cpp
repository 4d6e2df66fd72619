// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/suggestionedit.h"

#include "ui/parts/rowlist.h"
#include "ui/parts/undothrough.h"

#include <QKeyEvent>

namespace pq {

namespace {

constexpr int leastListWidth = 280;
constexpr int mostListHeight = 260;

}

SuggestionEdit::SuggestionEdit(Source source, QWidget *parent) : QLineEdit(parent), m_source(std::move(source))
{
    setClearButtonEnabled(true);
    letUndoThrough(this);
    connect(this, &QLineEdit::textEdited, this, &SuggestionEdit::suggest);
}

SuggestionEdit::~SuggestionEdit()
{
    delete m_list;
}

bool SuggestionEdit::chooseBest()
{
    const QList<Row> rows = text().trimmed().isEmpty() ? QList<Row>() : m_source(text().trimmed());
    hideList();
    if (rows.isEmpty())
        return false;
    Q_EMIT chosen(rows.first().value);
    return true;
}

bool SuggestionEdit::event(QEvent *event)
{
    // While the list is open Escape and Return are ours, whatever the window uses them for.
    if (event->type() == QEvent::ShortcutOverride && isListVisible()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SuggestionEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier ? event->key() : 0) {
    case Qt::Key_Down:
        if (!isListVisible())
            suggest();
        else
            moveBy(1);
        return;
    case Qt::Key_Up:
        moveBy(-1);
        return;
    case Qt::Key_Escape:
        if (!isListVisible())
            break;
        hideList();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isListVisible()) {
            const QVariant value = m_list->currentValue();
            hideList();
            if (value.isValid()) {
                Q_EMIT chosen(value);
                return;
            }
        }
        if (chooseBest())
            return;
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SuggestionEdit::focusOutEvent(QFocusEvent *event)
{
    hideList();
    QLineEdit::focusOutEvent(event);
}

void SuggestionEdit::suggest()
{
    const QList<Row> rows = text().trimmed().isEmpty() ? QList<Row>() : m_source(text().trimmed());
    if (rows.isEmpty()) {
        hideList();
        return;
    }
    if (!m_list || m_list->parentWidget() != window()) {
        delete m_list;
        m_list = new RowList(RowList::Height::Filling, 2, window());
        m_list->setObjectName(QStringLiteral("suggestionList"));
        m_list->setFrameShape(QFrame::Box);
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setActivatesOnClick(true);
        m_list->setAccessibleName(tr("Suggestions"));
        connect(m_list, &RowList::valueActivated, this, [this](const QVariant &value) {
            hideList();
            Q_EMIT chosen(value);
        });
    }
    m_list->setCurrentValue({});
    m_list->setRows(rows);
    m_list->show();
    placeList();
    moveBy(1);
}

void SuggestionEdit::hideList()
{
    if (m_list)
        m_list->hide();
    setAccessibleDescription({});
}

void SuggestionEdit::moveBy(int rows)
{
    if (!isListVisible())
        return;
    const int count = static_cast<int>(m_list->rows().size());
    const int row = qBound(0, m_list->currentIndex().row() + rows, count - 1);
    const QModelIndex index = m_list->model()->index(row, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    // A screen reader stays with the line, so the line says what is marked.
    setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
}

bool SuggestionEdit::isListVisible() const
{
    return m_list && m_list->isVisible();
}

void SuggestionEdit::placeList()
{
    const QRect area = window()->rect();
    const int wide = qMin(qMax(width(), leastListWidth), area.width());
    m_list->resize(wide, mostListHeight);
    m_list->doItemsLayout();
    int high = 2 * m_list->frameWidth();
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        high += m_list->sizeHintForIndex(m_list->model()->index(row, 0)).height();
    high = qMin(high, mostListHeight);

    const QPoint below = mapTo(window(), QPoint(0, height()));
    const QPoint above = mapTo(window(), QPoint(0, 0));
    const bool fitsBelow = below.y() + high <= area.height() || above.y() < area.height() - below.y();
    const int room = fitsBelow ? area.height() - below.y() : above.y();
    high = qMin(high, qMax(room, 40));
    const int x = qBound(0, below.x(), qMax(0, area.width() - wide));
    m_list->setGeometry(x, fitsBelow ? below.y() : above.y() - high, wide, high);
    m_list->raise();
}

}
