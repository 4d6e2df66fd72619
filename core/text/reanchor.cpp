// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/reanchor.h"

#include "core/text/anchorplaces.h"
#include "core/text/segmentation.h"
#include "core/text/tokens.h"

#include <algorithm>
#include <array>

namespace pq {

namespace {

constexpr double proposed = 0.5; // from this confidence on
constexpr double likeness = 0.05; // places that differ by less are equally likely
constexpr qsizetype mostPlaces = 8;
constexpr double oneThird = 1.0 / 3;

/// Both texts and what they have in common.
class Comparison
{
public:
    Comparison(const Text &old, const Text &now) : m_old(old), m_new(now), m_alignment(old, now), m_places(m_alignment)
    {
    }

    [[nodiscard]] Anchor anchorOf(const QList<TextSpan> &passage) const
    {
        QList<Utf16Span> spans;
        for (const TextSpan &fragment : passage)
            spans.append(m_old.toUtf16(fragment));
        Place aligned = m_places.aligned(spans);
        if (std::ranges::all_of(passage, [this](const TextSpan &fragment) { return isCertain(fragment); })) {
            const AnchorPlace place{spansOf(aligned), Anchoring::Exact, 1};
            return {Anchoring::Exact, true, {place}};
        }
        QList<Place> places = m_places.verbatim(spans, aligned);
        if (!aligned.isNowhere())
            places.prepend(aligned);
        if (const Place moved = m_places.moved(spans); !moved.isNowhere() && !moved.isVerbatim)
            places.append(moved);
        return chosen(passage, places);
    }

private:
    using Place = AnchorPlaces::Place;
    /// Tokens of the old text, both included.
    struct Tokens
    {
        qint32 first;
        qint32 last;
    };

    [[nodiscard]] bool isCertain(const TextSpan &fragment) const
    {
        const Alignment &a = m_alignment;
        const Tokens head = sentenceAt(fragment.begin);
        const Tokens tail = sentenceAt(fragment.end - 1);
        if (a.kept(head.first) < 0 || a.runEnd(head.first) < tail.last)
            return false;
        const qint32 begin = a.runBegin(head.first);
        const qint32 end = a.runEnd(tail.last);
        const bool before = a.hasLandmark(begin, head.first - 1) || (begin == 0 && a.kept(begin) == 0);
        const bool behind = a.hasLandmark(tail.last + 1, end)
            || (end == a.old().size() - 1 && a.kept(end) == a.now().size() - 1);
        const bool hasCopy = std::ranges::any_of(
            std::array{head, tail, Tokens{head.first, tail.last}},
            [&a](Tokens each) { return a.copied(each.first, each.last) >= oneThird; });
        if (hasCopy)
            return false;
        return (before && behind) || (before && a.hasLandmark(behindLastStop(tail), tail.last))
            || (behind && a.hasLandmark(head.first, firstStop(head)));
    }

    /// The sentence that holds the character, which need not be within one.
    [[nodiscard]] Tokens sentenceAt(TextPosition position) const
    {
        const TextSpan sentence = unitAt(m_old, position, Unit::Sentence);
        const Utf16Span span = m_old.toUtf16(
            {std::min(position, sentence.begin), std::max(position + 1, sentence.end)});
        return {m_alignment.old().tokenAt(span.begin.value), m_alignment.old().tokenAt(span.end.value - 1)};
    }

    /// The first full stop in the sentence, or its end: not every stop ends one, but what is before it may come twice.
    [[nodiscard]] qint32 firstStop(const Tokens &sentence) const
    {
        for (qint32 i = sentence.first; i < sentence.last; ++i) {
            if (isStop(i))
                return i;
        }
        return sentence.last;
    }
    /// The first word behind the last full stop that has any behind it, or the sentence's begin.
    [[nodiscard]] qint32 behindLastStop(const Tokens &sentence) const
    {
        qint32 word = sentence.last + 1;
        for (qint32 i = sentence.last; i >= sentence.first; --i) {
            if (word <= sentence.last && isStop(i))
                return word;
            if (tokenKind(m_alignment.old().token(i)) == TokenKind::Word)
                word = i;
        }
        return sentence.first;
    }
    [[nodiscard]] bool isStop(qint32 token) const
    {
        return QStringView(u".!?…。؟").contains(m_alignment.old().token(token));
    }

    /// Without what is empty; splitting no grapheme cluster.
    [[nodiscard]] QList<TextSpan> spansOf(const Place &place) const
    {
        QList<TextSpan> spans;
        for (const Utf16Span &span : place.spans) {
            if (!span.isEmpty())
                spans.append(m_new.toText(span));
        }
        return spans;
    }
    [[nodiscard]] QList<TextSpan> snapped(const QList<TextSpan> &spans) const
    {
        QList<TextSpan> whole;
        for (const TextSpan &span : spans) {
            const TextSpan next = snappedToCharacters(m_new, span);
            if (!whole.isEmpty() && next.begin < whole.last().end)
                whole.last().end = std::max(whole.last().end, next.end);
            else
                whole.append(next);
        }
        return whole;
    }
    /// Where the old text has split a cluster the new one may as well.
    [[nodiscard]] bool splits(const Text &text, const QList<TextSpan> &spans) const
    {
        return std::ranges::any_of(spans,
                                   [&text](const TextSpan &span) { return snappedToCharacters(text, span) != span; });
    }

    [[nodiscard]] Anchor chosen(const QList<TextSpan> &passage, const QList<Place> &places) const
    {
        const auto isRival = [](const Place &place) { return place.isVerbatim && !place.isLookalike; };
        Anchor anchor;
        for (const Place &place : places) {
            double confidence = place.confidence;
            if (place.isLookalike)
                confidence /= 2;
            if (isRival(place)) {
                const auto equal = std::ranges::count_if(places, [&](const Place &other) {
                    return isRival(other) && other.confidence > place.confidence - likeness;
                });
                confidence /= static_cast<double>(equal);
            }
            AnchorPlace found{spansOf(place), Anchoring::Changed, std::min(confidence, 0.99)};
            if (!place.isVerbatim)
                found.spans = snapped(found.spans);
            else if (splits(m_new, found.spans) && !splits(m_old, passage))
                found.spans = snapped(found.spans);
            else
                found.anchoring = place.isInOrder ? Anchoring::Exact : Anchoring::Moved;
            const auto isSame = [&found](const AnchorPlace &other) { return other.spans == found.spans; };
            if (std::ranges::none_of(anchor.places, isSame))
                anchor.places.append(found);
        }
        std::ranges::stable_sort(anchor.places, std::ranges::greater(), &AnchorPlace::confidence);
        anchor.places.resize(std::min(anchor.places.size(), mostPlaces));
        if (!anchor.places.isEmpty() && anchor.places.first().confidence >= proposed)
            anchor.anchoring = anchor.places.first().anchoring;
        return anchor;
    }

    const Text &m_old;
    const Text &m_new;
    Alignment m_alignment;
    AnchorPlaces m_places;
};

}

Reanchoring reanchor(const Text &old, const Text &now, const QList<QList<TextSpan>> &passages)
{
    const Comparison comparison(old, now);
    QList<Anchor> anchors;
    anchors.reserve(passages.size());
    for (const QList<TextSpan> &passage : passages)
        anchors.append(comparison.anchorOf(passage));
    return Reanchoring({old, now, passages, anchors});
}

}
