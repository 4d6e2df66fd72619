// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/islands.h"

#include "core/base/disjointsets.h"

#include <QHash>

namespace pq {

namespace {

constexpr auto articlesOfClaims =
    "SELECT claim_id, article_id FROM claim_passage "
    "JOIN passage ON passage.id = claim_passage.passage_id JOIN version ON version.id = version_id "
    "UNION SELECT claim_id, article_id FROM claim_participant "
    "JOIN passage ON passage.id = evidence_passage_id JOIN version ON version.id = version_id "
    "UNION SELECT claim_id, article_id FROM evidence "
    "JOIN passage ON passage.id = evidence.passage_id JOIN version ON version.id = version_id";

constexpr auto articlesOfRelations = "SELECT DISTINCT a.article_id, b.article_id FROM relation "
                                     "JOIN passage p ON p.id = from_passage_id JOIN version a ON a.id = p.version_id "
                                     "JOIN passage q ON q.id = to_passage_id JOIN version b ON b.id = q.version_id "
                                     "WHERE a.article_id <> b.article_id";

}

QList<Island> readIslands(Database &database)
{
    DisjointSets sets;
    QHash<QByteArray, qsizetype> numbers; ///< of articles and claims, by their ids
    QList<ArticleId> articles;
    QList<qint64> bytes;
    {
        Query query = database.query("SELECT article.id, coalesce(sum(octet_length(text)), 0) FROM article "
                                     "LEFT JOIN version ON article_id = article.id GROUP BY article.id "
                                     "ORDER BY article.id");
        while (query.next()) {
            numbers.insert(query.bytes(0), sets.add());
            articles.append(query.id<ArticleId>(0));
            bytes.append(query.integer(1));
        }
    }
    QList<ClaimId> claims;
    {
        Query query = database.query("SELECT id FROM claim ORDER BY id");
        while (query.next()) {
            numbers.insert(query.bytes(0), sets.add());
            claims.append(query.id<ClaimId>(0));
        }
    }
    for (const QByteArray ties :
         {articlesOfRelations, articlesOfClaims, "SELECT from_claim_id, to_claim_id FROM link"}) {
        Query query = database.query(ties);
        while (query.next())
            sets.unite(numbers.value(query.bytes(0)), numbers.value(query.bytes(1)));
    }
    // Articles were added first, so that one stands for each island that has any, and the order is right.
    QList<Island> islands;
    QHash<qsizetype, qsizetype> islandOf;
    const auto island = [&](qsizetype number) -> Island & {
        const qsizetype root = sets.root(number);
        const auto known = islandOf.constFind(root);
        if (known != islandOf.cend())
            return islands[*known];
        islandOf.insert(root, islands.size());
        return islands.emplaceBack();
    };
    for (qsizetype i = 0; i < articles.size(); ++i) {
        Island &found = island(i);
        found.articles.append(articles[i]);
        found.bytes += bytes[i];
    }
    for (qsizetype i = 0; i < claims.size(); ++i)
        island(articles.size() + i).claims.append(claims[i]);
    return islands;
}

}
