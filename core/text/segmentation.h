// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

namespace pq {

/// What a boundary or a caret moves by.
enum class Unit { Character, Word, Sentence, Paragraph };

/// The spans of the paragraphs, without their line feeds; at least one. An empty line is an empty paragraph.
[[nodiscard]] QList<TextSpan> paragraphs(const Text &text);

/// The paragraph around @p position: its span without the line feed. Looks no further than that paragraph.
[[nodiscard]] TextSpan paragraphAt(const Text &text, TextPosition position);

/// The next (or previous) boundary of the unit after (before) @p position; the text's end (or 0) when there
/// is none. Characters are grapheme clusters, words and sentences are ICU's ("Mr. Smith" is no sentence end).
/// Looks at one paragraph or two, however long the text.
[[nodiscard]] TextPosition nextBoundary(const Text &text, TextPosition position, Unit unit);
[[nodiscard]] TextPosition previousBoundary(const Text &text, TextPosition position, Unit unit);

/// The unit around @p position: the grapheme cluster, the word (or the run of what is no word), the sentence
/// without trailing spaces, the paragraph.
[[nodiscard]] TextSpan unitAt(const Text &text, TextPosition position, Unit unit);

/// @p span grown so that it splits no grapheme cluster.
[[nodiscard]] TextSpan snappedToCharacters(const Text &text, const TextSpan &span);

/// @p span without white space at its ends; empty at its begin when there is nothing else.
[[nodiscard]] TextSpan trimmed(const Text &text, const TextSpan &span);

}
