// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projects.h"

#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/checkdialog.h"
#include "ui/keysheet.h"
#include "ui/menus.h"
#include "ui/sample.h"
#include "ui/settings.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

#include <sqlite3.h>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Projects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewProjectHasTheDefaultTagsAndIsRecent();
    void theFirstStartOpensTheSample();
    void theSampleHasALineWithAChain();
    void theNextStartOpensTheLatestProject();
    void aProjectThatIsGoneIsNotOffered();
    void whatIsNoProjectIsSaidAndNothingIsOpen();
    void theCheckSaysThatAllIsWell();
    void theCheckNamesTheDamageAndCanBeCancelled();
    void everyActionIsInOneMenu();
    void theSheetOfKeysNamesEveryKey();
};

namespace {

struct Shell
{
    Shell() { QSettings().clear(); }

    test::Place place;
    Session session;
    Actions actions;
    test::Answers answers;
    QWidget window;
    Projects projects{session, actions, answers.prompts(), &window};
    QSignalSpy failed{&session, &Session::failed};
};

}

void tst_Projects::aNewProjectHasTheDefaultTagsAndIsRecent()
{
    Shell shell;
    shell.answers.paths = {shell.place.path(u"Mine"_s)};
    shell.actions["project.new"]->trigger();
    QVERIFY(shell.session.isOpen());
    const QString path = shell.place.path(u"Mine.pullquote"_s);
    QVERIFY(QFileInfo::exists(path));
    QVERIFY(shell.session.value(shell.session.store().tags()).size() >= 7);
    QCOMPARE(Settings::load(QSettings()).recentProjects, QStringList{path});
    QCOMPARE(shell.failed.size(), 0);
    // A second time: what is there is never written over.
    shell.actions["project.new"]->trigger();
    QCOMPARE(shell.failed.size(), 1);
}

void tst_Projects::theFirstStartOpensTheSample()
{
    Shell shell;
    QFile::remove(samplePath());
    QSignalSpy welcomed(&shell.projects, &Projects::welcomed);
    QVERIFY(shell.projects.openLatest());
    QCOMPARE(welcomed.size(), 1);
    QCOMPARE(shell.session.store().path(), samplePath());
    QCOMPARE(shell.session.value(shell.session.store().counts()).articles, 3);
    shell.session.close();
    QVERIFY(shell.projects.openLatest());
    QCOMPARE(welcomed.size(), 1);
    QFile::remove(samplePath());
}

void tst_Projects::theSampleHasALineWithAChain()
{
    Shell shell;
    QVERIFY(openSample(shell.session, shell.place.path(u"Sample.pullquote"_s)));
    const PassageId passage = telltalePassage(shell.session);
    const QList<Passage> found = shell.session.value(shell.session.store().passages(QSet{passage}));
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].words().contains(u"I only came to walk you home"_s), qPrintable(found[0].words()));
}

void tst_Projects::theNextStartOpensTheLatestProject()
{
    Shell shell;
    for (const QString &name : {u"a.pullquote"_s, u"b.pullquote"_s}) {
        shell.answers.paths = {shell.place.path(name)};
        shell.actions["project.new"]->trigger();
    }
    shell.actions["project.close"]->trigger();
    QVERIFY(!shell.session.isOpen());
    QVERIFY(!shell.actions["project.close"]->isEnabled());
    QVERIFY(shell.projects.openLatest());
    QCOMPARE(shell.session.store().path(), shell.place.path(u"b.pullquote"_s));
}

void tst_Projects::aProjectThatIsGoneIsNotOffered()
{
    Shell shell;
    QSettings().setValue("recent/projects", QStringList{shell.place.path(u"gone.pullquote"_s)});
    Q_EMIT shell.projects.recentMenu()->aboutToShow();
    const QList<QAction *> offered = shell.projects.recentMenu()->actions();
    QCOMPARE(offered.size(), 1); // the sample
    shell.answers.paths = {shell.place.path(u"here & there.pullquote"_s)};
    shell.actions["project.new"]->trigger();
    Q_EMIT shell.projects.recentMenu()->aboutToShow();
    QCOMPARE(shell.projects.recentMenu()->actions().first()->text(), u"here && there"_s);
}

void tst_Projects::whatIsNoProjectIsSaidAndNothingIsOpen()
{
    Shell shell;
    const QString path = shell.place.path(u"letter.pullquote"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear Sir or Madam");
    file.close();
    QVERIFY(!shell.projects.open(path));
    QCOMPARE(shell.failed.size(), 1);
    QVERIFY(!shell.session.isOpen());
    QVERIFY(Settings::load(QSettings()).recentProjects.isEmpty());
}

void tst_Projects::theCheckSaysThatAllIsWell()
{
    Shell shell;
    shell.answers.paths = {shell.place.path(u"x.pullquote"_s)};
    shell.actions["project.new"]->trigger();
    QSignalSpy noticed(&shell.projects, &Projects::noticed);
    shell.actions["project.check"]->trigger();
    QVERIFY(noticed.wait(20'000));
    QCOMPARE(shell.failed.size(), 0);
    QVERIFY(!shell.window.findChild<CheckDialog *>() || shell.window.findChild<CheckDialog *>()->isHidden());
}

void tst_Projects::theCheckNamesTheDamageAndCanBeCancelled()
{
    Shell shell;
    shell.answers.paths = {shell.place.path(u"x.pullquote"_s)};
    shell.actions["project.new"]->trigger();
    const QString path = shell.session.store().path();
    shell.session.close();
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, "UPDATE tag SET name = 'Meddled'", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    QVERIFY(shell.projects.open(path));
    shell.actions["project.check"]->trigger();
    QVERIFY(shell.failed.wait(20'000));
    QVERIFY2(shell.failed.first().first().toString().contains(u"“tag”"_s),
             qPrintable(shell.failed.first().first().toString()));

    shell.actions["project.check"]->trigger();
    const QPointer dialog = shell.window.findChildren<CheckDialog *>().last();
    dialog->cancel();
    QVERIFY(QTest::qWaitFor([&dialog] { return dialog.isNull(); }));
    // The project may be closed while it is copied.
    shell.actions["project.check"]->trigger();
    shell.session.close();
    QTest::qWait(200);
    QVERIFY(!QFile::exists(path + u"-wal"_s));
}

void tst_Projects::everyActionIsInOneMenu()
{
    Actions actions;
    QMenuBar bar;
    QMenu recent;
    fillMenus(bar, actions, &recent);
    QHash<QString, int> times;
    const QList<QMenu *> menus = bar.findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        for (const QAction *action : menu->actions())
            ++times[action->objectName()];
    }
    for (const ActionSpec &spec : actionSpecs()) {
        QVERIFY2(times.value(QLatin1StringView(spec.id)) == 1, spec.id);
        QVERIFY2(!menuName(QLatin1StringView(spec.id)).isEmpty(), spec.id);
    }
    // No two entries of a menu share a mnemonic, and every entry of the bar has one.
    for (const QMenu *menu : menus) {
        QSet<QChar> mnemonics;
        for (const QAction *action : menu->actions()) {
            const qsizetype at = action->text().indexOf(u'&');
            if (at < 0)
                continue;
            const QChar mnemonic = action->text().at(at + 1).toLower();
            QVERIFY2(!mnemonics.contains(mnemonic), qPrintable(menu->title() + u" › "_s + action->text()));
            mnemonics.insert(mnemonic);
        }
    }
}

void tst_Projects::theSheetOfKeysNamesEveryKey()
{
    Actions actions;
    const QString html = keysAsHtml(actions, test::sampleCorpus().tags, u"#000000"_s, u"#000000"_s);
    for (const ActionSpec &spec : actionSpecs()) {
        const QString keys = actions[spec.id]->shortcut().toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            QVERIFY2(html.contains(u'>' + keys.toHtmlEscaped() + u'<'), spec.id);
    }
    const QList<Tag> tags = test::sampleCorpus().tags;
    for (const Tag &tag : tags) {
        if (!tag.key.isEmpty() && !tag.retired)
            QVERIFY(html.contains(tag.name.toHtmlEscaped()));
    }
}

QTEST_MAIN(tst_Projects)
#include "tst_projects.moc"
