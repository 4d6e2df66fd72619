// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "ui/parts/panel.h"

class QLabel;
class QPushButton;

namespace pq {

class ReviewSection;
class RowList;
class Session;

/// A claim to look at and to check: who takes part, which words prove it, what it is linked to, its verdicts and
/// evidence.
class ClaimPage : public Panel
{
    Q_OBJECT

public:
    explicit ClaimPage(Session &session, QWidget *parent = nullptr);

    void showClaim(ClaimId claim);

Q_SIGNALS:
    void claimActivated(pq::ClaimId claim);
    void passageActivated(pq::PassageId passage);
    void entityActivated(pq::EntityId entity);
    void evidenceRequested(pq::ClaimId claim, pq::EvidenceId evidence);

protected:
    void reload() override;

private:
    Session &m_session;
    ClaimId m_claim;
    QWidget *m_body;
    QLabel *m_title;
    QLabel *m_summary;
    RowList *m_passages;
    RowList *m_participants;
    RowList *m_links;
    ReviewSection *m_review;
    QLabel *m_made;
    QPushButton *m_edit;
};

}
