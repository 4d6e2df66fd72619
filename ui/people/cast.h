// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "core/model/entity.h"
#include "ui/parts/rows.h"

#include <QHash>

namespace pq {

class Session;

/// Everybody and everything that takes part in the project's claims, and who plays whom.
struct Cast
{
    QHash<EntityId, Entity> entities;
    QList<Portrayal> portrayals;

    /// Empty for a null id or one that nobody has.
    [[nodiscard]] QString name(EntityId id) const { return entities.value(id).name; }
    /// The names of who plays the character, joined for a sentence; empty when nobody does.
    [[nodiscard]] QString performers(EntityId character) const;
    /// "Played by …" or "Plays …"; empty when neither.
    [[nodiscard]] QString portrayed(const Entity &entity) const;
    /// "Character · Played by …": what tells entities of one name apart.
    [[nodiscard]] QString described(const Entity &entity) const;
    /// "Loki (played by Tom Hiddleston)" for a character that somebody plays, else the name.
    [[nodiscard]] QString nameWithPerformer(EntityId id) const;
    /// In order of their names.
    [[nodiscard]] QList<Entity> sorted() const;
};

[[nodiscard]] Cast cast(Session &session);

/// Which kinds come first when somebody is named in this role.
[[nodiscard]] QList<EntityKind> kindsFor(ParticipantRole role);

/// Who may be meant by @p typed, by name or alias, those of the @p kinds first; then a new entity of each
/// of the kinds and last of the others, unless one has that name already. The value of a row is an Entity.
[[nodiscard]] QList<Row> suggestedEntities(const Cast &cast, const QString &typed, const QList<EntityKind> &kinds);

}
