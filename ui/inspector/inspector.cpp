// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pq {

Inspector::Inspector(Session &session, Actions &actions, QWidget *parent) : QWidget(parent), m_session(session), m_actions(actions)
{
    auto *label = new QLabel(tr("Nothing is selected."), this);
    label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addStretch();
}

void Inspector::showPassage(PassageId) {}
void Inspector::showEntity(EntityId) {}
void Inspector::showClaim(ClaimId) {}

}
