// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/searcher.h"

#include "ui/session.h"

#include <QElapsedTimer>
#include <QTimerEvent>

namespace pq {

namespace {

constexpr qint64 sliceMilliseconds = 8; // half a frame

}

Searcher::Searcher(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

void Searcher::start(const Search &search, const QList<Article> &articles)
{
    m_search = search;
    m_articles = articles;
    m_next = 0;
    m_hits = 0;
    m_isCutShort = false;
    m_timer.start(0, this);
    searchSlice();
}

void Searcher::stop()
{
    m_timer.stop();
    m_articles.clear();
}

void Searcher::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        searchSlice();
}

void Searcher::searchSlice()
{
    QElapsedTimer clock;
    clock.start();
    QList<Hit> hits;
    while (m_next < m_articles.size() && !m_isCutShort && clock.elapsed() < sliceMilliseconds) {
        const Article article = m_articles.at(m_next++);
        const Version version = m_session.value(m_session.store().currentVersion(article.id));
        Result<QList<TextSpan>> spans = search(version.text, m_search);
        if (!spans) {
            stop();
            Q_EMIT refused(spans.error().message);
            return;
        }
        m_isCutShort = m_hits + spans->size() > mostHits;
        spans->resize(std::min(spans->size(), mostHits - m_hits));
        m_hits += spans->size();
        hits += hitsAt(*spans, version, article.title);
    }
    if (!hits.isEmpty())
        Q_EMIT found(hits);
    if (m_next >= m_articles.size() || m_isCutShort) {
        stop();
        Q_EMIT finished();
    }
}

}
