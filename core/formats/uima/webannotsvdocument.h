// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/caswriter.h"
#include "core/formats/uima/webannotsvlayers.h"
#include "core/formats/uima/webannotsvunits.h"

namespace pq {

/// Writes one CAS as WebAnno TSV.
class WebAnnoTsvDocument
{
public:
    /// All must outlive this. The CAS must have a text.
    WebAnnoTsvDocument(const CasDocument &document, const TypeSystem &types, Losses &losses);
    [[nodiscard]] QByteArray write();

private:
    /// What ties two annotations: a relation, or a slot's link.
    struct Tie
    {
        const FeatureStructure *structure = nullptr;
        const FeatureStructure *from = nullptr;
        const FeatureStructure *to = nullptr;
        QString feature; ///< of a slot
    };

    void lose(Aspect aspect, const QString &what, qint64 structure);
    void placeAnnotations();
    void place(const FeatureStructure &annotation);
    void numberChains();
    void collectTies();
    void collectLinks(const FeatureStructure &host);
    [[nodiscard]] QString commonType(const QList<Tie> &ties, bool fromToo) const;
    [[nodiscard]] bool canRefer(const FeatureStructure &target, const QString &type);
    void settleTies();
    void addLayers();
    [[nodiscard]] TsvLayer spanLayer(const QString &type) const;
    [[nodiscard]] QList<CasFeature> valuesOf(const QString &type) const;
    void dropUntiedTokens();
    void numberAnnotations();
    [[nodiscard]] QString suffix(qint64 structure) const;
    [[nodiscard]] QString cell(const TsvLayer &layer, const TsvColumn &column, qsizetype unit) const;
    [[nodiscard]] QString item(const TsvColumn &column, const FeatureStructure &structure) const;
    [[nodiscard]] QString valueItem(const QString &feature, const FeatureStructure &structure) const;
    [[nodiscard]] QByteArray row(qsizetype unit) const;

    const CasDocument &m_document;
    const Cas &m_cas;
    const TypeSystem &m_types;
    Losses &m_losses;
    const CasIndex m_index;
    const qint64 m_sofa;
    const QString m_text;
    TsvUnits m_units;
    const bool m_wasTsv; ///< so that its header is kept

    QStringList m_spanTypes; ///< in the order of the header
    QStringList m_chainTypes;
    QStringList m_relationTypes;
    QHash<qsizetype, QHash<QString, QList<qint64>>> m_on; ///< annotations by unit and type
    QHash<qint64, QList<qsizetype>> m_unitsOf;
    QHash<QString, QList<Tie>> m_relations;                ///< by type
    QList<Tie> m_slots;
    QHash<QString, QString> m_targets;                     ///< of relations and of slots, by type or "type|feature"
    QHash<std::pair<qint64, QString>, QList<Tie>> m_fillers;
    QHash<qint64, const FeatureStructure *> m_governors;   ///< of relations that are written
    QHash<qint64, const FeatureStructure *> m_dependents;
    QSet<qint64> m_numbered; ///< which need a number
    QHash<qint64, int> m_numbers;
    QHash<qint64, std::pair<int, int>> m_chains;
    QList<TsvLayer> m_layers;
};

}
