// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passageboundary.h"

#include <algorithm>

namespace pq {

namespace {

constexpr BoundaryCommand commands[] = {
    {"passage.extendBegin", Boundary::Begin, Growth::Extend, Unit::Character},
    {"passage.shrinkBegin", Boundary::Begin, Growth::Shrink, Unit::Character},
    {"passage.extendEnd", Boundary::End, Growth::Extend, Unit::Character},
    {"passage.shrinkEnd", Boundary::End, Growth::Shrink, Unit::Character},
    {"passage.extendBeginWord", Boundary::Begin, Growth::Extend, Unit::Word},
    {"passage.shrinkBeginWord", Boundary::Begin, Growth::Shrink, Unit::Word},
    {"passage.extendEndWord", Boundary::End, Growth::Extend, Unit::Word},
    {"passage.shrinkEndWord", Boundary::End, Growth::Shrink, Unit::Word},
    {"passage.extendBeginSentence", Boundary::Begin, Growth::Extend, Unit::Sentence},
    {"passage.shrinkBeginSentence", Boundary::Begin, Growth::Shrink, Unit::Sentence},
    {"passage.extendEndSentence", Boundary::End, Growth::Extend, Unit::Sentence},
    {"passage.shrinkEndSentence", Boundary::End, Growth::Shrink, Unit::Sentence},
    {"passage.extendBeginParagraph", Boundary::Begin, Growth::Extend, Unit::Paragraph},
    {"passage.shrinkBeginParagraph", Boundary::Begin, Growth::Shrink, Unit::Paragraph},
    {"passage.extendEndParagraph", Boundary::End, Growth::Extend, Unit::Paragraph},
    {"passage.shrinkEndParagraph", Boundary::End, Growth::Shrink, Unit::Paragraph},
};

qsizetype fragmentAt(const Passage &passage, TextPosition caret, Boundary boundary)
{
    const auto holds = [caret](const Fragment &f) { return f.span.begin <= caret && caret <= f.span.end; };
    const auto found = std::ranges::find_if(passage.fragments, holds);
    if (found != passage.fragments.end())
        return found - passage.fragments.begin();
    return boundary == Boundary::Begin ? 0 : passage.fragments.size() - 1;
}

/// The place where the boundary goes; @p limit is as far as it may.
TextPosition moved(const Text &text, TextPosition from, bool forward, Unit unit, TextPosition limit)
{
    TextPosition to = from;
    do {
        const TextPosition next = forward ? nextBoundary(text, to, unit) : previousBoundary(text, to, unit);
        if (next == to)
            break;
        to = next;
    } while (unit != Unit::Character && trimmed(text, {std::min(from, to), std::max(from, to)}).isEmpty());
    return forward ? std::min(to, limit) : std::max(to, limit);
}

}

std::span<const BoundaryCommand> boundaryCommands()
{
    return commands;
}

std::optional<Passage> withBoundaryMoved(const Text &text, Passage passage, TextPosition caret, Boundary boundary,
                                         Growth growth, Unit unit)
{
    if (passage.fragments.isEmpty())
        return std::nullopt;
    const qsizetype i = fragmentAt(passage, caret, boundary);
    const TextSpan before = passage.fragments[i].span;
    TextSpan span = before;
    const bool forward = (boundary == Boundary::End) == (growth == Growth::Extend);
    if (boundary == Boundary::Begin) {
        const TextPosition previousEnd = i > 0 ? passage.fragments[i - 1].span.end : TextPosition{0};
        span.begin = moved(text, span.begin, forward, unit, forward ? span.end : previousEnd);
    } else {
        const bool last = i + 1 == passage.fragments.size();
        const TextPosition nextBegin = last ? text.span().end : passage.fragments[i + 1].span.begin;
        span.end = moved(text, span.end, forward, unit, forward ? nextBegin : span.begin);
    }
    if (unit != Unit::Character) {
        const TextSpan words = trimmed(text, span);
        if (boundary == Boundary::Begin)
            span.begin = words.begin;
        else
            span.end = words.end;
    }
    // In white space a trimmed end may come back farther than it went.
    const bool isGrowth = growth == Growth::Extend ? span.contains(before) : before.contains(span);
    if (span.isEmpty() || span == before || !isGrowth || !text.covers(span))
        return std::nullopt;
    passage.fragments[i] = {span, text.words(span).toString()};
    return passage;
}

std::optional<Passage> withFragmentGrown(const Text &text, Passage passage, TextPosition caret, Surroundings around)
{
    if (passage.fragments.isEmpty())
        return std::nullopt;
    const qsizetype i = fragmentAt(passage, caret, Boundary::Begin);
    const TextSpan before = passage.fragments[i].span;
    const std::optional<TextSpan> found = around(text, before);
    if (!found)
        return std::nullopt;
    const bool isLast = i + 1 == passage.fragments.size();
    const TextPosition least = i > 0 ? passage.fragments[i - 1].span.end : TextPosition{0};
    const TextPosition most = isLast ? text.span().end : passage.fragments[i + 1].span.begin;
    const TextSpan span{std::clamp(found->begin, least, before.begin), std::clamp(found->end, before.end, most)};
    if (span == before)
        return std::nullopt;
    passage.fragments[i] = {span, text.words(span).toString()};
    return passage;
}

QList<TextSpan> withBoundaryAt(const Text &text, QList<TextSpan> fragments, qsizetype fragment, Boundary boundary,
                               TextPosition position, Unit unit)
{
    TextSpan &span = fragments[fragment];
    position = snappedToCharacters(text, {position, position}).begin;
    const TextSpan word = unit == Unit::Word ? unitAt(text, position, unit) : TextSpan{position, position};
    const bool isSpace = trimmed(text, word).isEmpty();
    if (boundary == Boundary::Begin) {
        const TextPosition least = fragment > 0 ? fragments[fragment - 1].end : TextPosition{0};
        const TextPosition most = previousBoundary(text, span.end, Unit::Character);
        span.begin = std::clamp(isSpace ? word.end : word.begin, least, std::max(least, most));
    } else {
        const bool isLast = fragment + 1 == fragments.size();
        const TextPosition most = isLast ? text.span().end : fragments[fragment + 1].begin;
        const TextPosition least = nextBoundary(text, span.begin, Unit::Character);
        span.end = std::clamp(isSpace || position == word.begin ? word.begin : word.end, std::min(least, most), most);
    }
    const TextSpan words = trimmed(text, span);
    if (unit == Unit::Word && !words.isEmpty())
        span = boundary == Boundary::Begin ? TextSpan{words.begin, span.end} : TextSpan{span.begin, words.end};
    return fragments;
}

}
