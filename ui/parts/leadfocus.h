// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace pq {

/// Whenever @p container is given the keyboard, it passes it on to the widget in it that @p target names. Not a
/// focus proxy: with one, Tab takes the container for its proxy and leaves out all that stands before it.
void leadFocus(QWidget *container, std::function<QWidget *()> target);
void leadFocus(QWidget *container, QWidget *target);

}
