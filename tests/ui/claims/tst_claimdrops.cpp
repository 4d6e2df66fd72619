// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/labels.h"
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/claims/claimdrops.h"
#include "ui/claims/claimeditor.h"
#include "ui/parts/rowlist.h"
#include "ui/people/peoplepanel.h"

#include <QApplication>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

/// Passages dropped on people and claims.
class TestClaimDrops : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        TestProject project;
        Actions actions;
        QWidget window;

        Fixture()
        {
            window.show();
            if (!QTest::qWaitForWindowExposed(&window))
                qFatal("No window is shown.");
        }
        QMenu *menu() { return window.findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly); }
        QList<Claim> claimsOf(PassageId passage)
        {
            return project.session().value(project.store().claims(QSet<PassageId>{passage}));
        }
        void dropOn(const QString &person, const DraggedPassage &dropped)
        {
            askForParticipant(project.session(), actions, dropped, project.entity(person).id, &window, {50, 50});
        }
        static QAction *action(QMenu &menu, const QString &text)
        {
            for (QAction *action : menu.actions()) {
                if (action->text() == text)
                    return action;
            }
            qFatal("The menu has no such entry.");
        }
    };
    /// What a drag sends to a widget; whether it was taken.
    static bool drop(QWidget *target, const QPoint &place, const QMimeData &data)
    {
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(target, &enter);
        if (!enter.isAccepted())
            return false;
        QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &move);
        QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &drop);
        return move.isAccepted() && drop.isAccepted();
    }

private Q_SLOTS:
    void idsGoThereAndBack()
    {
        for (const DraggedPassage &passage :
             {DraggedPassage{PassageId::create(), {}}, DraggedPassage{PassageId::create(), ClaimId::create()}}) {
            QMimeData data;
            putPassage(data, passage);
            QCOMPARE(passageIn(data), passage);
        }
        QMimeData other;
        other.setText(u"words"_s);
        QVERIFY(!passageIn(other));
        other.setData(u"application/x-pullquote-passage"_s, "nonsense\n");
        QVERIFY(!passageIn(other));
    }

    void aPersonBecomesParticipantOfThePassagesClaimInOneEdit()
    {
        Fixture f;
        const PassageId line = f.project.passage(u"I kept it lit for you."_s).id;
        QVERIFY(!f.claimsOf(line).isEmpty());
        const Claim claim = f.claimsOf(line).first();
        const EntityId iria = f.project.entity(u"Iria Val"_s).id;
        f.dropOn(u"Iria Val"_s, {line, claim.id});
        QVERIFY(!Fixture::action(*f.menu(), label(ParticipantRole::Source))->isEnabled()); // she is already
        const qint64 before = f.project.store().counts()->journalEntries;
        Fixture::action(*f.menu(), label(ParticipantRole::Speaker))->trigger();
        QCOMPARE(f.project.store().counts()->journalEntries, before + 1);
        QVERIFY(f.project.claim(claim.id).participants.contains(Participant{iria, ParticipantRole::Speaker, {}}));
        f.project.session().undo();
        QCOMPARE(f.project.claim(claim.id).participants, claim.participants);
    }

    void theWordsThatSaySoAreTheEvidence()
    {
        Fixture f;
        const PassageId val = f.project.passage(u"Val"_s).id;
        const QList<Claim> claims = f.claimsOf(val);
        const auto told = std::ranges::find_if(claims, [val](const Claim &claim) {
            return claim.passages.contains(ClaimPassage{val, PassageRole::Source});
        });
        QVERIFY(told != claims.end());
        f.dropOn(u"Noe\u0301 Brandt"_s, {val, told->id});
        Fixture::action(*f.menu(), label(ParticipantRole::Addressee))->trigger();
        const Participant wanted{f.project.entity(u"Noe\u0301 Brandt"_s).id, ParticipantRole::Addressee, val};
        QVERIFY(f.project.claim(told->id).participants.contains(wanted));
    }

    void ofSeveralClaimsOneIsChosen()
    {
        Fixture f;
        const PassageId val = f.project.passage(u"Val"_s).id;
        const qsizetype claims = f.claimsOf(val).size();
        QVERIFY(claims > 1);
        f.dropOn(u"Osric"_s, {val, {}});
        QCOMPARE(f.menu()->findChildren<QMenu *>().size(), claims);
    }

    void withoutAClaimOneIsMade()
    {
        Fixture f;
        Passage lone = f.project.passage(u"It was not in the script"_s);
        lone.id = PassageId::create();
        QVERIFY(f.project.session().edit(u"Tag"_s, [&](Edit &e) { e.put(lone); }));
        const qint64 before = f.project.store().counts()->journalEntries;
        f.dropOn(u"Osric"_s, {lone.id, {}});
        Fixture::action(*f.menu(), label(ParticipantRole::Contributor))->trigger();
        QCOMPARE(f.project.store().counts()->journalEntries, before + 1);
        QCOMPARE(f.claimsOf(lone.id).size(), 1);
        const Claim made = f.claimsOf(lone.id).first();
        QCOMPARE(made.passages, (QList{ClaimPassage{lone.id, PassageRole::Content}}));
        QVERIFY(
            made.participants.contains(Participant{f.project.entity(u"Osric"_s).id, ParticipantRole::Contributor, {}}));
    }

    void aPassageThatIsNotThereAsksNothing()
    {
        Fixture f;
        f.dropOn(u"Osric"_s, {PassageId::create(), {}});
        QVERIFY(!f.menu());
    }

    void theMenuNamesTheKeyThatDoesTheSame()
    {
        Fixture f;
        f.dropOn(u"Osric"_s, {f.project.passage(u"Val"_s).id, {}});
        const QString key = f.actions["claim.edit"]->shortcut().toString(QKeySequence::NativeText);
        QVERIFY(!key.isEmpty());
        QVERIFY(f.menu()->actions().last()->text().contains(key));
    }

    void peopleTakePassagesWhereTheyStand()
    {
        Fixture f;
        PeoplePanel panel(f.project.session(), f.actions);
        panel.resize(320, 700);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy dropped(&panel, &PeoplePanel::passageDropped);
        auto *list = panel.findChild<RowList *>(u"peopleList"_s);
        const DraggedPassage passage{f.project.passage(u"Val"_s).id, {}};
        QMimeData data;
        putPassage(data, passage);
        const QModelIndex iria = list->model()->index(1, 0);
        QVERIFY(drop(list->viewport(), list->visualRect(iria).center(), data));
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first()[0].value<DraggedPassage>(), passage);
        QCOMPARE(dropped.first()[1].value<EntityId>(), f.project.entity(u"Iria Val"_s).id);
        QVERIFY(!drop(list->viewport(), list->visualRect(list->model()->index(0, 0)).center(), data)); // a heading
        QMimeData words;
        words.setText(u"words"_s);
        QVERIFY(!drop(list->viewport(), list->visualRect(iria).center(), words));
        QCOMPARE(dropped.size(), 1);
    }

    void theClaimEditorTakesPassagesForItsClaim()
    {
        Fixture f;
        ClaimEditor editor(f.project.session(), f.actions);
        editor.resize(320, 700);
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        QMimeData data;
        const PassageId script = f.project.passage(u"It was not in the script"_s).id;
        putPassage(data, {script, {}});
        QVERIFY(!drop(&editor, {20, 20}, data)); // no claim is shown
        const ClaimId claim = f.claimsOf(f.project.passage(u"I kept it lit for you."_s).id).first().id;
        editor.showClaim(claim);
        QVERIFY(drop(&editor, {20, 20}, data));
        auto *menu = editor.findChild<QMenu *>(u"passageRoleMenu"_s);
        QVERIFY(menu);
        Fixture::action(*menu, label(PassageRole::Cue))->trigger();
        QVERIFY(f.project.claim(claim).passages.contains(ClaimPassage{script, PassageRole::Cue}));
    }
};

QTEST_MAIN(TestClaimDrops)
#include "tst_claimdrops.moc"
