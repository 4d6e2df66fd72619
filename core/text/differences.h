// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>

namespace pq {

/// Words that differ; one of the spans is empty where words were put in or left out.
struct TextDifference
{
    TextSpan inOld;
    TextSpan inNow;

    friend bool operator==(const TextDifference &, const TextDifference &) = default;
};

/// Where the two differ, in order, by words and marks; without white space at the ends. Takes time that grows with
/// the texts. For people to look at: of several ways to tell it, one is taken.
[[nodiscard]] QList<TextDifference> differences(const Text &old, const Text &now);

}
