// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/colourchooser.h"

#include <QButtonGroup>
#include <QColorDialog>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Choice
{
    const char *colour;
    const char *name;
};

constexpr Choice choices[] = {
    {"#0072b2", QT_TRANSLATE_NOOP("ColourChooser", "Blue")},
    {"#d55e00", QT_TRANSLATE_NOOP("ColourChooser", "Vermilion")},
    {"#009e73", QT_TRANSLATE_NOOP("ColourChooser", "Green")},
    {"#cc79a7", QT_TRANSLATE_NOOP("ColourChooser", "Pink")},
    {"#e69f00", QT_TRANSLATE_NOOP("ColourChooser", "Orange")},
    {"#56b4e9", QT_TRANSLATE_NOOP("ColourChooser", "Sky blue")},
    {"#f0e442", QT_TRANSLATE_NOOP("ColourChooser", "Yellow")},
    {"#882255", QT_TRANSLATE_NOOP("ColourChooser", "Wine")},
    {"#332288", QT_TRANSLATE_NOOP("ColourChooser", "Indigo")},
    {"#6e6e6e", QT_TRANSLATE_NOOP("ColourChooser", "Grey")},
};

QIcon swatch(const QString &colour)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromString(colour));
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 3, 3);
    return pixmap;
}

}

ColourChooser::ColourChooser(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_own(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const Choice &choice : choices) {
        auto *button = new QToolButton(this);
        const QString colour = QString::fromLatin1(choice.colour);
        const QString name = QCoreApplication::translate("ColourChooser", choice.name);
        button->setObjectName(u"colour%1ToolButton"_s.arg(m_group->buttons().size()));
        button->setCheckable(true);
        button->setIcon(swatch(colour));
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setProperty("colour", colour);
        button->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(button);
        layout->addWidget(button);
    }
    m_own->setObjectName(u"ownColourToolButton"_s);
    m_own->setText(tr("Own…"));
    m_own->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_own->setCheckable(true);
    m_own->setAccessibleName(tr("A colour of one's own"));
    m_own->setFocusPolicy(Qt::StrongFocus);
    m_group->addButton(m_own);
    layout->addWidget(m_own);
    layout->addStretch();
    setFocusProxy(m_group->buttons().first());

    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        if (button == m_own)
            askForColour();
        else
            setColour(button->property("colour").toString());
    });
}

void ColourChooser::setColour(const QString &colour)
{
    m_colour = colour.toLower();
    m_own->setIcon(QIcon());
    const QList<QAbstractButton *> buttons = m_group->buttons();
    const auto known = std::ranges::find_if(
        buttons, [this](const QAbstractButton *button) { return button->property("colour").toString() == m_colour; });
    if (known != buttons.end()) {
        (*known)->setChecked(true);
        return;
    }
    m_own->setIcon(swatch(m_colour));
    m_own->setChecked(true);
}

QString ColourChooser::leastUsed(const QList<Tag> &tags)
{
    const auto uses = [&tags](const Choice &choice) {
        return std::ranges::count_if(tags, [&choice](const Tag &tag) {
            return tag.colour.compare(QLatin1StringView(choice.colour), Qt::CaseInsensitive) == 0;
        });
    };
    return QString::fromLatin1(std::ranges::min_element(choices, {}, uses)->colour);
}

void ColourChooser::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const QList<QAbstractButton *> buttons = m_group->buttons();
    const qsizetype at = buttons.indexOf(m_group->checkedButton());
    if (step == 0 || at + step < 0 || at + step >= buttons.size() - 1) {
        QWidget::keyPressEvent(event);
        return;
    }
    setColour(buttons[at + step]->property("colour").toString());
    buttons[at + step]->setFocus();
}

void ColourChooser::askForColour()
{
    const QColor chosen = QColorDialog::getColor(QColor::fromString(m_colour), this, tr("Colour of the Tag"));
    setColour(chosen.isValid() ? chosen.name() : m_colour);
}

}
