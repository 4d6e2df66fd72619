// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/undothrough.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace pq {

namespace {

class UndoFilter : public QObject
{
public:
    explicit UndoFilter(QLineEdit *edit) : QObject(edit), m_edit(edit) { edit->installEventFilter(this); }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        // A line claims both keys for itself by accepting this event, whether it can use them or not.
        if (event->type() != QEvent::ShortcutOverride)
            return QObject::eventFilter(object, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isUseless = (key->matches(QKeySequence::Undo) && !m_edit->isUndoAvailable())
            || (key->matches(QKeySequence::Redo) && !m_edit->isRedoAvailable());
        if (isUseless)
            event->ignore();
        return isUseless;
    }

private:
    QLineEdit *m_edit;
};

}

void letUndoThrough(QLineEdit *edit)
{
    new UndoFilter(edit);
}

}
