// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/caslayers.h"
#include "core/model/corpus.h"

namespace pq {

enum class OwnRecords {
    Written, ///< in structures of Pullquote's own types
    LeftOut, ///< and not reported as lost either
};

/// Which types and features tags, relations and their values are written as: those that they were read from, where
/// these are known, otherwise new ones, "custom.Name", which are added.
class CasNames
{
public:
    /// Takes in the tags of the corpus' passages, and more types that are known; what has a name keeps it.
    /// With @p records, which keep the names, features get none that Python has a meaning for.
    void add(const Corpus &corpus, const TypeSystem &types, OwnRecords records);
    /// Adds the type that DKPro has for tokens or for sentences, where it is missing.
    void addInfrastructure(const QString &type) { m_types.add(CasType{type, Uima::annotation, ownLayer}); }

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

    OwnRecords m_records = OwnRecords::LeftOut;
    TypeSystem m_types;
    TypeSystem m_known;  ///< of which nothing was made here
    LayerNames m_layers = LayerNames(m_known);
    QSet<QString> m_taken;     ///< types, by tags and relations
    QHash<TagId, QString> m_tags;
    QHash<AttributeId, QString> m_attributes;
    QHash<TagId, QSet<QString>> m_takenFeatures;
    QHash<QString, QString> m_relations;
    QHash<std::pair<QString, QString>, QString> m_values; ///< by the relation's type and the value's name
    QHash<QString, QSet<QString>> m_takenValues;
};

}
