// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

namespace pq {

/// A paragraph whose words are to be checked, and where they are; in code points of the whole text.
struct CountedParagraph
{
    TextSpan span;         ///< without the line feed
    QList<TextSpan> words; ///< letters and digits; a speaker's label has none

    friend bool operator==(const CountedParagraph &, const CountedParagraph &) = default;
};

/// The paragraphs of @p text that count for coverage: prose with words in it. Questions, captions, bylines, spoiler
/// warnings and the furniture of web pages do not (paragraphKind()), nor does the headline: the first paragraph with
/// words when it has at most 30 of them and does not end like a sentence. Takes time that grows with the text.
[[nodiscard]] QList<CountedParagraph> countedParagraphs(const Text &text);

struct ParagraphCoverage
{
    TextSpan span;
    qsizetype words = 0;
    qsizetype covered = 0;

    friend bool operator==(const ParagraphCoverage &, const ParagraphCoverage &) = default;
};

/// What of a text has been looked at: which of its words are under a claim. A claim that needs no check (its verdict
/// says so) is a claim too.
struct Coverage
{
    QList<ParagraphCoverage> paragraphs; ///< those that count, in order
    QList<TextSpan> uncovered; ///< stretches of words under no claim, each within one paragraph, from word to word
    qsizetype words = 0;
    qsizetype covered = 0;

    friend bool operator==(const Coverage &, const Coverage &) = default;
};

/// @p claimed: ascending by begin, may overlap (Store::claimedSpans()). A word is covered when any of it is.
[[nodiscard]] Coverage coverage(const QList<CountedParagraph> &paragraphs, const QList<TextSpan> &claimed);

/// Hundredths, rounded down, so that 100 means all; 100 when there are no words.
[[nodiscard]] int percent(qsizetype covered, qsizetype words);

}
