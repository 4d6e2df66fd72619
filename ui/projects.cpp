// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projects.h"

#include "core/formats/tagset.h"
#include "ui/actions.h"
#include "ui/checkdialog.h"
#include "ui/sample.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype mostRecent = 10;
constexpr qsizetype problemsShown = 5;

QStringList recentProjects()
{
    QStringList paths = QSettings().value("recent/projects").toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

QString projectFolder()
{
    const QStringList recent = recentProjects();
    return recent.isEmpty() || recent.first() == samplePath()
        ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
        : QFileInfo(recent.first()).absolutePath();
}

}

Projects::Projects(Session &session, Actions &actions, Prompts prompts, QWidget *window)
    : QObject(window),
      m_session(session),
      m_actions(actions),
      m_prompts(std::move(prompts)),
      m_window(window),
      m_recentMenu(new QMenu(tr("Open &Recent"), window))
{
    m_recentMenu->setObjectName(u"recentMenu"_s);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &Projects::fillRecentMenu);
    connect(actions["project.new"], &QAction::triggered, this, &Projects::create);
    connect(actions["project.open"], &QAction::triggered, this, &Projects::choose);
    connect(actions["project.close"], &QAction::triggered, &session, &Session::close);
    connect(actions["project.check"], &QAction::triggered, this, &Projects::check);
    connect(&session, &Session::projectChanged, this, &Projects::updateState);
    updateState();
}

bool Projects::open(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    // Opening what is open already would only lose the place in it.
    if (m_session.isOpen() && QFileInfo(m_session.store().path()).absoluteFilePath() == absolute)
        return true;
    if (!m_session.open(absolute))
        return false;
    remember(absolute);
    return true;
}

bool Projects::openLatest()
{
    const QStringList recent = recentProjects();
    if (!recent.isEmpty())
        return open(recent.first());
    const QString path = samplePath();
    if (!openSample(m_session, path))
        return false;
    remember(path);
    Q_EMIT welcomed();
    return true;
}

void Projects::create()
{
    const QString start = QDir(projectFolder()).filePath(tr("Interviews.pullquote"));
    const QStringList paths = m_prompts.choosePaths(
        m_window, {PathKind::NewFile, tr("New Project"), tr("Pullquote projects (*.pullquote)"), start});
    if (paths.isEmpty())
        return;
    QString path = paths.first();
    if (QFileInfo(path).suffix() != "pullquote"_L1)
        path += ".pullquote"_L1;
    if (!m_session.create(path))
        return;
    remember(QFileInfo(path).absoluteFilePath());
    addDefaultTags();
}

void Projects::addDefaultTags()
{
    QFile file(u":/tagsets/interview.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const Result<Corpus> tagset = readTagset(file.readAll(), u"interview.json"_s);
    if (tagset)
        m_session.edit(tr("Add the default tags"), [&tagset](Edit &edit) { edit.put(*tagset); });
    else
        Q_EMIT m_session.failed(tagset.error().message);
}

void Projects::choose()
{
    const QStringList paths = m_prompts.choosePaths(
        m_window, {PathKind::File, tr("Open Project"), tr("Pullquote projects (*.pullquote)"), projectFolder()});
    if (!paths.isEmpty())
        open(paths.first());
}

void Projects::check()
{
    auto *dialog = new CheckDialog(m_session, m_window);
    connect(dialog, &CheckDialog::checked, this, [this](const Result<QStringList> &problems) {
        if (!problems)
            Q_EMIT m_session.failed(problems.error().message);
        else if (problems->isEmpty())
            Q_EMIT noticed(
                tr("The project is sound: every text, every passage's words and every entry of the journal agree."));
        else
            Q_EMIT m_session.failed(tr("The check found %n problem(s).", nullptr, static_cast<int>(problems->size()))
                                    + u'\n' + problems->first(qMin(problemsShown, problems->size())).join(u'\n'));
    });
}

void Projects::remember(const QString &path)
{
    keep("recent/projects", withNewest(QSettings().value("recent/projects").toStringList(), path, mostRecent));
}

void Projects::fillRecentMenu()
{
    m_recentMenu->clear();
    QStringList paths = recentProjects();
    if (!paths.contains(samplePath()))
        paths.append(samplePath());
    for (const QString &path : std::as_const(paths)) {
        const bool isSample = path == samplePath();
        QString text = isSample ? tr("Sample Project") : QFileInfo(path).completeBaseName();
        QAction *action = m_recentMenu->addAction(text.replace(u'&', u"&&"_s));
        action->setToolTip(QDir::toNativeSeparators(path));
        action->setStatusTip(action->toolTip());
        connect(action, &QAction::triggered, this, [this, path, isSample] {
            if (isSample && !QFileInfo::exists(path)) {
                if (openSample(m_session, path))
                    Q_EMIT welcomed();
            } else {
                open(path);
            }
        });
    }
    m_recentMenu->setToolTipsVisible(true);
}

void Projects::updateState()
{
    for (const char *id : {"project.close", "project.check"})
        m_actions[id]->setEnabled(m_session.isOpen());
}

}
