// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProgressDialog>
#include <QTimer>

#include <atomic>
#include <memory>

namespace pq {

class Session;
struct CopiedProject;

/// Checks a copy of the project in another thread and shows how far it is. Closes itself.
class CheckDialog : public QProgressDialog
{
    Q_OBJECT

public:
    explicit CheckDialog(Session &session, QWidget *parent = nullptr);
    ~CheckDialog() override;

Q_SIGNALS:
    /// What is wrong, one sentence each. Not sent when it was cancelled.
    void checked(const pq::Result<QStringList> &problems);

private:
    void check(const CopiedProject &copied);
    void finish(const Result<QStringList> &problems);

    /// Shared with the thread that checks.
    struct Progress
    {
        std::atomic<int> done = 0; ///< hundredths
        std::atomic<bool> isCancelled = false;
    };
    std::shared_ptr<Progress> m_progress;
    QTimer m_tick;
};

}
