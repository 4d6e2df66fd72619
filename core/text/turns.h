// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <optional>

namespace pq {

/// How much of a paragraph's begin says who speaks, with the colon and with white space before it: "Q:",
/// "A –", "Kate Herron:", "KH:"; 0 when nothing does. The syntax definition "Interview" shows the same.
[[nodiscard]] qsizetype turnLabelLength(QStringView paragraph);

/// The paragraph without what says who speaks.
[[nodiscard]] TextSpan withoutLabel(const Text &text, const TextSpan &paragraph);

/// Whether it is labelled as a question, or asks without a label and without quoting anybody.
[[nodiscard]] bool isQuestion(QStringView paragraph);

/// What one speaker says until the next one does.
struct Turn
{
    TextSpan words; ///< without the label
    TextSpan whole; ///< with it

    friend bool operator==(const Turn &, const Turn &) = default;
};

/// The turn around @p position: from one label to the next, without white space at its ends. In an interview
/// that labels one speaker only, or nobody, a paragraph that asks and does not quote is a turn too, and so is
/// what follows it. Nothing before the first turn.
[[nodiscard]] std::optional<Turn> turnAt(const Text &text, TextPosition position);

}
