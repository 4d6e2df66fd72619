// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsTheOneOfWcag();
    void theSchemeIsReadOffThePalette();
    void textIsReadableOnEveryGroundAndTint_data() { schemes(); }
    void textIsReadableOnEveryGroundAndTint();
    void aTintIsSeenAndALineStandsOut_data() { schemes(); }
    void aTintIsSeenAndALineStandsOut();
    void thePaletteItselfIsReadable_data() { schemes(); }
    void thePaletteItselfIsReadable();
    void aColourThatIsNoneStillGivesAMark();
    void aDesktopPaletteOfBlackOnWhiteIsNotHighContrast();

private:
    static void schemes();
    static QStringList colours();
};

void tst_Theme::schemes()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
    QTest::newRow("high contrast") << Scheme::HighContrast;
    QTest::newRow("system") << Scheme::System;
}

/// A coarse walk through the whole cube, and the tagset's own.
QStringList tst_Theme::colours()
{
    QStringList all{u"#0072B2"_s, u"#D55E00"_s, u"#6E6E6E"_s, u"#009E73"_s, u"#56B4E9"_s, u"#CC79A7"_s, u"#E69F00"_s};
    for (int red = 0; red <= 255; red += 51) {
        for (int green = 0; green <= 255; green += 51) {
            for (int blue = 0; blue <= 255; blue += 51)
                all.append(QColor(red, green, blue).name());
        }
    }
    return all;
}

void tst_Theme::contrastIsTheOneOfWcag()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(contrast(Qt::white, Qt::white) * 100), 100);
    QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448);
    QCOMPARE(contrast(Qt::red, Qt::white), contrast(Qt::white, Qt::red));
}

void tst_Theme::theSchemeIsReadOffThePalette()
{
    QVERIFY(!Theme::of(paletteOf(Scheme::Light)).isDark());
    QVERIFY(!Theme::of(paletteOf(Scheme::Light)).isHighContrast());
    QVERIFY(Theme::of(paletteOf(Scheme::Dark)).isDark());
    QVERIFY(!Theme::of(paletteOf(Scheme::Dark)).isHighContrast());
    QVERIFY(Theme::of(paletteOf(Scheme::HighContrast)).isDark());
    QVERIFY(Theme::of(paletteOf(Scheme::HighContrast)).isHighContrast());
}

void tst_Theme::textIsReadableOnEveryGroundAndTint()
{
    QFETCH(Scheme, scheme);
    const Theme theme = Theme::of(paletteOf(scheme));
    const QList<QColor> inks{theme.text, theme.dimmed, theme.speaker, theme.bracket};
    QList<QColor> grounds{theme.ground, theme.card, theme.selection};
    for (const QString &colour : colours())
        grounds.append(theme.tint(colour));
    for (const QColor &ground : grounds) {
        for (const QColor &ink : inks)
            QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + u" on "_s + ground.name()));
    }
    if (theme.isHighContrast())
        QVERIFY(contrast(theme.text, theme.ground) >= 7);
}

void tst_Theme::aTintIsSeenAndALineStandsOut()
{
    QFETCH(Scheme, scheme);
    const Theme theme = Theme::of(paletteOf(scheme));
    QVERIFY(theme.tint(u"#0072B2"_s) != theme.ground);
    QVERIFY(theme.tint(u"#0072B2"_s) != theme.tint(u"#D55E00"_s));
    QVERIFY(contrast(theme.caret, theme.ground) >= 3);
    QVERIFY(contrast(theme.focus, theme.ground) >= 3);
    for (const QString &colour : colours()) {
        const QColor line = theme.line(colour);
        QVERIFY2(contrast(line, theme.ground) >= 3, qPrintable(colour + u" became "_s + line.name()));
    }
}

void tst_Theme::thePaletteItselfIsReadable()
{
    QFETCH(Scheme, scheme);
    const QPalette palette = paletteOf(scheme);
    using enum QPalette::ColorRole;
    const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{{WindowText, Window},
                                                                           {Text, Base},
                                                                           {Text, AlternateBase},
                                                                           {ButtonText, Button},
                                                                           {ToolTipText, ToolTipBase},
                                                                           {HighlightedText, Highlight},
                                                                           {PlaceholderText, Base},
                                                                           {PlaceholderText, Window},
                                                                           {Link, Base},
                                                                           {Link, Window},
                                                                           {LinkVisited, Base}};
    for (const auto &[ink, ground] : pairs) {
        const double ratio = contrast(palette.color(ink), palette.color(ground));
        QVERIFY2(ratio >= 4.5, qPrintable(u"role %1 on %2: %3"_s.arg(ink).arg(ground).arg(ratio)));
    }
    // WCAG exempts disabled controls; three to one keeps them legible all the same.
    QVERIFY(contrast(palette.color(QPalette::Disabled, WindowText), palette.color(Window)) >= 3);
}

void tst_Theme::aColourThatIsNoneStillGivesAMark()
{
    const Theme theme = Theme::of(paletteOf(Scheme::Light));
    QVERIFY(theme.line(u"no colour"_s).isValid());
    QVERIFY(contrast(theme.line(QString()), theme.ground) >= 3);
    QVERIFY(theme.tint(QString()) != theme.ground);
}

void tst_Theme::aDesktopPaletteOfBlackOnWhiteIsNotHighContrast()
{
    QPalette desktop(QColor(0xefefef));
    desktop.setColor(QPalette::Base, Qt::white);
    desktop.setColor(QPalette::Text, Qt::black);
    QVERIFY(!Theme::of(desktop).isHighContrast());
    QVERIFY(!Theme::of(desktop).isDark());
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
