// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>
#include <array>
#include <cmath>

namespace pq {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// WCAG's relative luminance, 0 to 1.
double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// 0 is @p from, 1 is @p to; in whole steps of the screen's 8 bits, so that what is measured is what is shown.
QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue())};
}

QColor colourOfTag(const QString &name)
{
    const QColor colour = QColor::fromString(name);
    return colour.isValid() ? colour : QColor(128, 128, 128);
}

struct Tones
{
    QRgb window, base, alternate, text, dimmed, button, border, highlight, highlightedText, link, visited;
};

constexpr Tones light{0xfff3f3f1, 0xffffffff, 0xfff8f8f6, 0xff1f2124, 0xff62656a, 0xfff9f9f8,
                      0xffcfcfcb, 0xff1f5fae, 0xffffffff, 0xff1a58a6, 0xff6a3d9a};
constexpr Tones dark{0xff232528, 0xff1b1d1f, 0xff202225, 0xffe6e6e3, 0xffa3a6aa, 0xff2f3236,
                     0xff45494e, 0xff2f6fbf, 0xffffffff, 0xff8ab8f5, 0xffc3a3ee};
constexpr Tones highContrast{0xff000000, 0xff000000, 0xff0d0d0d, 0xffffffff, 0xffe0e0e0, 0xff000000,
                             0xffffffff, 0xffffd800, 0xff000000, 0xff7fd4ff, 0xffe0b0ff};

QPalette paletteFrom(const Tones &tones)
{
    const QColor window = tones.window;
    const QColor text = tones.text;
    const QColor button = tones.button;
    const QColor border = tones.border;
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, tones.dimmed);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, tones.highlightedText);
    palette.setColor(QPalette::ToolTipBase, tones.base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, tones.highlightedText);
    palette.setColor(QPalette::Accent, tones.highlight);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.visited);
    // The style draws frames and grooves with these.
    palette.setColor(QPalette::Light, mixed(button, Qt::white, luminance(window) > 0.5 ? 0.6 : 0.06));
    palette.setColor(QPalette::Midlight, mixed(button, border, 0.25));
    palette.setColor(QPalette::Mid, border);
    palette.setColor(QPalette::Dark, mixed(border, text, 0.15));
    palette.setColor(QPalette::Shadow, mixed(border, Qt::black, 0.4));
    // What cannot be used is still to be read.
    const QColor disabled = mixed(text, window, luminance(window) > 0.5 ? 0.42 : 0.38);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, text);
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    return palette;
}

}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QPalette paletteOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return paletteFrom(light);
    case Scheme::Dark:
        return paletteFrom(dark);
    case Scheme::HighContrast:
        return paletteFrom(highContrast);
    case Scheme::System:
        break;
    }
    const bool desktopIsDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return paletteFrom(desktopIsDark ? dark : light);
}

Theme Theme::of(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    Theme theme;
    theme.m_dark = luminance(base) < luminance(palette.color(QPalette::Active, QPalette::Text));
    // An ordinary light palette has black on white too, but never in the window around it.
    theme.m_highContrast = contrast(base, palette.color(QPalette::Active, QPalette::Text)) > 20
        && contrast(window, palette.color(QPalette::Active, QPalette::WindowText)) > 20;
    if (theme.m_highContrast) {
        const QColor paper = theme.m_dark ? Qt::black : Qt::white;
        const QColor ink = theme.m_dark ? Qt::white : Qt::black;
        theme.ground = theme.card = paper;
        theme.text = theme.border = theme.caret = ink;
        theme.dimmed = mixed(ink, paper, 0.16);
        theme.speaker = theme.m_dark ? QColor(0xffe566) : QColor(0x5a3d00);
        theme.bracket = theme.m_dark ? QColor(0x9fe0ff) : QColor(0x003a66);
        theme.selection = theme.m_dark ? QColor(0x003c9e) : QColor(0xffe100);
        theme.focus = theme.m_dark ? QColor(0xffd800) : QColor(0x0000c8);
    } else if (theme.m_dark) {
        theme.ground = 0xff1b1d1f;
        theme.text = 0xffe9e8e4;
        theme.dimmed = 0xffb0b2b5;
        theme.speaker = 0xfff0c890;
        theme.bracket = 0xff9ccbe8;
        theme.selection = 0xff24446b;
        theme.caret = 0xfff5f5f0;
        theme.border = 0xff42464b;
        theme.card = 0xff25282b;
        theme.focus = 0xff6ea8f0;
    } else {
        theme.ground = 0xfffdfcf9;
        theme.text = 0xff1d1e20;
        theme.dimmed = 0xff56595e;
        theme.speaker = 0xff7a3e00;
        theme.bracket = 0xff234f74;
        theme.selection = 0xffbcd6f5;
        theme.caret = 0xff000000;
        theme.border = 0xffd3d1cb;
        theme.card = 0xffffffff;
        theme.focus = 0xff1f5fae;
    }
    return theme;
}

bool Theme::isDark() const
{
    return m_dark;
}

bool Theme::isHighContrast() const
{
    return m_highContrast;
}

QColor Theme::tint(const QString &tagColour) const
{
    const QColor colour = colourOfTag(tagColour);
    const std::array inks{text, dimmed, speaker, bracket};
    for (int percent = m_dark ? 42 : 30; percent > 0; --percent) {
        const QColor tinted = mixed(ground, colour, percent / 100.0);
        if (std::ranges::all_of(inks, [&tinted](const QColor &ink) { return contrast(ink, tinted) >= 4.5; }))
            return tinted;
    }
    return ground;
}

QColor Theme::line(const QString &tagColour) const
{
    const QColor colour = colourOfTag(tagColour);
    const double enough = m_highContrast ? 4.5 : 3;
    QColor drawn = colour;
    for (int percent = 4; contrast(drawn, ground) < enough; percent += 4)
        drawn = mixed(colour, m_dark ? Qt::white : Qt::black, percent / 100.0);
    return drawn;
}

}
