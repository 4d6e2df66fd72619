// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"

#include <QApplication>
#include <QSignalSpy>

using namespace pq;
using namespace Qt::StringLiterals;

class TestMargin : public QObject
{
    Q_OBJECT

    /// A margin beside a column, as a view has it, all of it in view.
    struct Page
    {
        ArticleLayout layout;
        VisibleBlocks visible{layout};
        Margin margin;

        explicit Page(const Text &text)
        {
            layout.setText(text);
            layout.setTypography(Typography::of(QFont(), 1), 500);
            visible.setHeight(5000);
        }
        QList<Margin::Placed> place(int width) { return margin.place(layout, visible, QFont(), 520, width); }
    };
    static MarginCard card(qsizetype position)
    {
        return {ClaimId::create(), {position}, u"A claim"_s, u"Speaker: somebody · Source: somebody else, at length"_s};
    }
    static void moveTo(ArticleView &view, const QPoint &at)
    {
        QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(view.viewport(), &move);
    }

private Q_SLOTS:
    void cardsNeverOverlapNorStandFarFromTheirLines()
    {
        const Text text = test::longText(12);
        QRandomGenerator random(7);
        bool dots = false;
        bool cards = false;
        for (int round = 0; round < 60; ++round) {
            Page page(text);
            QList<MarginCard> made;
            const qsizetype around = random.bounded(qint64(text.length()));
            for (int i = random.bounded(1, 60); i > 0; --i)
                made.append(card(i % 2 ? random.bounded(qint64(text.length()))
                                       : std::min(around + random.bounded(30), text.length())));
            page.margin.setCards(made);
            for (const int width : {220, int(Margin::dotsWidth)}) {
                const QList<Margin::Placed> placed = page.place(width);
                QCOMPARE(placed.size(), made.size());
                for (qsizetype i = 0; i < placed.size(); ++i) {
                    for (qsizetype other = 0; other < i; ++other)
                        QVERIFY(!placed[i].box.intersects(placed[other].box));
                    QVERIFY(placed[i].isDot() || placed[i].box.top() - placed[i].lineY < 200);
                    QVERIFY(placed[i].box.left() >= 520 && placed[i].box.right() < 520 + width);
                    QVERIFY(width > Margin::dotsWidth || placed[i].isDot());
                    dots = dots || (placed[i].isDot() && width == 220);
                    cards = cards || !placed[i].isDot();
                }
            }
        }
        QVERIFY(dots && cards);
    }

    void aFewCardsAtOneLineAreCardsManyAreDots()
    {
        Page page(test::longText(5));
        page.margin.setCards({card(100), card(101)});
        QVERIFY(std::ranges::none_of(page.place(220), &Margin::Placed::isDot));
        page.margin.setCards({card(2), card(100), card(100), card(101), card(101), card(102), card(103), card(1200)});
        const QList<Margin::Placed> placed = page.place(220);
        QVERIFY(!placed.last().isDot()); // what stands apart is a card
        QCOMPARE(std::ranges::count_if(placed, &Margin::Placed::isDot) >= 6, true);
        const auto first = std::ranges::find_if(placed, &Margin::Placed::isDot);
        QVERIFY(std::abs(first->box.center().y() - first->lineY) <= 6);
    }

    void aDotOpensUnderThePointerAndIsChosenByClickOrKey()
    {
        ArticleView view;
        view.resize(900, 600);
        const Text text = test::longText(8);
        view.setText(text);
        QList<MarginCard> many;
        for (int i = 0; i < 8; ++i)
            many.append(card(100 + i / 4));
        view.setCards(many);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        const QImage closed = view.grab().toImage();
        QPoint dot(-1, -1);
        for (int y = 0; y < 600 && dot.x() < 0; y += 3) {
            for (int x = 0; x < 900 && dot.x() < 0; x += 3) {
                if (view.cardIdAt({x, y}))
                    dot = {x, y};
            }
        }
        QVERIFY(dot.x() >= 0);
        QVERIFY(view.cardBoxAt(dot).width() < 20);
        const CardId id = *view.cardIdAt(dot);
        QCOMPARE(id, view.cards().first().id);
        moveTo(view, dot);
        QVERIFY(view.grab().toImage() != closed);
        const QPoint within(view.cardBoxAt(dot).left() + 20, view.cardBoxAt(dot).bottom() + 20);
        moveTo(view, within);
        QCOMPARE(view.cardIdAt(within), std::optional(id)); // it stays open under the pointer
        QSignalSpy chosen(&view, &ArticleView::cardActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, within);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<CardId>(), id);
        moveTo(view, {5, 5});
        QVERIFY(!view.cardIdAt(within));

        view.moveCaret({100});
        QSet<QString> reached;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(&view, Qt::Key_Return);
            reached.insert(std::get<ClaimId>(chosen.last().first().value<CardId>()).toString());
        }
        QCOMPARE(reached.size(), 8);
    }
};

QTEST_MAIN(TestMargin)
#include "tst_margin.moc"
