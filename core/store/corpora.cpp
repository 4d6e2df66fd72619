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

Result<Excerpt> Store::excerpt(const QSet<ArticleId> &articles) const
{
    return guarded(*d, [this, &articles] {
        Database &db = d->database;
        Corpus corpus{.annotators = readAnnotators(db),
                      .tagsets = readTagsets(db),
                      .tags = readTags(db),
                      .entities = readEntities(db),
                      .portrayals = readPortrayals(db),
                      .links = readLinks(db),
                      .evidence = readEvidence(db),
                      .verdicts = readVerdicts(db),
                      .signOffs = readSignOffs(db),
                      .notes = readNotes(db),
                      .remainders = readRemainders(db)};
        for (const ArticleId &id : articles) {
            corpus.articles += readArticles(db, {"article.id = ?", id.toBytes()});
            corpus.versions += readVersions(db, WithText::Yes, {"version.article_id = ?", id.toBytes()});
        }
        QSet<ClaimId> claims;
        QSet<RelationId> relations;
        for (const Version &version : std::as_const(corpus.versions)) {
            corpus.passages += readPassages(db, {"passage.version_id = ?", version.id.toBytes()});
            appendAll(corpus.claims, readClaimsOfVersion(db, version.id), claims);
            for (const QByteArray end : {"from_passage_id", "to_passage_id"}) {
                appendAll(corpus.relations,
                          readRelations(
                              db, {end + " IN (SELECT id FROM passage WHERE version_id = ?)", version.id.toBytes()}),
                          relations);
            }
        }
        sortById(corpus.articles);
        sortById(corpus.versions);
        sortById(corpus.passages);
        sortById(corpus.relations);
        sortById(corpus.claims);
        return excerptOf(std::move(corpus));
    });
}

}
