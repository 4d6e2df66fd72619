// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QObject>

namespace pq {

class Actions;

/// Gives the whole application the colours of a scheme and follows the desktop when asked to.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Starts with the scheme of the settings.
    explicit Appearance(Actions &actions, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    /// Kept in the settings for the next time.
    void setScheme(Scheme scheme);

private:
    void apply();

    Actions &m_actions;
    Scheme m_scheme;
};

}
