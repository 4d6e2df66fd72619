// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"

#include <QSet>

namespace pq {

/// Which notes of others an annotator has read. Kept in the user's settings and not in the project: reading is no
/// change of the record, must not be undone with an edit, and is nobody else's business. An annotator's id is another
/// one in every project, so that it names both.
class ReadNotes
{
public:
    ReadNotes() = default;
    /// Those of this annotator, as the settings have them.
    explicit ReadNotes(AnnotatorId reader);

    /// One's own notes are never new.
    [[nodiscard]] bool isNew(const Note &note) const;
    /// Keeps it in the settings. True when any of them was new.
    bool markRead(const QList<Note> &notes);

private:
    AnnotatorId m_reader;
    QSet<NoteId> m_read;
};

}
