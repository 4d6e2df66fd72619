// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fragmentcheck.h"

#include "ui/session.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int afterFirstPaint = 500; // milliseconds
constexpr int sliceMilliseconds = 4;
constexpr qsizetype passagesAtOnce = 50;

}

FragmentCheck::FragmentCheck(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_slices, &QTimer::timeout, this, &FragmentCheck::lookAtSome);
    connect(&session, &Session::projectChanged, this, &FragmentCheck::restart);
}

void FragmentCheck::restart()
{
    m_slices.stop();
    m_place = {};
    m_wrong.clear();
    if (m_session.isOpen())
        m_slices.start(afterFirstPaint);
}

void FragmentCheck::lookAtSome()
{
    m_slices.setInterval(0);
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < sliceMilliseconds) {
        const Result<WordsPage> page = m_session.store().wrongWords(m_place, passagesAtOnce);
        if (!page) {
            m_slices.stop();
            Q_EMIT damageFound(page.error().message);
            return;
        }
        m_wrong += page->wrong;
        m_place = page->last;
        if (m_place.passage.isNull()) {
            m_slices.stop();
            if (!m_wrong.isEmpty())
                Q_EMIT damageFound(message());
            return;
        }
    }
}

QString FragmentCheck::message() const
{
    const WrongWords &first = m_wrong.first();
    const QString place = tr("%1–%2", "positions").arg(first.span.begin.value).arg(first.span.end.value);
    QString text = first.inText.isEmpty()
        ? tr("In the article “%1”, the passage “%2” does not stand in its text: there is nothing at %3.")
              .arg(first.article, first.inPassage, place)
        : tr("In the article “%1”, the passage “%2” does not agree with its text, which says “%4” at %3.")
              .arg(first.article, first.inPassage, place, first.inText);
    if (m_wrong.size() > 1)
        text += u' ' + tr("So it is with %n more.", nullptr, static_cast<int>(m_wrong.size()) - 1);
    return text + u'\n'
        + tr("The file was changed by something else than Pullquote, or is damaged. “Check Project” lists all that is "
             "wrong; go back to a copy from before, or delete these passages and mark the words anew.");
}

}
