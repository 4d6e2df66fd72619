// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "core/model/note.h"
#include "core/model/passage.h"
#include "core/model/review.h"
#include "core/text/text.h"

#include <optional>

namespace pq {

class Edit;
class Session;

/// A passage in two: what stands before the caret keeps the id, and with it claims and notes.
struct PassageSplit
{
    Passage kept;
    Passage added; ///< with an id of its own; tag, values and state as before
};

/// Nothing when the caret does not part the passage's words. White space at the cut goes to neither.
[[nodiscard]] std::optional<PassageSplit> splitAt(const Text &text, const Passage &passage, TextPosition caret);

/// @p passage with the words of @p other as well. Fragments that touch, overlap or have only white space between
/// them become one. Values that only @p other has come along.
[[nodiscard]] Passage joined(const Text &text, Passage passage, const Passage &other);

/// @p passage without the fragment that the caret stands in or at; nothing when there is none or no other.
[[nodiscard]] std::optional<Passage> withoutFragmentAt(Passage passage, TextPosition caret);

/// Everything that refers to a passage which goes up in another one, as it will be.
struct PassageMerge
{
    Passage kept;
    PassageId gone;
    QList<Claim> claims;
    QList<Evidence> evidence;
    QList<Note> notes;

    void apply(Edit &edit) const;
};

[[nodiscard]] PassageMerge passageMerge(Session &session, const Text &text, const Passage &kept, const Passage &gone);

}
