// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"
#include "core/model/passage.h"
#include "core/model/tag.h"

namespace pq {

class Edit;
class Session;

/// What becomes of everything that a tag has when it goes up in another one; worked out before anybody decides.
struct TagMerge
{
    Tag from;
    Tag to;
    QList<Passage> passages; ///< as they will be
    QList<Tag> children;     ///< as they will be
    QList<Note> notes;       ///< as they will be
    qsizetype lostValues = 0; ///< of attributes that the other tag does not have

    void apply(Edit &edit) const;
    /// The counts, a sentence each.
    [[nodiscard]] QString preview() const;
};

/// @p tags: all of the project. Values of attributes go to the attribute of the same name and kind.
[[nodiscard]] TagMerge tagMerge(Session &session, const Tag &from, const Tag &to, const QList<Tag> &tags);

}
