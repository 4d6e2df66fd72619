// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pq {

/// A widget that shows something of the project and reads it anew only while it is on the screen: hidden
/// tabs cost nothing.
class Panel : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    /// Reads and shows everything.
    virtual void reload() = 0;
    /// Calls reload() now, or as soon as the panel is shown.
    void refresh();
    void showEvent(QShowEvent *event) override;

private:
    bool m_isStale = true;
};

}
