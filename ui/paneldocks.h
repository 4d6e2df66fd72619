// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace pq {

class Actions;

/// The panels around the article. Each is called and shown by an action of the table, and named by that
/// action's id.
class PanelDocks : public QObject
{
    Q_OBJECT

public:
    PanelDocks(Actions &actions, QMainWindow *window);

    /// @p tabbedWith: the id of a panel that it shares its place with.
    void add(const char *actionId, QWidget *panel, Qt::DockWidgetArea area, const char *tabbedWith = nullptr);
    /// Brings it to the front.
    void raise(const char *actionId);
    /// Brings it to the front and moves the keyboard there.
    void show(const char *actionId);
    [[nodiscard]] QDockWidget *dock(const char *actionId) const;

    void restore();
    void save() const;

private:
    void updateTitles();

    Actions &m_actions;
    QMainWindow *m_window;
    QHash<QString, QDockWidget *> m_docks;
};

}
