// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace pq {

class Actions;
class ClaimPage;
class EntityCard;
class PassagePage;
class Session;

/// Everything about the one thing that is selected: a passage, an entity or a claim.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    Inspector(Session &session, Actions &actions, QWidget *parent = nullptr);

    /// A null id shows that nothing is selected.
    void showPassage(PassageId passage);
    void showEntity(EntityId entity);
    void showClaim(ClaimId claim);

Q_SIGNALS:
    void claimActivated(pq::ClaimId claim);
    void passageActivated(pq::PassageId passage);
    void entityActivated(pq::EntityId entity);
    void evidenceRequested(pq::ClaimId claim, pq::EvidenceId evidence);
    void noteRequested(const pq::NoteTarget &target);

private:
    void showPage(QWidget *page, const NoteTarget &target, bool isSomething);
    void showNoteCount();

    Session &m_session;
    NoteTarget m_target;
    QStackedWidget *m_pages;
    QLabel *m_nothing;
    PassagePage *m_passage;
    EntityCard *m_entity;
    ClaimPage *m_claim;
    QPushButton *m_notes;
};

}
