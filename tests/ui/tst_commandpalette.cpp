// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandpalette.h"

#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/fuzzy.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPointer>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_CommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void abbreviationsFit_data();
    void abbreviationsFit();
    void beginningsOfWordsWin();
    void typingAndReturnRunsTheCommand();
    void arrowsMoveInTheList();
    void whatWasUsedLastComesFirst();
    void whatCannotBeDoneIsNotOffered();
    void escapeClosesAndDoesNothing();

private:
    test::Place m_place;
};

namespace {

struct Palette
{
    explicit Palette(Actions &actions) : dialog(new CommandPalette(actions)) { dialog->open(); }
    ~Palette() { delete dialog; }

    [[nodiscard]] QString name(int row) const { return list()->model()->index(row, 0).data().toString(); }
    [[nodiscard]] QListView *list() const { return dialog->findChild<QListView *>(u"paletteListView"_s); }
    [[nodiscard]] QLineEdit *line() const { return dialog->findChild<QLineEdit *>(u"paletteLineEdit"_s); }

    QPointer<CommandPalette> dialog;
};

}

void tst_CommandPalette::abbreviationsFit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("nothing typed") << u""_s << u"Export"_s << true;
    QTest::newRow("prefix") << u"exp"_s << u"Export"_s << true;
    QTest::newRow("case") << u"EXP"_s << u"export"_s << true;
    QTest::newRow("initials") << u"ebw"_s << u"Extend Begin by a Word"_s << true;
    QTest::newRow("spaces do not matter") << u"new cl"_s << u"Claim: New Claim"_s << true;
    QTest::newRow("wrong order") << u"pxe"_s << u"Export"_s << false;
    QTest::newRow("too long") << u"exports"_s << u"Export"_s << false;
    QTest::newRow("letter twice") << u"xx"_s << u"Export"_s << false;
    QTest::newRow("empty text") << u"a"_s << u""_s << false;
}

void tst_CommandPalette::abbreviationsFit()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    QCOMPARE(fuzzyScore(typed, text).has_value(), fits);
}

void tst_CommandPalette::beginningsOfWordsWin()
{
    QVERIFY(*fuzzyScore(u"nc", u"Claim: New Claim") > *fuzzyScore(u"nc", u"Passage: Chance"));
    QVERIFY(*fuzzyScore(u"exp", u"Article: Export") > *fuzzyScore(u"exp", u"Passage: Extend Paragraph"));
    QVERIFY(*fuzzyScore(u"tags", u"View: Tags") > *fuzzyScore(u"tags", u"View: Tags and more words"));
}

void tst_CommandPalette::typingAndReturnRunsTheCommand()
{
    Actions actions;
    QSignalSpy triggered(actions["article.export"], &QAction::triggered);
    Palette palette(actions);
    QTest::keyClicks(palette.line(), u"aexp"_s);
    QCOMPARE(palette.name(0), u"Article: Export"_s);
    QTest::keyClick(palette.line(), Qt::Key_Return);
    QVERIFY(triggered.size() == 1 || triggered.wait());
}

void tst_CommandPalette::arrowsMoveInTheList()
{
    Actions actions;
    Palette palette(actions);
    QTest::keyClick(palette.line(), Qt::Key_Down);
    QTest::keyClick(palette.line(), Qt::Key_Down);
    QCOMPARE(palette.list()->currentIndex().row(), 2);
    QTest::keyClick(palette.line(), Qt::Key_Up);
    QCOMPARE(palette.list()->currentIndex().row(), 1);
}

void tst_CommandPalette::whatWasUsedLastComesFirst()
{
    Actions actions;
    {
        Palette palette(actions);
        palette.line()->setText(u"Project: Quit"_s);
        QTest::keyClick(palette.line(), Qt::Key_Return);
    }
    Palette palette(actions);
    QCOMPARE(palette.name(0), u"Project: Quit"_s);
}

void tst_CommandPalette::whatCannotBeDoneIsNotOffered()
{
    Actions actions;
    actions["article.export"]->setEnabled(false);
    Palette palette(actions);
    palette.line()->setText(u"Article: Export"_s);
    QVERIFY(palette.name(0) != u"Article: Export"_s);
}

void tst_CommandPalette::escapeClosesAndDoesNothing()
{
    Actions actions;
    Palette palette(actions);
    QSignalSpy rejected(palette.dialog, &QDialog::rejected);
    QTest::keyClick(palette.line(), Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

QTEST_MAIN(tst_CommandPalette)
#include "tst_commandpalette.moc"
