// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claims/claimcontext.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace pq {

class RowList;

/// The claim editor's part for passages and their roles.
class PassagesSection : public QWidget
{
    Q_OBJECT

public:
    explicit PassagesSection(QWidget *parent = nullptr);

    void show(const Claim &claim, const ClaimContext &context);
    using QWidget::show;

Q_SIGNALS:
    void acted(const pq::ClaimAct &act);
    void passageActivated(pq::PassageId passage);

private:
    void add(PassageRole role);
    void remove(const QVariant &value);

    Claim m_claim;
    PassageId m_current;
    RowList *m_list;
    QLabel *m_currentLabel;
    QList<QToolButton *> m_addButtons; ///< in the order of PassageRole
};

}
