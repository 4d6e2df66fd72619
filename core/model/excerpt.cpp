// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/excerpt.h"

#include "core/model/ids.h"

#include <algorithm>

namespace pq {

namespace {

/// Takes out the ties of which an end is not in @p known, and adds those to @p severed that have one in it.
template <class Tie, class Known, class Ids>
void cutTies(QList<Tie> &ties, const Known &known, Ids &severed)
{
    ties.removeIf([&](const Tie &tie) {
        const bool hasFrom = known.contains(tie.from);
        const bool hasTo = known.contains(tie.to);
        if (hasFrom != hasTo)
            severed.insert(tie.id);
        return !hasFrom || !hasTo;
    });
}

/// Whether the claim is still one of the excerpt.
bool cutClaim(Claim &claim, const QSet<PassageId> &passages, QSet<ClaimId> &severed)
{
    const bool hadWords = hasWords(claim);
    bool isCut = claim.passages.removeIf([&](const ClaimPassage &part) { return !passages.contains(part.passage); })
        > 0;
    for (Participant &participant : claim.participants) {
        if (!participant.evidence.isNull() && !passages.contains(participant.evidence)) {
            participant.evidence = {};
            isCut = true;
        }
    }
    if (hadWords && !hasWords(claim))
        return false;
    if (isCut)
        severed.insert(claim.id);
    return true;
}

void cutClaims(Corpus &corpus, Severed &severed)
{
    const QSet<PassageId> passages = idsOf(corpus.passages);
    cutTies(corpus.relations, passages, severed.relations);
    QList<Claim> kept;
    for (Claim &claim : corpus.claims) {
        if (cutClaim(claim, passages, severed.claims))
            kept.append(std::move(claim));
    }
    corpus.claims = std::move(kept);
    const QSet<ClaimId> claims = idsOf(corpus.claims);
    cutTies(corpus.links, claims, severed.links);
    corpus.evidence.removeIf([&](const Evidence &evidence) {
        if (!claims.contains(evidence.claim))
            return true;
        const bool isOutside = !evidence.passage.isNull() && !passages.contains(evidence.passage);
        if (isOutside)
            severed.evidence.insert(evidence.id);
        return isOutside;
    });
    corpus.verdicts.removeIf([&](const Verdict &verdict) { return !claims.contains(verdict.claim); });
    const QSet<VerdictId> verdicts = idsOf(corpus.verdicts);
    corpus.signOffs.removeIf([&](const SignOff &signOff) { return !verdicts.contains(signOff.verdict); });
}

void cutEntities(Corpus &corpus)
{
    QSet<EntityId> wanted;
    for (const Article &article : std::as_const(corpus.articles))
        wanted.insert(article.outlet);
    for (const Claim &claim : std::as_const(corpus.claims)) {
        for (const Participant &participant : claim.participants)
            wanted.insert(participant.entity);
    }
    const QSet<EntityId> takingPart = wanted;
    corpus.portrayals.removeIf([&](const Portrayal &portrayal) {
        const bool isWanted = takingPart.contains(portrayal.performer) || takingPart.contains(portrayal.character);
        if (isWanted)
            wanted << portrayal.performer << portrayal.character << portrayal.work;
        return !isWanted;
    });
    corpus.entities.removeIf([&](const Entity &entity) { return !wanted.contains(entity.id); });
}

void cutNotes(Corpus &corpus, QSet<NoteId> &severed)
{
    const auto isThere = [articles = idsOf(corpus.articles), passages = idsOf(corpus.passages),
                          claims = idsOf(corpus.claims), entities = idsOf(corpus.entities),
                          tags = idsOf(corpus.tags)]<class T>(const T &target) {
        if constexpr (std::is_same_v<T, ArticleId>)
            return articles.contains(target);
        else if constexpr (std::is_same_v<T, PassageId>)
            return passages.contains(target);
        else if constexpr (std::is_same_v<T, ClaimId>)
            return claims.contains(target);
        else if constexpr (std::is_same_v<T, EntityId>)
            return entities.contains(target);
        else
            return tags.contains(target);
    };
    corpus.notes.removeIf([&](const Note &note) { return !std::visit(isThere, note.target); });
    const QSet<NoteId> notes = idsOf(corpus.notes);
    for (Note &note : corpus.notes) {
        if (!note.parent.isNull() && !notes.contains(note.parent)) {
            note.parent = {};
            severed.insert(note.id);
        }
    }
}

}

bool hasWords(const Claim &claim)
{
    return !claim.passages.isEmpty()
        || std::ranges::any_of(claim.participants, [](const Participant &each) { return !each.evidence.isNull(); });
}

void Severed::unite(const Severed &other)
{
    claims.unite(other.claims);
    links.unite(other.links);
    relations.unite(other.relations);
    evidence.unite(other.evidence);
    notes.unite(other.notes);
}

Excerpt excerptOf(Corpus corpus)
{
    Severed severed;
    const QSet<ArticleId> articles = idsOf(corpus.articles);
    corpus.versions.removeIf([&](const Version &version) { return !articles.contains(version.article); });
    const QSet<VersionId> versions = idsOf(corpus.versions);
    corpus.passages.removeIf([&](const Passage &passage) { return !versions.contains(passage.version); });
    corpus.remainders.removeIf([&](const Remainder &remainder) {
        return !remainder.article.isNull() && !articles.contains(remainder.article);
    });
    cutClaims(corpus, severed);
    cutEntities(corpus);
    cutNotes(corpus, severed.notes);
    return {std::move(corpus), std::move(severed)};
}

}
