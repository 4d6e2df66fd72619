// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlecoverage.h"

#include "ui/background.h"
#include "ui/session.h"

namespace pq {

namespace {

constexpr int pause = 100;                    // milliseconds
constexpr qsizetype countedAtOnce = 30'000; // characters; a few milliseconds

}

ArticleCoverage::ArticleCoverage(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &ArticleCoverage::count);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.claims.isEmpty() || !changes.passages.isEmpty())
            m_soon.start();
    });
}

void ArticleCoverage::setVersion(VersionId version, const Text &text)
{
    m_version = version;
    m_paragraphs.reset();
    m_soon.stop();
    set(std::nullopt);
    if (version.isNull())
        return;
    if (text.length() <= countedAtOnce) {
        take(countedParagraphs(text));
        return;
    }
    inBackground(
        this, [text] { return countedParagraphs(text); },
        [this, version](const QList<CountedParagraph> &paragraphs) {
            if (version == m_version)
                take(paragraphs);
        });
}

void ArticleCoverage::take(const QList<CountedParagraph> &paragraphs)
{
    m_paragraphs = paragraphs;
    m_soon.start();
}

void ArticleCoverage::count()
{
    if (m_paragraphs && m_session.isOpen())
        set(pq::coverage(*m_paragraphs, m_session.value(m_session.store().claimedSpans(m_version))));
}

void ArticleCoverage::set(const std::optional<Coverage> &coverage)
{
    if (coverage == m_coverage)
        return;
    m_coverage = coverage;
    Q_EMIT changed();
}

}
