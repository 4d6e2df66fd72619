// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace pq {

/// A small window over the article to choose something in, by a place in it. Escape or a click elsewhere chooses
/// nothing; once something is chosen or not, it is gone.
class Picker : public QFrame
{
    Q_OBJECT

public:
    /// @p place: in the window's coordinates; the picker stands under it, or above.
    void openAt(const QRect &place);

Q_SIGNALS:
    /// After something was chosen, if it was; the keyboard needs another place.
    void closed();

protected:
    /// Stands in @p window over what else is there.
    explicit Picker(QWidget *window);

    /// Gets the keyboard; without it the picker closes.
    void setFocusWidget(QWidget *widget);
    void finish();
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *m_focusWidget = nullptr;
};

}
