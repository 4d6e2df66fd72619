// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/linkedclaims.h"

#include <algorithm>

namespace pq {

namespace {

/// The claims that @p seed reaches over links, in either direction.
QSet<ClaimId> reached(const Record &record, ClaimId seed)
{
    QSet<ClaimId> known{seed};
    QList<ClaimId> waiting{seed};
    while (!waiting.isEmpty()) {
        const ClaimRecord *claim = record.claim(waiting.takeLast());
        for (const Link *link : claim->links) {
            for (const ClaimId next : {link->from, link->to}) {
                if (!known.contains(next)) {
                    known.insert(next);
                    waiting.append(next);
                }
            }
        }
    }
    return known;
}

/// As much of the corpus as the chain of @p claims is traced in: going through all of it for each chain would take the
/// square of its size.
class Part
{
public:
    Part(const Record &record, const QSet<ClaimId> &claims) : m_record(record)
    {
        for (const ClaimId id : claims)
            add(*record.claim(id));
        const auto sort = [](auto &list) { std::ranges::sort(list, {}, [](const auto &each) { return each.id; }); };
        sort(m_part.claims);
        sort(m_part.links);
        sort(m_part.portrayals);
    }
    [[nodiscard]] const Corpus &corpus() const { return m_part; }

private:
    void add(const ClaimRecord &claim)
    {
        m_part.claims.append(*claim.claim);
        for (const Link *link : claim.links) {
            if (link->from == claim.claim->id)
                m_part.links.append(*link);
        }
        for (const ClaimPassage &part : claim.claim->passages)
            add(part.passage);
        for (const Participant &participant : claim.claim->participants) {
            add(participant.evidence);
            add(participant.entity);
        }
    }
    void add(PassageId id)
    {
        const Passage *passage = m_record.passage(id);
        if (!passage || m_passages.contains(id))
            return;
        m_passages.insert(id);
        m_part.passages.append(*passage);
        const Version *version = m_record.versionOf(*passage);
        const Article *article = m_record.articleOf(*passage);
        if (!version || !article || m_versions.contains(version->id))
            return;
        m_versions.insert(version->id);
        m_part.versions.append(*version);
        if (!std::ranges::contains(m_part.articles, article->id, &Article::id))
            m_part.articles.append(*article);
        add(article->outlet);
    }
    void add(EntityId id)
    {
        const Entity *entity = m_record.entity(id);
        if (!entity || m_entities.contains(id))
            return;
        m_entities.insert(id);
        m_part.entities.append(*entity);
        for (const Portrayal &portrayal : m_record.portrayals(id)) {
            m_part.portrayals.append(portrayal);
            add(portrayal.performer);
            add(portrayal.work);
        }
    }

    const Record &m_record;
    Corpus m_part;
    QSet<PassageId> m_passages;
    QSet<VersionId> m_versions;
    QSet<EntityId> m_entities;
};

}

QList<Chain> linkedChains(const Record &record, ArticleId article)
{
    QList<Chain> chains;
    QSet<ClaimId> known;
    for (const QList<ClaimRecord> all = record.claims(article); const ClaimRecord &claim : all) {
        if (claim.links.isEmpty() || known.contains(claim.claim->id))
            continue;
        const QSet<ClaimId> claims = reached(record, claim.claim->id);
        known.unite(claims);
        const QString line = claim.contents.isEmpty() ? claim.words : claim.contents.first()->words();
        chains.append(trace(Part(record, claims).corpus(), claims, line));
    }
    return chains;
}

}
