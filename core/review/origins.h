// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/chain.h"

namespace pq {

/// Who prints a line, and where it comes from.
struct Origins
{
    QStringList outlets; ///< all that print it, each once, in the chain's order
    QStringList origins; ///< of these, or the articles' titles, those that take it from no other article

    /// Several outlets that are one source: what looks confirmed is only repeated.
    [[nodiscard]] bool isSingle() const { return outlets.size() > 1 && origins.size() == 1; }

    friend bool operator==(const Origins &, const Origins &) = default;
};

/// Of the hops that are of the line. An article takes it from another one when a claim in it re-reports, repeats or
/// paraphrases one there. Two articles of one outlet are one outlet and two origins.
[[nodiscard]] Origins origins(const Chain &chain);

/// "All 5 outlets go back to one origin: EW, 2021-07-14."; translated. Empty unless there are several outlets.
[[nodiscard]] QString toSentence(const Origins &origins);

}
