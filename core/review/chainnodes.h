// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QHash>
#include <QSet>

namespace pq {

/// An accepted claim of a chain with what decides about its place.
struct ChainNode
{
    const Claim *claim;
    const Passage *proof;   ///< the words that hold the line, or the first ones; null without passages
    const Article *article; ///< may be null
    EntityId outlet;        ///< may be null
    int depth = -1;
    qsizetype unit = 0;     ///< the same for what is no step away from one another
    QList<const Link *> links;  ///< to the claims before it
    QList<const Link *> around; ///< from the claims of the line that are within its longer words
    bool holdsLine = false;
    bool isOfLine = false;
    bool speaksLine = false; ///< its speaker does
};

/// Finds what a chain's hops are made of. The corpus must outlive it and all that it returns.
class ChainNodes
{
public:
    ChainNodes(const Corpus &corpus, const QString &line);

    /// The accepted claims that @p seeds reach over accepted links, in the order of the chain.
    [[nodiscard]] QList<ChainNode> reached(const QSet<ClaimId> &seeds) const;

    [[nodiscard]] const Corpus &corpus() const { return m_corpus; }
    /// Null for a passage that was rejected: its words are not part of the record.
    [[nodiscard]] const Passage *passageOf(PassageId id) const;
    [[nodiscard]] const Article *articleOf(const Passage *passage) const;
    [[nodiscard]] QString nameOf(EntityId id) const;
    /// Person when there is no such entity.
    [[nodiscard]] EntityKind kindOf(EntityId id) const;

private:
    const Passage *proofOf(const Claim &claim) const;
    ChainNode nodeOf(const Claim &claim) const;

    const Corpus &m_corpus;
    QString m_line;
    QHash<PassageId, const Passage *> m_passages;
    QHash<VersionId, const Version *> m_versions;
    QHash<ArticleId, const Article *> m_articles;
    QHash<EntityId, const Entity *> m_entities;
};

}
