// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paneldocks.h"

#include "ui/actions.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int stateVersion = 4; // of the arrangement; another panel needs another number

}

PanelDocks::PanelDocks(Actions &actions, QMainWindow *window) : QObject(window), m_actions(actions), m_window(window)
{
    window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window->setDocumentMode(true);
}

void PanelDocks::add(const char *actionId, QWidget *panel, Qt::DockWidgetArea area, const char *tabbedWith)
{
    auto *dock = new QDockWidget(m_actions[actionId]->text().remove(u'&'), m_window);
    dock->setObjectName(QString::fromLatin1(actionId));
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAccessibleName(dock->windowTitle());
    dock->setWidget(panel);
    if (tabbedWith)
        m_window->tabifyDockWidget(this->dock(tabbedWith), dock);
    else
        m_window->addDockWidget(area, dock);
    m_docks.insert(dock->objectName(), dock);
    connect(m_actions[actionId], &QAction::triggered, this, [this, actionId] { show(actionId); });
    connect(dock, &QDockWidget::visibilityChanged, this, &PanelDocks::updateTitles);
}

QDockWidget *PanelDocks::dock(const char *actionId) const
{
    QDockWidget *dock = m_docks.value(QLatin1StringView(actionId));
    Q_ASSERT_X(dock, "PanelDocks", actionId);
    return dock;
}

void PanelDocks::raise(const char *actionId)
{
    dock(actionId)->show();
    dock(actionId)->raise();
}

void PanelDocks::show(const char *actionId)
{
    raise(actionId);
    QWidget *panel = dock(actionId)->widget();
    panel->setFocus(Qt::ShortcutFocusReason);
    if (!panel->hasFocus())
        return;
    // It leads nowhere: whatever takes the keyboard first in there.
    QWidget *next = panel->nextInFocusChain();
    while (next && panel->isAncestorOf(next)
           && !(next->focusPolicy() & Qt::TabFocus && next->isVisible() && next->isEnabled()))
        next = next->nextInFocusChain();
    if (next && panel->isAncestorOf(next))
        next->setFocus(Qt::ShortcutFocusReason);
}

void PanelDocks::restore()
{
    const QSettings settings;
    m_window->restoreGeometry(settings.value("window/geometry").toByteArray());
    m_window->restoreState(settings.value("window/state").toByteArray(), stateVersion);
    updateTitles();
}

void PanelDocks::save() const
{
    QSettings settings;
    settings.setValue("window/geometry", m_window->saveGeometry());
    settings.setValue("window/state", m_window->saveState(stateVersion));
}

/// A tab names its panel already; only a panel that stands alone has its name above it.
void PanelDocks::updateTitles()
{
    for (QDockWidget *dock : std::as_const(m_docks)) {
        const bool isTabbed = !m_window->tabifiedDockWidgets(dock).isEmpty();
        QWidget *before = dock->titleBarWidget();
        if (before && isTabbed == !qobject_cast<QLabel *>(before))
            continue;
        if (isTabbed) {
            dock->setTitleBarWidget(new QWidget);
        } else {
            auto *label = new QLabel(dock->windowTitle());
            label->setContentsMargins(8, 7, 8, 5);
            QFont font = label->font();
            font.setWeight(QFont::DemiBold);
            label->setFont(font);
            dock->setTitleBarWidget(label);
        }
        delete before;
    }
}

}
