// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/chain.h"

#include "core/review/chainnodes.h"
#include "core/review/performers.h"

#include <algorithm>
#include <span>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

using Node = ChainNode;

/// Turns the nodes of one trace into hops.
class Tracer
{
public:
    Tracer(const Corpus &corpus, const QString &line) : m_in(corpus, line) {}
    QList<Hop> trace(const QSet<ClaimId> &seeds) const;

private:
    Hop hop(const Node &node, HopKind kind, const Participant *participant = nullptr) const;
    void setPerformers(Hop &hop, const Claim &claim) const;
    QList<Hop> participantHops(const Node &node, HopKind kind) const;
    Hop publishedHop(const Node &node) const;
    QList<Hop> publishedHops(std::span<const Node> origins) const;
    QList<Hop> laterHops(const Node &node) const;
    QList<Hop> surroundingHops(const Node &node) const;
    QList<Hop> hopsOf(std::span<const Node> group) const;

    ChainNodes m_in;
};

Hop Tracer::hop(const Node &node, HopKind kind, const Participant *participant) const
{
    const Passage *evidence = participant ? m_in.passageOf(participant->evidence) : nullptr;
    const Passage *passage = evidence ? evidence : node.proof;
    const Article *article = m_in.articleOf(passage);

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
        hop.entityKind = m_in.kindOf(hop.entity);
        hop.name = m_in.nameOf(participant->entity);
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
        hop.outletName = m_in.nameOf(article->outlet);
    }
    if (hop.outletName.isEmpty())
        hop.outletName = m_in.nameOf(node.outlet);
    return hop;
}

void Tracer::setPerformers(Hop &hop, const Claim &claim) const
{
    const QList<EntityId> performers = performersOf(hop.entity, claim, m_in.corpus().portrayals);
    if (performers.isEmpty())
        return;
    hop.performer = performers.first();
    for (const EntityId &performer : performers)
        hop.performers.append(m_in.nameOf(performer));
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
        said.addresseeName = m_in.nameOf(addressee);
        if (kind == HopKind::Spoken)
            setPerformers(said, *node.claim);
        hops.append(said);
    }
    return hops;
}

Hop Tracer::publishedHop(const Node &node) const
{
    Hop published = hop(node, HopKind::Published);
    published.entity = node.outlet;
    published.entityKind = m_in.kindOf(node.outlet);
    published.name = m_in.nameOf(node.outlet);
    return published;
}

/// Each outlet once, with its evidence where there is some.
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
            add(hop(node, HopKind::Published, &participant), m_in.passageOf(participant.evidence));
        }
        if (!named && !node.outlet.isNull())
            add(publishedHop(node), false);
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
        later.entityKind = m_in.kindOf(node.outlet);
        later.name = m_in.nameOf(node.outlet);
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

/// One for each claim that stands within this one's longer words, then who speaks these.
QList<Hop> Tracer::surroundingHops(const Node &node) const
{
    QList<Hop> hops;
    for (const Link *link : node.around) {
        Hop around = hop(node, HopKind::ReReported);
        around.entity = node.outlet;
        around.entityKind = m_in.kindOf(node.outlet);
        around.name = m_in.nameOf(node.outlet);
        around.link = link->id;
        around.linkKind = link->kind;
        around.to = link->from;
        around.isAround = true;
        around.ofLine = false;
        hops.append(around);
    }
    return hops + participantHops(node, HopKind::Spoken);
}

/// Of claims that stand at the same place of the chain.
QList<Hop> Tracer::hopsOf(std::span<const Node> group) const
{
    const bool isOrigin = group.front().depth == 0;
    QList<Hop> hops;
    const auto addLater = [&] {
        for (const Node &node : group)
            hops += laterHops(node);
    };
    if (!isOrigin)
        addLater();
    for (const HopKind kind : {HopKind::Spoken, HopKind::Contributed, HopKind::Told}) {
        for (const Node &node : group) {
            if (kind != HopKind::Spoken || node.around.isEmpty())
                hops += participantHops(node, kind);
        }
    }
    if (isOrigin)
        hops += publishedHops(group);
    for (const Node &node : group) {
        if (node.around.isEmpty() && !std::ranges::contains(hops, node.claim->id, &Hop::claim))
            hops.append(publishedHop(node)); // it would go unmentioned
    }
    if (isOrigin)
        addLater(); // where links run in a circle
    for (const Node &node : group) {
        if (!node.around.isEmpty())
            hops += surroundingHops(node);
    }
    return hops;
}

QList<Hop> Tracer::trace(const QSet<ClaimId> &seeds) const
{
    const QList<Node> all = m_in.reached(seeds);
    const auto isTogether = [](const Node &a, const Node &b) {
        return a.depth == b.depth && (a.unit == b.unit || (a.depth == 0 && a.article && a.article == b.article));
    };
    QList<Hop> hops;
    for (auto begin = all.begin(), end = begin; begin != all.end(); begin = end) {
        end = std::find_if_not(begin, all.end(), [&](const Node &node) { return isTogether(*begin, node); });
        hops += hopsOf({begin, end});
    }
    return hops;
}

}

Chain trace(const Corpus &corpus, const QSet<ClaimId> &seeds, const QString &line)
{
    return {line, Tracer(corpus, line).trace(seeds)};
}

}
