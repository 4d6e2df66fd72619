// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/corpus.h"

namespace pq {

/// What becomes of everything that refers to an entity when it goes up in another one; worked out before anybody
/// decides. All values are as they will be; what changes nothing is not among them.
struct EntityMerge
{
    Entity from; ///< as it is; goes
    Entity into; ///< with the other's names, ids and description
    QList<Claim> claims;
    QList<Portrayal> portrayals;
    QList<PortrayalId> doubled; ///< portrayals that would say what another one says; go
    QList<Article> articles;
    QList<Note> notes;
    QList<ExternalId> lostIds; ///< for which the other has another id in the same catalogue
};

/// @p corpus: at least the two entities and all claims, portrayals, articles and notes that refer to the first.
/// Refused for one and the same entity and when somebody would play themselves.
[[nodiscard]] Result<EntityMerge> mergedEntity(const Corpus &corpus, EntityId from, EntityId into);

/// The counts, a sentence each; translated.
[[nodiscard]] QString toSentences(const EntityMerge &merge);

}
