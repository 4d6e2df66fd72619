// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a project as one Corpus.
#include "core/store/islands.h"
#include "core/store/read.h"
#include "core/store/store.h"

#include <algorithm>
#include <numeric>

namespace pq {

namespace {

template <class T, class IdType>
void appendNew(QList<T> &to, QList<T> from, QSet<IdType> &known)
{
    for (T &value : from) {
        if (!known.contains(value.id)) {
            known.insert(value.id);
            to.append(std::move(value));
        }
    }
}

template <class... Lists>
void sortById(Lists &...lists)
{
    (std::ranges::sort(lists, {}, &Lists::value_type::id), ...);
}

/// What no article has for itself.
Corpus readNames(Database &db)
{
    return {.annotators = readAnnotators(db),
            .tagsets = readTagsets(db),
            .tags = readTags(db),
            .entities = readEntities(db),
            .portrayals = readPortrayals(db),
            .remainders = readRemainders(db, {"article_id IS NULL", {}})};
}

/// The articles and what stands in them.
template <class Ids>
void addArticles(Database &db, Corpus &corpus, const Ids &articles)
{
    for (const ArticleId &id : articles) {
        const QByteArray key = id.toBytes();
        corpus.articles += readArticles(db, {"article.id = ?", key});
        corpus.versions += readVersions(db, WithText::Yes, {"version.article_id = ?", key});
        corpus.remainders += readRemainders(db, {"article_id = ?", key});
        corpus.notes += readNotes(db, {"article_id = ?", key});
    }
    QSet<RelationId> relations;
    for (const Version &version : std::as_const(corpus.versions)) {
        const QByteArray key = version.id.toBytes();
        const QByteArray within = "IN (SELECT id FROM passage WHERE version_id = ?)";
        corpus.passages += readPassages(db, {"passage.version_id = ?", key});
        corpus.notes += readNotes(db, {"passage_id " + within, key});
        for (const QByteArray end : {"from_passage_id ", "to_passage_id "})
            appendNew(corpus.relations, readRelations(db, {end + within, key}), relations);
    }
}

/// What hangs on the corpus' claims.
void addReview(Database &db, Corpus &corpus)
{
    QSet<LinkId> links;
    for (const Claim &claim : std::as_const(corpus.claims)) {
        const QByteArray key = claim.id.toBytes();
        for (const QByteArray end : {"from_claim_id = ?", "to_claim_id = ?"})
            appendNew(corpus.links, readLinks(db, {end, key}), links);
        corpus.evidence += readEvidence(db, {"claim_id = ?", key});
        corpus.verdicts += readVerdicts(db, {"claim_id = ?", key});
        corpus.signOffs += readSignOffs(db, {"verdict_id IN (SELECT id FROM verdict WHERE claim_id = ?)", key});
        corpus.notes += readNotes(db, {"claim_id = ?", key});
    }
}

QList<Note> readNotesOnNames(Database &db)
{
    return readNotes(db, {"tag_id IS NOT NULL OR entity_id IS NOT NULL", {}});
}

void sortLists(Corpus &corpus)
{
    sortById(corpus.articles, corpus.versions, corpus.passages, corpus.relations, corpus.claims, corpus.links,
             corpus.evidence, corpus.verdicts, corpus.signOffs, corpus.notes, corpus.remainders);
}

Corpus readAll(Database &db)
{
    Corpus corpus = readNames(db);
    corpus.articles = readArticles(db);
    corpus.versions = readVersions(db, WithText::Yes);
    corpus.passages = readPassages(db);
    corpus.relations = readRelations(db);
    corpus.claims = readClaims(db);
    corpus.links = readLinks(db);
    corpus.evidence = readEvidence(db);
    corpus.verdicts = readVerdicts(db);
    corpus.signOffs = readSignOffs(db);
    corpus.notes = readNotes(db);
    corpus.remainders = readRemainders(db);
    return corpus;
}

}

Result<Corpus> Store::corpus() const
{
    return guarded(*d, [this] { return readAll(d->database); });
}

Result<Excerpt> Store::excerpt(const QSet<ArticleId> &articles) const
{
    return guarded(*d, [this, &articles] {
        Database &db = d->database;
        Corpus corpus = readNames(db);
        addArticles(db, corpus, articles);
        QSet<ClaimId> claims;
        for (const Version &version : std::as_const(corpus.versions))
            appendNew(corpus.claims, readClaimsOfVersion(db, version.id), claims);
        addReview(db, corpus);
        corpus.notes += readNotesOnNames(db);
        sortLists(corpus);
        return excerptOf(std::move(corpus));
    });
}

Result<> Store::corpusInParts(qint64 bytes, const std::function<Result<>(Corpus &&part)> &take) const
{
    constexpr qint64 aside = 4096; // what an article takes beside its text, so that many short ones are not one part
    Result<> taken;
    const Result<> read = guarded(*d, [&] {
        Database &db = d->database;
        const QList<Island> islands = readIslands(db);
        const auto sizeOf = [](const Island &island) { return island.bytes + island.articles.size() * aside; };
        if (std::transform_reduce(islands.begin(), islands.end(), qint64(0), std::plus(), sizeOf) <= bytes) {
            taken = take(readAll(db));
            return;
        }
        const Corpus names = readNames(db);
        Corpus part = names;
        QList<ArticleId> articles;
        qint64 size = 0;
        const auto handOver = [&] {
            addArticles(db, part, std::exchange(articles, {}));
            addReview(db, part);
            sortLists(part);
            size = 0;
            taken = take(excerptOf(std::exchange(part, names)).corpus);
        };
        for (const Island &island : islands) {
            if (!articles.isEmpty() && (size >= bytes || island.articles.isEmpty()))
                handOver();
            if (!taken)
                return;
            articles += island.articles;
            size += sizeOf(island);
            for (const ClaimId &claim : island.claims)
                part.claims += readClaims(db, {"claim.id = ?", claim.toBytes()});
        }
        if (!articles.isEmpty())
            handOver();
        if (!taken)
            return;
        addReview(db, part); // of claims without words
        part.notes += readNotesOnNames(db);
        sortLists(part);
        taken = take(std::move(part));
    });
    return read ? taken : read;
}

}
