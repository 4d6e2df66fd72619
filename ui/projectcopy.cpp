// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projectcopy.h"

#include "ui/session.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int sliceMilliseconds = 6;
constexpr int pagesAtOnce = 64;

}

ProjectCopy::ProjectCopy(Session &session, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_copied{std::make_shared<QTemporaryDir>(), {}, session.store().annotator().name}
{
    m_copied.path = m_copied.folder->filePath(u"copy.pullquote"_s);
    connect(&m_slices, &QTimer::timeout, this, &ProjectCopy::copySome);
    connect(&session, &Session::projectChanged, this, [this] { finish(fail(tr("The project was closed."))); });
    QTimer::singleShot(0, this, &ProjectCopy::begin); // so that whoever made this can listen
}

ProjectCopy::~ProjectCopy()
{
    if (m_slices.isActive())
        m_session.store().stopCopy();
}

void ProjectCopy::begin()
{
    if (!m_session.isOpen())
        return;
    if (!m_copied.folder->isValid()) {
        finish(fail(tr("There is no room for a copy of the project: %1.").arg(m_copied.folder->errorString())));
        return;
    }
    if (const Result<void> begun = m_session.store().startCopy(m_copied.path); begun)
        m_slices.start(0);
    else
        finish(fail(begun.error().message));
}

void ProjectCopy::copySome()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < sliceMilliseconds) {
        const Result<CopyProgress> progress = m_session.store().continueCopy(pagesAtOnce);
        if (!progress) {
            finish(fail(progress.error().message));
            return;
        }
        Q_EMIT progressed(progress->done, progress->total);
        if (progress->isDone()) {
            finish(m_copied);
            return;
        }
    }
}

void ProjectCopy::finish(const Result<CopiedProject> &copied)
{
    m_slices.stop();
    disconnect(&m_session, nullptr, this, nullptr);
    Q_EMIT finished(copied);
}

}
