// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claimeditor.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pq {

ClaimEditor::ClaimEditor(Session &session, Actions &actions, QWidget *parent) : QWidget(parent), m_session(session), m_actions(actions)
{
    auto *label = new QLabel(tr("There is no claim here yet."), this);
    label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addStretch();
}

void ClaimEditor::startClaim(VersionId, ArticleId, const QList<Fragment> &, PassageId) {}

void ClaimEditor::showClaim(ClaimId claim)
{
    m_claim = claim;
}

ClaimId ClaimEditor::claim() const
{
    return m_claim;
}

void ClaimEditor::setCurrentPassage(PassageId passage)
{
    m_current = passage;
}

}
