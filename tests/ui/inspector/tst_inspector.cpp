// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/inspector/inspector.h"
#include "ui/parts/rowlist.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

class tst_Inspector : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        TestProject project;
        Actions actions;
        Inspector inspector{project.session(), actions};

        Fixture()
        {
            inspector.resize(320, 800);
            inspector.show();
            inspector.activateWindow();
            if (!QTest::qWaitForWindowActive(&inspector))
                qFatal("The inspector cannot be active.");
        }
        template <class T>
        T *child(const QString &name)
        {
            return inspector.findChild<T *>(name);
        }
        RowList *list(const QString &name) { return child<RowList>(name); }
        void choose(QComboBox *combo, int index)
        {
            combo->setCurrentIndex(index);
            Q_EMIT combo->activated(index);
        }
    };

private Q_SLOTS:
    void aPassageShowsTheExactWordsOfEachFragment()
    {
        Fixture f;
        const Passage &telling = f.project.corpus().passages.first();
        f.inspector.showPassage(telling.id);
        QStringList words;
        for (const Row &row : f.list(u"passageWordsList"_s)->rows())
            words.append(row.words);
        QCOMPARE(words, (QStringList{telling.fragments[0].words, telling.fragments[1].words}));
        QVERIFY(child(f, u"passageMadeLabel"_s).contains(u"Ada Lindqvist"_s));
        QVERIFY(child(f, u"passageMadeLabel"_s).contains(u"Accepted"_s));
    }

    void theTagIsChangedAndTheOldTagsAnswersGo()
    {
        Fixture f;
        const Passage &telling = f.project.corpus().passages.first();
        f.inspector.showPassage(telling.id);
        auto *tags = f.child<QComboBox>(u"tagComboBox"_s);
        QCOMPARE(tags->currentText(), u"Speech"_s);
        QCOMPARE(tags->findText(u"Old category"_s), -1); // retired
        f.choose(tags, tags->findText(u"Cue"_s));
        QCOMPARE(f.project.passage(telling.id).tag, f.project.tag(u"Cue"_s).id);
        QVERIFY(f.project.passage(telling.id).attributes.isEmpty());
        QVERIFY(f.project.session().undo());
        QCOMPARE(f.project.passage(telling.id), telling);
        QCOMPARE(tags->currentText(), u"Speech"_s);
    }

    void eachAttributeHasAnEditorOfItsKind()
    {
        Fixture f;
        const Passage &telling = f.project.corpus().passages.first();
        f.inspector.showPassage(telling.id);
        auto *directness = f.child<QComboBox>(u"DirectnessAttributeComboBox"_s);
        auto *altered = f.child<QComboBox>(u"Altered from sourceAttributeComboBox"_s);
        QCOMPARE(directness->currentText(), u"direct"_s);
        QCOMPARE(altered->currentText(), u"No"_s);
        f.choose(directness, directness->findText(u"indirect"_s));
        f.choose(altered, 0); // not answered
        QCOMPARE(f.project.passage(telling.id).attributes,
                 (QList<AttributeValue>{{f.project.tag(u"Speech"_s).attributes.first().id, u"indirect"_s}}));

        const Passage &credit = f.project.passage(u"It came from Noe\u0301"_s);
        f.inspector.showPassage(credit.id);
        auto *minutes = f.child<QLineEdit>(u"MinutesAttributeLineEdit"_s);
        minutes->setFocus();
        QTest::keyClicks(minutes, u"2x.5"_s); // a letter is no number
        QTest::keyClick(minutes, Qt::Key_Return);
        QCOMPARE(f.project.passage(credit.id).attributes.first().value, u"2.5"_s);
    }

    void passagesAreRelatedByKeyboardAndLeadToEachOther()
    {
        Fixture f;
        const PassageId from = f.project.corpus().passages.first().id;
        const Passage to = f.project.passage(u"Val recalls"_s);
        QCOMPARE(to.version, f.project.corpus().passages.first().version);
        f.inspector.showPassage(from);
        auto *relations = f.list(u"relationsList"_s);
        QVERIFY(relations->rows().isEmpty());
        QTest::keyClick(f.child<QToolButton>(u"addRelationToolButton"_s), Qt::Key_Space);
        auto *words = f.child<QLineEdit>(u"relationPassageLineEdit"_s);
        QVERIFY(words->hasFocus());
        auto *how = f.child<QLineEdit>(u"relationLabelLineEdit"_s);
        how->setFocus();
        how->selectAll();
        QTest::keyClicks(how, u"introduces"_s);
        words->setFocus();
        QTest::keyClicks(words, u"VAL rec"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(relations->rows().size(), 1);
        QCOMPARE(relations->rows().first().title, u"introduces"_s);
        QCOMPARE(relations->rows().first().words, u"Val recalls"_s);
        QCOMPARE(relations->rows().first().aside, u"to"_s);

        const QSignalSpy activated(&f.inspector, &Inspector::passageActivated);
        relations->setCurrentIndex(relations->model()->index(0, 0));
        QTest::keyClick(relations, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<PassageId>(), to.id);
        f.inspector.showPassage(to.id);
        QCOMPARE(relations->rows().first().aside, u"from"_s);
        relations->setCurrentIndex(relations->model()->index(0, 0));
        QTest::keyClick(relations, Qt::Key_Delete);
        QVERIFY(relations->rows().isEmpty());
        QVERIFY(f.project.session().undo());
        QCOMPARE(relations->rows().size(), 1);
        QVERIFY(f.project.session().undo());
        QVERIFY(relations->rows().isEmpty());
    }

    void theClaimsOfAPassageAreListedWithItsPartInThem()
    {
        Fixture f;
        f.inspector.showPassage(f.project.passage(u"Val recalls"_s).id);
        auto *claims = f.list(u"passageClaimsList"_s);
        QCOMPARE(claims->rows().size(), 1);
        QCOMPARE(claims->rows().first().detail, u"As cue"_s);
        const QSignalSpy activated(&f.inspector, &Inspector::claimActivated);
        claims->setCurrentIndex(claims->model()->index(0, 0));
        QTest::keyClick(claims, Qt::Key_Return);
        QCOMPARE(activated.first().first().value<ClaimId>(), f.project.corpus().claims.first().id);
        f.inspector.showPassage(f.project.passage(u"he came back with one line: ‘I kept"_s).id);
        QVERIFY(texts(claims->model()).size() >= 2); // as evidence and as cue
    }

    void aClaimShowsItsPassagesPeopleAndLinks()
    {
        Fixture f;
        const Claim &said = f.project.corpus().claims.at(1);
        f.inspector.showClaim(said.id);
        QCOMPARE(f.list(u"claimPagePassagesList"_s)->rows().first().words, u"I kept it lit for you."_s);
        QCOMPARE(texts(f.list(u"claimPageParticipantsList"_s)->model()).first(),
                 u"Osric (played by Noe\u0301 Brandt)"_s);
        QCOMPARE(texts(f.list(u"claimPageLinksList"_s)->model()).first(2),
                 (QStringList{u"Is within"_s, u"Is re-reported by"_s}));
        const QSignalSpy entities(&f.inspector, &Inspector::entityActivated);
        const QSignalSpy claims(&f.inspector, &Inspector::claimActivated);
        auto *people = f.list(u"claimPageParticipantsList"_s);
        people->setCurrentIndex(people->model()->index(0, 0));
        QTest::keyClick(people, Qt::Key_Return);
        QCOMPARE(entities.first().first().value<EntityId>(), f.project.entity(u"Osric"_s).id);
        auto *links = f.list(u"claimPageLinksList"_s);
        links->setCurrentIndex(links->model()->index(0, 0));
        QTest::keyClick(links, Qt::Key_Return);
        QCOMPARE(claims.first().first().value<ClaimId>(), f.project.corpus().claims.first().id);
    }

    void notesAreCountedAndAskedFor()
    {
        Fixture f;
        const PassageId passage = f.project.passage(u"Noe\u0301 Brandt\tOsric"_s).id;
        f.inspector.showPassage(passage);
        auto *button = f.child<QPushButton>(u"inspectorNotesPushButton"_s);
        const auto count = f.project.session().value(f.project.store().notes(NoteTarget(passage))).size();
        Note note;
        note.id = NoteId::create();
        note.target = passage;
        note.body = u"Who made this list?"_s;
        note.annotator = f.project.store().annotator().id;
        QVERIFY(f.project.session().edit(u"Note"_s, [&](Edit &edit) { edit.put(note); }));
        QCOMPARE(button->text(), u"&Notes: %1"_s.arg(count + 1));
        const QSignalSpy asked(&f.inspector, &Inspector::noteRequested);
        button->click();
        QCOMPARE(asked.first().first().value<NoteTarget>(), NoteTarget(passage));
    }

    void aPassageThatIsDeletedIsNoLongerShown()
    {
        Fixture f;
        const PassageId passage = f.project.passage(u"Val recalls"_s).id;
        f.inspector.showPassage(passage);
        QVERIFY(f.list(u"passageWordsList"_s)->isVisible());
        QVERIFY(f.project.session().edit(u"Delete"_s, [&](Edit &edit) { edit.remove(passage); }));
        QVERIFY(!f.list(u"passageWordsList"_s)->isVisible());
        QVERIFY(f.project.session().undo());
        QVERIFY(f.list(u"passageWordsList"_s)->isVisible());
    }

private:
    static QString child(Fixture &f, const QString &label) { return f.child<QLabel>(label)->text(); }
};

QTEST_MAIN(tst_Inspector)
#include "tst_inspector.moc"
