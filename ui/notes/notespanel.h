// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"
#include "ui/notes/readnotes.h"
#include "ui/parts/panel.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace pq {

class Actions;
class NoteEditor;
class NotesList;
class Session;
class ThreadCard;

/// The threads of notes on one thing, or the notes of the project.
class NotesPanel : public Panel
{
    Q_OBJECT

public:
    NotesPanel(Session &session, Actions &actions, QWidget *parent = nullptr);

    void showTarget(const NoteTarget &target);
    /// Puts the cursor where a new note is written.
    void writeNote();

Q_SIGNALS:
    /// What the note is on shall be shown.
    void targetActivated(const pq::NoteTarget &target);

protected:
    void reload() override;

private:
    QWidget *makeThreadsPage();
    void showThreads();
    void showNewCount();
    void add(const QString &body, NoteId parent);
    void setResolved(Note head, bool resolved);

    Session &m_session;
    NoteTarget m_target;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QLabel *m_title;
    QLabel *m_none;
    QWidget *m_threads;
    QVBoxLayout *m_threadsLayout;
    QList<ThreadCard *> m_cards;
    NoteEditor *m_editor;
    QPushButton *m_add;
    NotesList *m_list;
    QStringList m_names; ///< of the annotators, to be called
    ReadNotes m_read;
};

}
