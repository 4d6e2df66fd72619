// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include "ui/parts/panel.h"

class QLabel;

namespace pq {

class RowList;
class Session;

/// All that the project knows of one entity: names, portrayals, and what it takes part in.
class EntityCard : public Panel
{
    Q_OBJECT

public:
    explicit EntityCard(Session &session, QWidget *parent = nullptr);

    void showEntity(EntityId entity);
    [[nodiscard]] EntityId entity() const { return m_entity; }

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);
    void entityActivated(pq::EntityId entity);

protected:
    void reload() override;

private:
    Session &m_session;
    EntityId m_entity;
    QLabel *m_name;
    QLabel *m_kind;
    QLabel *m_facts;
    QLabel *m_ids;
    QLabel *m_portrayalsHeading;
    RowList *m_portrayals;
    QLabel *m_claimsHeading;
    RowList *m_claims;
};

}
