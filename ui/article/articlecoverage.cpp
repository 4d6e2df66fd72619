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
    m_text = text;
    m_mayCount = false; // of this one it is to be seen
    m_isReading = false;
    m_paragraphs.reset();
    m_soon.stop();
    set(std::nullopt);
}

/// Not before somebody has stayed with the article for a moment: opening it, or leafing past it, waits for nothing.
void ArticleCoverage::readParagraphs()
{
    if (m_isReading)
        return;
    if (m_text.length() <= countedAtOnce) {
        m_paragraphs = countedParagraphs(m_text);
        return;
    }
    m_isReading = true;
    inBackground(
        this, [text = m_text] { return countedParagraphs(text); },
        [this, version = m_version](const QList<CountedParagraph> &paragraphs) {
            if (version != m_version)
                return;
            m_isReading = false;
            m_paragraphs = paragraphs;
            count();
        });
}

void ArticleCoverage::count()
{
    if (!m_mayCount || m_version.isNull() || !m_session.isOpen())
        return;
    if (!m_paragraphs)
        readParagraphs();
    if (m_paragraphs)
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
