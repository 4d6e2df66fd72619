// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/caslayers.h"
#include "core/model/corpus.h"

namespace pq {

/// Which types and features tags, relations and their values are written as: those that they were read from, where
/// @p types knows them, otherwise new ones, "custom.Name", which are added.
class CasNames
{
public:
    CasNames(const Corpus &corpus, const TypeSystem &types);

    [[nodiscard]] QString type(TagId tag) const { return m_tags.value(tag); }
    [[nodiscard]] QString feature(AttributeId attribute) const { return m_attributes.value(attribute); }
    [[nodiscard]] QString relationType(const QString &label);
    [[nodiscard]] QString relationFeature(const QString &type, const QString &value);
    /// Of the chains whose links are of @p linkType.
    [[nodiscard]] QString chainName(const QString &linkType) const { return m_layers.name(chainType(linkType)); }
    /// Adds what is needed to write chains of such links.
    void addChain(const QString &linkType);
    void addContinuation();

    [[nodiscard]] const TypeSystem &types() const { return m_types; }

private:
    [[nodiscard]] QString addType(const QString &name, const QList<CasFeature> &features);
    [[nodiscard]] QString addFeature(const QString &type, const QString &name, QSet<QString> &taken);

    TypeSystem m_types;
    const LayerNames m_layers; ///< as they were before anything was added
    QSet<QString> m_taken;     ///< types, by tags and relations
    QHash<TagId, QString> m_tags;
    QHash<AttributeId, QString> m_attributes;
    QHash<QString, QString> m_relations;
    QHash<std::pair<QString, QString>, QString> m_values; ///< by the relation's type and the value's name
    QHash<QString, QSet<QString>> m_takenValues;
};

}
