// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/search.h"
#include "ui/search/hit.h"

#include <QBasicTimer>
#include <QObject>

namespace pq {

class Session;

/// Looks through articles one after the other, a few milliseconds at a time, so that keys and paint go on
/// while ten thousand articles are read.
class Searcher : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostHits = 10'000;

    explicit Searcher(Session &session, QObject *parent = nullptr);

    /// Ends what went on before. The first slice is searched at once.
    void start(const Search &search, const QList<Article> &articles);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    /// True when the search ended early since there are more than mostHits.
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }

Q_SIGNALS:
    void found(const QList<pq::Hit> &hits);
    /// Nothing more comes.
    void finished();
    /// The search cannot be made; says why. Nothing more comes.
    void refused(const QString &message);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void searchSlice();

    Session &m_session;
    Search m_search;
    QList<Article> m_articles;
    qsizetype m_next = 0; ///< of m_articles
    qsizetype m_hits = 0;
    bool m_isCutShort = false;
    QBasicTimer m_timer;
};

}
