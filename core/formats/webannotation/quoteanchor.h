// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/counting.h"

#include <QJsonArray>

namespace pq {

/// What W3C selectors say about a place in a text.
struct SelectedPlace
{
    QString exact;
    QString prefix;
    QString suffix;
    std::optional<CountedSpan> position; ///< with the words, where they are given

    [[nodiscard]] static SelectedPlace of(const QJsonArray &selectors);
};

/// A span, or why there is none as a sentence to stand behind a colon.
struct AnchoredPlace
{
    std::optional<TextSpan> span;
    QString why;
    bool isNearest = false; ///< of several that the quote fits, the one next to the position
};

/// Where the quote stands: at the position when that holds it, otherwise at the one place between prefix and suffix,
/// and of several such at the one that is nearest to the position. Without a quote, at the position.
[[nodiscard]] AnchoredPlace anchor(const CountedText &text, const SelectedPlace &place, const Counting &counting);

}
