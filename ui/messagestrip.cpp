// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagestrip.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pq {

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent), m_mark(new QLabel(this)), m_text(new QLabel(this)), m_button(new QPushButton(this))
{
    setObjectName(u"messageStrip"_s);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    m_text->setObjectName(u"messageLabel"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button->setObjectName(u"messageButton"_s);
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeMessageButton"_s);
    close->setIcon(icon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_mark);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (m_action)
            m_action();
    });
    hide();
}

void MessageStrip::showError(const QString &message)
{
    m_button->hide();
    show(message, true);
}

void MessageStrip::showNotice(const QString &message, const QString &actionText, std::function<void()> action)
{
    m_action = std::move(action);
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    show(message, false);
    // Long enough to read it twice; a message with a button is something to act on, so it stays longer.
    m_timer = startTimer(4000 + 60 * static_cast<int>(message.size()) + (actionText.isEmpty() ? 0 : 10000));
}

QString MessageStrip::message() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageStrip::show(const QString &message, bool isError)
{
    if (m_timer)
        killTimer(std::exchange(m_timer, 0));
    m_isError = isError;
    m_text->setText(message);
    showMark();
    m_mark->setAccessibleName(isError ? tr("Error") : tr("Notice"));
    setAccessibleName(message);
    colour();
    setVisible(true);
    QAccessibleAnnouncementEvent announcement(this, message);
    announcement.setPoliteness(isError ? QAccessible::AnnouncementPoliteness::Assertive
                                       : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&announcement);
}

void MessageStrip::showMark()
{
    m_mark->setPixmap(icon(m_isError ? u"warning"_s : u"check"_s).pixmap(18));
}

void MessageStrip::colour()
{
    const Theme theme = Theme::of(palette());
    const QColor ground = theme.tint(m_isError ? u"#d32f2f"_s : u"#2f7d4f"_s);
    if (palette().color(QPalette::Window) == ground)
        return;
    // Only this role is its own; the others go on following the application's.
    QPalette own;
    own.setColor(QPalette::Window, ground);
    setPalette(own);
}

void MessageStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    colour();
    showMark();
}

void MessageStrip::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer) {
        killTimer(std::exchange(m_timer, 0));
        hide();
    }
}

}
