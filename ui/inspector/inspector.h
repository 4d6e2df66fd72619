// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"

#include <QWidget>

namespace pq {

class Actions;
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
    void noteRequested(const pq::NoteTarget &target);

private:
    Session &m_session;
    Actions &m_actions;
};

}
