// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claims/claimcontext.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QToolButton;

namespace pq {

class RowList;
class SuggestionEdit;

/// The claim editor's part for who takes part, in which role, and which words say so.
class ParticipantsSection : public QWidget
{
    Q_OBJECT

public:
    explicit ParticipantsSection(QWidget *parent = nullptr);

    void show(const Claim &claim, const ClaimContext &context);
    using QWidget::show;
    /// Takes a name that is typed but not added yet.
    void finish();

Q_SIGNALS:
    void acted(const pq::ClaimAct &act);
    void passageActivated(pq::PassageId passage);

private:
    [[nodiscard]] ParticipantRole role() const;
    void add(const Entity &entity);
    void remove(const QVariant &value);
    void toggleEvidence();
    void fillRoles();
    void changeRole(ParticipantRole role);
    void updateButtons();
    [[nodiscard]] qsizetype currentParticipant() const;

    Claim m_claim;
    ClaimContext m_context;
    RowList *m_list;
    QComboBox *m_role;
    SuggestionEdit *m_who;
    QToolButton *m_evidence;
    QToolButton *m_changeRole;
    QMenu *m_roles; ///< for the chosen participant
};

}
