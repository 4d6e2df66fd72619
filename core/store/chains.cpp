// SPDX-License-Identifier: GPL-3.0-or-later
// What chains are made of, found by ids and indexes: no read here grows with the project.
#include "core/store/read.h"
#include "core/store/store.h"

#include <algorithm>

namespace pq {

namespace {

constexpr auto selectContents = "SELECT claim.id, passage_id, words FROM claim "
                                "JOIN claim_passage ON claim_id = claim.id AND role = 'content' "
                                "JOIN passage ON passage.id = claim_passage.passage_id AND passage.state <> 'rejected' "
                                "JOIN passage_fragment USING (passage_id) ";

/// Rows of one passage of one claim after the other.
QList<ContentWords> contentsFrom(Query &query)
{
    QList<ContentWords> contents;
    QByteArray previous;
    while (query.next()) {
        const QByteArray key = query.bytes(0) + query.bytes(1);
        if (key != previous)
            contents.append({query.id<ClaimId>(0), {}});
        contents.last().fragments.append(query.text(2));
        previous = key;
    }
    return contents;
}

template <class T, class IdType>
void appendNew(QList<T> &to, const QList<T> &from, QSet<IdType> &known)
{
    for (const T &value : from) {
        if (!known.contains(value.id)) {
            known.insert(value.id);
            to.append(value);
        }
    }
}

template <class... Lists>
void sortById(Lists &...lists)
{
    (std::ranges::sort(lists, {}, &Lists::value_type::id), ...);
}

/// The claims that the waiting ones reach, and the links between them.
void addClaims(Database &db, Corpus &corpus, const QSet<ClaimId> &seeds)
{
    QSet<ClaimId> claims;
    QSet<LinkId> known;
    QList<ClaimId> waiting(seeds.begin(), seeds.end());
    while (!waiting.isEmpty()) {
        const ClaimId id = waiting.takeLast();
        if (claims.contains(id))
            continue;
        appendNew(corpus.claims, readClaims(db, {"claim.id = ?", id.toBytes()}), claims);
        const QList<Link> links = readLinks(db, {"from_claim_id = ?1 OR to_claim_id = ?1", id.toBytes()});
        appendNew(corpus.links, links, known);
        for (const Link &link : links)
            waiting << link.from << link.to;
    }
}

/// The passages of the claims, and the articles these stand in.
void addPassages(Database &db, Corpus &corpus)
{
    QSet<PassageId> passages;
    const auto add = [&](PassageId id) {
        if (!id.isNull() && !passages.contains(id))
            appendNew(corpus.passages, readPassages(db, {"passage.id = ?", id.toBytes()}), passages);
    };
    for (const Claim &claim : std::as_const(corpus.claims)) {
        for (const ClaimPassage &part : claim.passages)
            add(part.passage);
        for (const Participant &participant : claim.participants)
            add(participant.evidence);
    }
    QSet<VersionId> versions;
    for (const Passage &passage : std::as_const(corpus.passages)) {
        if (!versions.contains(passage.version))
            appendNew(corpus.versions, readVersions(db, WithText::No, {"version.id = ?", passage.version.toBytes()}),
                      versions);
    }
    QSet<ArticleId> articles;
    for (const Version &version : std::as_const(corpus.versions)) {
        if (!articles.contains(version.article))
            appendNew(corpus.articles, readArticles(db, {"article.id = ?", version.article.toBytes()}), articles);
    }
}

/// The entities that the corpus refers to, those that portrayals tie to them, and these portrayals.
void addEntities(Database &db, Corpus &corpus)
{
    QSet<EntityId> wanted;
    for (const Article &article : std::as_const(corpus.articles))
        wanted.insert(article.outlet);
    for (const Claim &claim : std::as_const(corpus.claims)) {
        for (const Participant &participant : claim.participants)
            wanted.insert(participant.entity);
    }
    QSet<PortrayalId> portrayals;
    const QSet<EntityId> named = wanted;
    for (const EntityId &id : named) {
        const QList<Portrayal> found = readPortrayals(db, {"performer_id = ?1 OR character_id = ?1", id.toBytes()});
        appendNew(corpus.portrayals, found, portrayals);
        for (const Portrayal &portrayal : found)
            wanted << portrayal.performer << portrayal.character << portrayal.work;
    }
    for (const EntityId &id : std::as_const(wanted))
        corpus.entities += readEntities(db, {"entity.id = ?", id.toBytes()});
}

}

Result<ContentsPage> Store::contents(ClaimId after, qsizetype count) const
{
    return guarded(*d, [&] {
        ContentsPage page;
        {
            Query query = d->database.query(
                "SELECT max(id) FROM (SELECT id FROM claim WHERE id > ? ORDER BY id LIMIT ?)");
            query.bind(after.toBytes(), count);
            if (!query.next() || query.isNull(0))
                return page;
            page.last = query.id<ClaimId>(0);
        }
        Query query = d->database.query(QByteArray(selectContents)
                                        + "WHERE claim.id > ? AND claim.id <= ? AND claim.state = 'accepted' "
                                          "ORDER BY claim.id, passage_id, begin_pos");
        query.bind(after.toBytes(), page.last);
        page.contents = contentsFrom(query);
        return page;
    });
}

Result<QList<ContentWords>> Store::contents(const QSet<ClaimId> &ids) const
{
    return guarded(*d, [&] {
        QList<ContentWords> contents;
        for (const ClaimId &id : ids) {
            Query query = d->database.query(QByteArray(selectContents)
                                            + "WHERE claim.id = ? AND claim.state = 'accepted' "
                                              "ORDER BY passage_id, begin_pos");
            query.bind(id);
            contents += contentsFrom(query);
        }
        return contents;
    });
}

Result<QList<Claim>> Store::claims(const QSet<PassageId> &passages) const
{
    return guarded(*d, [&] {
        QList<Claim> claims;
        QSet<ClaimId> known;
        for (const PassageId &passage : passages) {
            appendNew(claims,
                      readClaims(d->database,
                                 {"claim.id IN (SELECT claim_id FROM claim_passage WHERE passage_id = ?1 "
                                  "UNION SELECT claim_id FROM claim_participant WHERE evidence_passage_id = ?1)",
                                  passage.toBytes()}),
                      known);
        }
        sortById(claims);
        return claims;
    });
}

Result<QList<Claim>> Store::claims(VersionId version, TextSpan span) const
{
    return guarded(*d, [&] {
        QSet<ClaimId> ids;
        {
            Query query = d->database.query(
                "SELECT DISTINCT claim_id FROM passage JOIN claim_passage ON passage_id = passage.id "
                "WHERE version_id = ? AND role = 'content' AND EXISTS (SELECT 1 FROM passage_fragment "
                "WHERE passage_fragment.passage_id = passage.id AND begin_pos < ? AND end_pos > ?)");
            query.bind(version, span.end.value, span.begin.value);
            while (query.next())
                ids.insert(query.id<ClaimId>(0));
        }
        QList<Claim> claims;
        for (const ClaimId &id : std::as_const(ids))
            claims += readClaims(d->database, {"claim.id = ?", id.toBytes()});
        sortById(claims);
        return claims;
    });
}

Result<QHash<ClaimId, QSet<ClaimId>>> Store::contradictions(VersionId version) const
{
    return guarded(*d, [&] {
        QHash<ClaimId, QSet<ClaimId>> found;
        Query query = d->database.query(
            "WITH RECURSIVE again (from_id, to_id) AS (SELECT from_claim_id, to_claim_id FROM link WHERE state = "
            "'accepted' AND kind IN ('re-reports', 'repeats', 'paraphrases')), "
            "same (root, id) AS (SELECT DISTINCT claim_id, claim_id FROM passage JOIN claim_passage ON passage_id = "
            "passage.id JOIN claim ON claim.id = claim_id WHERE version_id = ? AND claim.state = 'accepted' "
            "UNION SELECT root, to_id FROM same JOIN again ON from_id = same.id "
            "UNION SELECT root, from_id FROM same JOIN again ON to_id = same.id) "
            "SELECT root, CASE same.id WHEN from_claim_id THEN to_claim_id ELSE from_claim_id END AS other FROM same "
            "JOIN link ON same.id IN (from_claim_id, to_claim_id) JOIN claim ON claim.id = other "
            "WHERE link.kind = 'contradicts' AND link.state = 'accepted' AND claim.state = 'accepted'");
        query.bind(version);
        while (query.next())
            found[query.id<ClaimId>(0)].insert(query.id<ClaimId>(1));
        return found;
    });
}

Result<Corpus> Store::connected(const QSet<ClaimId> &seeds) const
{
    return guarded(*d, [this, &seeds] {
        Corpus corpus;
        addClaims(d->database, corpus, seeds);
        addPassages(d->database, corpus);
        addEntities(d->database, corpus);
        sortById(corpus.claims, corpus.links, corpus.passages, corpus.versions, corpus.articles, corpus.portrayals,
                 corpus.entities);
        return corpus;
    });
}

}
