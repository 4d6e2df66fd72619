// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/claims/claimeditor.h"
#include "ui/claims/claimstart.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/suggestionedit.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

class tst_ClaimEditor : public QObject
{
    Q_OBJECT

private:
    /// An editor as the window has it, with a claim made of the first words of the first article.
    struct Fixture
    {
        TestProject project;
        Actions actions;
        ClaimEditor editor{project.session(), actions};
        QList<Fragment> selection;

        Fixture()
        {
            const Version &version = project.corpus().versions.first();
            const TextSpan span = version.text.toText(Utf16Span{{0}, {20}});
            selection = {{span, version.text.words(span).toString()}};
            editor.resize(320, 900);
            editor.show();
            editor.activateWindow();
            if (!QTest::qWaitForWindowActive(&editor))
                qFatal("The editor cannot be active.");
        }
        void start() { editor.startClaim(version(), article(), selection, {}); }
        VersionId version() { return project.corpus().versions.first().id; }
        ArticleId article() { return project.corpus().articles.first().id; }
        template <class T>
        T *child(const QString &name)
        {
            return editor.findChild<T *>(name);
        }
        template <class T>
        T value(Result<T> result)
        {
            return project.session().value(std::move(result));
        }
        RowList *list(const QString &name) { return child<RowList>(name); }
        Claim claim() { return project.claim(editor.claim()); }
        QWidget *focused() { return QApplication::focusWidget(); }
        void type(const QString &text) { QTest::keyClicks(focused(), text); }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focused(), key, modifiers); }
        /// Tab until the widget of that name has the focus.
        bool tabTo(const QString &name)
        {
            for (int i = 0; i < 40; ++i) {
                if (focused() && focused()->objectName() == name)
                    return true;
                press(Qt::Key_Tab);
            }
            return false;
        }
        bool tabBackTo(const QString &name)
        {
            for (int i = 0; i < 40; ++i) {
                if (focused() && focused()->objectName() == name)
                    return true;
                press(Qt::Key_Backtab, Qt::ShiftModifier);
            }
            return false;
        }
    };

    /// Opens the menu of roles, goes down to one and takes it.
    static void chooseByKeys(Fixture &f, const QString &role, const std::function<void()> &open)
    {
        auto *menu = f.child<QMenu>(u"participantRolesMenu"_s);
        QTimer::singleShot(100, menu, [menu, role] {
            for (int i = 0; i < 10 && !(menu->activeAction() && menu->activeAction()->text() == role); ++i)
                QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
            menu->close();
        });
        open();
        QVERIFY(QTest::qWaitFor([menu] { return !menu->isVisible(); }));
    }

private Q_SLOTS:
    void startingAClaimOnUntaggedWordsMakesTheirPassageInTheSameEdit()
    {
        Fixture f;
        const auto passages = f.value(f.project.store().counts()).passages;
        f.start();
        const Claim claim = f.claim();
        QCOMPARE(claim.passages.size(), 1);
        QCOMPARE(f.project.passage(claim.passages.first().passage).fragments, f.selection);
        QCOMPARE(f.value(f.project.store().counts()).passages, passages + 1);
        QCOMPARE(f.project.store().undoLabel().value(), u"Make claim"_s);

        QVERIFY(f.project.session().undo());
        QCOMPARE(f.value(f.project.store().counts()).passages, passages);
        QVERIFY(!f.list(u"participantsList"_s)->isVisible());
        QVERIFY(f.project.session().redo());
        QVERIFY(f.list(u"participantsList"_s)->isVisible());
    }

    void wordsThatAreAPassageAlreadyKeepIt()
    {
        Fixture f;
        const Passage &line = f.project.passage(u"I kept it lit for you."_s);
        const auto passages = f.value(f.project.store().counts()).passages;
        f.editor.startClaim(line.version, f.article(), line.fragments, {});
        QCOMPARE(f.claim().passages.first().passage, line.id);
        QCOMPARE(f.value(f.project.store().counts()).passages, passages);
    }

    void withoutASelectionTheClaimIsMadeOfTheCurrentPassage()
    {
        Fixture f;
        const Passage &line = f.project.passage(u"It came from Noe\u0301"_s);
        f.editor.startClaim(line.version, f.article(), {}, line.id);
        QCOMPARE(f.claim().passages, (QList<ClaimPassage>{{line.id, PassageRole::Content}}));
    }

    void theArticlesOutletIsAParticipantFromTheStart()
    {
        Fixture f;
        f.start();
        const EntityId gazette = f.project.entity(u"The Harbour Gazette"_s).id;
        QCOMPARE(f.claim().participants, (QList<Participant>{{gazette, ParticipantRole::Outlet, {}}}));
    }

    void whomTheWordsAroundNameTakesPartAndTheEditorSaysWhy()
    {
        Fixture f;
        const Passage &line = f.project.passage(u"I kept it lit for you."_s);
        f.editor.startClaim(line.version, f.article(), {}, line.id);
        const Participant val{f.project.entity(u"Iria Val"_s).id, ParticipantRole::Source, {}};
        QVERIFY(f.claim().participants.contains(val));
        auto *why = f.child<QLabel>(u"claimFilledInLabel"_s);
        QVERIFY(why->isVisible());
        QVERIFY(why->text().contains(u"Iria Val as source (“Val recalls”)"_s));

        // It is one edit with the claim, and one key takes out what is wrong.
        QVERIFY(f.tabBackTo(u"participantsList"_s));
        auto *list = f.list(u"participantsList"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data().toString().startsWith(u"Iria Val"_s))
                list->setCurrentIndex(list->model()->index(row, 0));
        }
        f.press(Qt::Key_Delete);
        QVERIFY(!f.claim().participants.contains(val));
        QVERIFY(f.project.session().undo());
        QVERIFY(f.claim().participants.contains(val));
        QVERIFY(f.project.session().undo());
        QVERIFY(f.claim().id.isNull());

        f.editor.showClaim(f.project.corpus().claims.first().id);
        QVERIFY(!why->isVisible());
    }

    void nothingSelectedIsRefusedWithASentence()
    {
        Fixture f;
        const QSignalSpy failed(&f.project.session(), &Session::failed);
        f.editor.startClaim(f.version(), f.article(), {}, {});
        QCOMPARE(failed.size(), 1);
        QVERIFY(f.editor.claim().isNull());
    }

    void aWholeClaimIsMadeByKeyboardAlone()
    {
        Fixture f;
        const QSignalSpy saved(&f.editor, &ClaimEditor::claimSaved);
        f.start();
        QCOMPARE(f.focused()->objectName(), u"participantNameLineEdit"_s);

        f.type(u"osr"_s); // the character, by the beginning of the name
        f.press(Qt::Key_Return);
        QCOMPARE(f.claim().participants.size(), 2);
        QCOMPARE(f.claim().participants.last(),
                 (Participant{f.project.entity(u"Osric"_s).id, ParticipantRole::Speaker, {}}));
        QVERIFY(texts(f.list(u"participantsList"_s)->model()).contains(u"Osric (played by Noe\u0301 Brandt)"_s));

        QVERIFY(f.tabBackTo(u"participantRoleComboBox"_s));
        f.press(Qt::Key_Down); // contributor
        QVERIFY(f.tabTo(u"participantNameLineEdit"_s));
        f.type(u"brandt"_s); // an alias
        f.press(Qt::Key_Return);
        QCOMPARE(f.claim().participants.last(),
                 (Participant{f.project.entity(u"Noe\u0301 Brandt"_s).id, ParticipantRole::Contributor, {}}));

        f.type(u"Ottoline Mar"_s); // nobody knows her
        f.press(Qt::Key_Return);
        const Participant made = f.claim().participants.last();
        QCOMPARE(made.role, ParticipantRole::Contributor);
        const QList<Entity> entities = f.value(f.project.store().entities());
        QCOMPARE(entities.last().name, u"Ottoline Mar"_s);
        QCOMPARE(entities.last().id, made.entity);
        QCOMPARE(entities.last().kind, EntityKind::Person);

        QVERIFY(f.tabTo(u"linkClaimLineEdit"_s));
        f.type(u"gazette kept"_s);
        f.press(Qt::Key_Return);
        const QList<Link> links = f.value(f.project.store().links());
        QCOMPARE(links.last().from, f.editor.claim());
        QCOMPARE(links.last().kind, LinkKind::ReReports);
        QCOMPARE(f.list(u"linksList"_s)->rows().size(), 1);

        QVERIFY(f.tabBackTo(u"claimSummaryLineEdit"_s));
        f.type(u"What Osric says"_s);
        QVERIFY(f.tabBackTo(u"claimKindComboBox"_s));
        QCOMPARE(f.claim().summary, u"What Osric says"_s);
        f.press(Qt::Key_Down);
        QCOMPARE(f.claim().kind, ClaimKind::Contribution);

        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(saved.size(), 1);

        // Every act is taken back by itself, in turn.
        for (int i = 0; i < 7; ++i)
            QVERIFY(f.project.session().undo());
        QCOMPARE(f.project.store().undoLabel().value(), u"Sample"_s);
        QCOMPARE(f.value(f.project.store().claims()), f.project.corpus().claims);
        QCOMPARE(f.value(f.project.store().entities()), f.project.corpus().entities);
        QCOMPARE(f.value(f.project.store().links()), f.project.corpus().links);
    }

    void deleteTakesAParticipantOutOfTheClaim()
    {
        Fixture f;
        f.start();
        QVERIFY(f.tabBackTo(u"participantsList"_s));
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Home);
        f.press(Qt::Key_Delete);
        QVERIFY(f.claim().participants.isEmpty());
    }

    void aParticipantsRoleIsChangedInPlaceByKeys()
    {
        Fixture f;
        f.start();
        const Participant outlet = f.claim().participants.first();
        QVERIFY(f.tabBackTo(u"participantsList"_s));
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Home);
        QVERIFY(f.tabTo(u"participantChangeRoleToolButton"_s));
        chooseByKeys(f, u"Source"_s, [&f] { f.press(Qt::Key_Space); });
        QCOMPARE(f.claim().participants, (QList<Participant>{{outlet.entity, ParticipantRole::Source, {}}}));
        QCOMPARE(f.project.store().undoLabel().value(), u"Make The Harbour Gazette the source"_s);
        QCOMPARE(f.list(u"participantsList"_s)->currentIndex().row(), 0);

        // The same from the list's own menu; a role that the entity has already is not offered.
        Claim both = f.claim();
        both.participants.append({outlet.entity, ParticipantRole::Subject, {}});
        QVERIFY(f.project.session().edit(u"Both"_s, [&](Edit &edit) { edit.put(both); }));
        auto *list = f.list(u"participantsList"_s);
        chooseByKeys(f, u"Addressee"_s, [list] {
            const QPoint at = list->visualRect(list->currentIndex()).center();
            QContextMenuEvent event(QContextMenuEvent::Keyboard, at, list->viewport()->mapToGlobal(at));
            QApplication::sendEvent(list->viewport(), &event);
        });
        QCOMPARE(f.claim().participants.first().role, ParticipantRole::Addressee);
        const QList<QAction *> roles = f.child<QMenu>(u"participantRolesMenu"_s)->actions();
        QVERIFY(roles.at(static_cast<int>(ParticipantRole::Addressee))->isEnabled());
        QVERIFY(!roles.at(static_cast<int>(ParticipantRole::Subject))->isEnabled());

        for (int i = 0; i < 3; ++i)
            QVERIFY(f.project.session().undo());
        QCOMPARE(f.claim().participants, QList<Participant>{outlet});
    }

    void theCurrentPassageBecomesEvidenceForTheChosenParticipantAndIsClearedAgain()
    {
        Fixture f;
        f.start();
        const Passage &credit = f.project.passage(u"It came from Noe\u0301"_s);
        f.editor.setCurrentPassage(credit.id);
        auto *list = f.list(u"participantsList"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        auto *button = f.child<QToolButton>(u"participantEvidenceToolButton"_s);
        QVERIFY(button->isEnabled());
        button->click();
        QCOMPARE(f.claim().participants.first().evidence, credit.id);
        QCOMPARE(list->rows().first().words, u"It came from Noe\u0301"_s);

        const QSignalSpy activated(&f.editor, &ClaimEditor::passageActivated);
        list->setFocus();
        f.press(Qt::Key_Return);
        QCOMPARE(activated.first().first().value<PassageId>(), credit.id);
        button->click();
        QVERIFY(f.claim().participants.first().evidence.isNull());
    }

    void theCurrentPassageIsAddedAsCueAndRemovedWithDelete()
    {
        Fixture f;
        f.start();
        const Passage &cue = f.project.passage(u"Val recalls"_s);
        f.editor.setCurrentPassage(cue.id);
        f.child<QToolButton>(u"addCueToolButton"_s)->click();
        QCOMPARE(f.claim().passages.last(), (ClaimPassage{cue.id, PassageRole::Cue}));
        QVERIFY(!f.child<QToolButton>(u"addCueToolButton"_s)->isEnabled());
        auto *list = f.list(u"claimPassagesList"_s);
        list->setFocus();
        f.press(Qt::Key_End);
        f.press(Qt::Key_Delete);
        QCOMPARE(f.claim().passages.size(), 1);
    }

    void escapeClosesTheSuggestionsAndDownOpensThemAgain()
    {
        Fixture f;
        f.start();
        f.type(u"noe"_s);
        auto *suggestions = f.list(u"suggestionList"_s);
        QVERIFY(suggestions && suggestions->isVisible());
        f.press(Qt::Key_Escape);
        QVERIFY(!suggestions->isVisible());
        f.press(Qt::Key_Down);
        QVERIFY(suggestions->isVisible());
        f.press(Qt::Key_Down); // a new person of that name
        f.press(Qt::Key_Return);
        QVERIFY(!suggestions->isVisible());
        const Entity made = f.value(f.project.store().entities()).last();
        QCOMPARE(made.name, u"noe"_s);
    }

    void aLinkToTheSameClaimIsMadeOnceAndNotBothWays()
    {
        Fixture f;
        const Link &link = f.project.corpus().links.at(1); // a re-report
        QCOMPARE(link.kind, LinkKind::ReReports);
        const auto count = f.value(f.project.store().links()).size();
        const QSignalSpy failed(&f.project.session(), &Session::failed);
        f.editor.showClaim(link.to);
        auto *edit = f.child<SuggestionEdit>(u"linkClaimLineEdit"_s);
        Q_EMIT edit->chosen(QVariant::fromValue(link.from));
        QCOMPARE(failed.size(), 1);
        f.editor.showClaim(link.from);
        Q_EMIT edit->chosen(QVariant::fromValue(link.to));
        QCOMPARE(f.value(f.project.store().links()).size(), count);
    }

    void theEditActionGoesRoundTheClaimsOfTheCurrentPassage()
    {
        Fixture f;
        QVERIFY(!f.actions["claim.edit"]->isEnabled());
        const Corpus &corpus = f.project.corpus();
        f.editor.setCurrentPassage(f.project.passage(u"I kept it lit for you."_s).id);
        const QSignalSpy asked(&f.editor, &ClaimEditor::attentionRequested);
        f.actions["claim.edit"]->trigger();
        QCOMPARE(f.editor.claim(), corpus.claims.at(1).id);
        f.actions["claim.edit"]->trigger();
        QCOMPARE(f.editor.claim(), corpus.claims.at(2).id);
        f.actions["claim.edit"]->trigger();
        QCOMPARE(f.editor.claim(), corpus.claims.at(1).id);
        QCOMPARE(asked.size(), 3);
        f.actions["claim.delete"]->trigger();
        QVERIFY(f.claim().id.isNull());
    }

    void theKindOfAClaimIsTheTagsOrOneAboveIt()
    {
        Tag top, under;
        top.id = TagId::create();
        top.name = u"FACT"_s;
        under.id = TagId::create();
        under.parent = top.id;
        under.name = u"Figures"_s;
        QCOMPARE(kindForTag(under.id, {top, under}), ClaimKind::Fact);
        QCOMPARE(kindForTag(TagId::create(), {top, under}), ClaimKind::Quote);
        QCOMPARE(tagForKind(ClaimKind::Fact, {under, top}), top.id);
        QCOMPARE(tagForKind(ClaimKind::Quote, {under, top}), under.id);
        top.retired = under.retired = true;
        QVERIFY(tagForKind(ClaimKind::Quote, {under, top}).isNull());
        top.parent = under.id; // a circle must not hang
        under.name = u"x"_s;
        top.name = u"y"_s;
        QCOMPARE(kindForTag(under.id, {top, under}), ClaimKind::Quote);
    }

    void theListsAreSoundModels()
    {
        Fixture f;
        QList<QAbstractItemModelTester *> testers;
        for (RowList *list : f.editor.findChildren<RowList *>())
            testers.append(new QAbstractItemModelTester(list->model(), &f.editor));
        f.start();
        f.type(u"osr"_s);
        f.press(Qt::Key_Return);
        QVERIFY(f.project.session().undo());
        QVERIFY(f.project.session().undo());
    }
};

QTEST_MAIN(tst_ClaimEditor)
#include "tst_claimeditor.moc"
