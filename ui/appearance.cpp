// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/actions.h"
#include "ui/settings.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QSettings>
#include <QStyleHints>

#include <array>

namespace pq {

namespace {

constexpr std::array schemeActions{"view.system", "view.light", "view.dark", "view.contrast"}; // as Scheme has them

}

Appearance::Appearance(Actions &actions, QObject *parent)
    : QObject(parent), m_actions(actions), m_scheme(Settings::load(QSettings()).scheme)
{
    auto *group = new QActionGroup(this);
    for (size_t i = 0; i < schemeActions.size(); ++i) {
        QAction *action = actions[schemeActions[i]];
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { setScheme(static_cast<Scheme>(i)); });
    }
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_scheme == Scheme::System)
            apply();
    });
    apply();
}

void Appearance::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
    QSettings stored;
    Settings settings = Settings::load(stored);
    settings.scheme = scheme;
    settings.save(stored);
}

void Appearance::apply()
{
    m_actions[schemeActions[static_cast<size_t>(m_scheme)]]->setChecked(true);
    QApplication::setPalette(paletteOf(m_scheme));
}

}
