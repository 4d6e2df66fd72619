// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainsearch.h"

#include "core/review/chainwords.h"
#include "ui/session.h"

#include <QElapsedTimer>

#include <algorithm>

namespace pq {

namespace {

constexpr int sliceMilliseconds = 4;
constexpr qsizetype claimsAtOnce = 200;
constexpr qsizetype mostClaims = 500;  // more are no chain that anybody could read
constexpr qsizetype mostChanges = 500; // more are looked at in slices

/// The words of the claim's first content passage.
QString contentWords(Session &session, const Claim &claim)
{
    const auto content = std::ranges::find(claim.passages, PassageRole::Content, &ClaimPassage::role);
    if (content == claim.passages.end())
        return {};
    const QList<Passage> passages = session.value(session.store().passages(QSet<PassageId>{content->passage}));
    return passages.isEmpty() ? QString() : passages.first().words();
}

ChainSeeds tiedToPassage(Session &session, const Passage &passage)
{
    ChainSeeds seeds{.claims = {}, .line = passage.words()};
    const QList<Claim> claims = session.value(session.store().claims(QSet<PassageId>{passage.id}));
    for (const Claim &claim : claims)
        seeds.claims.insert(claim.id);
    const bool isContent = std::ranges::any_of(claims, [&passage](const Claim &claim) {
        return claim.passages.contains(ClaimPassage{passage.id, PassageRole::Content});
    });
    if (!claims.isEmpty() && !isContent) { // a cue or evidence: the line is what it is about
        if (const QString words = contentWords(session, claims.first()); !words.isEmpty())
            seeds.line = words;
    }
    return seeds;
}

/// For a passage whose words no claim holds: the claims whose words it holds or cuts.
ChainSeeds cutBy(Session &session, const Passage &passage)
{
    ChainSeeds seeds{.claims = {}, .line = passage.words()};
    for (const QList<Claim> all = session.value(session.store().claims(passage.version, passage.extent()));
         const Claim &claim : all) {
        seeds.claims.insert(claim.id);
        seeds.line = contentWords(session, claim);
    }
    return seeds;
}

}

ChainSearch::ChainSearch(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_slices, &QTimer::timeout, this, [this] {
        searchSlice();
        if (!isSearching())
            Q_EMIT finished();
    });
}

void ChainSearch::ask(const Question &question)
{
    m_question = question;
    restart();
}

void ChainSearch::restart()
{
    m_slices.stop();
    m_tied = tied();
    m_wanted = wantedWords(m_tied.line);
    m_holding.clear();
    m_isTooCommon = false;
    m_after = {};
    update();
    if (m_session.isOpen() && !m_wanted.isEmpty()) {
        m_slices.start(0);
        searchSlice();
    }
}

ChainSeeds ChainSearch::tied()
{
    if (!m_session.isOpen())
        return {};
    const Store &store = m_session.store();
    if (const auto *id = std::get_if<PassageId>(&m_question)) {
        const QList<Passage> passages = m_session.value(store.passages(QSet<PassageId>{*id}));
        return passages.isEmpty() ? ChainSeeds() : tiedToPassage(m_session, passages.first());
    }
    if (const auto *id = std::get_if<ClaimId>(&m_question)) {
        const QList<Claim> claims = m_session.value(store.claims(QSet<ClaimId>{*id}));
        if (claims.isEmpty())
            return {};
        const QString words = contentWords(m_session, claims.first());
        return {{*id}, words.isEmpty() ? claims.first().summary : words};
    }
    const auto *words = std::get_if<QString>(&m_question);
    return words ? ChainSeeds{{}, *words} : ChainSeeds();
}

void ChainSearch::update()
{
    m_seeds = m_tied;
    if (!m_isTooCommon)
        m_seeds.claims.unite(m_holding);
    const auto *id = std::get_if<PassageId>(&m_question);
    if (m_seeds.claims.isEmpty() && id && !m_seeds.line.isEmpty() && !isSearching()) {
        const QList<Passage> passages = m_session.value(m_session.store().passages(QSet<PassageId>{*id}));
        if (!passages.isEmpty())
            m_seeds = cutBy(m_session, passages.first());
    }
}

void ChainSearch::searchSlice()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < sliceMilliseconds) {
        const ContentsPage page = m_session.value(m_session.store().contents(m_after, claimsAtOnce));
        take(page.contents);
        m_after = page.last;
        m_isTooCommon = m_holding.size() > mostClaims;
        if (page.last.isNull() || m_isTooCommon) {
            m_slices.stop();
            update();
            return;
        }
    }
}

void ChainSearch::take(const QList<ContentWords> &contents)
{
    for (const ContentWords &words : contents) {
        if (holdsWords(words.fragments, m_wanted))
            m_holding.insert(words.claim);
    }
}

bool ChainSearch::follow(const Changes &changes)
{
    if (!m_session.isOpen() || (changes.claims.isEmpty() && changes.passages.isEmpty()))
        return false;
    const ChainSeeds before = m_seeds;
    const bool areMany = changes.claims.size() + changes.passages.size() > mostChanges;
    const ChainSeeds now = tied();
    if (areMany || now.line != m_tied.line || m_isTooCommon) {
        restart();
        return m_seeds != before;
    }
    m_tied = now;
    QSet<ClaimId> claims = changes.claims;
    for (const QList<Claim> all = m_session.value(m_session.store().claims(changes.passages)); const Claim &claim : all)
        claims.insert(claim.id);
    m_holding.subtract(claims);
    if (!m_wanted.isEmpty())
        take(m_session.value(m_session.store().contents(claims)));
    update();
    return m_seeds != before;
}

}
