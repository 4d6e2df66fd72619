// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/grow.h"

#include <algorithm>

namespace pq {

namespace {

/// The first unit with words that begins at or behind @p from; empty at the text's end.
TextSpan unitFrom(const Text &text, TextPosition from, Unit unit)
{
    for (TextPosition at = from; at < text.span().end;) {
        const TextSpan found = unitAt(text, at, unit);
        if (!trimmed(text, found).isEmpty() && found.begin >= from)
            return found;
        const TextPosition next = nextBoundary(text, at, unit);
        if (next <= at)
            break;
        at = next;
    }
    return {from, from};
}

}

TextSpan grownTo(const Text &text, const TextSpan &selected, Unit unit)
{
    const TextSpan words = trimmed(text, selected);
    const TextSpan first = unitAt(text, words.begin, unit);
    const TextSpan last = words.isEmpty() ? first
                                          : unitAt(text, previousBoundary(text, words.end, Unit::Character), unit);
    const TextSpan grown{std::min({first.begin, words.begin, selected.begin}),
                         std::max({last.end, words.end, selected.end})};
    if (grown != selected && !grown.isEmpty())
        return grown;
    const TextSpan next = unitFrom(text, selected.end, unit);
    if (next.isEmpty())
        return selected;
    return selected.isEmpty() ? next : TextSpan{selected.begin, next.end};
}

}
