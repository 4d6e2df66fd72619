// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThread>

#include <utility>

namespace pq {

/// Runs @p work in a thread of its own and hands its value to @p done in @p context's thread; when the
/// context is gone by then, the value is dropped. @p work uses values only, never the session or a widget.
template <class Work, class Done>
void inBackground(QObject *context, Work work, Done done)
{
    QThread *thread = QThread::create(
        [guard = QPointer(context), work = std::move(work), done = std::move(done)]() mutable {
            auto value = work();
            QCoreApplication *application = QCoreApplication::instance();
            if (!application) // it ended in the meantime
                return;
            QMetaObject::invokeMethod(application, [guard, value = std::move(value), done = std::move(done)]() mutable {
                if (guard)
                    done(std::move(value));
            });
        });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

}
