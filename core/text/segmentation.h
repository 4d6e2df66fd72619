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
/// Words and sentences have their boundaries where they begin, after the white space, as Ctrl+Right moves in
/// editors; a run of punctuation counts as a word. A paragraph's begin and end are boundaries of all of them;
/// of paragraphs only the begin is one. Looks at one paragraph or two, however long the text.
[[nodiscard]] TextPosition nextBoundary(const Text &text, TextPosition position, Unit unit);
[[nodiscard]] TextPosition previousBoundary(const Text &text, TextPosition position, Unit unit);

/// The unit that begins at or holds @p position: the grapheme cluster, the word (or the run of white space, or
/// of punctuation), the sentence without white space at its ends, the paragraph. At a paragraph's end it is the
/// last one in it, in an empty paragraph an empty span.
[[nodiscard]] TextSpan unitAt(const Text &text, TextPosition position, Unit unit);

/// The words in @p span, which lies within one paragraph: letters, digits and ideographs, without marks and spaces.
[[nodiscard]] QList<TextSpan> wordsIn(const Text &text, const TextSpan &span);

/// The words in @p span as above, and each other piece between two boundaries of words but white space.
[[nodiscard]] QList<TextSpan> tokensIn(const Text &text, const TextSpan &span);

/// Without white space at their ends; none where there is nothing else. None goes over a line feed.
[[nodiscard]] QList<TextSpan> sentences(const Text &text);

/// @p span grown so that it splits no grapheme cluster.
[[nodiscard]] TextSpan snappedToCharacters(const Text &text, const TextSpan &span);

/// @p span without white space at its ends; empty at its begin when there is nothing else.
[[nodiscard]] TextSpan trimmed(const Text &text, const TextSpan &span);

}
