// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/people/cast.h"

#include <QWidget>

class QLineEdit;

namespace pq {

class RowList;
class SuggestionEdit;

/// Whom a performer plays, or who plays a character, and in what; unknown names make entities.
class PortrayalsEditor : public QWidget
{
    Q_OBJECT

public:
    PortrayalsEditor(const Cast &cast, EntityId entity, QWidget *parent = nullptr);

    /// A character is played by a person; whoever else plays characters.
    void setKind(EntityKind kind);
    /// Takes what is typed but not added yet.
    void finish();

    [[nodiscard]] QList<Portrayal> portrayals() const;
    /// Those named in the portrayals whom nobody knew.
    [[nodiscard]] QList<Entity> made() const;

private:
    void add();
    void showPortrayals();
    [[nodiscard]] EntityKind otherKind() const;
    void take(SuggestionEdit &edit, EntityId &id, const Entity &entity);

    Cast m_cast;
    EntityId m_entity;
    EntityKind m_kind = EntityKind::Person;
    QList<Portrayal> m_portrayals;
    EntityId m_otherId;
    EntityId m_workId;
    RowList *m_list;
    SuggestionEdit *m_other;
    SuggestionEdit *m_work;
    QLineEdit *m_episodes;
    QHash<EntityId, Entity> m_made;
};

}
