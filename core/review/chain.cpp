// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/chain.h"

#include "core/review/chaindepth.h"
#include "core/text/fold.h"

#include <QHash>

#include <algorithm>
#include <span>
#include <tuple>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// The words asked for, folded and without quotation marks around them: a passage rarely holds those.
QString wanted(QStringView words)
{
    const QString all = folded(words);
    const auto isAround = [](QChar c) { return c == u'\'' || c == u' '; };
    const auto begin = std::ranges::find_if_not(all, isAround);
    const auto end = std::ranges::find_if_not(all.crbegin(), all.crend(), isAround).base();
    return begin < end ? QString(std::to_address(begin), end - begin) : QString();
}

bool holds(const Passage &passage, const QString &foldedWords)
{
    if (folded(passage.words()).contains(foldedWords))
        return true;
    // A line that the article interrupts ("…," he said, "…") stands in several fragments.
    QString together;
    for (const Fragment &fragment : passage.fragments)
        together += fragment.words + u' ';
    return passage.fragments.size() > 1 && folded(together).contains(foldedWords);
}

template <class T, class Key>
QHash<Key, const T *> byId(const QList<T> &all, Key T::*id)
{
    QHash<Key, const T *> found;
    found.reserve(all.size());
    for (const T &thing : all)
        found.insert(thing.*id, &thing);
    return found;
}

/// The accepted claims of one trace with all that is looked up for their hops.
class Tracer
{
public:
    Tracer(const Corpus &corpus, const QString &line);
    QList<Hop> trace(const QSet<ClaimId> &seeds);

private:
    /// A claim with what decides about its place.
    struct Node
    {
        const Claim *claim;
        const Passage *proof;   ///< the words that hold the line, or the first ones; null without passages
        const Article *article; ///< may be null
        EntityId outlet;        ///< may be null
        int depth = -1;
        QList<const Link *> links; ///< to the claims before it
        bool holdsLine = false;
        bool isOfLine = false;
        bool speaksLine = false; ///< its speaker does
    };

    const Passage *passageOf(PassageId id) const;
    const Passage *proofOf(const Claim &claim) const;
    const Article *articleOf(const Passage *passage) const;
    QString nameOf(EntityId id) const;
    QList<Node> nodes(const QSet<ClaimId> &seeds) const;
    static void markLine(QList<Node> &nodes);
    Hop hop(const Node &node, HopKind kind, const Participant *participant = nullptr) const;
    void setPerformers(Hop &hop, const Claim &claim) const;
    QList<Hop> participantHops(const Node &node, HopKind kind) const;
    QList<Hop> publishedHops(std::span<const Node> origins) const;
    QList<Hop> laterHops(const Node &node) const;

    const Corpus &m_corpus;
    QString m_line;
    QHash<PassageId, const Passage *> m_passages;
    QHash<VersionId, const Version *> m_versions;
    QHash<ArticleId, const Article *> m_articles;
    QHash<EntityId, const Entity *> m_entities;
};

Tracer::Tracer(const Corpus &corpus, const QString &line)
    : m_corpus(corpus)
    , m_line(wanted(line))
    , m_passages(byId(corpus.passages, &Passage::id))
    , m_versions(byId(corpus.versions, &Version::id))
    , m_articles(byId(corpus.articles, &Article::id))
    , m_entities(byId(corpus.entities, &Entity::id))
{
}

/// Null for a passage that was rejected: its words are not part of the record.
const Passage *Tracer::passageOf(PassageId id) const
{
    const Passage *passage = m_passages.value(id);
    return passage && passage->state != State::Rejected ? passage : nullptr;
}

const Passage *Tracer::proofOf(const Claim &claim) const
{
    const Passage *content = nullptr;
    const Passage *any = nullptr;
    for (const ClaimPassage &part : claim.passages) {
        const Passage *passage = passageOf(part.passage);
        if (!passage)
            continue;
        if (part.role == PassageRole::Content && !m_line.isEmpty() && holds(*passage, m_line))
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

const Article *Tracer::articleOf(const Passage *passage) const
{
    const Version *version = passage ? m_versions.value(passage->version) : nullptr;
    return version ? m_articles.value(version->article) : nullptr;
}

QString Tracer::nameOf(EntityId id) const
{
    const Entity *entity = m_entities.value(id);
    return entity ? entity->name : QString();
}

/// The claims that @p seeds reach, in the order of the chain.
QList<Tracer::Node> Tracer::nodes(const QSet<ClaimId> &seeds) const
{
    QList<Node> all;
    for (const Claim &claim : m_corpus.claims) {
        if (claim.state != State::Accepted)
            continue;
        Node node{.claim = &claim, .proof = proofOf(claim), .article = nullptr, .outlet = {}, .links = {}};
        node.article = articleOf(node.proof);
        node.holdsLine = node.proof && !m_line.isEmpty() && holds(*node.proof, m_line)
            && claim.passages.contains(ClaimPassage{node.proof->id, PassageRole::Content});
        if (node.article)
            node.outlet = node.article->outlet;
        const auto outlet = std::ranges::find(claim.participants, ParticipantRole::Outlet, &Participant::role);
        if (outlet != claim.participants.end())
            node.outlet = outlet->entity;
        all.append(node);
    }

    const auto rank = [](const Node &node) {
        const QString published = node.article ? node.article->published : QString();
        return std::tuple(published.isEmpty(), published, node.article ? node.article->id : ArticleId(),
                          node.claim->kind, node.claim->id);
    };
    std::ranges::sort(all, {}, rank);

    QHash<ClaimId, qsizetype> numbers;
    for (qsizetype i = 0; i < all.size(); ++i)
        numbers.insert(all[i].claim->id, i);
    QList<NumberedLink> links;
    for (const Link &link : m_corpus.links) {
        const auto from = numbers.constFind(link.from);
        const auto to = numbers.constFind(link.to);
        if (link.state != State::Accepted || from == numbers.cend() || to == numbers.cend() || *from == *to)
            continue;
        links.append({*from, *to});
        all[*from].links.append(&link);
    }
    QList<qsizetype> seedNumbers;
    for (const ClaimId &seed : seeds) {
        if (const auto number = numbers.constFind(seed); number != numbers.cend())
            seedNumbers.append(*number);
    }

    const QList<int> found = depths(all.size(), links, seedNumbers);
    for (qsizetype i = 0; i < all.size(); ++i)
        all[i].depth = found[i];
    all.removeIf([](const Node &node) { return node.depth < 0; });
    std::ranges::stable_sort(all, {}, &Node::depth);
    markLine(all);
    return all;
}

/// Which of them answer for the line itself; see trace() in the header.
void Tracer::markLine(QList<Node> &nodes)
{
    QHash<ClaimId, Node *> byClaim;
    const bool isHeld = std::ranges::any_of(nodes, &Node::holdsLine);
    for (Node &node : nodes) {
        byClaim.insert(node.claim->id, &node);
        node.isOfLine = node.speaksLine = node.holdsLine || !isHeld;
    }
    for (Node &from : nodes) {
        for (const Link *link : std::as_const(from.links)) {
            Node &to = *byClaim.value(link->to); // a link's two ends are reached together
            if (from.holdsLine && to.holdsLine && link->kind == LinkKind::Within)
                to.speaksLine = false;
            if (from.holdsLine && to.claim->kind == ClaimKind::Contribution)
                to.isOfLine = true;
            if (to.holdsLine && from.claim->kind == ClaimKind::Contribution)
                from.isOfLine = true;
        }
    }
}

Hop Tracer::hop(const Node &node, HopKind kind, const Participant *participant) const
{
    const Passage *evidence = participant ? passageOf(participant->evidence) : nullptr;
    const Passage *passage = evidence ? evidence : node.proof;
    const Article *article = articleOf(passage);

    Hop hop;
    hop.kind = kind;
    hop.depth = node.depth;
    hop.claim = node.claim->id;
    hop.claimKind = node.claim->kind;
    hop.ofLine = kind == HopKind::Spoken ? node.speaksLine : node.isOfLine;
    hop.claimSummary = node.claim->summary;
    hop.content = node.proof ? node.proof->words() : QString();
    if (participant) {
        hop.entity = participant->entity;
        hop.name = nameOf(participant->entity);
    }
    if (passage) {
        hop.passage = passage->id;
        hop.words = passage->words();
        hop.span = passage->extent();
        hop.version = passage->version;
    }
    if (article) {
        hop.article = article->id;
        hop.articleTitle = article->title;
        hop.published = article->published;
        hop.outletName = nameOf(article->outlet);
    }
    if (hop.outletName.isEmpty())
        hop.outletName = nameOf(node.outlet);
    return hop;
}

/// Whoever plays the character of @p hop: in the work that the claim is about, when it names one.
void Tracer::setPerformers(Hop &hop, const Claim &claim) const
{
    QList<EntityId> anywhere, here;
    for (const Portrayal &portrayal : m_corpus.portrayals) {
        if (portrayal.character != hop.entity)
            continue;
        if (!anywhere.contains(portrayal.performer))
            anywhere.append(portrayal.performer);
        const bool inThisWork = !portrayal.work.isNull()
            && std::ranges::contains(claim.participants, portrayal.work, &Participant::entity);
        if (inThisWork && !here.contains(portrayal.performer))
            here.append(portrayal.performer);
    }
    const QList<EntityId> &performers = here.isEmpty() ? anywhere : here;
    if (performers.isEmpty())
        return;
    hop.performer = performers.first();
    for (const EntityId &performer : performers)
        hop.performers.append(nameOf(performer));
    hop.performerName = hop.performers.join(", "_L1);
}

QList<Hop> Tracer::participantHops(const Node &node, HopKind kind) const
{
    const auto first = [&node](ParticipantRole role) {
        const auto &all = node.claim->participants;
        const auto found = std::ranges::find(all, role, &Participant::role);
        return found == all.end() ? EntityId() : found->entity;
    };
    // Whom the words are said to is the business of who says them; a source without a speaker tells them.
    EntityId addressee = kind == HopKind::Contributed ? EntityId() : first(ParticipantRole::Addressee);
    if (kind == HopKind::Told && (addressee.isNull() || !first(ParticipantRole::Speaker).isNull()))
        addressee = node.outlet.isNull() ? first(ParticipantRole::Interviewer) : node.outlet;

    const ParticipantRole role = kind == HopKind::Spoken ? ParticipantRole::Speaker
        : kind == HopKind::Contributed                   ? ParticipantRole::Contributor
                                                         : ParticipantRole::Source;
    QList<Hop> hops;
    for (const Participant &participant : node.claim->participants) {
        if (participant.role != role)
            continue;
        Hop said = hop(node, kind, &participant);
        said.addressee = addressee;
        said.addresseeName = nameOf(addressee);
        if (kind == HopKind::Spoken)
            setPerformers(said, *node.claim);
        hops.append(said);
    }
    return hops;
}

/// Each outlet once, with its evidence where there is some; and each claim that would go unmentioned.
QList<Hop> Tracer::publishedHops(std::span<const Node> origins) const
{
    QList<Hop> hops;
    const auto add = [&hops](const Hop &published, bool proven) {
        const auto same = std::ranges::find(hops, published.entity, &Hop::entity);
        if (same == hops.end() || published.entity.isNull())
            hops.append(published);
        else if (proven)
            *same = published;
    };
    for (const Node &node : origins) {
        bool named = false;
        for (const Participant &participant : node.claim->participants) {
            if (participant.role != ParticipantRole::Outlet)
                continue;
            named = true;
            add(hop(node, HopKind::Published, &participant), passageOf(participant.evidence));
        }
        if (named)
            continue;
        Hop published = hop(node, HopKind::Published);
        published.entity = node.outlet;
        published.name = nameOf(node.outlet);
        if (!published.entity.isNull())
            add(published, false);
    }
    for (const Node &node : origins) {
        const bool says = std::ranges::any_of(node.claim->participants, [](const Participant &participant) {
            return participant.role == ParticipantRole::Speaker || participant.role == ParticipantRole::Contributor
                || participant.role == ParticipantRole::Source;
        });
        if (says || std::ranges::contains(hops, node.claim->id, &Hop::claim))
            continue;
        Hop published = hop(node, HopKind::Published);
        published.entity = node.outlet;
        published.name = nameOf(node.outlet);
        hops.append(published);
    }
    return hops;
}

/// One for each link to a claim before it, and one for each outlet beyond the first.
QList<Hop> Tracer::laterHops(const Node &node) const
{
    QList<Hop> hops;
    for (const Link *link : node.links) {
        Hop later = hop(node, HopKind::ReReported);
        later.entity = node.outlet;
        later.name = nameOf(node.outlet);
        later.link = link->id;
        later.linkKind = link->kind;
        later.to = link->to;
        hops.append(later);
    }
    for (const Participant &participant : node.claim->participants) {
        if (node.depth > 0 && participant.role == ParticipantRole::Outlet && participant.entity != node.outlet)
            hops.append(hop(node, HopKind::Published, &participant));
    }
    return hops;
}

QList<Hop> Tracer::trace(const QSet<ClaimId> &seeds)
{
    const QList<Node> all = nodes(seeds);
    QList<Hop> hops;
    for (qsizetype begin = 0, end = 0; begin < all.size(); begin = end) {
        end = begin + 1;
        const bool origin = all[begin].depth == 0;
        while (origin && end < all.size() && all[end].depth == 0 && all[end].article
               && all[end].article == all[begin].article)
            ++end;
        const std::span<const Node> group(all.constData() + begin, size_t(end - begin));
        if (!origin)
            hops += laterHops(group.front());
        for (const HopKind kind : {HopKind::Spoken, HopKind::Contributed, HopKind::Told}) {
            for (const Node &node : group)
                hops += participantHops(node, kind);
        }
        if (!origin)
            continue;
        hops += publishedHops(group);
        for (const Node &node : group)
            hops += laterHops(node); // an origin has links only where they run in a circle
    }
    return hops;
}

}

QSet<ClaimId> claimsWithWords(const QList<Claim> &claims, const QList<Passage> &passages, QStringView words)
{
    const QString foldedWords = wanted(words);
    if (foldedWords.isEmpty())
        return {};
    QSet<PassageId> holding;
    for (const Passage &passage : passages) {
        if (passage.state != State::Rejected && holds(passage, foldedWords))
            holding.insert(passage.id);
    }
    QSet<ClaimId> found;
    for (const Claim &claim : claims) {
        const bool holdsWords = std::ranges::any_of(claim.passages, [&holding](const ClaimPassage &part) {
            return part.role == PassageRole::Content && holding.contains(part.passage);
        });
        if (claim.state == State::Accepted && holdsWords)
            found.insert(claim.id);
    }
    return found;
}

Chain trace(const Corpus &corpus, const QSet<ClaimId> &seeds, const QString &line)
{
    return {line, Tracer(corpus, line).trace(seeds)};
}

}
