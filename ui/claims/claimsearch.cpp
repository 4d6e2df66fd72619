// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claimsearch.h"

#include "ui/parts/searchable.h"
#include "ui/session.h"

#include <algorithm>

namespace pq {

ClaimSearch::ClaimSearch(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::projectChanged, this, [this] { m_entries.reset(); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.claims.isEmpty() || !changes.passages.isEmpty() || !changes.entities.isEmpty()
            || !changes.articles.isEmpty())
            m_entries.reset();
    });
}

QList<Row> ClaimSearch::find(const QString &words, const QSet<ClaimId> &without, qsizetype most)
{
    if (!m_session.isOpen())
        return {};
    if (!m_entries) {
        m_entries.emplace();
        const QList<Claim> claims = m_session.value(m_session.store().claims());
        const QList<ClaimSummary> found = summaries(m_session, claims, cast(m_session));
        for (const ClaimSummary &summary : found) {
            const Row row = summary.row();
            const QString all =
                QStringList{row.words, summary.claim.summary, row.title, row.detail, summary.place.title}.join(u' ');
            m_entries->append({summary.claim.id, searchable(all), row});
        }
    }
    const QStringList wanted = searchable(words).split(u' ', Qt::SkipEmptyParts);
    QList<Row> rows;
    for (const Entry &entry : std::as_const(*m_entries)) {
        if (without.contains(entry.id))
            continue;
        if (std::ranges::all_of(wanted, [&entry](const QString &word) { return entry.words.contains(word); }))
            rows.append(entry.row);
        if (rows.size() == most)
            break;
    }
    return rows;
}

}
