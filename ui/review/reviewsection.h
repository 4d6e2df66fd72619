// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "core/model/review.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pq {

class RowList;
class Session;

/// A claim's check: who is to do it, the verdict that holds and how it came to that, sign-offs, evidence.
class ReviewSection : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewSection(Session &session, QWidget *parent = nullptr);

    void showClaim(const Claim &claim);

Q_SIGNALS:
    /// Change @p evidence, or add some when it is null.
    void evidenceRequested(pq::ClaimId claim, pq::EvidenceId evidence);

private:
    void layOut();
    void showHistory(const QHash<AnnotatorId, QString> &names);
    void showEvidence(const QHash<AnnotatorId, QString> &names);
    void showAssignees(AnnotatorId assignee);
    void give();

    Session &m_session;
    ClaimId m_claim;
    QLabel *m_state;
    QComboBox *m_assignee;
    QComboBox *m_value;
    QLineEdit *m_reason;
    QPushButton *m_give;
    QPushButton *m_signOff;
    RowList *m_history;
    RowList *m_evidence;
    QPushButton *m_add;
};

}
