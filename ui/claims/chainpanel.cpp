// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainpanel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pq {

ChainPanel::ChainPanel(Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    auto *label = new QLabel(tr("Select a line to see where it comes from."), this);
    label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addStretch();
}

void ChainPanel::showLine(PassageId) {}
void ChainPanel::showClaim(ClaimId) {}
void ChainPanel::showWords(const QString &) {}

}
