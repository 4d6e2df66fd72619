// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importer.h"

#include "core/formats/format.h"
#include "ui/actions.h"
#include "ui/exchange/importdialog.h"
#include "ui/session.h"

#include <QAction>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString lastFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QSettings().value("import/folder", documents).toString();
}

QString filter()
{
    QStringList patterns;
    const QStringList suffixes = documentSuffixes();
    for (const QString &suffix : suffixes)
        patterns.append(u"*."_s + suffix);
    for (const Format &format : formats()) {
        if (format.read)
            patterns.append(u"*."_s + QLatin1StringView(format.suffix));
    }
    patterns.append(u"*.zip"_s);
    patterns.removeDuplicates();
    return Importer::tr("Articles and annotated articles (%1)").arg(patterns.join(u' ')) + u";;"_s
        + Importer::tr("All files (*)");
}

}

Importer::Importer(Session &session, Actions &actions, Prompts prompts, QWidget *window)
    : QObject(window), m_session(session), m_prompts(std::move(prompts)), m_window(window)
{
    connect(actions["article.import"], &QAction::triggered, this, &Importer::chooseFiles);
    connect(actions["article.importFolder"], &QAction::triggered, this, &Importer::chooseFolder);
}

void Importer::chooseFiles()
{
    import(m_prompts.choosePaths(m_window, {PathKind::Files, tr("Import Articles"), filter(), lastFolder()}));
}

void Importer::chooseFolder()
{
    import(m_prompts.choosePaths(m_window, {PathKind::Folder, tr("Import a Folder"), {}, lastFolder()}));
}

void Importer::import(const QStringList &paths)
{
    if (paths.isEmpty() || !m_session.isOpen())
        return;
    QSettings().setValue("import/folder", QFileInfo(paths.first()).absolutePath());
    auto *dialog = new ImportDialog(m_session, paths, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::articleActivated, this, &Importer::articleActivated);
    connect(dialog, &ImportDialog::imported, this, [this](const ImportReport &report) {
        if (isPlain(report))
            Q_EMIT imported(summary(report), report.first().article);
    });
    dialog->open();
}

}
