// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"
#include "ui/article/passagechooser.h"
#include "ui/parts/rowlist.h"

#include <QApplication>
#include <QPointer>
#include <QStandardPaths>
#include <QStyleHints>

using namespace pq;
using namespace Qt::StringLiterals;
using test::Desk;

class TestPassageChooser : public QObject
{
    Q_OBJECT

    static PassageChooser *chooser(Desk &desk) { return desk.page->window()->findChild<PassageChooser *>(); }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    /// Where a cue and a source lie over each other.
    static QList<PassageId> goToVal(Desk &desk)
    {
        desk.page->view()->moveCaret(desk.sample(u"Val recalls"_s).extent().begin);
        return desk.page->view()->passagesAtCaret();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
    }

    void aKeyOpensItAndTheListIsWalked()
    {
        Desk desk;
        const QList<PassageId> here = goToVal(desk);
        QVERIFY(here.size() >= 2);
        desk.key(Qt::Key_O, Qt::ShiftModifier);
        const QPointer<PassageChooser> open = chooser(desk);
        QVERIFY(open && open->isVisible());
        auto *list = open->findChild<RowList *>();
        QVERIFY(list->hasFocus());
        QVERIFY(!list->accessibleName().isEmpty());
        QCOMPARE(list->rows().size(), here.size());
        QCOMPARE(list->rows().first().words, u"Val"_s);
        QVERIFY(!list->rows().first().colour.isEmpty());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(desk.page->currentPassage(), here[1]);
        QVERIFY(desk.page->view()->hasFocus());
        QVERIFY(QTest::qWaitFor([&open] { return open.isNull(); }));
        // It opens at the current one.
        desk.key(Qt::Key_O, Qt::ShiftModifier);
        press(Qt::Key_Up);
        press(Qt::Key_Return);
        QCOMPARE(desk.page->currentPassage(), here[0]);
    }

    void firstLettersOfATagFindIt()
    {
        Desk desk;
        const QList<PassageId> here = goToVal(desk);
        const QString wanted = desk.page->view()->tagName(desk.passage(here.last())->tag);
        desk.key(Qt::Key_O, Qt::ShiftModifier);
        QTest::keyClicks(QApplication::focusWidget(), wanted.first(2));
        press(Qt::Key_Return);
        QCOMPARE(desk.page->currentPassage(), here.last());
    }

    void escapeAndAClickElsewhereChooseNothing()
    {
        Desk desk;
        const QList<PassageId> here = goToVal(desk);
        desk.page->view()->setCurrentPassage(here.first());
        desk.key(Qt::Key_O, Qt::ShiftModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Escape);
        QCOMPARE(desk.page->currentPassage(), here.first());
        QVERIFY(desk.page->view()->hasFocus());
        QVERIFY(QTest::qWaitFor([&desk] { return !chooser(desk); }));
        desk.key(Qt::Key_O, Qt::ShiftModifier);
        QTest::mouseClick(desk.page->view()->viewport(), Qt::LeftButton, {}, {3, 3});
        QVERIFY(QTest::qWaitFor([&desk] { return !chooser(desk); }));
    }

    void aClickWithAltOpensIt()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        const TextPosition place = desk.sample(u"Val recalls"_s).extent().begin;
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::AltModifier, view->rectAt(place).center());
        QVERIFY(chooser(desk) && chooser(desk)->isVisible());
        QCOMPARE(view->selection().caret(), place);
        QTest::mouseClick(chooser(desk)->findChild<RowList *>()->viewport(), Qt::LeftButton, {}, {30, 10});
        QCOMPARE(desk.page->currentPassage(), view->passagesAt(place).first());
    }

    void aLongPressOpensItAndAMoveDoesNot()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        const QPoint place = view->rectAt(desk.sample(u"Val recalls"_s).extent().begin).center();
        const int held = QGuiApplication::styleHints()->mousePressAndHoldInterval();
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(QTest::qWaitFor([&desk] { return chooser(desk) != nullptr; }, 10 * held));
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(chooser(desk)->isVisible());
        QVERIFY(view->selection().isEmpty());
    }

    void whereOnePassageIsItIsChosenAtOnce()
    {
        Desk desk;
        const Passage script = desk.sample(u"It was not in the script"_s);
        for (const QList<PassageId> here = desk.page->view()->passagesAt(script.extent().begin);
             const PassageId id : here) {
            if (id != script.id)
                QVERIFY(desk.session.edit(u"Remove"_s, [id](Edit &e) { e.remove(id); }));
        }
        desk.page->view()->moveCaret(script.extent().begin);
        desk.key(Qt::Key_O, Qt::ShiftModifier);
        QVERIFY(!chooser(desk));
        QCOMPARE(desk.page->currentPassage(), script.id);
    }
};

QTEST_MAIN(TestPassageChooser)
#include "tst_passagechooser.moc"
