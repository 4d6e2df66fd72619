// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"

#include <QApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace pq;
using test::Desk;
using namespace Qt::StringLiterals;

/// Passages and cards dragged out of the article, and passages dropped on cards. What QDrag itself does is Qt's.
class TestDrags : public QObject
{
    Q_OBJECT

    static void moveTo(ArticleView &view, const QPoint &at)
    {
        QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         Qt::AltModifier);
        QApplication::sendEvent(view.viewport(), &move);
    }
    static QPoint cardPlace(ArticleView &view, bool ofClaim)
    {
        view.grab(); // cards are placed when they are painted
        for (int y = 0; y < view.viewport()->height(); y += 3) {
            for (int x = 0; x < view.viewport()->width(); x += 9) {
                const auto card = view.cardIdAt({x, y});
                if (card && std::holds_alternative<ClaimId>(*card) == ofClaim)
                    return {x, y};
            }
        }
        qFatal("No such card is in view.");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
    }

    void altDragsThePassageUnderThePointer()
    {
        ArticleView view;
        const Text text = test::hardText();
        const Tag tag = test::tag(u"Quote"_s, u"#0072b2"_s);
        const Passage outer = test::passageOf(text, tag.id,
                                              {test::spanOf(text, u"keep it lit,’ and then he laughed"_s)});
        const Passage inner = test::passageOf(text, tag.id, {test::spanOf(text, u"keep it lit"_s)});
        view.resize(900, 700);
        view.setText(text);
        view.setTags({tag});
        view.setPassages({outer, inner});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy dragged(&view, &ArticleView::passageDragged);
        QSignalSpy asked(&view, &ArticleView::choiceRequested);
        const QPoint place = view.rectAt(inner.extent().begin + 2).center();
        const auto drag = [&](const QPoint &to) {
            QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::AltModifier, place);
            moveTo(view, to);
            QTest::mouseRelease(view.viewport(), Qt::LeftButton, Qt::AltModifier, to);
        };
        drag(place + QPoint(60, 20));
        QCOMPARE(dragged.size(), 1);
        QCOMPARE(dragged.first().first().value<PassageId>(), inner.id);
        view.setCurrentPassage(outer.id);
        drag(place + QPoint(60, 20));
        QCOMPARE(dragged.last().first().value<PassageId>(), outer.id);
        QVERIFY(view.selection().isEmpty());
        QVERIFY(asked.isEmpty());
        drag(place + QPoint(1, 0)); // no farther than a click goes
        QCOMPARE(dragged.size(), 2);
        QCOMPARE(asked.size(), 1);
    }

    void aCardIsDraggedOrChosen()
    {
        Desk desk;
        ArticleView bare;
        ArticleView *view = desk.page->view();
        const QPoint place = cardPlace(*view, true);
        bare.resize(view->size());
        bare.setText(view->text());
        bare.setCards(view->cards());
        bare.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bare));
        const QPoint there = cardPlace(bare, true);
        QSignalSpy dragged(&bare, &ArticleView::cardDragged);
        QSignalSpy chosen(&bare, &ArticleView::cardActivated);
        QTest::mousePress(bare.viewport(), Qt::LeftButton, {}, there);
        QVERIFY(chosen.isEmpty());
        moveTo(bare, there + QPoint(-80, 10));
        QTest::mouseRelease(bare.viewport(), Qt::LeftButton, {}, there + QPoint(-80, 10));
        QCOMPARE(dragged.size(), 1);
        QVERIFY(chosen.isEmpty());
        QTest::mouseClick(bare.viewport(), Qt::LeftButton, {}, there);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(view->cardBoxAt(place).contains(place));
    }

    void fragmentsAreJoinedUnderThePointer()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        desk.selectByKeys(u"Director Iria Val"_s);
        desk.key(Qt::Key_Return, Qt::ShiftModifier);
        desk.selectByKeys(u"waves that away"_s);
        desk.key(Qt::Key_3);
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.page->currentPassage().isNull());
        const auto hover = [&](const QString &words) {
            const QPoint at = view->rectAt(test::spanOf(view->text(), words).begin + 2).center();
            QMouseEvent move(QEvent::MouseMove, at, view->viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QApplication::sendEvent(view->viewport(), &move);
            return view->grab().toImage();
        };
        const QImage apart = hover(u"met us by"_s);
        QVERIFY(hover(u"waves that"_s) != apart);
        QCOMPARE(hover(u"met us by"_s), apart);
        QVERIFY(hover(u"Director Iria"_s) != apart);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view->viewport(), &leave);
        QCOMPARE(view->grab().toImage(), apart);
        QVERIFY(hover(u"It was not in"_s) != apart); // the sample's own, over a paragraph break
    }

    void otherProgramsGetTheWordsWithTheirCitation()
    {
        Desk desk;
        const DraggedPassage line{desk.sample(u"I kept it lit for you."_s).id, ClaimId::create()};
        const std::unique_ptr<QMimeData> data = desk.page->dragData(line);
        QVERIFY(data);
        QCOMPARE(passageIn(*data), line);
        QVERIFY(data->text().contains(u"I kept it lit for you."_s));
        QVERIFY(data->text().contains(u"The Harbour Gazette"_s));
        QVERIFY(data->hasHtml());
        QVERIFY(!desk.page->dragData({PassageId::create(), {}}));
    }

    void aPassageIsDroppedOnAClaimsCardAndNowhereElse()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        QMimeData data;
        const DraggedPassage passage{desk.sample(u"Val recalls"_s).id, {}};
        putPassage(data, passage);
        QSignalSpy dropped(desk.page.get(), &ArticlePage::passageDropped);
        const auto drop = [&](const QPoint &place) {
            QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &enter);
            QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &move);
            if (!move.isAccepted())
                return;
            QDropEvent dropEvent(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &dropEvent);
        };
        drop(view->rectAt({0}).center());
        QVERIFY(dropped.isEmpty());
        const QPoint place = cardPlace(*view, true);
        drop(place);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first()[0].value<DraggedPassage>(), passage);
        QCOMPARE(CardId(dropped.first()[1].value<ClaimId>()), *view->cardIdAt(place));
    }
};

QTEST_MAIN(TestDrags)
#include "tst_drags.moc"
