// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the review queue, a range of claims at a time: no read here grows with the project.
#include "core/store/read.h"
#include "core/store/store.h"

#include <algorithm>

namespace pq {

namespace {

struct Range
{
    ClaimId first;
    ClaimId last; ///< of the range, too
};

/// Runs @p add for each row that @p query gives, whose first column is the claim; both come in order of claims.
template <class Add>
void addTo(QList<QueueRow> &rows, Query &query, const Range &range, Add add)
{
    query.bind(range.first, range.last);
    qsizetype i = 0;
    while (query.next()) {
        const auto claim = query.id<ClaimId>(0);
        while (i < rows.size() && rows[i].claim < claim)
            ++i;
        if (i == rows.size())
            return;
        if (rows[i].claim == claim)
            add(rows[i]);
    }
}

QList<QueueRow> readRows(Database &db, const Range &range)
{
    QList<QueueRow> rows;
    Query query = db.query("SELECT id, kind, summary, state, created, claim.annotator_id, claim_assignee.annotator_id "
                           "FROM claim LEFT JOIN claim_assignee ON claim_id = id "
                           "WHERE id BETWEEN ?1 AND ?2 AND state <> 'rejected' ORDER BY id");
    query.bind(range.first, range.last);
    while (query.next()) {
        QueueRow row;
        row.claim = query.id<ClaimId>(0);
        row.kind = query.word<ClaimKind>(1);
        row.summary = query.text(2);
        row.state = query.word<State>(3);
        row.created = query.time(4);
        row.annotator = query.id<AnnotatorId>(5);
        row.assignee = query.id<AnnotatorId>(6);
        rows.append(row);
    }
    return rows;
}

void addPlaces(Database &db, QList<QueueRow> &rows, const Range &range)
{
    // Passages of an article's newest version first, then in the claim's own order.
    Query query = db.query(
        "SELECT claim_id, passage.id, version.id, article_id, tag_id, begin_pos, words FROM claim_passage "
        "JOIN passage ON passage.id = claim_passage.passage_id AND passage.state <> 'rejected' "
        "JOIN version ON version.id = version_id "
        "JOIN passage_fragment ON passage_fragment.passage_id = passage.id "
        "WHERE claim_id BETWEEN ?1 AND ?2 AND role = 'content' "
        "ORDER BY claim_id, number < (SELECT max(number) FROM version AS newest "
        "WHERE newest.article_id = version.article_id), claim_passage.position, passage.id, begin_pos");
    addTo(rows, query, range, [&query](QueueRow &row) {
        const auto passage = query.id<PassageId>(1);
        if (row.passage.isNull()) {
            row.passage = passage;
            row.version = query.id<VersionId>(2);
            row.article = query.id<ArticleId>(3);
            row.tag = query.id<TagId>(4);
            row.begin = {query.integer(5)};
            row.words = query.text(6);
        } else if (row.passage == passage) {
            row.words += QStringLiteral(" … ") + query.text(6);
        }
    });
}

void addPeople(Database &db, QList<QueueRow> &rows, const Range &range)
{
    Query query = db.query("SELECT claim_id, entity_id FROM claim_participant WHERE claim_id BETWEEN ?1 AND ?2 "
                           "ORDER BY claim_id, position, entity_id");
    addTo(rows, query, range, [&query](QueueRow &row) {
        if (const auto person = query.id<EntityId>(1); !row.people.contains(person))
            row.people.append(person);
    });
}

void addVerdicts(Database &db, QList<QueueRow> &rows, const Range &range)
{
    // The order is that of isLater(): the last one holds.
    Query query = db.query("SELECT claim_id, id, value, annotator_id, created, (SELECT annotator_id FROM sign_off "
                           "WHERE verdict_id = verdict.id ORDER BY created, id LIMIT 1) FROM verdict "
                           "WHERE claim_id BETWEEN ?1 AND ?2 ORDER BY claim_id, created, id");
    addTo(rows, query, range, [&query](QueueRow &row) {
        row.verdict = query.id<VerdictId>(1);
        row.value = query.word<VerdictValue>(2);
        row.checker = query.id<AnnotatorId>(3);
        row.checked = query.time(4);
        row.secondChecker = query.id<AnnotatorId>(5);
    });
}

void addNotes(Database &db, QList<QueueRow> &rows, const Range &range)
{
    const auto add = [&](const char *sql) {
        Query query = db.query(sql);
        addTo(rows, query, range, [&query](QueueRow &row) { row.openNotes += static_cast<int>(query.integer(1)); });
    };
    // The plus keeps SQLite from walking through the heads of all threads, which have an index of their own.
    add("SELECT claim_id, count(*) FROM note WHERE claim_id BETWEEN ?1 AND ?2 AND +parent_id IS NULL AND resolved = 0 "
        "GROUP BY claim_id ORDER BY claim_id");
    // A passage may be in a claim in more than one role.
    add("SELECT claim_passage.claim_id, count(DISTINCT note.id) FROM claim_passage "
        "JOIN note ON note.passage_id = claim_passage.passage_id WHERE claim_passage.claim_id BETWEEN ?1 AND ?2 "
        "AND +parent_id IS NULL AND resolved = 0 GROUP BY claim_passage.claim_id ORDER BY claim_passage.claim_id");
}

QList<QueueRow> readQueue(Database &db, const Range &range)
{
    QList<QueueRow> rows = readRows(db, range);
    addPlaces(db, rows, range);
    addPeople(db, rows, range);
    addVerdicts(db, rows, range);
    addNotes(db, rows, range);
    return rows;
}

}

Result<QueuePage> Store::queue(ClaimId after, qsizetype count) const
{
    return guarded(*d, [&] {
        Range range;
        {
            Query query = d->database.query(
                "SELECT min(id), max(id) FROM (SELECT id FROM claim WHERE id > ? ORDER BY id LIMIT ?)");
            query.bind(after.toBytes(), count);
            if (!query.next() || query.isNull(0))
                return QueuePage();
            range = {query.id<ClaimId>(0), query.id<ClaimId>(1)};
        }
        return QueuePage{readQueue(d->database, range), range.last};
    });
}

Result<QList<QueueRow>> Store::queue(const QSet<ClaimId> &ids) const
{
    return guarded(*d, [&] {
        QList<QueueRow> rows;
        for (const ClaimId &id : ids) {
            if (!id.isNull())
                rows += readQueue(d->database, {id, id});
        }
        std::ranges::sort(rows, {}, &QueueRow::claim);
        return rows;
    });
}

Result<QList<QueueRow>> Store::queue(ArticleId article) const
{
    QSet<ClaimId> ids;
    const auto found = guarded(*d, [&] {
        Query query = d->database.query(
            "SELECT DISTINCT claim_id FROM version JOIN passage ON version_id = version.id "
            "JOIN claim_passage ON passage_id = passage.id WHERE article_id = ? AND role = 'content'");
        query.bind(article);
        while (query.next())
            ids.insert(query.id<ClaimId>(0));
    });
    if (!found)
        return std::unexpected(found.error());
    return queue(ids);
}

Result<QList<TextSpan>> Store::claimedSpans(VersionId version) const
{
    return guarded(*d, [&] {
        QList<TextSpan> spans;
        Query query = d->database.query(
            "SELECT begin_pos, end_pos FROM passage_place AS place WHERE version_id = ? AND place.state = 'accepted' "
            "AND (EXISTS (SELECT 1 FROM claim_passage JOIN claim ON claim.id = claim_id "
            "WHERE claim_passage.passage_id = place.passage_id AND claim.state = 'accepted') "
            "OR EXISTS (SELECT 1 FROM claim_participant JOIN claim ON claim.id = claim_id "
            "WHERE evidence_passage_id = place.passage_id AND claim.state = 'accepted')) ORDER BY begin_pos, end_pos");
        query.bind(version);
        while (query.next())
            spans.append(TextSpan{{query.integer(0)}, {query.integer(1)}});
        return spans;
    });
}

}
