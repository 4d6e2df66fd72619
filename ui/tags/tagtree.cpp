// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tagtree.h"

#include "ui/parts/rowlist.h"

#include <QKeyEvent>

namespace pq {

TagTree::TagTree(QWidget *parent) : QTreeView(parent)
{
    setHeaderHidden(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setIndentation(16);
    setExpandsOnDoubleClick(false);
}

void TagTree::setEmptyText(const QString &text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void TagTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

void TagTree::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    const bool isUpOrDown = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (isPlain && event->key() == Qt::Key_Delete)
        Q_EMIT deletionRequested();
    else if (event->modifiers() == Qt::AltModifier && isUpOrDown)
        Q_EMIT moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
    else if (isPlain && event->key() == Qt::Key_H && currentIndex().isValid())
        Q_EMIT visibilityRequested();
    else if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT activated(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void TagTree::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (!model() || model()->rowCount() == 0)
        paintEmptyText(*this, m_emptyText);
}

}
