// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QHash>

namespace pq {

/// Makes one out of the tagsets, tags, attributes, annotators, entities and portrayals that have the same names in
/// several corpora that belong together; what has one name within a corpus stays apart.
class SharedNames
{
public:
    /// @p part without what an earlier one brought, and referring to that instead. A tag that has new attributes is
    /// there again, with all of them.
    [[nodiscard]] Corpus share(Corpus part);

    /// All that the parts so far brought: with it each of them is whole.
    [[nodiscard]] const Corpus &names() const { return m_names; }

private:
    void shareAnnotators(Corpus &part);
    void shareTags(Corpus &part);
    void shareEntities(Corpus &part);

    Corpus m_names;
    QHash<QString, AnnotatorId> m_annotatorOf;
    QHash<QString, TagsetId> m_tagsetOf;
    QHash<QString, qsizetype> m_tagAt; ///< places in m_names, by tagset, parent and name
    QHash<QString, EntityId> m_entityOf;
    QHash<QString, PortrayalId> m_portrayalOf;
    // Of this part: what its own ids are outside.
    QHash<AnnotatorId, AnnotatorId> m_annotators;
    QHash<TagsetId, TagsetId> m_tagsets;
    QHash<TagId, TagId> m_tags;
    QHash<AttributeId, AttributeId> m_attributes;
    QHash<EntityId, EntityId> m_entities;
};

}
