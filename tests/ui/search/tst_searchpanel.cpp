// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/search/hitmodel.h"
#include "ui/search/searchpanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

class tst_SearchPanel : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        TestProject project;
        Actions actions;
        SearchPanel panel{project.session(), actions};
        QSignalSpy activated{&panel, &SearchPanel::hitActivated};
        QSignalSpy left{&panel, &SearchPanel::left};

        Fixture()
        {
            panel.resize(900, 300);
            panel.show();
            panel.activateWindow();
            if (!QTest::qWaitForWindowActive(&panel))
                qFatal("The panel cannot be active.");
            panel.setPlace(project.corpus().articles.first().id, {0});
            panel.find(SearchPanel::Scope::Project, {});
        }
        template <class T>
        T *child(const QString &name)
        {
            return panel.findChild<T *>(name);
        }
        QListView *list() { return child<QListView>(u"hitsListView"_s); }
        int hits() { return list()->model()->rowCount(); }
        QString state() { return child<QLabel>(u"searchStateLabel"_s)->text(); }
        void type(const QString &words)
        {
            auto *field = child<QLineEdit>(u"searchWordsLineEdit"_s);
            field->selectAll();
            QTest::keyClicks(field, words);
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
        {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        }
        void toggle(const QString &name) { child<QToolButton>(name)->toggle(); }
        /// Every place that has the words in the texts themselves, case ignored.
        qsizetype places(const QString &words)
        {
            qsizetype count = 0;
            for (const Article &article : project.corpus().articles)
                count += project.session()
                             .value(project.store().currentVersion(article.id))
                             .text.string()
                             .count(words, Qt::CaseInsensitive);
            return count;
        }
        Counts counts() { return project.session().value(project.store().counts()); }
    };

private Q_SLOTS:
    void wordsAreFoundInEveryArticleWhileTheyAreTyped()
    {
        Fixture f;
        f.type(u"THE"_s);
        QVERIFY(QTest::qWaitFor([&] { return f.hits() == int(f.places(u"the"_s)); }));
        QVERIFY(f.hits() > 3);
        QVERIFY2(f.state().contains(QString::number(f.hits())), qPrintable(f.state()));
        f.child<QComboBox>(u"searchScopeComboBox"_s)->setCurrentIndex(0);
        const ArticleId first = f.project.corpus().articles.first().id;
        const Text text = f.project.session().value(f.project.store().currentVersion(first)).text;
        QVERIFY(QTest::qWaitFor([&] { return f.hits() == int(text.string().count(u"the"_s, Qt::CaseInsensitive)); }));
    }

    void everyHitIsWhatTheArticleSays()
    {
        Fixture f;
        f.type(u"noe"_s); // marks are ignored until it is asked to tell them
        QVERIFY(QTest::qWaitFor([&] { return f.hits() > 0; }));
        const QAbstractItemModelTester tester(f.list()->model());
        for (int row = 0; row < f.hits(); ++row) {
            const Hit hit = f.list()->model()->index(row, 0).data(HitModel::HitRole).value<Hit>();
            const Version version = f.project.session().value(f.project.store().version(hit.version));
            QCOMPARE(version.text.words(hit.span), hit.words);
            QVERIFY(hit.words.startsWith("Noe"_L1));
            QVERIFY(!hit.before.contains(u'\n') && !hit.after.contains(u'\n'));
        }
        f.toggle(u"matchMarksToolButton"_s);
        QVERIFY(QTest::qWaitFor([&] { return f.state() == u"In none of the articles."_s; }));
    }

    void returnStepsThroughTheHitsAndRoundTheEnd()
    {
        Fixture f;
        f.type(u"the"_s);
        f.press(Qt::Key_Return); // no pause is needed
        QCOMPARE(f.list()->currentIndex().row(), 0);
        QCOMPARE(f.activated.size(), 1);
        f.press(Qt::Key_Return);
        QCOMPARE(f.list()->currentIndex().row(), 1);
        f.press(Qt::Key_Return, Qt::ShiftModifier);
        f.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(f.list()->currentIndex().row(), f.hits() - 1);
        f.actions["search.next"]->trigger();
        QCOMPARE(f.list()->currentIndex().row(), 0);
        QVERIFY(f.left.isEmpty());
    }

    void theNextHitIsTheOneBehindTheCaret()
    {
        Fixture f;
        f.type(u"the"_s);
        f.press(Qt::Key_Return);
        const Hit second = f.list()->model()->index(1, 0).data(HitModel::HitRole).value<Hit>();
        f.panel.setPlace(second.article, second.span.begin);
        f.actions["search.next"]->trigger();
        QCOMPARE(f.list()->currentIndex().row(), 1);
        f.panel.setPlace(second.article, second.span.begin);
        f.actions["search.previous"]->trigger();
        QCOMPARE(f.list()->currentIndex().row(), 0);
    }

    void theListIsReachedAndLeftByKeys()
    {
        Fixture f;
        f.type(u"the"_s);
        QVERIFY(QTest::qWaitFor([&] { return f.hits() > 1; }));
        f.press(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), f.list());
        f.press(Qt::Key_Down);
        QCOMPARE(f.activated.last().at(1).value<TextSpan>(),
                 f.list()->model()->index(1, 0).data(HitModel::HitRole).value<Hit>().span);
        f.press(Qt::Key_Return);
        QCOMPARE(f.left.takeFirst().first().toBool(), false);
        f.press(Qt::Key_Escape);
        QCOMPARE(f.left.takeFirst().first().toBool(), true);
    }

    void aPatternThatIsNotValidSaysWhere()
    {
        Fixture f;
        f.toggle(u"patternToolButton"_s);
        f.type(u"(a"_s);
        QVERIFY(QTest::qWaitFor([&] { return f.state().contains(u"at character 3"_s); }));
        QCOMPARE(f.hits(), 0);
        f.type(u"^\\w+"_s);
        QVERIFY(QTest::qWaitFor([&] { return f.hits() > 0; }));
    }

    void theChosenHitsAreTaggedInOneEditAndThoseThatAreAlreadyAreLeftAlone()
    {
        Fixture f;
        f.type(u"the"_s);
        QVERIFY(QTest::qWaitFor([&] { return f.hits() == int(f.places(u"the"_s)); }));
        const Counts before = f.counts();
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Space); // not the first one
        auto *tag = f.child<QComboBox>(u"hitsTagComboBox"_s);
        tag->setCurrentIndex(tag->count() - 1);
        auto *button = f.child<QPushButton>(u"tagHitsPushButton"_s);
        QVERIFY2(button->text().contains(QString::number(f.hits() - 1)), qPrintable(button->text()));
        button->click();
        QCOMPARE(f.counts().passages, before.passages + f.hits() - 1);
        QCOMPARE(f.counts().journalEntries, before.journalEntries + 1);

        f.child<QPushButton>(u"chooseAllPushButton"_s)->click();
        button->click();
        QCOMPARE(f.counts().passages, before.passages + f.hits());
        button->click();
        QCOMPARE(f.counts().passages, before.passages + f.hits());
        QVERIFY2(f.state().contains(u"already"_s), qPrintable(f.state()));
        QVERIFY(f.project.session().undo());
        QVERIFY(f.project.session().undo());
        QCOMPARE(f.counts().passages, before.passages);
    }

    void everyOccurrenceOfAPhraseIsOfferedWithItsTag()
    {
        Fixture f;
        const Tag &tag = f.project.corpus().tags.at(1);
        f.panel.tagEvery(u"the"_s, tag.id);
        QVERIFY(f.child<QToolButton>(u"wholeWordsToolButton"_s)->isChecked());
        QCOMPARE(f.child<QComboBox>(u"hitsTagComboBox"_s)->currentText(), tag.name);
        QCOMPARE(QApplication::focusWidget(), f.child<QComboBox>(u"hitsTagComboBox"_s));
        QVERIFY(f.hits() > 0);
    }

    void aHiddenPanelMarksNothing()
    {
        Fixture f;
        f.type(u"the"_s);
        QVERIFY(QTest::qWaitFor([&] { return f.hits() > 0; }));
        const ArticleId article = f.project.corpus().articles.first().id;
        QVERIFY(!f.panel.hitsIn(article).isEmpty());
        f.panel.hide();
        QVERIFY(f.panel.hitsIn(article).isEmpty());
        f.panel.show();
        QVERIFY(QTest::qWaitFor([&] { return !f.panel.hitsIn(article).isEmpty(); }));
    }

    void aClosedProjectHasNoHits()
    {
        Fixture f;
        f.type(u"the"_s);
        QVERIFY(QTest::qWaitFor([&] { return f.hits() > 0; }));
        f.project.session().close();
        QVERIFY(QTest::qWaitFor([&] { return f.hits() == 0; }));
        QVERIFY(!f.child<QPushButton>(u"tagHitsPushButton"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_SearchPanel)
#include "tst_searchpanel.moc"
