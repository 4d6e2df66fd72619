// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBoundaryFinder>

using namespace pq;
using namespace Qt::StringLiterals;

class TestArticleView : public QObject
{
    Q_OBJECT

    QList<Tag> m_tags{test::tag(u"Quote"_s, u"#0072b2"_s, u"1"_s), test::tag(u"Cue"_s, u"#009e73"_s, u"2"_s)};

    static std::unique_ptr<ArticleView> viewOf(const Text &text, QSize size = {900, 700})
    {
        auto view = std::make_unique<ArticleView>();
        view->resize(size);
        view->setText(text);
        view->show();
        if (!QTest::qWaitForWindowExposed(view.get()))
            qFatal("The view is not shown.");
        view->activateWindow();
        view->setFocus();
        return view;
    }
    static QString selectedWords(const ArticleView &view)
    {
        QStringList words;
        for (const TextSpan &span : view.selection().spans())
            words.append(view.text().words(span).toString());
        return words.join(u'|');
    }
    static QPoint pointOf(ArticleView &view, const QString &words, qsizetype character = 0)
    {
        return view.rectAt(test::spanOf(view.text(), words).begin + character).center();
    }
    static void click(ArticleView &view, const QPoint &point, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, point);
    }
    static void drag(ArticleView &view, const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
    }

private Q_SLOTS:
    void keysMoveByCharactersAsPeopleSeeThem()
    {
        const auto view = viewOf(Text(u"a👩‍👩‍👧‍👦e\u0301🇮🇸z"_s));
        for (const qsizetype expected : {1, 8, 10, 12, 13, 13}) {
            QTest::keyClick(view.get(), Qt::Key_Right);
            QCOMPARE(view->selection().caret().value, expected);
        }
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->selection().caret().value, 0);
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(selectedWords(*view), u"a👩‍👩‍👧‍👦"_s);
    }

    void keysSelectByWordSentenceParagraphLineAndText()
    {
        const Text text(u"One two. Three four!\nFive"_s);
        const auto view = viewOf(text);
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(selectedWords(*view).trimmed(), u"One"_s);
        QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier | Qt::AltModifier);
        QCOMPARE(selectedWords(*view).trimmed(), u"One two."_s);
        QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(selectedWords(*view).trimmed(), u"One two. Three four!"_s);
        QTest::keyClick(view.get(), Qt::Key_Home);
        QTest::keyClick(view.get(), Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view->selection().live().end, text.span().end);
        QTest::keyClick(view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(selectedWords(*view), text.string());
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), text.string());
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(view->selection().isEmpty());
    }

    void arrowsFollowTheDirectionOfTheParagraph()
    {
        const auto view = viewOf(Text(u"שלום\nabc"_s));
        QTest::keyClick(view.get(), Qt::Key_Left);
        QCOMPARE(view->selection().caret().value, 1);
        QTest::keyClick(view.get(), Qt::Key_Right);
        QCOMPARE(view->selection().caret().value, 0);
    }

    void upAndDownKeepTheColumn()
    {
        const auto view = viewOf(Text((u"word "_s.repeated(200) + u"\n\nx\n"_s).repeated(3)));
        view->moveCaret({40});
        const int x = view->caretRect().center().x();
        int y = view->caretRect().top();
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(view.get(), Qt::Key_Down);
            QVERIFY(view->selection().caret() > TextPosition{40});
        }
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(view.get(), Qt::Key_Up);
        QCOMPARE(view->selection().caret().value, 40);
        QCOMPARE(view->caretRect().center().x(), x);
        QCOMPARE(view->caretRect().top(), y);
    }

    void pagesGoToTheEndAndBack()
    {
        const auto view = viewOf(test::longText(60));
        for (int i = 0; i < 200 && view->selection().caret() < view->text().span().end; ++i)
            QTest::keyClick(view.get(), Qt::Key_PageDown);
        QCOMPARE(view->selection().caret(), view->text().span().end);
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
        for (int i = 0; i < 200 && view->selection().caret().value > 0; ++i)
            QTest::keyClick(view.get(), Qt::Key_PageUp);
        QCOMPARE(view->selection().caret().value, 0);
        QCOMPARE(view->verticalScrollBar()->value(), 0);
    }

    void theMouseSelectsCharactersWordsAndSentences()
    {
        const auto view = viewOf(test::hardText());
        drag(*view, view->rectAt(test::spanOf(view->text(), u"keep it lit"_s).begin).center() - QPoint(3, 0),
             view->rectAt(test::spanOf(view->text(), u",’ and then"_s).begin).center() - QPoint(2, 0));
        QCOMPARE(selectedWords(*view), u"keep it lit"_s);

        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, pointOf(*view, u"laughed"_s, 3));
        QCOMPARE(selectedWords(*view), u"laughed"_s);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, pointOf(*view, u"laughed"_s, 3));
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, pointOf(*view, u"laughed"_s, 3));
        QCOMPARE(selectedWords(*view), u"“He said, ‘keep it lit,’ and then he laughed,” the director says."_s);

        click(*view, pointOf(*view, u"script"_s), Qt::NoModifier);
        QVERIFY(view->selection().isEmpty());
        click(*view, view->rectAt(test::spanOf(view->text(), u" script"_s).begin).center() - QPoint(40, 0),
              Qt::ShiftModifier);
        QVERIFY(selectedWords(*view).size() > 3);
    }

    void theMouseReachesBothEndsOfBidirectionalLines()
    {
        const auto view = viewOf(test::hardText());
        for (const QString &word : {u"שלום"_s, u"הבמאי"_s, u"English"_s}) {
            const TextSpan span = test::spanOf(view->text(), word);
            for (TextPosition at = span.begin; at < span.end; at = at + 1)
                QCOMPARE(view->characterAt(view->rectAt(at).center()), (TextSpan{at, at + 1}));
        }
    }

    void fragmentsAreSetAsideAndDropped()
    {
        const auto view = viewOf(Text(u"One two three four"_s));
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view.get(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(selectedWords(*view), u"On"_s);
        QTest::keyClick(view.get(), Qt::Key_End);
        QTest::keyClick(view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(selectedWords(*view), u"On|r"_s);
        QTest::keyClick(view.get(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(view.get(), Qt::Key_Left, Qt::ShiftModifier); // touches: becomes one with it
        QCOMPARE(selectedWords(*view), u"On|ur"_s);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(view->selection().isEmpty());
    }

    void clicksOnOnePlaceGoThroughTheOverlappingPassages()
    {
        const Text text = test::hardText();
        const auto view = viewOf(text);
        const Passage outer = test::passageOf(
            text, m_tags[0].id, {test::spanOf(text, u"“He said, ‘keep it lit,’ and then he laughed,”"_s)});
        const Passage inner = test::passageOf(text, m_tags[1].id, {test::spanOf(text, u"keep it lit"_s)});
        view->setTags(m_tags);
        view->setPassages({outer, inner});
        QSignalSpy spy(view.get(), &ArticleView::currentPassageChanged);
        const QPoint point = pointOf(*view, u"it lit"_s);
        click(*view, point);
        QCOMPARE(view->currentPassage(), inner.id);
        QTest::qWait(QApplication::doubleClickInterval() + 20);
        click(*view, point);
        QCOMPARE(view->currentPassage(), outer.id);
        QTest::qWait(QApplication::doubleClickInterval() + 20);
        click(*view, point);
        QCOMPARE(view->currentPassage(), inner.id);
        view->cyclePassages();
        QCOMPARE(view->currentPassage(), outer.id);
        click(*view, pointOf(*view, u"Flags"_s));
        QVERIFY(view->currentPassage().isNull());
        QCOMPARE(spy.count(), 5);
    }

    void thePassagesAreWalkedByKey()
    {
        const Text text = test::longText(200);
        const auto view = viewOf(text);
        const QList<Passage> passages = test::manyPassages(text, m_tags, 300);
        view->setPassages(passages);
        QList<PassageId> walked;
        for (view->showNextPassage(true); walked.isEmpty() || walked.last() != view->currentPassage();
             view->showNextPassage(true)) {
            walked.append(view->currentPassage());
            QVERIFY(view->viewport()->rect().contains(view->caretRect()));
        }
        QCOMPARE(walked.size(), passages.size());
        for (qsizetype i = walked.size() - 2; i >= 0; --i) {
            view->showNextPassage(false);
            QCOMPARE(view->currentPassage(), walked[i]);
        }
    }

    void thePlaceStaysWhenTheWidthChanges()
    {
        const auto view = viewOf(test::longText(400), {1000, 700});
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 3);
        const VisibleBlocks::Place place = view->visibleBlocks().place();
        for (const int width : {420, 600, 350, 800, 1000}) {
            view->resize(width, 700);
            QCOMPARE(view->rectAt(place.position).top() - view->rectAt(place.position).top() % 1,
                     view->rectAt(place.position).top());
            const int bandTop = place.y;
            QVERIFY(std::abs(view->rectAt(place.position).top() - bandTop) <= 12);
        }
        QCOMPARE(view->visibleBlocks().place().position, place.position);
        QCOMPARE(view->visibleBlocks().place().y, place.y);
        view->setZoom(1.5);
        QVERIFY(std::abs(view->rectAt(place.position).top() - place.y) <= 16);
    }

    void scrollingNeverJumps()
    {
        const auto view = viewOf(test::longText(300));
        QScrollBar *bar = view->verticalScrollBar();
        bar->setValue(bar->maximum() / 2); // heights above and below are estimates
        for (const int step : {-40, -40, 37, -200, 500, -650, -13, 90}) {
            const TextPosition seen = view->positionAt({view->viewport()->width() / 2, 350});
            const int before = view->rectAt(seen).top();
            bar->setValue(bar->value() + step);
            QCOMPARE(view->rectAt(seen).top(), before - step);
        }
    }

    void theEndIsReachedExactly()
    {
        const auto view = viewOf(test::longText(300));
        QScrollBar *bar = view->verticalScrollBar();
        bar->setValue(bar->maximum());
        QCOMPARE(bar->value(), bar->maximum());
        const VisibleBlocks::Item last = view->visibleBlocks().items().last();
        QCOMPARE(last.block, view->layout().blocks().count() - 1);
        QCOMPARE(last.y + view->layout().heights().height(last.block), view->viewport()->height());
    }

    void veryLongParagraphsAndManyEmptyLinesAreNoDifferent()
    {
        for (const QString &string : {u"word "_s.repeated(200'000), u"\n"_s.repeated(100'000)}) {
            const auto view = viewOf(Text(string));
            QVERIFY(view->layout().layoutsMade() < 500);
            QTest::keyClick(view.get(), Qt::Key_End, Qt::ControlModifier);
            QCOMPARE(view->selection().caret(), view->text().span().end);
            QVERIFY(view->layout().layoutsMade() < 1000);
            QVERIFY(view->viewport()->rect().intersects(view->caretRect()));
        }
    }

    void drawsWithoutATextAndAtAnySize()
    {
        ArticleView view;
        for (const QSize size : {QSize(1, 1), QSize(20, 20), QSize(3000, 40)}) {
            view.resize(size);
            view.setText(Text());
            (void)view.grab();
            view.setText(test::hardText());
            view.select({{3}, {300}});
            (void)view.grab();
            QTest::keyClick(&view, Qt::Key_PageDown);
            QTest::keyClick(&view, Qt::Key_Up);
        }
    }

    void otherKeysAreHandedOn()
    {
        const auto view = viewOf(test::hardText());
        QSignalSpy typed(view.get(), &ArticleView::keyTyped);
        QTest::keyClick(view.get(), Qt::Key_1);
        QTest::keyClick(view.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(typed.count(), 1);
        QCOMPARE(typed.first().first().toString(), u"1"_s);
    }

    void cardsStandApartBesideTheirLinesAndAreChosen()
    {
        const Text text = test::hardText();
        const auto view = viewOf(text, {1100, 700});
        QList<MarginCard> cards;
        for (int i = 0; i < 4; ++i)
            cards.append(
                {ClaimId::create(), test::spanOf(text, u"keep it lit"_s).begin, u"Quote"_s, u"Speaker: Osric"_s});
        view->setCards(cards);
        QSignalSpy activated(view.get(), &ArticleView::cardActivated);
        view->viewport()->repaint();
        const int y = view->rectAt(cards[0].position).top() + 4;
        int x = 0;
        for (x = view->viewport()->width() - 60; activated.isEmpty() && x > 600; x -= 20)
            click(*view, {x, y});
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().value<CardId>(), cards[0].id);
        activated.clear();
        for (int down = 0; down < 300; down += 10)
            click(*view, {x, y + down});
        QSet<QString> found;
        for (const auto &arguments : activated)
            found.insert(std::get<ClaimId>(arguments.first().value<CardId>()).toString());
        QCOMPARE(found.size(), cards.size());
        view->moveCaret(cards[0].position);
        activated.clear();
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
    }

    void tabLeavesTheView()
    {
        QWidget window;
        auto *view = new ArticleView(&window);
        auto *next = new QWidget(&window);
        next->setFocusPolicy(Qt::StrongFocus);
        QWidget::setTabOrder(view, next);
        view->setText(test::hardText());
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Tab);
        QVERIFY(next->hasFocus());
        QCOMPARE(view->selection().caret().value, 0);
    }

    void positionsEqualASimpleModelAfterAnyKeys();
    void anyHandsLeaveItWhole();
};

/// The model knows characters from Qt's own finder, counts code points by itself and knows no layout; after
/// keys that need lines or words it takes the caret over, if that stands between two characters.
void TestArticleView::positionsEqualASimpleModelAfterAnyKeys()
{
    const Text text = test::hardText();
    const QList<uint> points = text.string().toUcs4();
    QList<qsizetype> stops;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.string());
    for (qsizetype unit = 0; unit >= 0; unit = finder.toNextBoundary())
        stops.append(text.string().first(unit).toUcs4().size());
    QCOMPARE(stops.last(), points.size());
    qsizetype hebrew = test::spanOf(text, u"שלום"_s).begin.value;
    const TextSpan rightToLeft = paragraphAt(text, {hebrew});

    const auto view = viewOf(text, {500, 300});
    QRandomGenerator random(20260);
    qsizetype caret = 0;
    qsizetype anchor = 0;
    QList<TextSpan> added;
    const QList<int> keys{Qt::Key_Left, Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down,   Qt::Key_Home,
                          Qt::Key_End,  Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Return, Qt::Key_Escape};
    for (int step = 0; step < 2000; ++step) {
        const int key = keys[random.bounded(step % 10 == 0 ? keys.size() : keys.size() - 1)];
        const bool control = key != Qt::Key_Return && key != Qt::Key_PageUp && key != Qt::Key_PageDown
            && random.bounded(4) == 0;
        const bool select = random.bounded(2) == 0 || key == Qt::Key_Return;
        const TextSpan live{{std::min(anchor, caret)}, {std::max(anchor, caret)}};
        bool modelled = true;
        if (key == Qt::Key_Return) {
            if (!live.isEmpty())
                added.append(live);
            anchor = caret;
        } else if (key == Qt::Key_Escape) {
            added.clear();
            anchor = caret;
        } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
            const bool inHebrew = rightToLeft.begin.value <= caret && caret <= rightToLeft.end.value;
            const qsizetype at = stops.indexOf(caret);
            const bool forward = (key == Qt::Key_Right) != inHebrew;
            modelled = !control;
            if (modelled && !select && !live.isEmpty())
                caret = (forward ? live.end : live.begin).value;
            else if (modelled)
                caret = stops[std::clamp<qsizetype>(at + (forward ? 1 : -1), 0, stops.size() - 1)];
        } else if (control && (key == Qt::Key_Home || key == Qt::Key_End)) {
            caret = key == Qt::Key_Home ? 0 : stops.last();
        } else {
            modelled = false;
        }
        Qt::KeyboardModifiers modifiers = select ? Qt::ShiftModifier : Qt::NoModifier;
        modifiers.setFlag(Qt::ControlModifier, control);
        if (key == Qt::Key_Escape)
            modifiers = {};
        QTest::keyClick(view.get(), Qt::Key(key), modifiers);
        if (!modelled) {
            caret = view->selection().caret().value;
            QVERIFY(stops.contains(caret));
        }
        if (!select && key != Qt::Key_Escape)
            anchor = caret;
        QCOMPARE(view->selection().caret().value, caret);
        QCOMPARE(view->selection().anchor().value, anchor);

        // Which characters are selected, one by one.
        QList<bool> expected(points.size(), false);
        for (const TextSpan &span : added + QList<TextSpan>{{{std::min(anchor, caret)}, {std::max(anchor, caret)}}}) {
            for (qsizetype i = span.begin.value; i < span.end.value; ++i)
                expected[i] = true;
        }
        QList<bool> actual(points.size(), false);
        for (const TextSpan &span : view->selection().spans()) {
            for (qsizetype i = span.begin.value; i < span.end.value; ++i)
                actual[i] = true;
        }
        QCOMPARE(actual, expected);
        if (modelled || select)
            QVERIFY(view->viewport()->rect().intersects(view->caretRect()));
    }
}

/// Mouse, keys, sizes and passages in any order: nothing breaks, and what is handed out are places in the text.
void TestArticleView::anyHandsLeaveItWhole()
{
    const Text text(test::hardText().string() + u'\n' + test::longText(3).string() + u"\n\n\n"_s
                    + u"endless👩‍👩‍👧‍👦"_s.repeated(800));
    const auto view = viewOf(text, {600, 400});
    QRandomGenerator random(77);
    QList<Passage> there = test::manyPassages(text, m_tags, 60);
    view->setTags(m_tags);
    view->setPassages(there);
    const auto point = [&] {
        return QPoint(int(random.bounded(view->viewport()->width() + 40)) - 20,
                      int(random.bounded(view->viewport()->height() + 40)) - 20);
    };
    for (int step = 0; step < 250; ++step) {
        switch (random.bounded(9)) {
        case 0:
            click(*view, point(), random.bounded(2) ? Qt::NoModifier : Qt::ShiftModifier);
            break;
        case 1:
            drag(*view, point(), point());
            break;
        case 2:
            QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, point());
            break;
        case 3:
            view->resize(60 + int(random.bounded(900)), 30 + int(random.bounded(600)));
            break;
        case 4:
            view->setZoom(0.5 + random.bounded(3.0));
            break;
        case 5:
            if (!there.isEmpty() && random.bounded(2)) {
                view->removePassage(there.takeAt(random.bounded(there.size())).id);
            } else if (const QList<TextSpan> spans = view->selection().spans(); !spans.isEmpty()) {
                there.append(test::passageOf(text, m_tags[0].id, spans));
                view->putPassage(there.last());
                view->setCurrentPassage(there.last().id);
            }
            break;
        case 6:
            view->verticalScrollBar()->setValue(int(random.bounded(view->verticalScrollBar()->maximum() + 1)));
            break;
        case 7:
            view->showNextPassage(random.bounded(2));
            break;
        default:
            for (const Qt::Key key : {Qt::Key_Down, Qt::Key_PageDown, Qt::Key_End, Qt::Key_Up, Qt::Key_Return})
                QTest::keyClick(view.get(), key, random.bounded(2) ? Qt::ShiftModifier : Qt::NoModifier);
        }
        if (step % 5 == 0)
            (void)view->viewport()->grab();
        const TextPosition caret = view->selection().caret();
        QCOMPARE(snappedToCharacters(text, {caret, caret}).begin, caret);
        for (const TextSpan &span : view->selection().spans())
            QVERIFY(text.covers(span) && !span.isEmpty());
        QVERIFY(view->currentPassage().isNull() || view->passages().contains(view->currentPassage()));
        QCOMPARE(view->passages().count(), there.size());
    }
}

QTEST_MAIN(TestArticleView)
#include "tst_articleview.moc"
