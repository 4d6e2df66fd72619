// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/panel.h"

namespace pq {

void Panel::refresh()
{
    m_isStale = !isVisible();
    if (!m_isStale)
        reload();
}

void Panel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        m_isStale = false;
        reload();
    }
}

}
