// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tagspanel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pq {

TagsPanel::TagsPanel(Session &session, Actions &actions, QWidget *parent) : QWidget(parent), m_session(session), m_actions(actions)
{
    auto *label = new QLabel(tr("There are no tags yet."), this);
    label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addStretch();
}

}
