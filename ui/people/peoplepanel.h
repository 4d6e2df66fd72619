// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/entity.h"
#include "ui/parts/panel.h"
#include "ui/parts/passagedrag.h"

#include <optional>

class QLineEdit;
class QPushButton;

namespace pq {

class Actions;
class EntityCard;
class RowList;
class Session;

/// The people, characters, organisations and works of the project: who plays whom, and what each takes part in.
class PeoplePanel : public Panel
{
    Q_OBJECT

public:
    PeoplePanel(Session &session, Actions &actions, QWidget *parent = nullptr);

    /// Selects it and shows its details, whatever the filter says.
    void showEntity(EntityId entity);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);
    void entityActivated(pq::EntityId entity);
    /// Of who said what.
    void reportRequested(pq::EntityId entity);
    void passageDropped(const pq::DraggedPassage &passage, pq::EntityId entity, const QPoint &globalPosition);

protected:
    void reload() override;

private:
    void newEntity();
    void editEntity();
    void ask(const std::optional<Entity> &entity); ///< for what a new one or this one shall be
    void mergeCurrent();
    void deleteEntity();
    [[nodiscard]] EntityId currentEntity() const;
    void updateButtons();

    Session &m_session;
    Actions &m_actions;
    QLineEdit *m_filter;
    RowList *m_list;
    EntityCard *m_card;
    QPushButton *m_new;
    QPushButton *m_edit;
    QPushButton *m_merge;
    QPushButton *m_delete;
    QPushButton *m_report;
};

}
