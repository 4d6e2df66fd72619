// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tidy.h"

#include "core/text/quotes.h"
#include "core/text/segmentation.h"

#include <algorithm>

namespace pq {

namespace {

TextSpan toWholeWords(const Text &text, TextSpan span)
{
    const auto wordAt = [&text](TextPosition position) {
        const TextSpan unit = unitAt(text, position, Unit::Word);
        const QStringView words = text.words(unit);
        const bool isWord = std::ranges::any_of(words, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        return isWord ? unit : TextSpan{position, position};
    };
    span.begin = std::min(span.begin, wordAt(span.begin).begin);
    const TextSpan last = wordAt(span.end);
    if (last.begin < span.end) // the end stands within it
        span.end = std::max(span.end, last.end);
    return span;
}

TextSpan withoutSpace(const Text &text, const TextSpan &span)
{
    const TextSpan words = trimmed(text, span);
    return words.isEmpty() ? span : words;
}

TextSpan withoutMarks(const Text &text, const TextSpan &span)
{
    for (const Quotation &quotation : quotationsNear(text, span.begin) + quotationsNear(text, span.end)) {
        const TextSpan &whole = quotation.whole;
        TextSpan left = span;
        if (whole.begin == span.begin && whole.end >= span.end)
            left.begin = left.begin + 1;
        if (whole.end == span.end && whole.begin <= span.begin)
            left.end = left.end - 1;
        if (left != span && !left.isEmpty() && snappedToCharacters(text, left) == left)
            return left;
    }
    return span;
}

TextSpan tidied(const Text &text, TextSpan span, const Tidying &tidying)
{
    if (tidying.toWholeWords)
        span = toWholeWords(text, span);
    for (TextSpan before{}; before != span;) {
        before = span;
        if (tidying.leavesOutSpace)
            span = withoutSpace(text, span);
        if (tidying.leavesOutMarks)
            span = withoutMarks(text, span);
    }
    return span;
}

}

QList<TextSpan> tidied(const Text &text, const QList<TextSpan> &spans, const Tidying &tidying)
{
    QList<TextSpan> all;
    for (const TextSpan &span : spans)
        all.append(tidied(text, span, tidying));
    std::ranges::sort(all);
    QList<TextSpan> apart;
    for (const TextSpan &span : std::as_const(all)) {
        if (!apart.isEmpty() && span.begin < apart.last().end)
            apart.last().end = std::max(apart.last().end, span.end);
        else
            apart.append(span);
    }
    return apart;
}

}
