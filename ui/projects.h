// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prompts.h"

#include <QObject>

class QMenu;

namespace pq {

class Actions;
class Session;

/// Makes, opens, checks and closes projects, and remembers the recent ones.
class Projects : public QObject
{
    Q_OBJECT

public:
    /// @p window is what its dialogs belong to.
    Projects(Session &session, Actions &actions, Prompts prompts, QWidget *window);

    bool open(const QString &path);
    /// The newest project that is still there; the sample when there is none.
    bool openLatest();

    /// Filled whenever it is shown.
    [[nodiscard]] QMenu *recentMenu() const { return m_recentMenu; }

Q_SIGNALS:
    /// The sample was opened because there is nothing else yet.
    void welcomed();
    void noticed(const QString &message);

private:
    void create();
    void addDefaultTags();
    void choose();
    void check();
    void remember(const QString &path);
    void fillRecentMenu();
    void updateState();

    Session &m_session;
    Actions &m_actions;
    Prompts m_prompts;
    QWidget *m_window;
    QMenu *m_recentMenu;
};

}
