// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlecoverage.h"

#include "ui/background.h"
#include "ui/session.h"

namespace pq {

namespace {

constexpr int pause = 100;                    // milliseconds
constexpr qsizetype countedAtOnce = 30'000; // characters; a few milliseconds
constexpr qsizetype fewPassages = 50;

}

ArticleCoverage::ArticleCoverage(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &ArticleCoverage::count);
    connect(&session, &Session::changed, this, &ArticleCoverage::onChanged);
}

/// A passage that no claim has covers nothing; where one that a claim had is gone, the claim is among the changes.
void ArticleCoverage::onChanged(const Changes &changes)
{
    const bool isClaimed = !changes.passages.isEmpty()
        && (changes.passages.size() > fewPassages
            || !m_session.value(m_session.store().claims(changes.passages)).isEmpty());
    if (!changes.claims.isEmpty() || isClaimed)
        m_soon.start();
}

void ArticleCoverage::setMayCount(bool may)
{
    if (may == m_mayCount)
        return;
    m_mayCount = may;
    if (may)
        m_soon.start();
    else
        set(std::nullopt);
}

void ArticleCoverage::setVersion(VersionId version, const Text &text)
{
    m_version = version;
    m_mayCount = false; // of this one it is to be seen
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
    if (m_mayCount && m_paragraphs && m_session.isOpen())
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
