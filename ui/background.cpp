// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/background.h"

#include <QThreadPool>

#include <limits>

namespace pq {

namespace {

/// For each work one, however many processors there are: some wait for others, or for the window.
QThreadPool &threads()
{
    static QThreadPool pool;
    static const bool isSetUp = [] {
        pool.setMaxThreadCount(std::numeric_limits<int>::max());
        qAddPostRoutine([] { threads().waitForDone(); });
        return true;
    }();
    Q_UNUSED(isSetUp)
    return pool;
}

}

void runInBackground(QRunnable *work)
{
    threads().start(work);
}

}
