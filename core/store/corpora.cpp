// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a project as one Corpus.
#include "core/store/read.h"
#include "core/store/store.h"

#include <algorithm>

namespace pq {

namespace {

template <class T, class IdType>
void appendAll(QList<T> &to, QList<T> from, QSet<IdType> &known)
{
    for (T &value : from) {
        if (!known.contains(value.id)) {
            known.insert(value.id);
            to.append(std::move(value));
        }
    }
}

template <class T>
void sortById(QList<T> &list)
{
    std::ranges::sort(list, {}, &T::id);
}

/// The entities that the corpus refers to, those linked to them by portrayals, and these portrayals.
void addEntities(Database &database, Corpus &corpus)
{
    QSet<EntityId> wanted;
    for (const Article &article : std::as_const(corpus.articles))
        wanted.insert(article.outlet);
    for (const Claim &claim : std::as_const(corpus.claims)) {
        for (const Participant &participant : claim.participants)
            wanted.insert(participant.entity);
    }
    for (Portrayal &portrayal : readPortrayals(database)) {
        if (!wanted.contains(portrayal.performer) && !wanted.contains(portrayal.character))
            continue;
        wanted << portrayal.performer << portrayal.character << portrayal.work;
        corpus.portrayals.append(std::move(portrayal));
    }
    for (Entity &entity : readEntities(database)) {
        if (wanted.contains(entity.id))
            corpus.entities.append(std::move(entity));
    }
}

template <class T, class IdType>
QSet<IdType> idsOf(const QList<T> &list, IdType)
{
    QSet<IdType> ids;
    for (const T &value : list)
        ids.insert(value.id);
    return ids;
}

}

Result<Corpus> Store::corpus() const
{
    return guarded(*d, [this] {
        Database &db = d->database;
        return Corpus{.annotators = readAnnotators(db),
                      .tagsets = readTagsets(db),
                      .tags = readTags(db),
                      .entities = readEntities(db),
                      .portrayals = readPortrayals(db),
                      .articles = readArticles(db),
                      .versions = readVersions(db, WithText::Yes),
                      .passages = readPassages(db),
                      .relations = readRelations(db),
                      .claims = readClaims(db),
                      .links = readLinks(db),
                      .evidence = readEvidence(db),
                      .verdicts = readVerdicts(db),
                      .signOffs = readSignOffs(db),
                      .notes = readNotes(db),
                      .remainders = readRemainders(db)};
    });
}

Result<Corpus> Store::corpus(const QSet<ArticleId> &articles) const
{
    return guarded(*d, [this, &articles] {
        Database &db = d->database;
        Corpus corpus{.annotators = readAnnotators(db), .tagsets = readTagsets(db), .tags = readTags(db)};
        QSet<ClaimId> knownClaims;
        for (const ArticleId &id : articles) {
            corpus.articles += readArticles(db, {"article.id = ?", id.toBytes()});
            corpus.versions += readVersions(db, WithText::Yes, {"version.article_id = ?", id.toBytes()});
        }
        for (const Version &version : std::as_const(corpus.versions)) {
            corpus.passages += readPassages(db, {"passage.version_id = ?", version.id.toBytes()});
            appendAll(corpus.claims, readClaimsOfVersion(db, version.id), knownClaims);
        }
        sortById(corpus.articles);
        sortById(corpus.versions);
        sortById(corpus.passages);
        sortById(corpus.claims);

        // A claim may have passages in other articles too; these stay outside.
        const QSet<PassageId> passages = idsOf(corpus.passages, PassageId());
        for (Claim &claim : corpus.claims) {
            claim.passages.removeIf([&passages](const ClaimPassage &part) { return !passages.contains(part.passage); });
            for (Participant &participant : claim.participants) {
                if (!passages.contains(participant.evidence))
                    participant.evidence = {};
            }
        }
        for (const Version &version : std::as_const(corpus.versions)) {
            for (Relation &relation : readRelations(db,
                                                    {"relation.from_passage_id IN (SELECT id FROM passage WHERE "
                                                     "version_id = ?)",
                                                     version.id.toBytes()})) {
                if (passages.contains(relation.to))
                    corpus.relations.append(std::move(relation));
            }
        }
        sortById(corpus.relations);
        corpus.remainders = readRemainders(db);
        corpus.remainders.removeIf([&articles](const Remainder &remainder) {
            return !remainder.article.isNull() && !articles.contains(remainder.article);
        });
        addEntities(db, corpus);

        const auto hasClaim = [&knownClaims](ClaimId id) { return knownClaims.contains(id); };
        corpus.links = readLinks(db);
        corpus.links.removeIf([&](const Link &link) { return !hasClaim(link.from) || !hasClaim(link.to); });
        corpus.evidence = readEvidence(db);
        corpus.evidence.removeIf([&](const Evidence &evidence) {
            return !hasClaim(evidence.claim) || (!evidence.passage.isNull() && !passages.contains(evidence.passage));
        });
        corpus.verdicts = readVerdicts(db);
        corpus.verdicts.removeIf([&](const Verdict &verdict) { return !hasClaim(verdict.claim); });
        const QSet<VerdictId> verdicts = idsOf(corpus.verdicts, VerdictId());
        corpus.signOffs = readSignOffs(db);
        corpus.signOffs.removeIf([&](const SignOff &signOff) { return !verdicts.contains(signOff.verdict); });

        const QSet<EntityId> entities = idsOf(corpus.entities, EntityId());
        struct IsWithin
        {
            const QSet<ArticleId> &articles;
            const QSet<PassageId> &passages;
            const QSet<ClaimId> &claims;
            const QSet<EntityId> &entities;
            bool operator()(ArticleId id) const { return articles.contains(id); }
            bool operator()(PassageId id) const { return passages.contains(id); }
            bool operator()(ClaimId id) const { return claims.contains(id); }
            bool operator()(EntityId id) const { return entities.contains(id); }
            bool operator()(TagId) const { return true; }
        };
        corpus.notes = readNotes(db);
        corpus.notes.removeIf([&](const Note &note) {
            return !std::visit(IsWithin{articles, passages, knownClaims, entities}, note.target);
        });
        return corpus;
    });
}

}
