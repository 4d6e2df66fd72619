// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsdialog.h"

#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/shortcuteditor.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_SettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void okKeepsWhatWasChosen();
    void cancelTakesTheColoursBack();
    void howArticlesAreSetIsSeenAtOnceAndKept();
    void aKeyIsGivenToTheMarkedCommand();
    void aKeyThatIsTakenIsRefused();
    void aLetterIsRefusedWhereOneTypes();
    void theUsualKeyComesBack();

private:
    test::Place m_place;
};

namespace {

struct Keys
{
    Actions actions;
    ShortcutEditor editor{actions};
    QTreeWidget *tree = editor.findChild<QTreeWidget *>(u"shortcutTreeWidget"_s);
    QKeySequenceEdit *edit = editor.findChild<QKeySequenceEdit *>(u"shortcutKeySequenceEdit"_s);

    void mark(const QString &id)
    {
        for (int row = 0; row < tree->topLevelItemCount(); ++row) {
            if (tree->topLevelItem(row)->data(0, Qt::UserRole).toString() == id)
                tree->setCurrentItem(tree->topLevelItem(row));
        }
    }
    [[nodiscard]] QString problem() const { return editor.findChild<QLabel *>(u"shortcutProblemLabel"_s)->text(); }
};

}

void tst_SettingsDialog::okKeepsWhatWasChosen()
{
    Actions actions;
    auto *dialog = new SettingsDialog(actions);
    QSignalSpy annotator(dialog, &SettingsDialog::annotatorChanged);
    QSignalSpy font(dialog, &SettingsDialog::articleFontChanged);
    QSignalSpy scheme(dialog, &SettingsDialog::schemeChosen);
    dialog->findChild<QLineEdit *>(u"annotatorLineEdit"_s)->setText(u" Ada  Ünal "_s);
    dialog->findChild<QComboBox *>(u"schemeComboBox"_s)->setCurrentIndex(static_cast<int>(Scheme::Dark));
    dialog->findChild<QCheckBox *>(u"fontCheckBox"_s)->setChecked(true);
    QVERIFY(!dialog->findChild<QCheckBox *>(u"wholeWordsCheckBox"_s)->isChecked());
    QVERIFY(dialog->findChild<QCheckBox *>(u"spaceCheckBox"_s)->isChecked());
    QVERIFY(!dialog->findChild<QCheckBox *>(u"marksCheckBox"_s)->isChecked());
    dialog->findChild<QCheckBox *>(u"wholeWordsCheckBox"_s)->click();
    dialog->findChild<QCheckBox *>(u"marksCheckBox"_s)->click();
    dialog->accept();
    QCOMPARE(annotator.size(), 1);
    QCOMPARE(font.size(), 1);
    QCOMPARE(scheme.size(), 1);
    const Settings settings = Settings::load(QSettings());
    QCOMPARE(settings.annotator, u"Ada Ünal"_s);
    QCOMPARE(settings.scheme, Scheme::Dark);
    QVERIFY(!settings.articleFont.isEmpty());
    QCOMPARE(settings.tidying, (Tidying{.toWholeWords = true, .leavesOutSpace = true, .leavesOutMarks = true}));
    QCOMPARE(Session::annotatorName(), u"Ada Ünal"_s);
    delete dialog;
}

void tst_SettingsDialog::cancelTakesTheColoursBack()
{
    Actions actions;
    auto *dialog = new SettingsDialog(actions);
    QSignalSpy scheme(dialog, &SettingsDialog::schemeChosen);
    dialog->findChild<QComboBox *>(u"schemeComboBox"_s)->setCurrentIndex(static_cast<int>(Scheme::HighContrast));
    dialog->reject();
    QCOMPARE(scheme.size(), 2);
    QCOMPARE(scheme[1][0].value<Scheme>(), Scheme::System);
    QCOMPARE(Settings::load(QSettings()), Settings());
    delete dialog;
}

void tst_SettingsDialog::howArticlesAreSetIsSeenAtOnceAndKept()
{
    Actions actions;
    const Typesetting wanted{.sansSerif = true, .measure = 80, .leading = 185};
    for (const bool accepts : {false, true}) {
        auto *dialog = new SettingsDialog(actions);
        QSignalSpy chosen(dialog, &SettingsDialog::typesettingChosen);
        dialog->findChild<QComboBox *>(u"facesComboBox"_s)->setCurrentIndex(1);
        dialog->findChild<QSpinBox *>(u"measureSpinBox"_s)->setValue(80);
        dialog->findChild<QSpinBox *>(u"leadingSpinBox"_s)->setValue(185);
        QCOMPARE(chosen.size(), 3);
        QCOMPARE(chosen.last().first().value<Typesetting>(), wanted);
        accepts ? dialog->accept() : dialog->reject();
        QCOMPARE(chosen.size(), accepts ? 3 : 4);
        if (!accepts)
            QCOMPARE(chosen.last().first().value<Typesetting>(), Typesetting());
        QCOMPARE(Settings::load(QSettings()).typesetting, accepts ? wanted : Typesetting());
        delete dialog;
    }
    QSettings().setValue("article/measure", 1000);
    QCOMPARE(Settings::load(QSettings()).typesetting.measure, int(Typesetting::greatestMeasure));
}

void tst_SettingsDialog::aKeyIsGivenToTheMarkedCommand()
{
    Keys keys;
    keys.mark(u"article.export"_s);
    QCOMPARE(keys.edit->keySequence(), QKeySequence(u"Ctrl+E"_s));
    keys.edit->setKeySequence(QKeySequence(u"Ctrl+Shift+E"_s));
    QCOMPARE(keys.problem(), QString());
    QCOMPARE(keys.actions["article.export"]->shortcut(), QKeySequence(u"Ctrl+E"_s));
    keys.editor.apply();
    QCOMPARE(keys.actions["article.export"]->shortcut(), QKeySequence(u"Ctrl+Shift+E"_s));
    Actions later;
    later.load(QSettings());
    QCOMPARE(later["article.export"]->shortcut(), QKeySequence(u"Ctrl+Shift+E"_s));
}

void tst_SettingsDialog::aKeyThatIsTakenIsRefused()
{
    Keys keys;
    keys.mark(u"article.export"_s);
    keys.edit->setKeySequence(QKeySequence(u"Ctrl+I"_s));
    QVERIFY2(keys.problem().contains(u"Import Articles"_s), qPrintable(keys.problem()));
    keys.editor.apply();
    QCOMPARE(keys.actions["article.export"]->shortcut(), QKeySequence(u"Ctrl+E"_s));
}

void tst_SettingsDialog::aLetterIsRefusedWhereOneTypes()
{
    Keys keys;
    keys.mark(u"article.export"_s);
    keys.edit->setKeySequence(QKeySequence(u"Y"_s));
    QVERIFY(!keys.problem().isEmpty());
    keys.mark(u"passage.cycle"_s);
    keys.edit->setKeySequence(QKeySequence(u"Y"_s));
    QCOMPARE(keys.problem(), QString());
    keys.editor.apply();
    QCOMPARE(keys.actions["article.export"]->shortcut(), QKeySequence(u"Ctrl+E"_s));
    QCOMPARE(keys.actions["passage.cycle"]->shortcut(), QKeySequence(u"Y"_s));
}

void tst_SettingsDialog::theUsualKeyComesBack()
{
    Keys keys;
    keys.mark(u"help.keys"_s);
    keys.edit->setKeySequence(QKeySequence(u"F9"_s));
    keys.editor.findChild<QPushButton *>(u"usualKeyButton"_s)->click();
    keys.editor.apply();
    QCOMPARE(keys.actions["help.keys"]->shortcut(), QKeySequence(u"F1"_s));
}

QTEST_MAIN(tst_SettingsDialog)
#include "tst_settingsdialog.moc"
