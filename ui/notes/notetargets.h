// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"

#include <QHash>
#include <QString>

namespace pq {

class Session;

/// What a note is on, for people: "Passage “I kept it lit”", "Osric", "Tag Quote".
[[nodiscard]] QString describe(Session &session, const NoteTarget &target);

/// Each thread by its head: the head first, then the answers. @p notes come in order of making.
[[nodiscard]] QHash<NoteId, QList<Note>> threadsOf(const QList<Note> &notes);

/// True when the target's id names nothing.
[[nodiscard]] bool isNull(const NoteTarget &target);

}
