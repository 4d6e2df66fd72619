// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/support.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/suggestionedit.h"
#include "ui/parts/undothrough.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace pq;

class tst_Parts : public QObject
{
    Q_OBJECT

private:
    static Row row(const QString &title, int value)
    {
        Row row;
        row.title = title;
        row.value = value;
        return row;
    }

private Q_SLOTS:
    void aListKeepsWhatIsChosenByValueWhenItsRowsChange()
    {
        RowList list(RowList::Height::Filling);
        const QAbstractItemModelTester tester(list.model());
        QSignalSpy changed(&list, &RowList::currentValueChanged);
        list.setRows({row(u"a"_s, 1), row(u"b"_s, 2), row(u"c"_s, 3)});
        QVERIFY(list.setCurrentValue(2));
        QCOMPARE(changed.size(), 1);
        list.setRows({row(u"new"_s, 9), row(u"a"_s, 1), row(u"b changed"_s, 2)});
        QCOMPARE(list.currentValue().toInt(), 2);
        QCOMPARE(changed.size(), 1); // still the same thing
        list.setRows({row(u"new"_s, 9), row(u"a"_s, 1)});
        QCOMPARE(list.currentValue().toInt(), 1); // its neighbour
        QCOMPARE(changed.size(), 2);
        list.setRows({});
        QVERIFY(!list.currentValue().isValid());
        QVERIFY(!list.setCurrentValue(1));
    }

    void aFittedListIsAsHighAsItsRowsAndWrapsWhenNarrow()
    {
        RowList list(RowList::Height::Fitted, 0);
        Row longRow = row(u"Title"_s, 1);
        longRow.words = u"many words that take more than one line when the list is narrow "_s.repeated(4).trimmed();
        list.setRows({longRow});
        list.resize(900, list.height());
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        const int wide = list.height();
        list.resize(220, list.height());
        QVERIFY(list.height() > wide);
        list.setRows({longRow, row(u"Another"_s, 2)});
        QVERIFY(list.sizeHintForRow(0) + list.sizeHintForRow(1) <= list.height());
    }

    void headingsCannotBeChosen()
    {
        RowList list(RowList::Height::Filling);
        Row heading;
        heading.title = u"People"_s;
        heading.isHeading = true;
        list.setRows({heading, row(u"a"_s, 1)});
        QVERIFY(!(list.model()->index(0, 0).flags() & Qt::ItemIsSelectable));
        QVERIFY(list.model()->index(1, 0).flags() & Qt::ItemIsSelectable);
        QCOMPARE(list.model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"a"_s);
    }

    void deleteAndReturnSpeakOfTheChosenRowOnly()
    {
        RowList list(RowList::Height::Filling);
        QSignalSpy deleted(&list, &RowList::deletionRequested);
        QSignalSpy activated(&list, &RowList::valueActivated);
        QTest::keyClick(&list, Qt::Key_Delete);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(deleted.size() + activated.size(), 0);
        list.setRows({row(u"a"_s, 1), row(u"b"_s, 2)});
        list.setCurrentValue(2);
        QTest::keyClick(&list, Qt::Key_Delete);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(deleted.first().first().toInt(), 2);
        QCOMPARE(activated.size(), 1);
    }

    void aSuggestionIsTakenByKeyOrClickAndOnlyOnce()
    {
        QWidget window;
        auto *edit = new SuggestionEdit(
            [](const QString &typed) { return QList<Row>{row(typed + u" one"_s, 1), row(typed + u" two"_s, 2)}; },
            &window);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(edit);
        layout->addStretch();
        window.resize(320, 300);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        QSignalSpy chosen(edit, &SuggestionEdit::chosen);
        QTest::keyClicks(edit, u"a"_s);
        auto *list = window.findChild<RowList *>(u"suggestionList"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(edit->accessibleDescription(), u"a one"_s);
        QVERIFY(window.rect().contains(list->geometry()));
        QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 2);
        QVERIFY(!list->isVisible());
        QTest::keyClicks(edit, u"b"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.last().first().toInt(), 1);
        edit->setText({});
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
        QVERIFY(!edit->chooseBest());
    }

    void undoReachesTheWindowWhenTheLineHasNothingToTakeBack()
    {
        QWidget window;
        auto *edit = new QLineEdit(&window);
        letUndoThrough(edit);
        QShortcut undo(QKeySequence(Qt::CTRL | Qt::Key_Z), &window);
        QSignalSpy undone(&undo, &QShortcut::activated);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        QTest::keyClicks(edit, u"typed"_s);
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.size(), 0);
        QVERIFY(edit->text().isEmpty());
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.size(), 1);
    }

    void aLineWhoseListHasGoneBeforeItGoesWithoutHarm()
    {
        auto *window = new QWidget;
        auto *panel = new QWidget(window);
        auto *line = new SuggestionEdit(
            [](const QString &typed) { return QList<Row>{{.title = typed, .value = typed}}; }, panel);
        window->show();
        line->setFocus();
        QTest::keyClicks(line, u"lo"_s);
        QVERIFY(window->findChild<RowList *>(u"suggestionList"_s));
        panel->raise(); // now the list is the older one of the window's children, and the first to be deleted
        delete window;
    }
};

QTEST_MAIN(tst_Parts)
#include "tst_parts.moc"
