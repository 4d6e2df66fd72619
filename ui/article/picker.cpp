// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/picker.h"

#include <QKeyEvent>

#include <algorithm>

namespace pq {

namespace {

constexpr QSize usualSize{320, 280};

}

Picker::Picker(QWidget *window) : QFrame(window)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
}

void Picker::setFocusWidget(QWidget *widget)
{
    m_focusWidget = widget;
    widget->installEventFilter(this);
}

void Picker::openAt(const QRect &place)
{
    const QRect area = parentWidget()->rect();
    QRect box(place.bottomLeft() + QPoint(0, 6), usualSize.boundedTo(area.size()));
    if (box.bottom() > area.bottom() && place.top() - 6 - box.height() >= 0)
        box.moveBottom(place.top() - 6);
    box.moveLeft(std::clamp(box.left(), 0, area.width() - box.width()));
    box.moveTop(std::clamp(box.top(), 0, area.height() - box.height()));
    setGeometry(box);
    show();
    raise();
    m_focusWidget->setFocus();
}

void Picker::finish()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
    deleteLater();
}

bool Picker::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        finish();
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // Whatever the window uses such keys for.
        if (!(static_cast<QKeyEvent *>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
            event->accept();
        return false;
    }
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QFrame::eventFilter(object, event);
    finish();
    return true;
}

}
