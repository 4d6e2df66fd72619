// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>
#include <QTimer>

namespace pq {

class Session;

/// Compares every passage of a project with its text after it is opened, in slices between two frames, and says
/// what does not agree. Stops when the project is closed.
class FragmentCheck : public QObject
{
    Q_OBJECT

public:
    explicit FragmentCheck(Session &session, QObject *parent = nullptr);

    [[nodiscard]] bool isRunning() const { return m_slices.isActive(); }

Q_SIGNALS:
    /// Which passage of which article, and what to do about it.
    void damageFound(const QString &message);

private:
    void restart();
    void lookAtSome();
    [[nodiscard]] QString message() const;

    Session &m_session;
    WordsPlace m_place;
    QList<WrongWords> m_wrong;
    QTimer m_slices;
};

}
