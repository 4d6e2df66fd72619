// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/selection.h"

namespace pq {

namespace {

template <class T>
auto idsOf(const QList<T> &list)
{
    QSet<decltype(T::id)> ids;
    for (const T &each : list)
        ids.insert(each.id);
    return ids;
}

template <class T>
bool isIn(const QSet<T> &set, const T &value)
{
    return set.isEmpty() || set.contains(value);
}

/// The chosen tags and those above them, without which they would hang in the air.
void selectTags(Corpus &corpus, const QSet<TagId> &tags)
{
    if (tags.isEmpty())
        return;
    QHash<TagId, TagId> parents;
    for (const Tag &tag : std::as_const(corpus.tags))
        parents.insert(tag.id, tag.parent);
    QSet<TagId> kept;
    for (TagId tag : tags) {
        for (; !tag.isNull() && !kept.contains(tag); tag = parents.value(tag))
            kept.insert(tag);
    }
    corpus.tags.removeIf([&](const Tag &tag) { return !kept.contains(tag.id); });
    QSet<TagsetId> tagsets;
    for (const Tag &tag : std::as_const(corpus.tags))
        tagsets.insert(tag.tagset);
    corpus.tagsets.removeIf([&](const Tagset &tagset) { return !tagsets.contains(tagset.id); });
}

void selectClaims(Corpus &corpus, const Selection &selection)
{
    const QSet<PassageId> passages = idsOf(corpus.passages);
    const auto isWanted = [&](const auto &made) {
        return isIn(selection.annotators, made.annotator) && isIn(selection.states, made.state);
    };
    const bool isByPassages = !selection.articles.isEmpty() || !selection.tags.isEmpty();
    corpus.relations.removeIf([&](const Relation &relation) {
        return !isWanted(relation) || !passages.contains(relation.from) || !passages.contains(relation.to);
    });
    QList<Claim> kept;
    for (Claim &claim : corpus.claims) {
        const bool hadPassages = !claim.passages.isEmpty();
        claim.passages.removeIf([&](const ClaimPassage &part) { return !passages.contains(part.passage); });
        for (Participant &participant : claim.participants) {
            if (!passages.contains(participant.evidence))
                participant.evidence = {};
        }
        if (isWanted(claim) && (!claim.passages.isEmpty() || (!hadPassages && !isByPassages)))
            kept.append(std::move(claim));
    }
    corpus.claims = std::move(kept);
    const QSet<ClaimId> claims = idsOf(corpus.claims);
    corpus.links.removeIf(
        [&](const Link &link) { return !isWanted(link) || !claims.contains(link.from) || !claims.contains(link.to); });
    corpus.evidence.removeIf([&](const Evidence &evidence) {
        return !claims.contains(evidence.claim) || (!evidence.passage.isNull() && !passages.contains(evidence.passage));
    });
    corpus.verdicts.removeIf([&](const Verdict &verdict) { return !claims.contains(verdict.claim); });
    const QSet<VerdictId> verdicts = idsOf(corpus.verdicts);
    corpus.signOffs.removeIf([&](const SignOff &signOff) { return !verdicts.contains(signOff.verdict); });
}

void selectEntities(Corpus &corpus)
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

void selectNotes(Corpus &corpus, const Selection &selection)
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
    corpus.notes.removeIf([&](const Note &note) {
        return !isIn(selection.annotators, note.annotator) || !std::visit(isThere, note.target);
    });
    // An answer to what is left out stands for itself.
    const QSet<NoteId> notes = idsOf(corpus.notes);
    for (Note &note : corpus.notes) {
        if (!notes.contains(note.parent))
            note.parent = {};
    }
}

}

Corpus selected(Corpus corpus, const Selection &selection)
{
    if (selection.isEmpty())
        return corpus;
    corpus.articles.removeIf([&](const Article &article) { return !isIn(selection.articles, article.id); });
    const QSet<ArticleId> articles = idsOf(corpus.articles);
    corpus.versions.removeIf([&](const Version &version) { return !articles.contains(version.article); });
    const QSet<VersionId> versions = idsOf(corpus.versions);
    corpus.passages.removeIf([&](const Passage &passage) {
        return !versions.contains(passage.version) || !isIn(selection.tags, passage.tag)
            || !isIn(selection.annotators, passage.annotator) || !isIn(selection.states, passage.state);
    });
    corpus.remainders.removeIf([&](const Remainder &remainder) {
        return !remainder.article.isNull() && !articles.contains(remainder.article);
    });
    selectTags(corpus, selection.tags);
    selectClaims(corpus, selection);
    selectEntities(corpus);
    selectNotes(corpus, selection);
    return corpus;
}

}
