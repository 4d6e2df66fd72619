// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/review/progressstrip.h"
#include "ui/review/queuemodel.h"
#include "ui/review/reviewpanel.h"
#include "ui/review/reviewqueue.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

using namespace pq;
using namespace Qt::StringLiterals;

/// The queue as it is used: by keys alone.
class tst_ReviewPanel : public QObject
{
    Q_OBJECT

    struct Desk
    {
        test::OpenProject project;
        Session &session = project.session;
        Actions actions;
        ReviewPanel panel{session, actions};
        QTableView *table = panel.findChild<QTableView *>(u"queueTableView"_s);
        QSignalSpy shown{&panel, &ReviewPanel::claimShown};

        Desk()
        {
            panel.resize(1200, 300);
            panel.show();
            panel.activateWindow();
            if (!QTest::qWaitForWindowActive(&panel))
                qFatal("The panel cannot be active.");
            panel.queue().complete();
            panel.setFocus();
        }
        void press(Qt::Key key) const { QTest::keyClick(table, key); }
        [[nodiscard]] QueueModel &model() const { return panel.model(); }
        [[nodiscard]] int row() const { return table->currentIndex().row(); }
        [[nodiscard]] QueueRow current() const { return model().row(row()); }
        [[nodiscard]] VerdictValue value(ClaimId claim) const
        {
            return session.store().queue(QSet{claim})->first().value;
        }
        template <class T>
        [[nodiscard]] T *child(const QString &name) const
        {
            return panel.findChild<T *>(name);
        }
        void choose(const QString &box, const QString &text) const
        {
            auto *combo = child<QComboBox>(box);
            combo->setCurrentIndex(combo->findText(text));
            Q_EMIT combo->activated(combo->currentIndex());
        }
    };

private Q_SLOTS:
    void theKeyboardGoesToTheQueue()
    {
        const Desk desk;
        QVERIFY(desk.table->hasFocus());
        QCOMPARE(desk.row(), 0);
        QCOMPARE(desk.model().rowCount(), desk.project.corpus.claims.size());
    }

    void steppingShowsTheWordsAndKeepsTheKeyboard()
    {
        Desk desk;
        desk.press(Qt::Key_N);
        QCOMPARE(desk.row(), 1);
        QVERIFY(QTest::qWaitFor([&] { return !desk.shown.isEmpty(); }));
        QCOMPARE(desk.shown.last()[0].value<ClaimId>(), desk.current().claim);
        QCOMPARE(desk.shown.last()[1].value<PassageId>(), desk.current().passage);
        QVERIFY(desk.table->hasFocus());
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_P);
        desk.press(Qt::Key_P);
        QCOMPARE(desk.row(), 0);
        desk.press(Qt::Key_P); // the first one stays
        QCOMPARE(desk.row(), 0);
    }

    void aHeldKeyShowsOnlyWhereItEnds()
    {
        Desk desk;
        for (int i = 0; i < 5; ++i)
            desk.press(Qt::Key_N);
        QVERIFY(QTest::qWaitFor([&] { return !desk.shown.isEmpty(); }));
        QTest::qWait(80);
        QCOMPARE(desk.shown.size(), 1);
        QCOMPARE(desk.shown.first()[0].value<ClaimId>(), desk.current().claim);
    }

    void everyVerdictHasAKey_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<VerdictValue>("value");
        QTest::newRow("S") << Qt::Key_S << VerdictValue::Supported;
        QTest::newRow("D") << Qt::Key_D << VerdictValue::Disputed;
        QTest::newRow("R") << Qt::Key_R << VerdictValue::Refuted;
        QTest::newRow("U") << Qt::Key_U << VerdictValue::Unverifiable;
        QTest::newRow("C") << Qt::Key_C << VerdictValue::NoCheckNeeded;
        QTest::newRow("I") << Qt::Key_I << VerdictValue::InProgress;
        QTest::newRow("X") << Qt::Key_X << VerdictValue::NotChecked;
    }
    void everyVerdictHasAKey()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const VerdictValue, value);
        Desk desk;
        const ClaimId claim = desk.current().claim;
        desk.press(key);
        QCOMPARE(desk.value(claim), value);
        QCOMPARE(desk.session.store().queue(QSet{claim})->first().checker, desk.session.store().annotator().id);
        // A decision leads on to the next open claim; all else stays.
        QCOMPARE(desk.current().claim != claim, isDecided(value));
        QVERIFY(!isDecided(desk.current().value));
        QVERIFY(desk.session.undo());
        QCOMPARE(desk.value(claim), VerdictValue::NotChecked);
    }

    void openClaimsAreDoneOneAfterTheOther()
    {
        Desk desk;
        desk.choose(u"queueVerdictComboBox"_s, u"Open"_s);
        const int open = desk.model().rowCount();
        QCOMPARE(open, int(desk.panel.queue().progress().open()));
        QSet<ClaimId> done;
        for (int i = 0; i < open; ++i) {
            const ClaimId claim = desk.current().claim;
            QVERIFY(!done.contains(claim));
            done.insert(claim);
            desk.press(Qt::Key_S);
        }
        QCOMPARE(desk.model().rowCount(), 0);
        QCOMPARE(desk.child<QLabel>(u"queueStateLabel"_s)->text(), u"No claim is like this."_s);
        QVERIFY(!desk.actions["review.supported"]->isEnabled());
        desk.press(Qt::Key_S); // and nothing happens
        QVERIFY(desk.session.undo());
        QCOMPARE(desk.model().rowCount(), 1);
    }

    void skippingLeavesTheClaimOpen()
    {
        Desk desk;
        const ClaimId first = desk.current().claim;
        desk.press(Qt::Key_K);
        QVERIFY(desk.current().claim != first);
        QVERIFY(!isDecided(desk.current().value));
        QCOMPARE(desk.value(first), VerdictValue::NotChecked);
        // Round and round over the open ones only.
        for (int i = 0; i < 30 && desk.current().claim != first; ++i) {
            QVERIFY(!isDecided(desk.current().value));
            desk.press(Qt::Key_K);
        }
        QCOMPARE(desk.current().claim, first);
    }

    void aReasonGoesWithTheNextVerdict()
    {
        Desk desk;
        const ClaimId claim = desk.current().claim;
        desk.press(Qt::Key_G);
        auto *reason = desk.child<QLineEdit>(u"verdictReasonLineEdit"_s);
        QVERIFY(reason->hasFocus());
        QTest::keyClicks(reason, u"The tape has it; snd"_s); // letters are letters here
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(desk.table->hasFocus());
        QCOMPARE(desk.value(claim), VerdictValue::NotChecked);
        desk.press(Qt::Key_D);
        QCOMPARE(desk.session.store().verdicts(claim)->last().reason, u"The tape has it; snd"_s);
        QVERIFY(reason->text().isEmpty());
    }

    void signingOffIsForTheSecondPerson()
    {
        Desk desk;
        QSignalSpy failed(&desk.session, &Session::failed);
        const ClaimId others = desk.project.corpus.claims[4].id;
        QVERIFY(desk.panel.setCurrentClaim(others));
        desk.press(Qt::Key_O);
        QVERIFY(desk.session.store().queue(QSet{others})->first().isSignedOff());
        QVERIFY(failed.isEmpty());

        const ClaimId own = desk.project.corpus.claims[0].id;
        QVERIFY(desk.panel.setCurrentClaim(own));
        desk.press(Qt::Key_O);
        QVERIFY(failed.last().first().toString().contains(u"nothing to sign off"));
        desk.press(Qt::Key_S);
        QVERIFY(desk.panel.setCurrentClaim(own));
        desk.press(Qt::Key_O);
        QVERIFY(failed.last().first().toString().contains(u"second person"));
        QCOMPARE(desk.current().claim, own);
    }

    void noteAndEvidenceAndWordsAreAskedFor()
    {
        Desk desk;
        QSignalSpy note(&desk.panel, &ReviewPanel::noteRequested);
        QSignalSpy evidence(&desk.panel, &ReviewPanel::evidenceRequested);
        QSignalSpy words(&desk.panel, &ReviewPanel::wordsRequested);
        QSignalSpy left(&desk.panel, &ReviewPanel::left);
        const ClaimId claim = desk.current().claim;
        desk.press(Qt::Key_M);
        desk.press(Qt::Key_E);
        QCOMPARE(note.first().first().value<ClaimId>(), claim);
        QCOMPARE(evidence.first().first().value<ClaimId>(), claim);
        desk.press(Qt::Key_W);
        desk.press(Qt::Key_Return);
        QCOMPARE(words.size(), 2);
        desk.press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void aClaimIsTakenOnAndGivenBack()
    {
        Desk desk;
        const ClaimId claim = desk.current().claim;
        desk.press(Qt::Key_A);
        QCOMPARE(desk.session.store().claims(QSet{claim})->first().assignee, desk.session.store().annotator().id);
        desk.child<QCheckBox>(u"queueMineCheckBox"_s)->click();
        QVERIFY(desk.model().find(claim) >= 0);
        desk.panel.setFocus();
        QVERIFY(desk.panel.setCurrentClaim(claim));
        desk.press(Qt::Key_A);
        QVERIFY(desk.session.store().claims(QSet{claim})->first().assignee.isNull());
    }

    void theFilterBarPartsTheQueue()
    {
        Desk desk;
        const auto rows = [&] { return desk.model().rowCount(); };
        const int all = rows();
        auto *words = desk.child<QLineEdit>(u"queueWordsLineEdit"_s);
        words->setFocus();
        QTest::keyClicks(words, u"KEPT it"_s);
        QVERIFY(QTest::qWaitFor([&] { return rows() < all; }));
        QVERIFY(rows() > 0);
        for (int row = 0; row < rows(); ++row)
            QVERIFY(desk.model().row(row).words.contains(u"kept it"));
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(desk.table->hasFocus());
        desk.child<QToolButton>(u"queueClearToolButton"_s)->click();
        QVERIFY(QTest::qWaitFor([&] { return rows() == all; }));
        QVERIFY(words->text().isEmpty());

        desk.choose(u"queueVerdictComboBox"_s, u"Unverifiable"_s);
        QCOMPARE(rows(), 1);
        desk.choose(u"queueVerdictComboBox"_s, u"Not checked"_s);
        QVERIFY(rows() > 1);
        desk.choose(u"queueVerdictComboBox"_s, u"Signed off"_s);
        QCOMPARE(rows(), 1);
        desk.choose(u"queueVerdictComboBox"_s, u"All claims"_s);
        desk.choose(u"queuePersonComboBox"_s, u"Iria Val"_s);
        QVERIFY(rows() > 0 && rows() < all);
        desk.choose(u"queuePersonComboBox"_s, u"Everybody"_s);
        desk.choose(u"queueTagComboBox"_s, u"Line of dialogue"_s);
        QVERIFY(rows() > 0 && rows() < all);
        desk.choose(u"queueTagComboBox"_s, u"Every tag"_s);
        desk.choose(u"queueAgeComboBox"_s, u"Older than a month"_s);
        QCOMPARE(rows(), all);
        desk.child<QCheckBox>(u"queueNotesCheckBox"_s)->click();
        QVERIFY(rows() > 0 && rows() < all);
    }

    void theChosenArticleStaysChosenWhileAnotherIsShown()
    {
        Desk desk;
        const QList<Article> &articles = desk.project.corpus.articles;
        desk.panel.setArticle(articles[1].id);
        auto *box = desk.child<QComboBox>(u"queueArticleComboBox"_s);
        QCOMPARE(box->count(), 3 + int(articles.size())); // every one, this one, a line, each by its title
        box->setCurrentIndex(1);
        Q_EMIT box->activated(1);
        QCOMPARE(desk.model().rowCount(), 2);
        desk.panel.setArticle(articles[0].id); // the queue itself leads there
        QCOMPARE(desk.model().rowCount(), 2);
        box->setCurrentIndex(0);
        Q_EMIT box->activated(0);
        desk.panel.setArticle(articles[0].id);
        QVERIFY(box->itemText(1).contains(articles[0].title));
    }

    void anArticleIsChosenByPartOfItsTitle()
    {
        Desk desk;
        const Article &article = desk.project.corpus.articles[1];
        auto *box = desk.child<QComboBox>(u"queueArticleComboBox"_s);
        box->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), article.title.sliced(2, 6));
        QVERIFY(QTest::qWaitFor([box] { return box->completer()->popup()->isVisible(); }));
        QTest::keyClick(box->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(box->completer()->popup(), Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return desk.model().rowCount() == 2; }));
        QCOMPARE(box->currentData().value<ArticleId>(), article.id);
        // What names none changes nothing.
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), u"no such title"_s);
        desk.child<QComboBox>(u"queueTagComboBox"_s)->setFocus();
        QCOMPARE(box->currentText(), article.title.simplified());
        QCOMPARE(desk.model().rowCount(), 2);
    }

    void progressIsToldInWords()
    {
        Desk desk;
        auto *project = desk.child<ProgressStrip>(u"projectProgress"_s);
        QCOMPARE(project->text(), u"Project: 6 of 8 open, 1 decided, 1 signed off"_s);
        QCOMPARE(project->accessibleName(), project->text());
        QVERIFY(!desk.child<ProgressStrip>(u"articleProgress"_s)->isVisible());
        desk.panel.setArticle(desk.project.corpus.articles[1].id);
        QCOMPARE(desk.child<ProgressStrip>(u"articleProgress"_s)->text(),
                 u"This article: 2 of 2 open, 0 decided, 0 signed off"_s);
        desk.press(Qt::Key_S);
        QCOMPARE(project->text(), u"Project: 5 of 8 open, 2 decided, 1 signed off"_s);
    }

    void theCurrentClaimStaysWhenTheRowsAreOthers()
    {
        Desk desk;
        const ClaimId claim = desk.project.corpus.claims[5].id;
        QVERIFY(desk.panel.setCurrentClaim(claim));
        desk.table->sortByColumn(QueueModel::AgeColumn, Qt::DescendingOrder);
        QCOMPARE(desk.current().claim, claim);
        desk.choose(u"queueVerdictComboBox"_s, u"Open"_s);
        QCOMPARE(desk.current().claim, claim);
        desk.choose(u"queueVerdictComboBox"_s, u"Unverifiable"_s);
        desk.choose(u"queueVerdictComboBox"_s, u"All claims"_s);
        QVERIFY(desk.row() >= 0);
    }

    void theOrderIsChosenByKeyboardAsByTheHeads()
    {
        Desk desk;
        auto *order = desk.child<QComboBox>(u"queueOrderComboBox"_s);
        QCOMPARE(order->currentText(), u"Article"_s);
        order->setFocus();
        QTest::keyClicks(order, u"Age"_s);
        QCOMPARE(order->currentText(), u"Age"_s);
        for (int row = 1; row < desk.model().rowCount(); ++row)
            QVERIFY(desk.model().row(row - 1).since() <= desk.model().row(row).since());
        Q_EMIT order->activated(order->currentIndex()); // once more
        for (int row = 1; row < desk.model().rowCount(); ++row)
            QVERIFY(desk.model().row(row - 1).since() >= desk.model().row(row).since());
        desk.table->sortByColumn(QueueModel::KindColumn, Qt::AscendingOrder);
        QCOMPARE(order->currentText(), u"Kind"_s);
    }

    void theCurrentClaimStaysWhenAllRowsAreReadAnew()
    {
        Desk desk;
        const ClaimId claim = desk.project.corpus.claims[5].id;
        QVERIFY(desk.panel.setCurrentClaim(claim));
        const TagId tag = desk.project.corpus.tags.first().id;
        const Version &version = desk.project.corpus.versions.first();
        const Passage passage = test::passage(version, tag, u"Who lit the lantern?"_s);
        QVERIFY(desk.session.edit(u"Very much at once"_s, [&](Edit &e) {
            for (int i = 0; i < 3100; ++i) {
                Passage one = passage;
                one.id = PassageId::create();
                e.put(one);
            }
        }));
        QVERIFY(!desk.panel.queue().isComplete());
        QVERIFY(QTest::qWaitFor([&] { return desk.panel.queue().isComplete(); }));
        QCOMPARE(desk.current().claim, claim);
    }

    void everyControlHasANameAndTabLeadsThroughAll()
    {
        Desk desk;
        QSet<QWidget *> seen;
        for (QWidget *at = desk.table; !seen.contains(at);) {
            seen.insert(at);
            QVERIFY2(!at->accessibleName().isEmpty() || qobject_cast<QCheckBox *>(at)
                         || at == desk.child<QLineEdit>(u"verdictReasonLineEdit"_s) // their labels are their buddies
                         || at == desk.child<QComboBox>(u"queueOrderComboBox"_s),
                     qPrintable(at->objectName()));
            QTest::keyClick(at, Qt::Key_Tab);
            at = QApplication::focusWidget();
        }
        for (const QString &name :
             {u"queueWordsLineEdit"_s, u"queueVerdictComboBox"_s, u"queueArticleComboBox"_s, u"queueTagComboBox"_s,
              u"queuePersonComboBox"_s, u"queueAssigneeComboBox"_s, u"queueAgeComboBox"_s, u"queueMineCheckBox"_s,
              u"queueNotesCheckBox"_s, u"queueClearToolButton"_s, u"queueOrderComboBox"_s, u"verdictReasonLineEdit"_s})
            QVERIFY2(seen.contains(desk.child<QWidget>(name)), qPrintable(name));
    }

    void nothingIsDecidedWhileTheQueueIsNotOnTheScreen()
    {
        Desk desk;
        const ClaimId claim = desk.current().claim;
        desk.panel.hide();
        for (const ActionSpec &spec : actionSpecs()) {
            if (actsInQueue(QString::fromLatin1(spec.id)))
                QVERIFY2(!desk.actions[spec.id]->isEnabled(), spec.id);
        }
        desk.actions["review.refuted"]->trigger();
        QCOMPARE(desk.value(claim), VerdictValue::NotChecked);
        desk.panel.show();
        QVERIFY(desk.actions["review.refuted"]->isEnabled());
    }

    void withoutAProjectNothingCanBeDone()
    {
        Desk desk;
        desk.session.close();
        QCOMPARE(desk.model().rowCount(), 0);
        QVERIFY(!desk.actions["review.next"]->isEnabled());
        desk.press(Qt::Key_S);
        desk.press(Qt::Key_O);
        QCOMPARE(desk.child<QLabel>(u"queueStateLabel"_s)->text(), u"No project is open."_s);
    }
};

QTEST_MAIN(tst_ReviewPanel)
#include "tst_reviewpanel.moc"
