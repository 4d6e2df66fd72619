// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QWidget>

namespace pq {

class Actions;
class Session;

/// The people, characters, organisations and works of the project: who plays whom, and what each takes part in.
class PeoplePanel : public QWidget
{
    Q_OBJECT

public:
    PeoplePanel(Session &session, Actions &actions, QWidget *parent = nullptr);

    /// Selects it and shows its details, whatever the filter says.
    void showEntity(EntityId entity);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);
    void entityActivated(pq::EntityId entity);

private:
    Session &m_session;
    Actions &m_actions;
};

}
