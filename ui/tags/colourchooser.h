// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace pq {

/// Colours that people with any kind of colour vision tell apart (Okabe and Ito, Tol), and one of one's own.
class ColourChooser : public QWidget
{
    Q_OBJECT

public:
    explicit ColourChooser(QWidget *parent = nullptr);

    /// "#rrggbb".
    [[nodiscard]] QString colour() const { return m_colour; }
    void setColour(const QString &colour);

    /// The first colour that the fewest tags have.
    [[nodiscard]] static QString leastUsed(const QList<Tag> &tags);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void askForColour();

    QString m_colour;
    QButtonGroup *m_group;
    QToolButton *m_own;
};

}
