// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/partstream.h"

#include "ui/background.h"

#include <QEventLoop>
#include <QMutex>
#include <QSemaphore>

namespace pq {

/// Room for one part, between two threads.
struct PartStream::Slot
{
    QSemaphore room{1};
    QMutex mutex;
    std::optional<Read> part;
};

PartStream::PartStream(const Format &format, const QString &path, qint64 bytes, std::shared_ptr<PartProgress> progress)
    : m_progress(std::move(progress)), m_slot(std::make_shared<Slot>())
{
    m_progress->done = 0;
    inBackground(
        this,
        [&format, path, bytes, shared = m_progress, slot = m_slot, guard = QPointer(this)] {
            return loadParts(format, path, {.keepsGoing = true, .bytes = bytes, .progress = shared.get()},
                             [&](Read &&part) -> Result<> {
                                 slot->room.acquire();
                                 if (shared->isCancelled)
                                     return fail(tr("Reading was cancelled."));
                                 const QMutexLocker lock(&slot->mutex);
                                 slot->part = std::move(part);
                                 QMetaObject::invokeMethod(QCoreApplication::instance(), [guard] {
                                     if (guard)
                                         Q_EMIT guard->arrived();
                                 });
                                 return {};
                             });
        },
        [this](const Result<> &end) {
            m_isAtEnd = true;
            m_end = end;
            Q_EMIT arrived();
        });
}

PartStream::~PartStream()
{
    if (m_isAtEnd)
        return;
    m_progress->isCancelled = true;
    m_slot->room.release(); // whoever waits for room is to see that
}

std::optional<Read> PartStream::next()
{
    while (true) {
        {
            const QMutexLocker lock(&m_slot->mutex);
            if (m_slot->part) {
                auto part = std::exchange(m_slot->part, std::nullopt);
                m_slot->room.release();
                return part;
            }
        }
        if (m_isAtEnd)
            return std::nullopt;
        QEventLoop loop;
        connect(this, &PartStream::arrived, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

}
