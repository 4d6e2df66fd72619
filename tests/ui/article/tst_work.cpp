// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"

#include <QScrollBar>

using namespace pq;
using namespace Qt::StringLiterals;

/// Work is counted, not timed: whatever a text and its passages come to, an act lays out, asks for and paints the
/// paragraphs in view and the passages over them.
class TestWork : public QObject
{
    Q_OBJECT

    QList<Tag> m_tags{test::tag(u"Quote"_s, u"#0072b2"_s), test::tag(u"Cue"_s, u"#009e73"_s)};

    /// How much there may be of each at most: of what is in view after the act. Layouts on both sides of a jump, and
    /// a few beside the edges; each paragraph asks once for what lies over it, and a fragment lies over several.
    static QString tooMuch(ArticleView &view, const std::function<void()> &act, bool opens = false)
    {
        const qint64 laidOut = view.layout().layoutsMade();
        const qint64 visited = opens ? 0 : view.passages().fragmentsVisited(); // other passages count anew
        act();
        view.viewport()->repaint();
        const qint64 layouts = view.layout().layoutsMade() - laidOut;
        const qint64 fragments = view.passages().fragmentsVisited() - visited;

        const QList<VisibleBlocks::Item> &items = view.visibleBlocks().items();
        qint64 over = 0;
        for (const VisibleBlocks::Item &item : items)
            over += view.passages().meeting(view.layout().blocks().at(item.block).span).size();
        if (layouts > 2 * items.size() + 6)
            return u"%1 layouts for %2 paragraphs"_s.arg(layouts).arg(items.size());
        if (fragments > 2 * over + 8)
            return u"%1 fragments asked for, %2 in view"_s.arg(fragments).arg(over);
        if (view.blocksPainted() > items.size())
            return u"%1 paragraphs painted, %2 in view"_s.arg(view.blocksPainted()).arg(items.size());
        return {};
    }

private Q_SLOTS:
    void isDoneForWhatIsInView_data()
    {
        QTest::addColumn<int>("paragraphs");
        QTest::addColumn<int>("passages");
        QTest::newRow("short") << 100 << 1'000;
        QTest::newRow("short, many passages") << 100 << 100'000;
        QTest::newRow("long, few passages") << 10'000 << 1'000;
        QTest::newRow("long, many passages") << 10'000 << 100'000;
    }

    void isDoneForWhatIsInView()
    {
        QFETCH(int, paragraphs);
        QFETCH(int, passages);
        const Text text = test::longText(paragraphs);
        QList<Passage> there = test::manyPassages(text, m_tags, passages);
        ArticleView view;
        view.resize(900, 700);
        view.setTags(m_tags);
        view.setText(text);
        view.setPassages(there);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.visibleBlocks().items().size() < 20);
        QVERIFY(view.layout().layoutsMade() <= 60); // a few screens: first unsized, then at its size
        view.setFocus();

        const qsizetype middle = text.length() / 2;
        QScrollBar *bar = view.verticalScrollBar();
        const Passage made = test::passageOf(text, m_tags[0].id, {{{middle}, {middle + 40}}});
        const Passage moved = test::passageOf(text, m_tags[0].id, {{{middle}, {middle + 47}}});
        const std::pair<const char *, std::function<void()>> acts[] = {
            {"jumping to a place", [&] { bar->setValue(bar->maximum() / 2); }},
            {"scrolling by a page", [&] { bar->triggerAction(QAbstractSlider::SliderPageStepAdd); }},
            {"scrolling by a line", [&] { bar->triggerAction(QAbstractSlider::SliderSingleStepSub); }},
            {"jumping to the end", [&] { bar->setValue(bar->maximum()); }},
            {"moving the caret far", [&] { view.moveCaret({middle}); }},
            {"moving the caret", [&] { QTest::keyClick(&view, Qt::Key_Right); }},
            {"moving it by a line", [&] { QTest::keyClick(&view, Qt::Key_Down); }},
            {"selecting by words",
             [&] { QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier); }},
            {"paging", [&] { QTest::keyClick(&view, Qt::Key_PageDown); }},
            {"tagging", [&] { view.putPassage(made), view.setCurrentPassage(made.id); }},
            {"moving a boundary",
             [&] {
                 Passage wider = moved;
                 wider.id = made.id;
                 view.putPassage(wider);
             }},
            {"the next passage", [&] { view.showNextPassage(true); }},
            {"the passage before", [&] { view.showNextPassage(false); }},
            {"a passage elsewhere", [&] { view.showPassage(there[passages / 3].id); }},
            {"a wider column", [&] { view.resize(1200, 700); }},
            {"a narrower column", [&] { view.resize(500, 700); }},
            {"larger letters", [&] { view.setZoom(1.5); }},
            {"other colours", [&] { view.setPalette(paletteOf(Scheme::Dark)); }},
            {"deleting", [&] { view.removePassage(made.id); }},
        };
        const QString wrongAtFirst = tooMuch(view, [&] { view.setText(text), view.setPassages(there); }, true);
        QVERIFY2(wrongAtFirst.isEmpty(), qPrintable(wrongAtFirst));
        for (const auto &[name, act] : acts) {
            const QString wrong = tooMuch(view, act);
            QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1StringView(name) + u": "_s + wrong));
        }
        // Nothing of it is laid out again as long as it is in view.
        const qint64 laidOut = view.layout().layoutsMade();
        view.viewport()->repaint();
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        view.viewport()->repaint();
        QCOMPARE(view.layout().layoutsMade(), laidOut);
    }

    /// What is under the pointer costs what is there.
    void isDoneForWhatIsUnderThePointer()
    {
        for (const int passages : {100, 100'000}) {
            const Text text = test::longText(2000);
            ArticleView view;
            view.resize(900, 700);
            view.setTags(m_tags);
            view.setText(text);
            QList<Passage> there;
            for (int i = 0; i < passages; ++i)
                there.append(test::passageOf(text, m_tags[0].id, {{{5000 + i}, {5004 + i}}}));
            there.append(test::passageOf(text, m_tags[1].id, {{{0}, {text.length()}}}));
            view.setPassages(there);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            const qint64 visited = view.passages().fragmentsVisited();
            const qint64 laidOut = view.layout().layoutsMade();
            QCOMPARE(view.passagesAt(view.characterAt(view.rectAt({100}).center()).begin).size(), 1);
            QCOMPARE(view.passagesAt({5050}).size(), 5);
            QCOMPARE(view.passages().fragmentsVisited() - visited, 6);
            QCOMPARE(view.layout().layoutsMade(), laidOut);
        }
    }
};

QTEST_MAIN(TestWork)
#include "tst_work.moc"
