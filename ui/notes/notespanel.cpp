// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespanel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pq {

NotesPanel::NotesPanel(Session &session, Actions &actions, QWidget *parent) : QWidget(parent), m_session(session), m_actions(actions)
{
    auto *label = new QLabel(tr("There are no notes yet."), this);
    label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addStretch();
}

void NotesPanel::showTarget(const NoteTarget &) {}
void NotesPanel::writeNote() {}

}
