// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace pq {

/// One message above the page, in place of a box that stands in the way: why something could not be done, or
/// what was done. Screen readers announce it.
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    explicit MessageStrip(QWidget *parent = nullptr);

    /// Stays until it is closed or another takes its place.
    void showError(const QString &message);
    /// Goes away by itself. With @p actionText it has a button, which calls @p action and closes the strip.
    void showNotice(const QString &message, const QString &actionText = {}, std::function<void()> action = {});
    [[nodiscard]] QString message() const;

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void show(const QString &message, bool isError);
    void colour();
    void showMark();

    QLabel *m_mark;
    QLabel *m_text;
    QPushButton *m_button;
    std::function<void()> m_action;
    bool m_isError = false;
    int m_timer = 0;
};

}
