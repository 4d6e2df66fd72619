// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMenu;
class QMenuBar;
class QToolBar;

namespace pq {

class Actions;

/// The menu that the action with this id stands in, without mnemonic.
[[nodiscard]] QString menuName(const QString &actionId);

/// Puts every action of the table into a menu, in the table's order. @p recent goes below "open".
void fillMenus(QMenuBar &bar, const Actions &actions, QMenu *recent);

/// The few commands that a mouse wants at hand.
void fillToolBar(QToolBar &bar, const Actions &actions);

}
