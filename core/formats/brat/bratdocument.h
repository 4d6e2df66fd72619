// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/brat/bratconfig.h"
#include "core/formats/losses.h"

namespace pq {

/// What the documents of one corpus share while they are written.
struct BratShared
{
    BratNames names;
    QHash<EntityId, QString> entities;            ///< their names
    QHash<PassageId, QSet<EntityId>> shown;       ///< by the words that show them
    QSet<PassageId> noted;                        ///< those with notes on them
    QHash<AttributeId, QString> attributes;       ///< BratMemory::part() of them
    QHash<RelationId, const Relation *> relations;

    BratShared(const Corpus &corpus, const BratNames &names);
};

/// One version's .ann file. Passages come first, then their events, claims, relations, links and notes.
class BratDocument
{
public:
    /// @p memory may be null; all must outlive this.
    BratDocument(const BratShared &shared, const Version &version, const BratMemory *memory, Losses &losses);

    void write(const Passage &passage);
    void writeEvents();
    void write(const Claim &claim);
    void write(const Relation &relation);
    void write(const Link &link);
    void write(const Note &note);

    [[nodiscard]] bool holds(PassageId passage) const { return m_passages.contains(passage); }
    [[nodiscard]] bool holds(ClaimId claim) const { return m_claims.contains(claim); }
    [[nodiscard]] const QSet<EntityId> &entities() const { return m_entities; }
    /// Adds what of this document stands on event lines.
    void addTo(BratEvents &events) const;
    /// What would be written if nothing were remembered about how lines were spelled.
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    [[nodiscard]] QByteArray bytes() const;

private:
    struct TextBound
    {
        QString type;
        QString place; ///< what follows the type on the line
    };

    [[nodiscard]] QString newId(char16_t kind, const QString &key);
    [[nodiscard]] QString placeOf(const Passage &passage);
    [[nodiscard]] QString triggerOf(const Passage &passage, const BratMemory::Event &event);
    [[nodiscard]] bool isDescribed(const Passage &passage) const;
    [[nodiscard]] bool mayTrigger(const QString &id, const QString &type, const BratMemory::Event &event) const;
    void line(const QString &id, const QString &rest);
    void noteLine(const QString &key, const QString &type, const QString &target, const QString &text, Aspect aspect,
                  const QString &object);
    void writeState(State state, const QString &target, const QString &key);
    void writeAttributes(const Passage &passage, const QString &target);
    void normalise(const Participant &participant);
    void report(const Relation &relation);

    const BratShared &m_shared;
    const Version &m_version;
    const BratMemory *m_memory;
    Losses &m_losses;
    QStringList m_lines;
    QSet<QString> m_written;              ///< ids
    QSet<QString> m_taken;                ///< ids that are remembered for something
    QHash<char16_t, int> m_counts;        ///< of ids, by kind
    QHash<QString, TextBound> m_triggers; ///< by id
    QHash<QString, QString> m_ownTriggers; ///< ids of those that are no passages, by type and place
    QSet<QString> m_described;            ///< text-bounds that other lines than events and relations are about
    QHash<QString, const BratMemory::Event *> m_events; ///< remembered, by object
    QList<const Passage *> m_eventPassages;
    QHash<PassageId, QString> m_passages; ///< their T or E ids
    QHash<PassageId, QString> m_places;
    QHash<ClaimId, QString> m_claims;     ///< their E ids
    QSet<QString> m_claimTypes;
    QSet<RelationId> m_arguments;
    QHash<PassageId, QSet<EntityId>> m_normalised;
    QSet<EntityId> m_entities;
};

/// All documents of a corpus, in the order of its versions.
[[nodiscard]] std::vector<BratDocument> bratDocuments(const Corpus &corpus, const BratShared &shared,
                                                      const QHash<VersionId, BratMemory> &memories, Losses &losses);
/// What remainders say about the first version of each article.
[[nodiscard]] QHash<VersionId, BratMemory> bratMemories(const Corpus &corpus);

}
