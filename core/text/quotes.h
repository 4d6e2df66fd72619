// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <optional>

namespace pq {

/// What stands between two quotation marks that belong together.
struct Quotation
{
    TextSpan words; ///< without the marks and white space beside them
    TextSpan whole; ///< with them

    friend bool operator==(const Quotation &, const Quotation &) = default;
};

/// The quotations in the paragraphs around @p position, in order of their ends: “…”, "…", ‘…’, '…', „…“, «…»
/// and ‹…›. Apostrophes are no marks. A quotation may run over several paragraphs of which each opens anew and
/// only the last one closes. A mark without its other half stands for nothing.
[[nodiscard]] QList<Quotation> quotationsNear(const Text &text, TextPosition position);

/// The words of the innermost quotation that holds more than @p selected; or, when @p selected is within none,
/// of the innermost that it stands at. So from a caret, and from what this gave before, each step goes outwards.
[[nodiscard]] std::optional<TextSpan> quotationAround(const Text &text, const TextSpan &selected);

}
