// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/project.h"
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/notes/markdownview.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/notespanel.h"
#include "ui/notes/threadcard.h"
#include "ui/parts/rowlist.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

class tst_NotesPanel : public QObject
{
    Q_OBJECT

private:
    Place m_place; // of its own for settings

    struct Fixture
    {
        TestProject project;
        Actions actions;
        NotesPanel panel{project.session(), actions};
        NoteTarget target = project.corpus().entities.at(3).id; // nothing is noted on it

        Fixture()
        {
            panel.resize(320, 700);
            panel.show();
            panel.activateWindow();
            if (!QTest::qWaitForWindowActive(&panel))
                qFatal("The panel cannot be active.");
            panel.showTarget(target);
        }
        QList<Note> notes() { return project.session().value(project.store().notes(target)); }
        NoteEditor *editor() { return panel.findChild<NoteEditor *>(u"notePlainTextEdit"_s); }
        QList<ThreadCard *> cards()
        {
            QList<ThreadCard *> shown = panel.findChildren<ThreadCard *>();
            shown.removeIf([](const ThreadCard *card) { return card->isHidden(); });
            return shown;
        }
        void write(const QString &body)
        {
            panel.writeNote();
            QTest::keyClicks(editor(), body);
            QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
        }
    };

private Q_SLOTS:
    void aNoteIsWrittenAnsweredResolvedAndReopenedByKeyboard()
    {
        Fixture f;
        f.write(u"Is **this** the title?"_s);
        QCOMPARE(f.notes().size(), 1);
        QCOMPARE(f.notes().first().body, u"Is **this** the title?"_s);
        QCOMPARE(f.notes().first().annotator, f.project.store().annotator().id);
        QVERIFY(f.editor()->toPlainText().isEmpty());
        QCOMPARE(f.cards().size(), 1);

        QTest::keyClick(f.cards().first()->findChild<QPushButton *>(u"replyPushButton"_s), Qt::Key_Space);
        auto *reply = f.cards().first()->findChild<NoteEditor *>(u"replyPlainTextEdit"_s);
        QVERIFY(reply->hasFocus());
        QTest::keyClicks(reply, u"It is."_s);
        QTest::keyClick(reply, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.notes().size(), 2);
        QCOMPARE(f.notes().last().parent, f.notes().first().id);
        QCOMPARE(f.cards().size(), 1); // one thread

        QTest::keyClick(f.cards().first()->findChild<QPushButton *>(u"resolvePushButton"_s), Qt::Key_Space);
        QVERIFY(f.notes().first().resolved);
        auto *reopen = f.cards().first()->findChild<QPushButton *>(u"resolvePushButton"_s);
        QCOMPARE(reopen->text(), u"Re&open"_s);
        reopen->click();
        QVERIFY(!f.notes().first().resolved);
        for (int i = 0; i < 4; ++i)
            QVERIFY(f.project.session().undo());
        QVERIFY(f.notes().isEmpty());
    }

    void onlyOnesOwnNotesCanBeDeleted()
    {
        Fixture f;
        f.write(u"Mine"_s);
        Note theirs = f.notes().first();
        theirs.id = NoteId::create();
        theirs.annotator = f.project.corpus().annotators.first().id;
        QVERIFY(f.project.session().edit(u"Note"_s, [&](Edit &edit) { edit.put(theirs); }));
        QCOMPARE(f.cards().size(), 2);
        QList<QToolButton *> buttons;
        for (const ThreadCard *card : f.cards())
            buttons.append(card->findChildren<QToolButton *>(u"deleteNoteToolButton"_s));
        QCOMPARE(buttons.size(), 1);
        buttons.first()->click();
        QCOMPARE(f.notes(), QList<Note>{theirs});
    }

    void anAnswerBegunSurvivesAnEditElsewhere()
    {
        Fixture f;
        f.write(u"First"_s);
        f.cards().first()->findChild<QPushButton *>(u"replyPushButton"_s)->click();
        QTest::keyClicks(f.cards().first()->findChild<NoteEditor *>(u"replyPlainTextEdit"_s), u"half a"_s);
        f.write(u"Second"_s);
        QCOMPARE(f.cards().size(), 2);
        QStringList drafts;
        for (const ThreadCard *card : f.cards())
            drafts.append(card->draft());
        QVERIFY(drafts.contains(u"half a"_s));
    }

    void allOpenNotesAreListedAndLeadToWhatTheyAreOn()
    {
        Fixture f;
        f.write(u"Open"_s);
        f.panel.findChild<QTabBar *>(u"notesTabBar"_s)->setCurrentIndex(1);
        auto *list = f.panel.findChild<RowList *>(u"openNotesList"_s);
        qsizetype open = 0;
        for (const Note &note : f.project.session().value(f.project.store().notes()))
            open += !note.resolved && note.parent.isNull();
        QCOMPARE(list->rows().size(), open);
        const QSignalSpy activated(&f.panel, &NotesPanel::targetActivated);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home); // the first key only chooses the first row
        QTest::keyClick(list, Qt::Key_End);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(activated.first().first().value<NoteTarget>(), f.target);
        QCOMPARE(f.panel.findChild<QTabBar *>(u"notesTabBar"_s)->currentIndex(), 0);
        QCOMPARE(f.panel.findChild<QLabel *>(u"noteTargetLabel"_s)->text(), u"The Lantern Keepers"_s);
    }

    void theNotesAreSearchedByTheirWordsAndWhatTheyAreOn()
    {
        Fixture f;
        f.write(u"Is the lantern hers?"_s);
        auto *tabs = f.panel.findChild<QTabBar *>(u"notesTabBar"_s);
        tabs->setCurrentIndex(1);
        auto *list = f.panel.findChild<RowList *>(u"openNotesList"_s);
        const qsizetype all = list->rows().size();
        auto *words = f.panel.findChild<QLineEdit *>(u"noteWordsLineEdit"_s);
        words->setFocus();
        QTest::keyClicks(words, u"LANTERN hers"_s);
        QVERIFY(QTest::qWaitFor([&] { return list->rows().size() == 1; }));
        QCOMPARE(list->rows().first().value.value<Note>().body, u"Is the lantern hers?"_s);
        words->insert(u" 🕯️"_s);
        QVERIFY(QTest::qWaitFor([&] { return list->rows().isEmpty(); }));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return list->rows().size() == all; }));
        // Resolved ones only among all.
        Note note = f.notes().first();
        note.resolved = true;
        QVERIFY(f.project.session().edit(u"Resolve"_s, [&](Edit &edit) { edit.put(note); }));
        QCOMPARE(list->rows().size(), all - 1);
        f.panel.findChild<QComboBox *>(u"whichNotesComboBox"_s)->setCurrentIndex(3);
        QCOMPARE(list->rows().size(), all);
    }

    void whatOthersWroteIsNewUntilItWasOnTheScreen()
    {
        Fixture f;
        auto *tabs = f.panel.findChild<QTabBar *>(u"notesTabBar"_s);
        const auto others = f.project.corpus().notes.size(); // all by others
        QCOMPARE(tabs->tabText(1), u"All &notes (%1 new)"_s.arg(others));
        const auto isMarked = [&f] {
            const QList<QLabel *> labels = f.panel.findChildren<QLabel *>(u"newNoteLabel"_s);
            return std::ranges::any_of(labels, &QLabel::isVisible);
        };
        const NoteTarget noted = f.project.corpus().notes.first().target; // a note and its answer
        f.panel.showTarget(noted);
        QVERIFY(isMarked());
        QCOMPARE(tabs->tabText(1), u"All &notes (%1 new)"_s.arg(others - 2));
        f.panel.showTarget(f.target);
        f.panel.showTarget(noted);
        QVERIFY(!isMarked());
        f.write(u"My own is not new"_s);
        QVERIFY(!isMarked());
        // It is remembered by whoever opens the project next.
        const NotesPanel later(f.project.session(), f.actions);
        QCOMPARE(later.findChild<QTabBar *>(u"notesTabBar"_s)->tabText(1), tabs->tabText(1));

        tabs->setCurrentIndex(1);
        f.panel.findChild<QComboBox *>(u"whichNotesComboBox"_s)->setCurrentIndex(1);
        auto *list = f.panel.findChild<RowList *>(u"openNotesList"_s);
        QCOMPARE(list->rows().size(), others - 2);
        QCOMPARE(list->rows().first().aside, u"new"_s);
        f.panel.findChild<QPushButton *>(u"markNotesReadPushButton"_s)->click();
        QVERIFY(list->rows().isEmpty());
        QCOMPARE(tabs->tabText(1), u"All &notes"_s);
    }

    void anAtOffersTheAnnotatorsToCall()
    {
        Fixture f;
        f.panel.writeNote();
        QTest::keyClicks(f.editor(), u"Ask @be"_s);
        auto *completer = f.editor()->findChild<QCompleter *>();
        QVERIFY(completer->popup()->isVisible());
        QCOMPARE(completer->currentCompletion(), u"Ben Achterberg"_s);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(f.editor()->toPlainText(), u"Ask @Ben Achterberg "_s);
        QTest::keyClicks(f.editor(), u"or @nobody"_s);
        QVERIFY(!completer->popup()->isVisible());
        QTest::keyClicks(f.editor(), u" or @Ad"_s);
        QVERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Escape);
        QVERIFY(!completer->popup()->isVisible());
        QTest::keyClick(f.editor(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.notes().size(), 1);
        QCOMPARE(f.notes().first().body, u"Ask @Ben Achterberg or @nobody or @Ad"_s);
    }

    void notesThatCallOneAreListed()
    {
        Fixture f;
        f.write(u"For @Ada Lindqvist only"_s);
        f.panel.findChild<QTabBar *>(u"notesTabBar"_s)->setCurrentIndex(1);
        auto *which = f.panel.findChild<QComboBox *>(u"whichNotesComboBox"_s);
        auto *list = f.panel.findChild<RowList *>(u"openNotesList"_s);
        which->setCurrentIndex(2);
        QVERIFY(list->rows().isEmpty());
        Note note = f.notes().first();
        note.id = NoteId::create();
        note.body = u"And you, @%1?"_s.arg(f.project.store().annotator().name);
        QVERIFY(f.project.session().edit(u"Note"_s, [&](Edit &edit) { edit.put(note); }));
        QCOMPARE(list->rows().size(), 1);
        QCOMPARE(list->rows().first().value.value<Note>().id, note.id);
    }

    void markdownIsRenderedAndNothingInItIsLoadedOrRunAsHtml()
    {
        const QTemporaryDir folder;
        const QString picture = folder.filePath(u"picture.png"_s);
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(picture));

        MarkdownView view;
        view.resize(300, 100);
        view.setMarkdownText(u"**bold** <b>tag</b>"_s);
        QVERIFY(view.toPlainText().contains(u"<b>tag</b>"_s));
        QVERIFY(view.document()->begin().begin().fragment().charFormat().fontWeight() >= QFont::Bold);
        for (const QString &file : {QFileInfo(picture).absoluteFilePath(), QUrl::fromLocalFile(picture).toString()}) {
            view.setMarkdownText(u"![alt](%1)"_s.arg(file));
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            const QImage loaded = view.document()->resource(QTextDocument::ImageResource, QUrl(file)).value<QImage>();
            QCOMPARE(loaded.size(), QSize(1, 1)); // not the picture
        }
        view.setMarkdownText(u"* one\n* two\n* three"_s);
        const int narrow = view.height();
        view.setMarkdownText(u"one line"_s);
        QVERIFY(view.height() < narrow);
    }
};

QTEST_MAIN(tst_NotesPanel)
#include "tst_notespanel.moc"
