// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/leadfocus.h"

#include <QFocusEvent>
#include <QWidget>

namespace pq {

namespace {

class FocusFilter : public QObject
{
public:
    FocusFilter(QWidget *container, std::function<QWidget *()> target) : QObject(container), m_target(std::move(target))
    {
        container->installEventFilter(this);
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::FocusIn)
            return QObject::eventFilter(object, event);
        m_target()->setFocus(static_cast<QFocusEvent *>(event)->reason());
        return true;
    }

private:
    std::function<QWidget *()> m_target;
};

}

void leadFocus(QWidget *container, std::function<QWidget *()> target)
{
    container->setFocusPolicy(Qt::ClickFocus); // or a label's mnemonic would not lead to it
    new FocusFilter(container, std::move(target));
}

void leadFocus(QWidget *container, QWidget *target)
{
    leadFocus(container, [target] { return target; });
}

}
