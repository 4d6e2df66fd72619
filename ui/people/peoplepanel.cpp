// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplepanel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pq {

PeoplePanel::PeoplePanel(Session &session, Actions &actions, QWidget *parent) : QWidget(parent), m_session(session), m_actions(actions)
{
    auto *label = new QLabel(tr("There are no people yet."), this);
    label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addStretch();
}

void PeoplePanel::showEntity(EntityId) {}

}
