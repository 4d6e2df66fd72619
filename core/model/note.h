// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"

#include <QString>

#include <variant>

namespace pq {

using NoteTarget = std::variant<ArticleId, PassageId, ClaimId, EntityId, TagId>;

/// A comment on anything.
struct Note
{
    NoteId id;
    NoteTarget target;
    NoteId parent; ///< the note it answers, with the same target; null at the head of a thread
    QString body;  ///< Markdown
    bool resolved = false;
    AnnotatorId annotator;
    Timestamp created;

    friend bool operator==(const Note &, const Note &) = default;
};

struct Annotator
{
    AnnotatorId id;
    QString name;

    friend bool operator==(const Annotator &, const Annotator &) = default;
};

}
