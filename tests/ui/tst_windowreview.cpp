// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/mainwindow.h"
#include "ui/review/evidencedialog.h"
#include "ui/review/queuemodel.h"
#include "ui/review/reviewacts.h"
#include "ui/review/reviewpanel.h"
#include "ui/review/reviewqueue.h"
#include "ui/sample.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

using namespace pq;
using namespace Qt::StringLiterals;

/// A fact-checker's way through the window, without a mouse.
class tst_WindowReview : public QObject
{
    Q_OBJECT

    struct Window
    {
        test::Place place;
        Session session;
        Actions actions;
        test::Answers answers;
        MainWindow window{session, actions, answers.prompts()};
        ReviewPanel *panel = window.findChild<ReviewPanel *>();
        QTableView *table = panel->findChild<QTableView *>(u"queueTableView"_s);
        ArticlePage &page = window.articlePage();

        Window()
        {
            QSettings().clear();
            if (!openSample(session, place.path(u"Sample.pullquote"_s)))
                qFatal("No sample.");
            window.resize(1400, 900);
            window.show();
            if (!QTest::qWaitForWindowActive(&window))
                qFatal("The window cannot be active.");
            page.showArticle(session.store().articles()->last().id);
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
        {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        }
        void enterQueue()
        {
            press(Qt::Key_R, Qt::ControlModifier);
            panel->queue().complete();
        }
        [[nodiscard]] QueueRow current() const { return panel->model().row(table->currentIndex().row()); }
        /// Waits until the article shows the words of the queue's claim.
        [[nodiscard]] bool showsCurrent()
        {
            return QTest::qWaitFor([this] {
                return page.currentPassage() == current().passage && page.view()->isInView(current().passage);
            });
        }
    };

private Q_SLOTS:
    void theArticleShowsTheWordsWhileTheKeyboardStaysInTheQueue()
    {
        Window shell;
        shell.enterQueue();
        QVERIFY(shell.table->hasFocus());
        QSet<ArticleId> articles;
        for (int i = 0; i < shell.panel->model().rowCount() - 1; ++i) {
            shell.press(Qt::Key_N);
            QVERIFY(shell.showsCurrent());
            QVERIFY(shell.table->hasFocus());
            articles.insert(shell.page.article());
        }
        QCOMPARE(articles.size(), shell.session.store().articles()->size());
    }

    void oneGoesIntoTheWordsAndBackToTheSameRow()
    {
        Window shell;
        shell.enterQueue();
        for (int i = 0; i < 7; ++i)
            shell.press(Qt::Key_N);
        QVERIFY(shell.showsCurrent());
        const ClaimId claim = shell.current().claim;
        const int scrolled = shell.table->verticalScrollBar()->value();
        shell.press(Qt::Key_Return);
        QVERIFY(shell.page.view()->hasFocus());
        QCOMPARE(shell.page.currentPassage(), shell.current().passage);
        shell.press(Qt::Key_PageDown);
        shell.enterQueue();
        QVERIFY(shell.table->hasFocus());
        QCOMPARE(shell.current().claim, claim);
        QCOMPARE(shell.table->verticalScrollBar()->value(), scrolled);
    }

    void escapeLeadsBackToWhereOneRead()
    {
        Window shell;
        const ArticleId article = shell.page.article();
        shell.page.view()->setFocus();
        shell.press(Qt::Key_End, Qt::ControlModifier);
        const TextPosition caret = shell.page.view()->selection().caret();
        const int scrolled = shell.page.view()->verticalScrollBar()->value();
        shell.enterQueue();
        while (shell.page.article() == article) {
            shell.press(Qt::Key_N);
            QVERIFY(shell.showsCurrent());
        }
        shell.press(Qt::Key_Escape);
        QVERIFY(shell.page.view()->hasFocus());
        QVERIFY(!shell.window.findChild<QDockWidget *>(u"view.review"_s)->isVisible());
        QCOMPARE(shell.page.article(), article);
        QCOMPARE(shell.page.view()->selection().caret(), caret);
        QVERIFY(std::abs(shell.page.view()->verticalScrollBar()->value() - scrolled) < 300); // the dock took room
    }

    void aCheckIsDoneWithTheKeyboardAlone()
    {
        Window shell;
        shell.enterQueue();
        shell.press(Qt::Key_N);
        QVERIFY(shell.showsCurrent());
        const ClaimId claim = shell.current().claim;
        shell.press(Qt::Key_E);
        auto *dialog = shell.window.findChild<EvidenceDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        auto *url = dialog->findChild<QLineEdit *>(u"evidenceUrlLineEdit"_s);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_D, Qt::AltModifier);
        QVERIFY(url->hasFocus());
        QTest::keyClicks(url, u"https://script.example/6"_s);
        QTest::keyClick(url, Qt::Key_Return);
        QCOMPARE(shell.session.store().evidence(claim)->size(), 1);
        shell.window.activateWindow(); // as a desktop does
        QVERIFY(QTest::qWaitFor([&] { return shell.table->hasFocus(); }));
        shell.press(Qt::Key_S);
        QCOMPARE(latestVerdict(shell.session, claim)->value, VerdictValue::Supported);
        QVERIFY(shell.showsCurrent()); // the next one
        shell.press(Qt::Key_Z, Qt::ControlModifier);
        shell.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(shell.session.store().evidence(claim)->isEmpty());
    }

    void theInspectorShowsTheCheckOfTheCurrentClaim()
    {
        Window shell;
        shell.enterQueue();
        shell.press(Qt::Key_N);
        QVERIFY(shell.showsCurrent());
        auto *state = shell.window.findChild<QLabel *>(u"reviewStateLabel"_s);
        QVERIFY(state->isVisible());
        QCOMPARE(state->text(), u"Not checked"_s);
        const ClaimId claim = shell.current().claim;
        shell.press(Qt::Key_I); // stays on the claim
        QCOMPARE(shell.current().claim, claim);
        QCOMPARE(state->text(), u"Check in progress"_s);
    }

    void aCardInTheMarginShowsTheCheckOrTheThread()
    {
        Window shell;
        auto *state = shell.window.findChild<QLabel *>(u"reviewStateLabel"_s);
        auto *target = shell.window.findChild<QLabel *>(u"noteTargetLabel"_s);
        QVERIFY(QTest::qWaitFor([&] { return !shell.page.view()->cards().isEmpty(); }));
        bool hasNote = false;
        for (const QList<MarginCard> cards = shell.page.view()->cards(); const MarginCard &card : cards) {
            Q_EMIT shell.page.view()->cardActivated(card.id);
            const bool isClaim = std::holds_alternative<ClaimId>(card.id);
            QVERIFY(isClaim ? state->isVisible() : target->isVisible());
            hasNote = hasNote || !isClaim;
        }
        QVERIFY(hasNote);
    }

    void wordsAreMarkedAsNeedingNoCheckByAKey()
    {
        Window shell;
        auto *label = shell.window.findChild<QLabel *>(u"stateLabel"_s);
        QVERIFY(QTest::qWaitFor([&] { return label->text().contains(u"% of the words under claims"); }));
        const QString before = label->text();
        shell.actions["view.coverage"]->trigger();
        shell.page.view()->setFocus();
        shell.press(Qt::Key_Home, Qt::ControlModifier);
        shell.page.view()->setCurrentPassage({});
        const qsizetype claims = shell.session.store().claims()->size();
        while (shell.page.selectedFragments().isEmpty())
            shell.press(Qt::Key_K);
        shell.press(Qt::Key_Z);
        QCOMPARE(shell.session.store().claims()->size(), claims + 1);
        QVERIFY(QTest::qWaitFor([&] { return label->text() != before; }));
        QVERIFY(shell.page.selectedFragments().isEmpty());
        QVERIFY(shell.session.undo());
        QVERIFY(QTest::qWaitFor([&] { return label->text() == before; }));
    }
};

QTEST_MAIN(tst_WindowReview)
#include "tst_windowreview.moc"
