// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/islands.h"

#include <QHash>

#include <numeric>

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

/// Disjoint sets of the rows that have been added, by their ids; the smallest number of a set stands for it.
class Sets
{
public:
    void add(const QByteArray &id)
    {
        m_number.insert(id, m_parent.size());
        m_parent.append(m_parent.size());
    }
    void unite(const QByteArray &one, const QByteArray &other)
    {
        const qsizetype a = root(m_number.value(one));
        const qsizetype b = root(m_number.value(other));
        m_parent[qMax(a, b)] = qMin(a, b);
    }
    [[nodiscard]] qsizetype root(qsizetype number)
    {
        while (m_parent[number] != number) {
            m_parent[number] = m_parent[m_parent[number]];
            number = m_parent[number];
        }
        return number;
    }

private:
    QHash<QByteArray, qsizetype> m_number;
    QList<qsizetype> m_parent;
};

}

QList<Island> readIslands(Database &database)
{
    Sets sets;
    QList<ArticleId> articles;
    QList<qint64> bytes;
    {
        Query query = database.query("SELECT article.id, coalesce(sum(octet_length(text)), 0) FROM article "
                                     "LEFT JOIN version ON article_id = article.id GROUP BY article.id "
                                     "ORDER BY article.id");
        while (query.next()) {
            sets.add(query.bytes(0));
            articles.append(query.id<ArticleId>(0));
            bytes.append(query.integer(1));
        }
    }
    QList<ClaimId> claims;
    {
        Query query = database.query("SELECT id FROM claim ORDER BY id");
        while (query.next()) {
            sets.add(query.bytes(0));
            claims.append(query.id<ClaimId>(0));
        }
    }
    for (const QByteArray ties :
         {articlesOfRelations, articlesOfClaims, "SELECT from_claim_id, to_claim_id FROM link"}) {
        Query query = database.query(ties);
        while (query.next())
            sets.unite(query.bytes(0), query.bytes(1));
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
