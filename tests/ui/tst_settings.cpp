// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedIsLoadedAgain();
    void anEmptyFileGivesTheDefaults();
    void nonsenseInTheFileGivesTheDefaults();
    void theNewestComesFirstAndOnlyOnce();
};

void tst_Settings::whatIsSavedIsLoadedAgain()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        const Settings chosen{u"Noé Ünal 👩🏽"_s,
                              scheme,
                              u"Serif"_s,
                              17,
                              {.sansSerif = true, .measure = 71, .leading = 175},
                              {u"/a b/c.pullquote"_s},
                              {u"view.palette"_s},
                              {.toWholeWords = true, .leavesOutSpace = false, .leavesOutMarks = true}};
        {
            QSettings file(path, QSettings::IniFormat);
            chosen.save(file);
        }
        const QSettings file(path, QSettings::IniFormat);
        QCOMPARE(Settings::load(file), chosen);
    }
}

void tst_Settings::anEmptyFileGivesTheDefaults()
{
    const QTemporaryDir folder;
    const QSettings file(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QCOMPARE(Settings::load(file), Settings());
}

void tst_Settings::nonsenseInTheFileGivesTheDefaults()
{
    const QTemporaryDir folder;
    QSettings file(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    file.setValue("view/scheme", u"mauve"_s);
    file.setValue("article/fontSize", -4);
    QCOMPARE(Settings::load(file), Settings());
}

void tst_Settings::theNewestComesFirstAndOnlyOnce()
{
    QStringList list;
    for (const QString &value : {u"a"_s, u"b"_s, u"c"_s, u"a"_s, u"d"_s})
        list = withNewest(list, value, 3);
    QCOMPARE(list, (QStringList{u"d"_s, u"a"_s, u"c"_s}));
}

QTEST_MAIN(tst_Settings)
#include "tst_settings.moc"
