// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/notes/markdownview.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/notespanel.h"
#include "ui/notes/threadcard.h"
#include "ui/parts/rowlist.h"

#include <QFileInfo>
#include <QLabel>
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
