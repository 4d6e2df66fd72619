// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/parts/mergedialog.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/suggestionedit.h"
#include "ui/people/cast.h"
#include "ui/people/entitydialog.h"
#include "ui/people/peoplepanel.h"
#include "ui/people/references.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

class tst_PeoplePanel : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        TestProject project;
        Actions actions;
        PeoplePanel panel{project.session(), actions};

        Fixture()
        {
            panel.resize(320, 700);
            panel.show();
            panel.activateWindow();
            if (!QTest::qWaitForWindowActive(&panel))
                qFatal("The panel cannot be active.");
        }
        RowList *list(const QString &name) { return panel.findChild<RowList *>(name); }
        QPushButton *button(const QString &name) { return panel.findChild<QPushButton *>(name); }
        Cast everybody() { return cast(project.session()); }
        /// Clicks the button and answers the dialog that comes up.
        void click(const QString &name, const std::function<void(EntityDialog *)> &act)
        {
            button(name)->click();
            auto *dialog = qobject_cast<EntityDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                qFatal("No dialog came up.");
            act(dialog);
            dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
            if (dialog->isVisible())
                dialog->reject();
        }
    };

private Q_SLOTS:
    void everybodyStandsUnderTheirKindInOrderOfName()
    {
        Fixture f;
        const QAbstractItemModelTester tester(f.list(u"peopleList"_s)->model());
        QCOMPARE(texts(f.list(u"peopleList"_s)->model()),
                 (QStringList{u"People"_s, u"Iria Val"_s, u"Noe\u0301 Brandt"_s, u"Characters"_s, u"Osric"_s,
                              u"Organisations"_s, u"The Harbour Gazette"_s, u"Weekend Telly"_s, u"Works"_s,
                              u"The Lantern Keepers"_s}));
    }

    void theFilterFindsAliasesToo()
    {
        Fixture f;
        auto *filter = f.panel.findChild<QLineEdit *>(u"peopleFilterLineEdit"_s);
        QTest::keyClicks(filter, u"BRAN"_s);
        QCOMPARE(texts(f.list(u"peopleList"_s)->model()), (QStringList{u"People"_s, u"Noe\u0301 Brandt"_s}));
        filter->clear();
        QTest::keyClicks(filter, u"gazette"_s);
        QCOMPARE(texts(f.list(u"peopleList"_s)->model()), (QStringList{u"Organisations"_s, u"The Harbour Gazette"_s}));
        f.panel.showEntity(f.project.entity(u"Osric"_s).id); // shown whatever the filter says
        QCOMPARE(f.panel.findChild<QLabel *>(u"entityNameLabel"_s)->text(), u"Osric"_s);
    }

    void downLeadsFromTheFilterToTheFirstName()
    {
        Fixture f;
        auto *filter = f.panel.findChild<QLineEdit *>(u"peopleFilterLineEdit"_s);
        QTest::keyClicks(filter, u"gazette"_s);
        QTest::keyClick(filter, Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), f.list(u"peopleList"_s));
        QCOMPARE(f.list(u"peopleList"_s)->currentValue().value<EntityId>(),
                 f.project.entity(u"The Harbour Gazette"_s).id);
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(filter->text().isEmpty());
    }

    void whatSomebodyTakesPartInLeadsToTheWords()
    {
        Fixture f;
        f.panel.showEntity(f.project.entity(u"Noe\u0301 Brandt"_s).id);
        QCOMPARE(texts(f.list(u"portrayalsList"_s)->model()), QStringList{u"Plays Osric"_s});
        auto *list = f.list(u"participationsList"_s);
        QCOMPARE(texts(list->model()),
                 (QStringList{u"Contributor · Quote"_s, u"Contributor · Contribution"_s, u"Speaker · Fact"_s,
                              u"Speaker · Opinion"_s}));
        const QSignalSpy activated(&f.panel, &PeoplePanel::passageActivated);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(activated.first().first().value<PassageId>(),
                 f.project.passage(u"he came back with one line: ‘I kept"_s).id);
    }

    void whatSomebodySaidIsAskedForByAButton()
    {
        Fixture f;
        auto *button = f.panel.findChild<QPushButton *>(u"reportEntityPushButton"_s);
        QVERIFY(!button->isEnabled());
        f.panel.showEntity(f.project.entity(u"Osric"_s).id);
        const QSignalSpy requested(&f.panel, &PeoplePanel::reportRequested);
        button->click();
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.first().first().value<EntityId>(), f.project.entity(u"Osric"_s).id);
    }

    void aPortrayalLeadsToTheOtherOne()
    {
        Fixture f;
        f.panel.showEntity(f.project.entity(u"Osric"_s).id);
        const QSignalSpy activated(&f.panel, &PeoplePanel::entityActivated);
        auto *list = f.list(u"portrayalsList"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(activated.first().first().value<EntityId>(), f.project.entity(u"Noe\u0301 Brandt"_s).id);
        QCOMPARE(f.panel.findChild<QLabel *>(u"entityNameLabel"_s)->text(), u"Noe\u0301 Brandt"_s);
    }

    void aNewCharacterIsMadeWithItsPerformerAndWorkInOneEdit()
    {
        Fixture f;
        f.click(u"newEntityPushButton"_s, [](EntityDialog *dialog) {
            dialog->findChild<QComboBox *>(u"entityKindComboBox"_s)->setCurrentIndex(1);
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"entityNameLineEdit"_s), u"The Ferryman"_s);
            dialog->findChild<QPlainTextEdit *>(u"entityAliasesPlainTextEdit"_s)
                ->setPlainText(u"Ferryman\n\n  Old  Ferryman\nFerryman"_s);
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"externalValueLineEdit"_s), u"Q999999902"_s);
            auto *other = dialog->findChild<SuggestionEdit *>(u"portrayalOtherLineEdit"_s);
            other->setFocus();
            QTest::keyClicks(other, u"Ottoline Mar"_s);
            QTest::keyClick(other, Qt::Key_Return);
            auto *work = dialog->findChild<SuggestionEdit *>(u"portrayalWorkLineEdit"_s);
            QTest::keyClicks(work, u"lantern"_s);
            QTest::keyClick(work, Qt::Key_Return);
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"portrayalEpisodesLineEdit"_s), u"season 2"_s);
        });
        const Cast everybody = f.everybody();
        QCOMPARE(everybody.entities.size(), f.project.corpus().entities.size() + 2);
        const Portrayal portrayal = everybody.portrayals.last();
        const Entity made = everybody.entities[portrayal.character];
        QCOMPARE(made.name, u"The Ferryman"_s);
        QCOMPARE(made.kind, EntityKind::Character);
        QCOMPARE(made.aliases, (QStringList{u"Ferryman"_s, u"Old Ferryman"_s}));
        QCOMPARE(made.externalIds, (QList<ExternalId>{{u"wikidata"_s, u"Q999999902"_s}}));
        QCOMPARE(everybody.name(portrayal.performer), u"Ottoline Mar"_s);
        QCOMPARE(everybody.name(portrayal.work), u"The Lantern Keepers"_s);
        QCOMPARE(portrayal.episodes, u"season 2"_s);
        QVERIFY(f.project.session().undo());
        QCOMPARE(f.everybody().entities.size(), f.project.corpus().entities.size());
    }

    void changingSomebodyKeepsWhatIsNotTouched()
    {
        Fixture f;
        f.panel.showEntity(f.project.entity(u"Noe\u0301 Brandt"_s).id);
        f.click(u"editEntityPushButton"_s, [](EntityDialog *dialog) {
            dialog->findChild<QLineEdit *>(u"entityDescriptionLineEdit"_s)->setText(u"Actor and writer"_s);
        });
        Entity expected = f.project.entity(u"Noe\u0301 Brandt"_s);
        expected.description = u"Actor and writer"_s;
        QCOMPARE(f.everybody().entities[expected.id], expected);
        QCOMPARE(f.everybody().portrayals, f.project.corpus().portrayals);
    }

    void aRemovedPortrayalIsGoneWithTheSameEdit()
    {
        Fixture f;
        f.panel.showEntity(f.project.entity(u"Noe\u0301 Brandt"_s).id);
        f.click(u"editEntityPushButton"_s, [](EntityDialog *dialog) {
            auto *list = dialog->findChild<RowList *>(u"dialogPortrayalsList"_s);
            list->setCurrentIndex(list->model()->index(0, 0));
            QTest::keyClick(list, Qt::Key_Delete);
        });
        QVERIFY(f.everybody().portrayals.isEmpty());
    }

    void twoEntriesOfOnePersonBecomeOneAsOneEdit()
    {
        Fixture f;
        const Entity noe = f.project.entity(u"Noe\u0301 Brandt"_s);
        const Entity twice{EntityId::create(), EntityKind::Person, u"N. Brandt"_s, {}, {}, {}};
        Claim claim;
        claim.id = ClaimId::create();
        claim.participants = {{twice.id, ParticipantRole::Speaker, {}}};
        QVERIFY(f.project.session().edit(u"Make"_s, [&](Edit &e) {
            e.put(twice);
            e.put(claim);
        }));
        const Corpus before = f.project.session().value(f.project.store().corpus());
        f.panel.showEntity(twice.id);
        QString preview;
        QTimer::singleShot(0, &f.panel, [&preview] {
            auto *dialog = qobject_cast<MergeDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                qFatal("No dialog came up.");
            auto *into = dialog->findChild<QComboBox *>(u"mergeIntoComboBox"_s);
            QCOMPARE(into->count(), 2); // persons only
            QTest::keyClicks(into, u"Noe"_s);
            preview = dialog->findChild<QLabel *>(u"mergePreviewLabel"_s)->text();
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        f.actions["person.merge"]->trigger();
        QVERIFY2(preview.contains(u"1 claim(s) will name Noe\u0301 Brandt."_s), qPrintable(preview));
        QVERIFY(!f.everybody().entities.contains(twice.id));
        QVERIFY(f.everybody().entities[noe.id].aliases.contains(u"N. Brandt"_s));
        QCOMPARE(f.project.claim(claim.id).participants, (QList<Participant>{{noe.id, ParticipantRole::Speaker, {}}}));
        QCOMPARE(f.list(u"peopleList"_s)->currentValue().value<EntityId>(), noe.id);
        QCOMPARE(f.project.session().value(f.project.store().check()), QStringList());
        QVERIFY(f.project.session().undo());
        QCOMPARE(f.project.session().value(f.project.store().corpus()), before);
    }

    void anIdOfTheWrongShapeIsRefusedAndARightOneLeadsToItsPage()
    {
        Fixture f;
        const Entity noe = f.project.entity(u"Noe\u0301 Brandt"_s);
        f.panel.showEntity(noe.id);
        QString message;
        f.click(u"editEntityPushButton"_s, [&message](EntityDialog *dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"externalValueLineEdit"_s), u"42"_s);
            dialog->accept();
            message = dialog->findChild<QLabel *>(u"entityMessageLabel"_s)->text();
            dialog->findChild<QLineEdit *>(u"externalValueLineEdit"_s)->setText(u"https://www.wikidata.org/wiki/Q42"_s);
        });
        QVERIFY2(message.contains(u"“42” is no id of wikidata. One looks like Q42."_s), qPrintable(message));
        QVERIFY(f.everybody().entities[noe.id].externalIds.contains(ExternalId{u"wikidata"_s, u"Q42"_s}));
        const QString ids = f.panel.findChild<QLabel *>(u"entityIdsLabel"_s)->text();
        QVERIFY2(ids.contains(u"href=\"https://www.wikidata.org/wiki/Q42\""_s), qPrintable(ids));
    }

    void twoOfOneKindAndNameAreRefused()
    {
        Fixture f;
        QString message;
        f.click(u"newEntityPushButton"_s, [&message](EntityDialog *dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"entityNameLineEdit"_s), u"iria VAL"_s);
            dialog->accept();
            message = dialog->findChild<QLabel *>(u"entityMessageLabel"_s)->text();
        });
        QVERIFY(!message.isEmpty());
        QCOMPARE(f.everybody().entities.size(), f.project.corpus().entities.size());
    }

    void deletingSomebodyTellsWhatGoesTooAndAsks()
    {
        Fixture f;
        const EntityId noe = f.project.entity(u"Noe\u0301 Brandt"_s).id;
        QCOMPARE(references(f.project.session(), noe).first(2),
                 (QStringList{u"Its part in claims: 4"_s, u"Portrayals: 1"_s}));
        f.panel.showEntity(noe);
        QString told;
        const auto answerWith = [&](bool accepts) {
            QTimer::singleShot(0, &f.panel, [&told, accepts] {
                auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                told = box->informativeText();
                if (accepts)
                    box->findChild<QPushButton *>(u"confirmPushButton"_s)->click();
                else
                    box->reject();
            });
        };
        answerWith(false);
        QTest::keyClick(f.list(u"peopleList"_s), Qt::Key_Delete);
        QVERIFY(told.contains(u"claims: 4"_s));
        QVERIFY(f.everybody().entities.contains(noe));
        answerWith(true);
        QTest::keyClick(f.list(u"peopleList"_s), Qt::Key_Delete);
        QVERIFY(!f.everybody().entities.contains(noe));
        QVERIFY(f.project.session().undo());
        QVERIFY(f.everybody().entities.contains(noe));
        QCOMPARE(f.everybody().portrayals, f.project.corpus().portrayals);
    }

    void suggestionsPutTheFittingKindFirstAndOfferToMakeTheRest()
    {
        Cast cast;
        Entity character;
        character.id = EntityId::create();
        character.kind = EntityKind::Character;
        character.name = u"Osric"_s;
        Entity work = character;
        work.id = EntityId::create();
        work.kind = EntityKind::Work;
        cast.entities = {{character.id, character}, {work.id, work}};
        const QList<Row> rows = suggestedEntities(cast, u"  osric "_s, kindsFor(ParticipantRole::Speaker));
        QCOMPARE(rows.at(0).value.value<Entity>(), character);
        QCOMPARE(rows.at(1).value.value<Entity>(), work);
        QStringList made;
        for (const Row &row : rows.mid(2))
            made.append(row.title);
        QCOMPARE(made, (QStringList{u"New person “osric”"_s, u"New organisation “osric”"_s}));
        QCOMPARE(suggestedEntities(cast, u"x"_s, kindsFor(ParticipantRole::Outlet)).first().value.value<Entity>().kind,
                 EntityKind::Organisation);
    }
};

QTEST_MAIN(tst_PeoplePanel)
#include "tst_peoplepanel.moc"
