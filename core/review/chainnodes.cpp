// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/chainnodes.h"

#include "core/review/chaindepth.h"
#include "core/review/chainwords.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pq {

namespace {

template <class T, class Key>
QHash<Key, const T *> byId(const QList<T> &all, Key T::*id)
{
    QHash<Key, const T *> found;
    found.reserve(all.size());
    for (const T &thing : all)
        found.insert(thing.*id, &thing);
    return found;
}

/// Longer words of the same article around the line are where the line stands and no step away from it.
bool isAround(const ChainNode &inner, const Link &link, const ChainNode &outer)
{
    return link.kind == LinkKind::Within && inner.holdsLine && inner.article && inner.article == outer.article;
}

/// Things that count as one, known by the first of them.
class Unions
{
public:
    explicit Unions(qsizetype count) : m_next(count) { std::iota(m_next.begin(), m_next.end(), 0); }
    void unite(qsizetype a, qsizetype b) { m_next[std::max(one(a), one(b))] = std::min(one(a), one(b)); }
    qsizetype one(qsizetype thing)
    {
        while (m_next[thing] != thing)
            thing = m_next[thing] = m_next[m_next[thing]];
        return thing;
    }

private:
    QList<qsizetype> m_next;
};

/// Which of them answer for the line itself; see trace() in the header.
void markLine(QList<ChainNode> &nodes)
{
    QHash<ClaimId, ChainNode *> byClaim;
    QHash<ChainNode *, QList<ChainNode *>> takenUpBy;
    const bool isHeld = std::ranges::any_of(nodes, &ChainNode::holdsLine);
    for (ChainNode &node : nodes) {
        byClaim.insert(node.claim->id, &node);
        node.isOfLine = node.holdsLine || !isHeld;
        node.speaksLine = node.isOfLine && node.around.isEmpty();
    }
    for (ChainNode &from : nodes) {
        for (const Link *link : std::as_const(from.links)) {
            ChainNode &to = *byClaim.value(link->to); // a link's two ends are reached together
            if (from.holdsLine && to.holdsLine && link->kind == LinkKind::Within)
                to.speaksLine = false;
            if (from.holdsLine && to.claim->kind == ClaimKind::Contribution)
                to.isOfLine = true;
            if (to.holdsLine && from.claim->kind == ClaimKind::Contribution)
                from.isOfLine = true;
            if (saysAgain(link->kind))
                takenUpBy[&to].append(&from);
        }
    }
    // Whoever takes up a claim of the line passes the line on, in whatever words.
    QList<ChainNode *> waiting;
    for (ChainNode &node : nodes) {
        if (node.isOfLine)
            waiting.append(&node);
    }
    while (!waiting.isEmpty()) {
        for (const QList<ChainNode *> all = takenUpBy.take(waiting.takeLast()); ChainNode * later : all) {
            if (!later->isOfLine) {
                later->isOfLine = true;
                waiting.append(later);
            }
        }
    }
}

}

ChainNodes::ChainNodes(const Corpus &corpus, const QString &line)
    : m_corpus(corpus),
      m_line(wantedWords(line)),
      m_passages(byId(corpus.passages, &Passage::id)),
      m_versions(byId(corpus.versions, &Version::id)),
      m_articles(byId(corpus.articles, &Article::id)),
      m_entities(byId(corpus.entities, &Entity::id))
{
}

const Passage *ChainNodes::passageOf(PassageId id) const
{
    const Passage *passage = m_passages.value(id);
    return passage && passage->state != State::Rejected ? passage : nullptr;
}

const Passage *ChainNodes::proofOf(const Claim &claim) const
{
    const Passage *content = nullptr;
    const Passage *any = nullptr;
    for (const ClaimPassage &part : claim.passages) {
        const Passage *passage = passageOf(part.passage);
        if (!passage)
            continue;
        if (part.role == PassageRole::Content && !m_line.isEmpty() && holdsWords(*passage, m_line))
            return passage;
        if (part.role == PassageRole::Content && !content)
            content = passage;
        if (!any)
            any = passage;
    }
    for (const Participant &participant : claim.participants) {
        if (!any)
            any = passageOf(participant.evidence);
    }
    return content ? content : any;
}

const Article *ChainNodes::articleOf(const Passage *passage) const
{
    const Version *version = passage ? m_versions.value(passage->version) : nullptr;
    return version ? m_articles.value(version->article) : nullptr;
}

QString ChainNodes::nameOf(EntityId id) const
{
    const Entity *entity = m_entities.value(id);
    return entity ? entity->name : QString();
}

EntityKind ChainNodes::kindOf(EntityId id) const
{
    const Entity *entity = m_entities.value(id);
    return entity ? entity->kind : EntityKind::Person;
}

ChainNode ChainNodes::nodeOf(const Claim &claim) const
{
    ChainNode node{.claim = &claim, .proof = proofOf(claim), .article = nullptr, .outlet = {}, .links = {}};
    node.article = articleOf(node.proof);
    node.holdsLine = node.proof && !m_line.isEmpty() && holdsWords(*node.proof, m_line)
        && claim.passages.contains(ClaimPassage{node.proof->id, PassageRole::Content});
    if (node.article)
        node.outlet = node.article->outlet;
    const auto outlet = std::ranges::find(claim.participants, ParticipantRole::Outlet, &Participant::role);
    if (outlet != claim.participants.end())
        node.outlet = outlet->entity;
    return node;
}

QList<ChainNode> ChainNodes::reached(const QSet<ClaimId> &seeds) const
{
    QList<ChainNode> all;
    for (const Claim &claim : m_corpus.claims) {
        if (claim.state == State::Accepted)
            all.append(nodeOf(claim));
    }

    const auto place = [](const ChainNode &node) {
        const QString published = node.article ? node.article->published : QString();
        return std::tuple(published.isEmpty(), published, node.article ? node.article->id : ArticleId());
    };
    std::ranges::sort(all, {},
                      [&](const ChainNode &node) { return std::tuple(place(node), node.claim->kind, node.claim->id); });

    QHash<ClaimId, qsizetype> numbers;
    for (qsizetype i = 0; i < all.size(); ++i)
        numbers.insert(all[i].claim->id, i);
    QList<NumberedLink> links;
    Unions unions(all.size());
    for (const Link &link : m_corpus.links) {
        const auto from = numbers.constFind(link.from);
        const auto to = numbers.constFind(link.to);
        if (link.state != State::Accepted || from == numbers.cend() || to == numbers.cend() || *from == *to)
            continue;
        if (isAround(all[*from], link, all[*to])) {
            all[*to].around.append(&link);
            unions.unite(*from, *to);
        } else {
            all[*from].links.append(&link);
            links.append({*from, *to});
        }
    }
    for (auto &[from, to] : links) {
        from = unions.one(from);
        to = unions.one(to);
    }
    QList<qsizetype> seedNumbers;
    for (const ClaimId &seed : seeds) {
        if (const auto number = numbers.constFind(seed); number != numbers.cend())
            seedNumbers.append(unions.one(*number));
    }

    const QList<int> found = depths(all.size(), links, seedNumbers);
    for (qsizetype i = 0; i < all.size(); ++i) {
        all[i].unit = unions.one(i);
        all[i].depth = found[all[i].unit];
    }
    all.removeIf([](const ChainNode &node) { return node.depth < 0; });
    std::ranges::stable_sort(all, {}, [&](const ChainNode &node) {
        // The line before what stands around it.
        return std::tuple(node.depth, place(node), node.depth > 0 ? node.unit : 0, !node.around.isEmpty());
    });
    markLine(all);
    return all;
}

}
