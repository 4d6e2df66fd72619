// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewqueue.h"

#include "ui/session.h"

#include <QElapsedTimer>

namespace pq {

namespace {

constexpr int afterFirstPaint = 300; // milliseconds
constexpr int sliceMilliseconds = 6;
constexpr qsizetype claimsAtOnce = 100;
constexpr qsizetype tooManyToFollow = 3000; // claims changed at once; reading all in slices holds nobody up

}

ReviewQueue::ReviewQueue(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_slices, &QTimer::timeout, this, &ReviewQueue::readSome);
    connect(&session, &Session::projectChanged, this, &ReviewQueue::restart);
    connect(&session, &Session::changed, this, &ReviewQueue::onChanged);
    restart();
}

void ReviewQueue::restart()
{
    m_slices.stop();
    m_rows.clear();
    m_places.clear();
    m_last = {};
    m_isComplete = !m_session.isOpen();
    Q_EMIT reset();
    Q_EMIT settled();
    if (!m_isComplete)
        m_slices.start(afterFirstPaint);
}

/// False when there is nothing left to read.
bool ReviewQueue::readPage()
{
    const QueuePage page = m_session.value(m_session.store().queue(m_last, claimsAtOnce));
    if (page.last.isNull()) {
        m_slices.stop();
        m_isComplete = true;
        return false;
    }
    m_last = page.last;
    for (const QueueRow &row : page.rows) {
        if (m_places.contains(row.claim)) // it was made while the others were read
            continue;
        m_places.insert(row.claim, static_cast<int>(m_rows.size()));
        m_rows.push_back(row);
    }
    return true;
}

void ReviewQueue::readSome()
{
    m_slices.setInterval(0);
    const auto first = static_cast<int>(m_rows.size());
    QElapsedTimer time;
    time.start();
    while (readPage() && time.elapsed() < sliceMilliseconds) {}
    if (first < static_cast<int>(m_rows.size()))
        Q_EMIT added(first);
    Q_EMIT settled();
}

void ReviewQueue::complete()
{
    if (m_isComplete)
        return;
    const auto first = static_cast<int>(m_rows.size());
    while (readPage()) {}
    Q_EMIT added(first);
    Q_EMIT settled();
}

ReviewProgress ReviewQueue::progress(ArticleId article) const
{
    ReviewProgress progress;
    for (const QueueRow &row : m_rows) {
        if (!row.claim.isNull() && (article.isNull() || row.article == article))
            progress.add(row);
    }
    return progress;
}

QSet<ClaimId> ReviewQueue::touchedBy(const Changes &changes) const
{
    const Store &store = m_session.store();
    QSet<ClaimId> claims = changes.claims | changes.reviewed;
    QSet<PassageId> passages = changes.passages | changes.noted;
    if (!changes.notes.isEmpty()) {
        for (const QList<Note> notes = m_session.value(store.notes(changes.notes)); const Note &note : notes) {
            if (const auto *claim = std::get_if<ClaimId>(&note.target))
                claims.insert(*claim);
            else if (const auto *passage = std::get_if<PassageId>(&note.target))
                passages.insert(*passage);
        }
    }
    if (!changes.verdicts.isEmpty()) {
        const QList<Verdict> verdicts = m_session.value(store.verdicts(changes.verdicts));
        for (const Verdict &verdict : verdicts)
            claims.insert(verdict.claim);
    }
    if (!passages.isEmpty()) {
        for (const QList<Claim> found = m_session.value(store.claims(passages)); const Claim &claim : found)
            claims.insert(claim.id);
    }
    if (!changes.versions.isEmpty()) { // a new one moves the places of its article's claims
        for (const QueueRow &row : m_rows) {
            if (!row.claim.isNull() && changes.articles.contains(row.article))
                claims.insert(row.claim);
        }
    }
    return claims;
}

void ReviewQueue::onChanged(const Changes &changes)
{
    if (changes.claims.size() + changes.passages.size() + changes.reviewed.size() > tooManyToFollow) {
        restart();
        return;
    }
    if (const QSet<ClaimId> claims = touchedBy(changes); !claims.isEmpty())
        readAnew(claims);
}

void ReviewQueue::readAnew(const QSet<ClaimId> &claims)
{
    const auto first = static_cast<int>(m_rows.size());
    QSet<ClaimId> gone = claims;
    for (const QList<QueueRow> rows = m_session.value(m_session.store().queue(claims)); const QueueRow &row : rows) {
        gone.remove(row.claim);
        const int place = placeOf(row.claim);
        if (place < 0) {
            if (!m_isComplete && m_last < row.claim)
                continue; // its turn comes
            m_places.insert(row.claim, static_cast<int>(m_rows.size()));
            m_rows.push_back(row);
        } else if (auto &known = m_rows[static_cast<size_t>(place)]; known != row) {
            const QueueRow former = std::exchange(known, row);
            Q_EMIT changed(place, former);
        }
    }
    for (const ClaimId claim : std::as_const(gone)) {
        const int place = placeOf(claim);
        if (place < 0)
            continue;
        m_places.remove(claim);
        const QueueRow former = std::exchange(m_rows[static_cast<size_t>(place)], QueueRow());
        Q_EMIT changed(place, former);
    }
    if (first < static_cast<int>(m_rows.size()))
        Q_EMIT added(first);
    Q_EMIT settled();
}

}
