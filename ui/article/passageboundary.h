// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "core/text/segmentation.h"

#include <optional>
#include <span>

namespace pq {

enum class Boundary { Begin, End };
enum class Growth { Extend, Shrink };

/// A row for each command that moves a boundary.
struct BoundaryCommand
{
    const char *id;
    Boundary boundary;
    Growth growth;
    Unit unit;
};

[[nodiscard]] std::span<const BoundaryCommand> boundaryCommands();

/// @p passage with one boundary of one fragment moved by a unit: of the fragment that @p caret stands in or at,
/// otherwise of the first fragment (its begin) or the last one (its end). Moves by word,
/// sentence and paragraph leave out the white space between them. Nothing when there is no room: at the text's edge, at
/// the next fragment, or when nothing would be left.
[[nodiscard]] std::optional<Passage> withBoundaryMoved(const Text &text, Passage passage, TextPosition caret,
                                                       Boundary boundary, Growth growth, Unit unit);

/// What holds a span, such as the quotation it stands in; nothing when nothing does.
using Surroundings = std::optional<TextSpan> (*)(const Text &text, const TextSpan &span);

/// @p passage with its fragment at @p caret (the first one when it is at none) grown to what is around it, as far as
/// the fragments beside it let it. Nothing when that is no more.
[[nodiscard]] std::optional<Passage> withFragmentGrown(const Text &text, Passage passage, TextPosition caret,
                                                       Surroundings around);

/// @p fragments with one boundary of @p fragment where somebody drags it to: as near to @p position as its other end
/// and the fragments beside it let it, on a character or, by Unit::Word, on a word; something is always left.
[[nodiscard]] QList<TextSpan> withBoundaryAt(const Text &text, QList<TextSpan> fragments, qsizetype fragment,
                                             Boundary boundary, TextPosition position, Unit unit);

}
