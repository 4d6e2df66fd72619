// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace pq {

enum class EntityKind { Person, Character, Organisation, Work };

/// The same entity in someone else's catalogue, such as {"wikidata", "Q42"} or {"imdb", "nm0000001"}.
struct ExternalId
{
    QString scheme;
    QString value;

    friend bool operator==(const ExternalId &, const ExternalId &) = default;
};

/// Somebody or something that takes part in claims. Outlets are organisations.
struct Entity
{
    EntityId id;
    EntityKind kind = EntityKind::Person;
    QString name;
    QStringList aliases;
    QList<ExternalId> externalIds; ///< at most one for each scheme
    QString description;

    friend bool operator==(const Entity &, const Entity &) = default;
};

/// A performer plays a character in a work.
struct Portrayal
{
    PortrayalId id;
    EntityId performer;
    EntityId character;
    EntityId work;    ///< may be null
    QString episodes; ///< as people write it, such as "season 1"

    friend bool operator==(const Portrayal &, const Portrayal &) = default;
};

}
