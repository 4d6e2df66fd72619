// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace pq {

enum class Scheme { System, Light, Dark, HighContrast };

/// The palette that a scheme gives to the whole application.
[[nodiscard]] QPalette paletteOf(Scheme scheme);

/// The colours of text, highlights and marks that go with a palette. Text on every ground and tint given
/// here has a contrast of 4.5:1 or more (WCAG 2.2, 1.4.3).
class Theme
{
public:
    /// Light, dark or high contrast is read off the palette's own colours.
    [[nodiscard]] static Theme of(const QPalette &palette);

    [[nodiscard]] bool isDark() const;
    [[nodiscard]] bool isHighContrast() const;

    QColor ground;    ///< of the article
    QColor text;
    QColor dimmed;    ///< boilerplate, captions
    QColor speaker;   ///< speaker labels, questions
    QColor bracket;   ///< editorial brackets, performers
    QColor selection; ///< ground of selected text
    QColor caret;
    QColor border;    ///< of cards and panels
    QColor card;      ///< ground of cards
    QColor focus;     ///< ring around what has the focus

    /// The ground under text that carries a tag of this colour ("#rrggbb").
    [[nodiscard]] QColor tint(const QString &tagColour) const;
    /// Underline lanes, dots and other marks of the tag: 3:1 or more against ground.
    [[nodiscard]] QColor line(const QString &tagColour) const;

private:
    bool m_dark = false;
    bool m_highContrast = false;
};

/// WCAG 2.2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

}
