// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/prompts.h"

#include <QWidget>

namespace pq {

class Actions;
class Session;

/// The ways into an import: two commands, and files that were dropped or named on the command line.
class Importer : public QObject
{
    Q_OBJECT

public:
    /// @p window is what its dialogs belong to.
    Importer(Session &session, Actions &actions, Prompts prompts, QWidget *window);

    void import(const QStringList &paths);

Q_SIGNALS:
    void articleActivated(pq::ArticleId article);
    /// What was imported, when no dialog has told it; @p first can be shown.
    void imported(const QString &summary, pq::ArticleId first);

private:
    void chooseFiles();
    void chooseFolder();

    Session &m_session;
    Prompts m_prompts;
    QWidget *m_window;
};

}
