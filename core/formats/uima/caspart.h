// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/casrest.h"
#include "core/formats/uima/caswriter.h"
#include "core/formats/uima/corpusparts.h"
#include "core/text/counting.h"

#include <QJsonObject>

namespace pq {

/// Makes the CAS of one text; see casesOf().
class CasPartWriter
{
public:
    /// All must outlive this; @p rest may be null.
    CasPartWriter(const CorpusPart &part, const CasRest *rest, OwnRecords records, CasNames &names, Losses &losses);
    [[nodiscard]] CasDocument write();

private:
    void start(const Version &version);
    void startWithoutText();
    qint64 take(const QString &object);
    [[nodiscard]] FeatureStructure annotation(qint64 id, const QString &type, const TextSpan &span) const;
    void addValue(FeatureStructure &structure, const QString &feature, const QString &value, const QString &object);
    void add(FeatureStructure structure);
    void addPassage(const Passage &passage);
    void addRelation(const Relation &relation);
    [[nodiscard]] bool addSlot(const Relation &relation);
    [[nodiscard]] bool addNextLink(const Relation &relation);
    void addArc(const Relation &relation);
    void addArrays();
    void addChainHeads();
    void addTokens(const Text &text);
    void addRecords();
    void addRecord(QJsonObject record);
    void addPassageRecord(const Passage &passage);
    void addRelationRecord(const Relation &relation);
    void dropDangling();

    const CorpusPart &m_part;
    const CasRest *m_rest;
    const OwnRecords m_ownRecords;
    CasNames &m_names;
    Losses &m_losses;

    QSet<qint64> m_hidden; ///< of what m_rest says is in no view
    CasDocument m_document;
    CasView m_view;
    qint64 m_nextId = 1;
    std::optional<CountedText> m_text;
    QHash<QString, qint64> m_oldIds;           ///< of objects
    QHash<qint64, QList<CasMember>> m_left;    ///< features of objects that nothing here knows
    QHash<PassageId, qint64> m_passages;       ///< their first annotations
    QHash<PassageId, const Passage *> m_byId;
    QHash<qint64, qsizetype> m_places;         ///< in the CAS
    QHash<RelationId, qint64> m_arcs;          ///< what ties the passages
    QHash<RelationId, QList<std::pair<QString, QString>>> m_valueNames; ///< and features
    QList<std::pair<qint64, QString>> m_slots; ///< hosts and features, in the order in which they are met
    QHash<std::pair<qint64, QString>, QList<qint64>> m_fillers;
    QHash<qint64, qint64> m_next;              ///< links of chains
    QSet<qint64> m_followers;
};

}
