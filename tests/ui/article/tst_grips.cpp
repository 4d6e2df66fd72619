// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"
#include "ui/settings.h"

#include <QSettings>
#include <QStandardPaths>

using namespace pq;
using test::Desk;
using namespace Qt::StringLiterals;

/// Boundaries dragged with the mouse, over a real project.
class TestGrips : public QObject
{
    Q_OBJECT

    static QPoint knobOf(ArticleView &view, qsizetype fragment, Boundary boundary)
    {
        for (const QList<ArticleView::Grip> all = view.grips(); const ArticleView::Grip &grip : all) {
            if (grip.fragment == fragment && grip.boundary == boundary)
                return grip.knob.center().toPoint();
        }
        qFatal("No such grip is in view.");
    }
    static void press(ArticleView &view, const QPoint &at)
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at);
    }
    static void release(ArticleView &view, const QPoint &at)
    {
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at);
    }
    static void moveTo(ArticleView &view, const QPoint &at, Qt::KeyboardModifiers modifiers = {},
                       Qt::MouseButton button = Qt::LeftButton)
    {
        QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, button, modifiers);
        QApplication::sendEvent(view.viewport(), &move);
    }
    /// On the left half of the first of these characters.
    static QPoint beginOf(ArticleView &view, const QString &words)
    {
        const TextSpan span = test::spanOf(view.text(), words);
        if (span.isEmpty())
            qFatal("The text does not hold these words: %s", qPrintable(words));
        const QRect box = view.rectAt(span.begin);
        return {box.left() + 1, box.center().y()};
    }
    static std::optional<QString> undoLabel(Desk &desk) { return desk.session.store().undoLabel(); }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
    }

    void draggingAGripMovesTheBoundaryInOneStep()
    {
        Desk desk;
        ArticleView &view = *desk.page->view();
        const PassageId id = desk.sample(u"Val recalls"_s).id;
        desk.page->showPassage(id);
        QCOMPARE(view.grips().size(), 2);
        const QString before = view.text().words(view.passages().fragments(id).first()).toString();
        press(view, knobOf(view, 0, Boundary::End));
        moveTo(view, beginOf(view, u"lls,"_s));
        QCOMPARE(view.text().words(view.passages().fragments(id).first()), u"Val reca"_s); // while it is dragged
        QCOMPARE(desk.words(id), QStringList{before});
        moveTo(view, beginOf(view, u"calls,"_s));
        release(view, beginOf(view, u"calls,"_s));
        QCOMPARE(desk.words(id), QStringList{u"Val re"_s});
        QCOMPARE(undoLabel(desk), u"Move boundary"_s);
        QCOMPARE(desk.page->currentPassage(), id);
        QVERIFY(view.selection().isEmpty());
        desk.session.undo();
        QCOMPARE(desk.words(id), QStringList{before});
        QCOMPARE(view.text().words(view.passages().fragments(id).first()), before);
        QVERIFY(desk.failures.isEmpty());
    }

    void escapeTakesItBack()
    {
        Desk desk;
        ArticleView &view = *desk.page->view();
        const PassageId id = desk.sample(u"Val recalls"_s).id;
        desk.page->showPassage(id);
        const auto label = undoLabel(desk);
        press(view, knobOf(view, 0, Boundary::Begin));
        moveTo(view, beginOf(view, u"recalls,"_s));
        QCOMPARE(view.text().words(view.passages().fragments(id).first()), u"recalls"_s);
        desk.key(Qt::Key_Escape);
        QCOMPARE(view.text().words(view.passages().fragments(id).first()), u"Val recalls"_s);
        moveTo(view, beginOf(view, u"calls,"_s));
        release(view, beginOf(view, u"calls,"_s));
        QCOMPARE(desk.words(id), QStringList{u"Val recalls"_s});
        QCOMPARE(undoLabel(desk), label);
        QCOMPARE(desk.page->currentPassage(), id);
    }

    void controlOrTheSettingGoesByWords()
    {
        Desk desk;
        ArticleView &view = *desk.page->view();
        const PassageId id = desk.sample(u"Val recalls"_s).id;
        desk.page->showPassage(id);
        press(view, knobOf(view, 0, Boundary::End));
        moveTo(view, beginOf(view, u"alls,"_s), Qt::ControlModifier);
        QCOMPARE(view.text().words(view.passages().fragments(id).first()), u"Val recalls"_s);
        moveTo(view, beginOf(view, u"al recalls"_s), Qt::ControlModifier);
        QCOMPARE(view.text().words(view.passages().fragments(id).first()), u"Val"_s);
        desk.key(Qt::Key_Escape);
        release(view, {});

        Settings settings;
        settings.tidying.toWholeWords = true;
        QSettings stored;
        settings.save(stored);
        press(view, knobOf(view, 0, Boundary::Begin));
        moveTo(view, beginOf(view, u"calls,"_s));
        release(view, beginOf(view, u"calls,"_s));
        stored.clear();
        QCOMPARE(desk.words(id), QStringList{u"recalls"_s});
    }

    void everyFragmentHasItsOwnAndKeepsToItsRoom()
    {
        Desk desk;
        ArticleView &view = *desk.page->view();
        desk.selectByKeys(u"Director Iria Val"_s);
        desk.key(Qt::Key_Return, Qt::ShiftModifier);
        desk.selectByKeys(u"Noe\u0301 Brandt, who plays"_s);
        desk.key(Qt::Key_3);
        const PassageId id = desk.page->currentPassage();
        QCOMPARE(view.grips().size(), 4);
        press(view, knobOf(view, 1, Boundary::Begin));
        moveTo(view, beginOf(view, u"irector Iria"_s));
        release(view, beginOf(view, u"irector Iria"_s));
        const QList<TextSpan> now = view.passages().fragments(id);
        QCOMPARE(now.size(), 2);
        QCOMPARE(now[1].begin, now[0].end);
        QCOMPARE(view.text().words(now[0]), u"Director Iria Val"_s);
        press(view, knobOf(view, 0, Boundary::End));
        moveTo(view, {0, 0});
        release(view, {0, 0});
        QCOMPARE(desk.words(id).first(), u"D"_s); // something is always left
        QVERIFY(desk.failures.isEmpty());
    }

    void aSelectionMadeWithTheMouseHasThemToo()
    {
        Desk desk;
        ArticleView &view = *desk.page->view();
        desk.selectByKeys(u"Val recalls"_s);
        QVERIFY(view.grips().isEmpty()); // keys need none
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, beginOf(view, u"harbour"_s) + QPoint(4, 0));
        release(view, beginOf(view, u"harbour"_s));
        QCOMPARE(view.text().words(view.selection().live()), u"harbour"_s);
        QCOMPARE(view.grips().size(), 2);
        const auto label = undoLabel(desk);
        press(view, knobOf(view, 0, Boundary::End));
        moveTo(view, beginOf(view, u"bour"_s));
        QCOMPARE(view.text().words(view.selection().live()), u"har"_s);
        moveTo(view, {0, 0});
        QCOMPARE(view.text().words(view.selection().live()), u"h"_s);
        moveTo(view, beginOf(view, u"bour"_s));
        release(view, beginOf(view, u"bour"_s));
        QCOMPARE(view.text().words(view.selection().live()), u"har"_s);
        QCOMPARE(undoLabel(desk), label);
        QVERIFY(desk.page->currentPassage().isNull());
    }

    void thePointerSaysWhereAGripIs()
    {
        Desk desk;
        ArticleView &view = *desk.page->view();
        desk.page->showPassage(desk.sample(u"Val recalls"_s).id);
        moveTo(view, knobOf(view, 0, Boundary::End), {}, Qt::NoButton);
        QCOMPARE(view.viewport()->cursor().shape(), Qt::SizeHorCursor);
        moveTo(view, beginOf(view, u"harbour"_s), {}, Qt::NoButton);
        QCOMPARE(view.viewport()->cursor().shape(), Qt::IBeamCursor);
    }

    void aPassageThatChangesWhileItIsDraggedIsLetGo()
    {
        Desk desk;
        ArticleView &view = *desk.page->view();
        const PassageId id = desk.sample(u"Val recalls"_s).id;
        desk.page->showPassage(id);
        press(view, knobOf(view, 0, Boundary::End));
        moveTo(view, beginOf(view, u"calls,"_s));
        desk.key(Qt::Key_Delete);
        QVERIFY(!view.passages().contains(id));
        moveTo(view, beginOf(view, u"alls,"_s));
        release(view, beginOf(view, u"alls,"_s));
        QVERIFY(!view.passages().contains(id));
        QVERIFY(!desk.passage(id));
        QVERIFY(desk.failures.isEmpty());
    }
};

QTEST_MAIN(TestGrips)
#include "tst_grips.moc"
