// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"

#include <QApplication>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>

#include <functional>

using namespace pq;
using test::Desk;
using namespace Qt::StringLiterals;

/// What the article page paints, and when.
class TestArticlePaints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
    }

    void theFirstScreenDoesNotWaitForTheLastPassage()
    {
        Desk desk;
        const Text text = test::longText(300);
        Article article{.id = ArticleId::create(), .title = u"Long"_s};
        Version version;
        version.id = VersionId::create();
        version.article = article.id;
        version.text = text;
        version.encoding = u"UTF-8"_s;
        QList<Passage> passages = test::manyPassages(text, desk.corpus.tags, 9000);
        const ClaimId claim = ClaimId::create();
        QVERIFY(desk.session.edit(u"Make"_s, [&](Edit &e) {
            e.put(article);
            e.put(version);
            for (Passage &passage : passages) {
                passage.version = version.id;
                e.put(passage);
            }
            e.put(Claim{.id = claim, .passages = {{.passage = passages.last().id}}});
        }));

        desk.page->showArticle(article.id);
        ArticleView *view = desk.page->view();
        view->viewport()->grab();
        QVERIFY(!view->passages().isComplete());
        const TextSpan screen{{0}, {1500}};
        const qsizetype there = std::ranges::count_if(passages,
                                                      [&](const Passage &p) { return p.extent().overlaps(screen); });
        QCOMPARE(view->passages().meeting(screen).size(), there);
        QVERIFY(!view->passages().isComplete());
        QVERIFY(view->cards().isEmpty());

        // The rest comes while nobody waits, and with it what needs it all.
        QVERIFY(QTest::qWaitFor([&] { return !view->cards().isEmpty(); }));
        QVERIFY(view->passages().isComplete());
        QCOMPARE(view->passages().count(), passages.size());

        // Whoever cannot wait gets it at once.
        desk.page->showArticle(desk.corpus.articles.first().id);
        desk.page->showArticle(article.id);
        desk.page->showPassage(passages.last().id);
        QCOMPARE(desk.page->currentPassage(), passages.last().id);
        QCOMPARE(view->passages().count(), passages.size());
        QVERIFY(desk.failures.isEmpty());
    }

    void thePictureDoesNotWaitForTheDisk()
    {
        Desk desk;
        desk.selectByKeys(u"by the harbour"_s);
        QApplication::processEvents();
        const qsizetype before = desk.passages().size();
        const qsizetype shown = desk.page->view()->passages().count();
        // At the first picture with the passage nothing has been written yet.
        std::optional<qsizetype> stored;
        const auto look = [&](QEvent *event) {
            if (event->type() == QEvent::Paint && !stored && desk.page->view()->passages().count() > shown)
                stored = desk.passages().size();
        };
        struct Watch : QObject
        {
            std::function<void(QEvent *)> look;
            bool eventFilter(QObject *, QEvent *event) override
            {
                look(event);
                return false;
            }
        } watch;
        watch.look = look;
        desk.page->view()->viewport()->installEventFilter(&watch);
        desk.key(Qt::Key_1);
        QCOMPARE(stored, before);
        QCOMPARE(desk.passages().size(), before + 1);
    }

    void whatIsPaintedAnewIsAllThatChanged()
    {
        QApplication::setCursorFlashTime(0);
        Desk desk;
        QWidget *viewport = desk.page->view()->viewport();
        const auto shown = [&desk, viewport] {
            QApplication::processEvents();
            const QRect place(viewport->mapTo(desk.page.get(), QPoint()), viewport->size());
            return desk.page->screen()
                ->grabWindow(desk.page->winId(), place.x(), place.y(), place.width(), place.height())
                .toImage();
        };
        const auto isWhole = [&] {
            const QImage before = shown();
            viewport->update();
            return before == shown();
        };
        QVERIFY(!shown().isNull());
        const QImage first = shown();
        desk.selectByKeys(u"by the harbour"_s);
        QVERIFY(shown() != first);
        QVERIFY(isWhole());
        desk.key(Qt::Key_1);
        QVERIFY(isWhole());
        desk.key(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(isWhole());
        desk.key(Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(isWhole());
        desk.selectByKeys(u"Director Iria Val"_s);
        QVERIFY(isWhole());
        desk.key(Qt::Key_Return, Qt::ShiftModifier);
        desk.selectByKeys(u"Noe\u0301 Brandt, who plays"_s);
        QVERIFY(isWhole());
        desk.key(Qt::Key_3);
        QVERIFY(isWhole());
        for (int i = 0; i < 6; ++i) {
            desk.key(Qt::Key_N);
            QVERIFY(isWhole());
            desk.key(Qt::Key_O);
            QVERIFY(isWhole());
        }
        desk.key(Qt::Key_Delete);
        QVERIFY(isWhole());
        desk.session.undo();
        QVERIFY(isWhole());
        desk.session.undo();
        QVERIFY(isWhole());
        desk.page->view()->setFocusMode(true);
        QVERIFY(isWhole());
        desk.selectByKeys(u"Director Iria Val"_s);
        QVERIFY(isWhole());
        // By mouse a selection has grips, and the current passage has none then.
        desk.page->view()->setFocusMode(false);
        desk.page->showPassage(desk.sample(u"Val recalls"_s).id);
        const QPoint word = desk.page->view()->rectAt(test::spanOf(desk.page->text(), u"Iria Val"_s).begin).center();
        QTest::mouseDClick(viewport, Qt::LeftButton, {}, word);
        QVERIFY(isWhole());
        desk.key(Qt::Key_Right);
        QVERIFY(isWhole());
    }

    void whatCannotBeStoredIsNotShownAsIfItWere()
    {
        Desk desk;
        desk.selectByKeys(u"by the harbour"_s);
        const qsizetype shown = desk.page->view()->passages().count();
        // An edit inside an edit is refused.
        QVERIFY(desk.session.edit(u"Outer"_s, [&](Edit &) { desk.key(Qt::Key_1); }));
        QCOMPARE(desk.failures.size(), 1);
        QCOMPARE(desk.page->view()->passages().count(), shown);
        QVERIFY(!desk.page->selectedFragments().isEmpty());
        const Passage there = desk.sample(u"Val recalls"_s);
        QVERIFY(desk.page->view()->passages().contains(there.id));
    }
};

QTEST_MAIN(TestArticlePaints)
#include "tst_articlepaints.moc"
