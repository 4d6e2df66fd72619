// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>

#include <optional>

namespace pq {

/// How a quotation departs from the words it quotes, mildest first.
enum class Deviation {
    Punctuation, ///< other marks, capitals or spaces; the same words
    Insertion,   ///< said to be the quoter's own by [brackets], also instead of words that were left out
    Omission,    ///< words left out where an ellipsis says so
    Silent,      ///< words left out, put in or changed, and nothing says so
};

/// One place where the two differ. Spans are of code points in the text that was given; one of them is empty
/// where words were left out or put in.
struct QuoteChange
{
    Deviation deviation = Deviation::Silent;
    TextSpan inQuote;
    TextSpan inOriginal;

    friend bool operator==(const QuoteChange &, const QuoteChange &) = default;
};

/// Where @p quote departs from @p original, in order; empty when it is verbatim. A quotation may begin and end
/// anywhere in its original: what stands before and behind it there is no departure, nor are marks at its ends.
/// Typographic and plain quotation marks and dashes are the same mark, "é" is one letter however it is encoded.
/// What the original itself puts in brackets, such as "[laughs]", need not be quoted. The words that both have
/// are their longest common subsequence, so time and memory grow with the product of their lengths; meant for
/// quotations, not for books.
[[nodiscard]] QList<QuoteChange> compareQuote(const Text &quote, const Text &original);

/// The gravest of the changes; nothing when the quotation is verbatim.
[[nodiscard]] std::optional<Deviation> gravest(const QList<QuoteChange> &changes);

/// What the screen calls it, translated ("Silent change"), and what files do ("silent").
[[nodiscard]] QString label(Deviation deviation);
[[nodiscard]] QLatin1StringView nameOf(Deviation deviation);

}
