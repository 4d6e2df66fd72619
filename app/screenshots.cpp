// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "ui/actions.h"
#include "ui/appearance.h"
#include "ui/article/articlepage.h"
#include "ui/exchange/importer.h"
#include "ui/exchange/selectiondialog.h"
#include "ui/mainwindow.h"
#include "ui/session.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace pq;

namespace {

/// Lets everything that waits for its turn happen, counts and the chain included.
void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 700)
        QApplication::processEvents(QEventLoop::AllEvents, 50);
}

/// The dialog that is open.
QDialog *openDialog(const QWidget &window)
{
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    return dialog ? dialog : window.findChild<QDialog *>();
}

class Camera
{
public:
    explicit Camera(const QString &folder) : m_folder(folder) {}

    void shoot(QWidget *widget, const QString &name)
    {
        settle();
        const QString path = m_folder.filePath(name + u".png"_s);
        if (!widget->grab().save(path)) {
            std::fprintf(stderr, "The picture %s could not be written.\n", qPrintable(path));
            m_hasFailed = true;
        }
    }

    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    QDir m_folder;
    bool m_hasFailed = false;
};

}

namespace {

/// A corrected version of the article that is shown, with some of its words changed.
void shootCorrection(Camera &camera, const MainWindow &window, const Actions &actions, const QString &name)
{
    const auto *page = window.findChild<ArticlePage *>();
    QString text = page->text().string();
    text.replace(u"tells Fernwick"_s, u"told Fernwick"_s).replace(u"calling it a betrayal"_s, u"calling it treason"_s);
    text.replace(u"but Kveldsen confirmed she won't be back to direct it"_s, u"which somebody else will direct"_s);
    actions["article.newVersion"]->trigger();
    QDialog *dialog = openDialog(window);
    if (!dialog)
        return;
    dialog->findChild<QPlainTextEdit *>(u"correctedTextEdit"_s)->setPlainText(text);
    dialog->findChild<QLineEdit *>(u"noteLineEdit"_s)->setText(u"An earlier version misquoted the director."_s);
    camera.shoot(dialog, name + u"-text"_s);
    dialog->findChild<QPushButton *>(u"nextButton"_s)->click();
    camera.shoot(dialog, name);
    dialog->reject();
    settle();
}

void shootDialogs(Camera &camera, const MainWindow &window, const Actions &actions, const QString &suffix)
{
    const std::pair<const char *, QString> dialogs[] = {
        {"article.export", u"export"_s},        {"project.report", u"report"_s}, {"view.palette", u"palette"_s},
        {"settings.show", u"settings"_s},       {"help.marks", u"marks"_s},      {"help.keys", u"keys"_s},
        {"article.properties", u"properties"_s}};
    for (const auto &[action, name] : dialogs) {
        actions[action]->trigger();
        settle();
        QDialog *dialog = openDialog(window);
        if (!dialog)
            continue;
        if (name == "palette"_L1)
            dialog->findChild<QLineEdit *>()->setText(u"ex"_s);
        camera.shoot(dialog, name + suffix);
        if (name == "export"_L1) {
            dialog->findChild<QPushButton *>(u"selectionButton"_s)->click();
            auto *choice = dialog->findChild<SelectionDialog *>();
            camera.shoot(choice, u"export-selection"_s + suffix);
            choice->reject();
        }
        dialog->reject();
        settle();
    }
}

/// What an annotated corpus would bring, the sample itself.
void shootImport(Camera &camera, const MainWindow &window, const QString &path, const QString &suffix)
{
    QFile::copy(u":/sample/sample.jsonl"_s, path);
    window.findChild<Importer *>()->import({path});
    settle();
    if (QDialog *dialog = openDialog(window)) {
        camera.shoot(dialog, u"import"_s + suffix);
        dialog->reject();
        settle();
    }
}

}

int makeScreenshots(const QString &folder)
{
    QDir().mkpath(folder);
    const QTemporaryDir place;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, place.path());
    QSettings().setValue("annotator/name", u"Robin"_s);
    QSettings().setValue("export/folder", QDir::tempPath()); // whoever makes the pictures does not show a home in them
    qputenv("XDG_DATA_HOME", place.path().toLocal8Bit());

    Camera camera(folder);
    Session session;
    Actions actions;
    MainWindow window(session, actions, Prompts::onScreen());
    window.appearance().setScheme(Scheme::Light);
    window.resize(1400, 900);
    window.show();
    window.start({});
    camera.shoot(&window, u"window-light"_s);
    window.appearance().setScheme(Scheme::Dark);
    camera.shoot(&window, u"window-dark"_s);
    window.appearance().setScheme(Scheme::HighContrast);
    camera.shoot(&window, u"window-high-contrast"_s);
    window.findChild<QPushButton *>(u"enlargeChainPushButton"_s)->click();
    auto *chain = window.findChild<QDialog *>(u"chainPictureDialog"_s);
    for (const auto &[scheme, name] :
         {std::pair(Scheme::Dark, u"chain-dark"_s), std::pair(Scheme::Light, u"chain-light"_s)}) {
        window.appearance().setScheme(scheme);
        camera.shoot(chain, name);
    }
    chain->close();
    settle();
    actions["search.findAll"]->trigger();
    window.findChild<QLineEdit *>(u"searchWordsLineEdit"_s)->setText(u"walk you home"_s);
    settle();
    actions["search.next"]->trigger();
    camera.shoot(&window, u"search"_s);
    window.findChild<QDockWidget *>(u"view.search"_s)->hide();
    actions["view.quotations"]->trigger();
    camera.shoot(&window, u"quotations"_s);
    window.findChild<QDockWidget *>(u"view.quotations"_s)->hide();

    actions["view.review"]->trigger();
    settle();
    for (const char *act : {"review.supported", "review.disputed", "review.skip", "review.inProgress", "review.next"})
        actions[act]->trigger();
    actions["view.coverage"]->trigger();
    camera.shoot(&window, u"review-light"_s);
    window.appearance().setScheme(Scheme::Dark);
    camera.shoot(&window, u"review-dark"_s);
    window.appearance().setScheme(Scheme::Light);
    actions["review.evidence"]->trigger();
    if (auto *dialog = window.findChild<QDialog *>()) {
        camera.shoot(dialog, u"evidence"_s);
        dialog->reject();
        settle();
    }
    actions["view.coverage"]->trigger();
    window.findChild<QDockWidget *>(u"view.review"_s)->hide();

    const std::pair<Scheme, QString> schemes[] = {
        {Scheme::Light, {}}, {Scheme::Dark, u"-dark"_s}, {Scheme::HighContrast, u"-high-contrast"_s}};
    for (const auto &[scheme, suffix] : schemes) {
        window.appearance().setScheme(scheme);
        shootDialogs(camera, window, actions, suffix);
        shootImport(camera, window, place.filePath(u"loop.jsonl"_s), suffix);
    }
    window.appearance().setScheme(Scheme::Light);
    shootCorrection(camera, window, actions, u"correction"_s);
    window.appearance().setScheme(Scheme::Dark);
    shootCorrection(camera, window, actions, u"correction-dark"_s);
    return camera.hasFailed() ? 1 : 0;
}
