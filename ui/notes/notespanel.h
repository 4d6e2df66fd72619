// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"

#include <QWidget>

namespace pq {

class Actions;
class Session;

/// The threads of notes on one thing, or all open notes of the project.
class NotesPanel : public QWidget
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

private:
    Session &m_session;
    Actions &m_actions;
};

}
