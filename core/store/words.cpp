// SPDX-License-Identifier: GPL-3.0-or-later
// Whether passages still say what their texts say, a few at a time.
#include "core/store/private.h"
#include "core/store/store.h"

namespace pq {

namespace {

QString titleOf(Database &database, VersionId version)
{
    Query query = database.query(
        "SELECT title FROM version JOIN article ON article.id = article_id WHERE version.id = ?");
    query.bind(version);
    return query.next() ? query.text(0) : QString();
}

}

Result<WordsPage> Store::wrongWords(const WordsPlace &after, qsizetype count) const
{
    return guarded(*d, [&] {
        struct Row
        {
            WordsPlace place;
            TextSpan span;
            QString words;
        };
        QList<Row> rows;
        {
            Query query = d->database.query(
                "SELECT version_id, passage_id, begin_pos, end_pos, words FROM "
                "(SELECT version_id, id FROM passage WHERE (version_id, id) > (?, ?) ORDER BY version_id, id LIMIT ?) "
                "AS next "
                "JOIN passage_fragment ON passage_id = next.id ORDER BY version_id, passage_id, begin_pos");
            query.bind(after.version.toBytes(), after.passage.toBytes(), count);
            while (query.next()) {
                rows.append({{query.id<VersionId>(0), query.id<PassageId>(1)},
                             {{query.integer(2)}, {query.integer(3)}},
                             query.text(4)});
            }
        }
        WordsPage page;
        Text text;
        VersionId version;
        for (const Row &row : rows) {
            if (row.place.version != version) {
                version = row.place.version;
                text = textOf(*d, version);
            }
            const QString there = text.covers(row.span) ? text.words(row.span).toString() : QString();
            if (there != row.words)
                page.wrong.append({row.place.passage, titleOf(d->database, version), row.span, there, row.words});
            page.last = row.place;
        }
        return page;
    });
}

}
