// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QRunnable>

#include <utility>

namespace pq {

/// Runs @p work, which is deleted then, in a thread of its own. The application does not end before: a file that is
/// being saved is saved, and nothing is used that is gone.
void runInBackground(QRunnable *work);

/// Runs @p work in a thread of its own and hands its value to @p done in @p context's thread; when the
/// context is gone by then, the value is dropped. @p work uses values only, never the session or a widget. Where it may
/// take long, it looks at something shared that tells it when nobody waits for it any more.
template <class Work, class Done>
void inBackground(QObject *context, Work work, Done done)
{
    runInBackground(
        QRunnable::create([guard = QPointer(context), work = std::move(work), done = std::move(done)]() mutable {
            QMetaObject::invokeMethod(QCoreApplication::instance(),
                                      [guard, value = work(), done = std::move(done)]() mutable {
                                          if (guard)
                                              done(std::move(value));
                                      });
        }));
}

}
