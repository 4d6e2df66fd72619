// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/appearance.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/claims/claimeditor.h"
#include "ui/exchange/exportdialog.h"
#include "ui/exchange/importdialog.h"
#include "ui/inspector/inspector.h"
#include "ui/library/librarypanel.h"
#include "ui/messagestrip.h"
#include "ui/notes/notespanel.h"
#include "ui/sample.h"
#include "ui/tags/tagspanel.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstStartShowsALineAndItsChain();
    void theTitleNamesTheProjectAndThatAllIsSaved();
    void undoSaysWhatItWillUndo();
    void aRefusalIsShownInTheStrip();
    void filesThatAreDroppedAreImported();
    void aDroppedProjectIsOpened();
    void articlesWithoutAProjectAreSaidToNeedOne();
    void aLineIsTaggedAndClaimedByKeysAlone();
    void wordsThatAreFoundAreSelectedToBeTagged();
    void whatIsTypedIntoAFilterIsNoCommand();
    void panelsAreReachedByKeys_data();
    void panelsAreReachedByKeys();
    void theSchemeChangesAtOnceAndIsKept();
    void howOneReadsIsKept();
    void closingTheProjectEmptiesTheWindow();
    void theLastArticleIsShownAgain();
    void everyControlHasAnAccessibleName();
    void tabReachesEveryControl();
};

namespace {

struct Window
{
    Window() { QSettings().clear(); }

    void show()
    {
        window.resize(1400, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    void openSample()
    {
        QVERIFY(pq::openSample(session, place.path(u"Sample.pullquote"_s)));
        show();
    }

    void drop(const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
        QCoreApplication::processEvents();
    }

    template <class T>
    [[nodiscard]] T *part(const QString &name = {}) const
    {
        return window.findChild<T *>(name);
    }

    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(place.path(name));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
    }

    test::Place place;
    Session session;
    Actions actions;
    test::Answers answers;
    MainWindow window{session, actions, answers.prompts()};
};

}

void tst_MainWindow::theFirstStartShowsALineAndItsChain()
{
    Window shell;
    QFile::remove(samplePath());
    shell.show();
    shell.window.start({});
    QVERIFY(shell.session.isOpen());
    const PassageId passage = shell.window.articlePage().currentPassage();
    QCOMPARE(passage, telltalePassage(shell.session));
    const auto *chain = shell.part<QDockWidget>(u"view.chain"_s);
    QVERIFY(chain->isVisible());
    QString words;
    const QList<QLabel *> labels = chain->widget()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        words += label->text();
    QVERIFY2(words.contains(u"Tobias Arkwell"_s), qPrintable(words));
    QVERIFY(!shell.part<MessageStrip>()->message().isEmpty());
    shell.session.close();
    QFile::remove(samplePath());
}

void tst_MainWindow::theTitleNamesTheProjectAndThatAllIsSaved()
{
    Window shell;
    QCOMPARE(shell.window.windowTitle(), u"Pullquote"_s);
    shell.openSample();
    QCOMPARE(shell.window.windowTitle(), u"Sample — all changes saved — Pullquote"_s);
}

void tst_MainWindow::undoSaysWhatItWillUndo()
{
    Window shell;
    shell.openSample();
    Article article = shell.session.value(shell.session.store().articles()).first();
    article.byline = u"Somebody else"_s;
    shell.session.edit(u"Change the byline"_s, [&article](Edit &edit) { edit.put(article); });
    QAction *undo = shell.actions["edit.undo"];
    QVERIFY2(undo->text().contains(u"Change the byline"_s), qPrintable(undo->text()));
    QTest::keyClick(shell.window.articlePage().view(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(shell.actions["edit.redo"]->isEnabled());
    QVERIFY(shell.actions["edit.redo"]->text().contains(u"Change the byline"_s));
    QVERIFY(shell.session.value(shell.session.store().articles()).first().byline != article.byline);
}

void tst_MainWindow::aRefusalIsShownInTheStrip()
{
    Window shell;
    shell.openSample();
    QVERIFY(!shell.session.edit(u"Refused"_s, [](Edit &edit) { edit.refuse(u"This cannot be done."_s); }));
    QCOMPARE(shell.part<MessageStrip>()->message(), u"This cannot be done."_s);
}

void tst_MainWindow::filesThatAreDroppedAreImported()
{
    Window shell;
    shell.openSample();
    const QString path = shell.file(u"new.txt"_s, "A dropped article\n\nIts words.\n");
    shell.drop({path});
    QVERIFY(QTest::qWaitFor([&shell] { return shell.session.value(shell.session.store().counts()).articles == 4; },
                            20'000));
}

void tst_MainWindow::aDroppedProjectIsOpened()
{
    Window shell;
    QString path;
    {
        test::OpenProject other;
        path = shell.place.path(u"Other.pullquote"_s);
        other.session.close();
        QVERIFY(QFile::copy(other.place.path(u"Test.pullquote"_s), path));
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, shell.place.folder.path());
    }
    shell.openSample();
    shell.drop({path});
    QVERIFY(QTest::qWaitFor([&] { return shell.session.isOpen() && shell.session.store().path() == path; }));
}

void tst_MainWindow::articlesWithoutAProjectAreSaidToNeedOne()
{
    Window shell;
    // No project can be made where a file stands in the way of its folder.
    QFile::remove(samplePath());
    shell.show();
    const QString path = shell.file(u"new.txt"_s, "An article\n\nIts words.\n");
    QSettings().setValue("recent/projects", QStringList{path});
    shell.drop({path});
    QVERIFY(QTest::qWaitFor([&shell] { return !shell.part<MessageStrip>()->message().isEmpty(); }));
    QVERIFY(!shell.session.isOpen());
}

void tst_MainWindow::aLineIsTaggedAndClaimedByKeysAlone()
{
    Window shell;
    shell.openSample();
    ArticleView *view = shell.window.articlePage().view();
    shell.window.articlePage().showArticle(shell.session.value(shell.session.store().articles()).first().id);
    QTest::keyClick(&shell.window, Qt::Key_4, Qt::ControlModifier);
    QVERIFY(view->hasFocus());
    const auto counts = [&shell] { return shell.session.value(shell.session.store().counts()); };
    const Counts before = counts();

    QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
    for (int n = 0; n < 3; ++n)
        QTest::keyClick(view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!shell.window.articlePage().selectedFragments().isEmpty());
    QTest::keyClick(view, Qt::Key_1);
    QCOMPARE(counts().passages, before.passages + 1);

    QTest::keyClick(view, Qt::Key_C);
    QCOMPARE(counts().claims, before.claims + 1);
    QVERIFY(shell.part<ClaimEditor>()->isVisible());
    QVERIFY(!shell.part<ClaimEditor>()->claim().isNull());

    shell.actions["edit.undo"]->trigger();
    shell.actions["edit.undo"]->trigger();
    QCOMPARE(counts().passages, before.passages);
    QCOMPARE(counts().claims, before.claims);
}

void tst_MainWindow::wordsThatAreFoundAreSelectedToBeTagged()
{
    Window shell;
    shell.openSample();
    ArticleView *view = shell.window.articlePage().view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *panel = shell.part<QDockWidget>(u"view.search"_s);
    QVERIFY(panel->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"I only came to walk you home"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(shell.window.articlePage().selectedWords(), u"I only came to walk you home"_s);
    const ArticleId first = shell.window.articlePage().article();
    for (int n = 0; n < 10 && shell.window.articlePage().article() == first; ++n)
        QTest::keyClick(&shell.window, Qt::Key_F3);
    QVERIFY(shell.window.articlePage().article() != first);
    QCOMPARE(shell.window.articlePage().selectedWords(), u"I only came to walk you home"_s);

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    QVERIFY(view->hasFocus());
    const qint64 before = shell.session.value(shell.session.store().counts()).passages;
    QTest::keyClick(view, Qt::Key_1);
    QCOMPARE(shell.session.value(shell.session.store().counts()).passages, before + 1);
}

void tst_MainWindow::whatIsTypedIntoAFilterIsNoCommand()
{
    Window shell;
    shell.openSample();
    const Counts before = shell.session.value(shell.session.store().counts());
    auto *filter = shell.part<LibraryPanel>()->findChild<QLineEdit *>(u"filterLineEdit"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"tcnplom1"_s);
    QTest::keyClick(filter, Qt::Key_Delete);
    QCOMPARE(filter->text(), u"tcnplom1"_s);
    const Counts after = shell.session.value(shell.session.store().counts());
    QCOMPARE(after.journalEntries, before.journalEntries);
}

void tst_MainWindow::panelsAreReachedByKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("dock");
    QTest::newRow("library") << int(Qt::Key_1) << u"view.library"_s;
    QTest::newRow("tags") << int(Qt::Key_2) << u"view.tags"_s;
    QTest::newRow("people") << int(Qt::Key_3) << u"view.people"_s;
    QTest::newRow("inspector") << int(Qt::Key_5) << u"view.inspector"_s;
    QTest::newRow("claim") << int(Qt::Key_6) << u"view.claims"_s;
    QTest::newRow("chain") << int(Qt::Key_7) << u"view.chain"_s;
    QTest::newRow("notes") << int(Qt::Key_8) << u"view.notes"_s;
    QTest::newRow("search") << int(Qt::Key_9) << u"view.search"_s;
}

void tst_MainWindow::panelsAreReachedByKeys()
{
    QFETCH(int, key);
    QFETCH(QString, dock);
    Window shell;
    shell.openSample();
    shell.window.articlePage().showPassage(telltalePassage(shell.session));
    QTest::keyClick(&shell.window, static_cast<Qt::Key>(key), Qt::ControlModifier);
    const auto *panel = shell.part<QDockWidget>(dock);
    QVERIFY(panel->isVisible());
    QWidget *focus = QApplication::focusWidget();
    QVERIFY2(focus && panel->isAncestorOf(focus),
             focus ? focus->metaObject()->className() : "nothing has the keyboard");
}

void tst_MainWindow::theSchemeChangesAtOnceAndIsKept()
{
    Window shell;
    shell.openSample();
    shell.actions["view.contrast"]->trigger();
    QCoreApplication::processEvents();
    QVERIFY(Theme::of(shell.window.palette()).isHighContrast());
    QVERIFY(shell.actions["view.contrast"]->isChecked());
    shell.actions["view.dark"]->trigger();
    QCoreApplication::processEvents();
    QVERIFY(Theme::of(shell.window.palette()).isDark());
    QVERIFY(!Theme::of(shell.window.palette()).isHighContrast());
    Actions actions;
    const Appearance later(actions);
    QCOMPARE(later.scheme(), Scheme::Dark);
    shell.actions["view.light"]->trigger();
}

void tst_MainWindow::howOneReadsIsKept()
{
    Window shell;
    shell.openSample();
    shell.window.articlePage().showPassage(telltalePassage(shell.session));
    shell.actions["article.zoomIn"]->trigger();
    shell.actions["view.focusMode"]->setChecked(true);
    const double zoom = shell.window.articlePage().view()->zoom();
    QVERIFY(zoom > 1);
    Session session;
    Actions actions;
    ArticlePage later(session, actions);
    QCOMPARE(later.view()->zoom(), zoom);
    QVERIFY(actions["view.focusMode"]->isChecked());
    QVERIFY(!actions["view.paragraphNumbers"]->isChecked());
    shell.actions["article.zoomReset"]->trigger();
    shell.actions["view.focusMode"]->setChecked(false);
}

void tst_MainWindow::closingTheProjectEmptiesTheWindow()
{
    Window shell;
    shell.openSample();
    shell.window.articlePage().showPassage(telltalePassage(shell.session));
    shell.actions["project.close"]->trigger();
    QVERIFY(!shell.session.isOpen());
    QCOMPARE(shell.window.windowTitle(), u"Pullquote"_s);
    QVERIFY(!shell.actions["article.import"]->isEnabled());
    QVERIFY(!shell.actions["article.export"]->isEnabled());
    QVERIFY(!shell.actions["project.report"]->isEnabled());
    QVERIFY(!shell.actions["edit.undo"]->isEnabled());
    QVERIFY(shell.window.articlePage().article().isNull());
    // Nothing asks a store that is gone.
    for (QAction *action : shell.actions.all()) {
        if (action->isEnabled() && !action->objectName().startsWith("project."_L1)
            && !action->objectName().startsWith("help."_L1) && action->objectName() != "settings.show"_L1
            && action->objectName() != "view.palette"_L1)
            action->trigger();
    }
    QCoreApplication::processEvents();
}

void tst_MainWindow::theLastArticleIsShownAgain()
{
    Window shell;
    shell.openSample();
    const QList<Article> articles = shell.session.value(shell.session.store().articles());
    shell.window.articlePage().showArticle(articles.last().id);
    const QString path = shell.session.store().path();
    shell.session.close();
    QVERIFY(shell.session.open(path));
    QCOMPARE(shell.window.articlePage().article(), articles.last().id);
    QCOMPARE(shell.part<LibraryPanel>()->currentArticle(), articles.last().id);
}

void tst_MainWindow::everyControlHasAnAccessibleName()
{
    Window shell;
    shell.openSample();
    QStringList nameless;
    const QList<QWidget *> widgets = shell.window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            nameless.append(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    // The tabs of a bar have names, the bar itself needs none.
    nameless.removeIf([](const QString &name) { return name.startsWith("QMainWindowTabBar"_L1); });
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void tst_MainWindow::tabReachesEveryControl()
{
    Window shell;
    shell.openSample();
    shell.window.articlePage().showPassage(telltalePassage(shell.session));
    shell.actions["claim.edit"]->trigger();
    shell.actions["view.search"]->trigger();
    QVERIFY(shell.part<ClaimEditor>()->isVisible());
    QSet<QWidget *> reached;
    for (QWidget *at = QApplication::focusWidget(); at && !reached.contains(at); at = QApplication::focusWidget()) {
        reached.insert(at);
        QTest::keyClick(at, Qt::Key_Tab);
    }
    QStringList missed;
    const QList<QWidget *> widgets = shell.window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled()
            && !reached.contains(widget) && !qobject_cast<QScrollArea *>(widget))
            missed.append(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
