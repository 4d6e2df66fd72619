// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/anchorplaces.h"

#include "core/text/tokens.h"

#include <algorithm>
#include <cmath>

namespace pq {

namespace {

constexpr qsizetype tooCommon = 64; // a token that comes more often leads nowhere

/// How many tokens of the new text may stand for @p count of the old one.
qint32 most(qint32 count)
{
    return 3 * count + 6;
}

QStringView wordsIn(const Alignment::Side &side, const Utf16Span &span)
{
    return QStringView(side.string).sliced(span.begin.value, span.length());
}

bool isSpace(const Alignment::Side &side, qint32 token)
{
    return tokenKind(side.token(token)) == TokenKind::Space;
}

/// Twice the longest common subsequence of the letters by the letters of both.
double sameLetters(QStringView a, QStringView b)
{
    constexpr qsizetype enough = 256;
    a = a.first(std::min(a.size(), enough));
    b = b.first(std::min(b.size(), enough));
    if (a.isEmpty() || b.isEmpty())
        return 0;
    std::vector<int> row(static_cast<size_t>(b.size()) + 1, 0);
    for (const QChar c : a) {
        int diagonal = 0;
        for (size_t j = 1; j < row.size(); ++j) {
            const int above = row[j];
            row[j] = c == b[static_cast<qsizetype>(j) - 1] ? diagonal + 1 : std::max(above, row[j - 1]);
            diagonal = above;
        }
    }
    return 2.0 * row.back() / static_cast<double>(a.size() + b.size());
}

/// The share of the (at most 32) units before or behind that are the same.
double sameContext(QStringView old, qsizetype oldAt, QStringView now, qsizetype newAt, int step)
{
    constexpr qsizetype context = 32;
    const qsizetype available = std::min(context, step < 0 ? oldAt : old.size() - oldAt);
    if (available == 0)
        return 1;
    qsizetype i = oldAt - (step < 0 ? 1 : 0);
    qsizetype j = newAt - (step < 0 ? 1 : 0);
    qsizetype same = 0;
    for (; same < available && j >= 0 && j < now.size() && old[i] == now[j]; ++same) {
        i += step;
        j += step;
    }
    return static_cast<double>(same) / static_cast<double>(available);
}

}

bool AnchorPlaces::Place::isNowhere() const
{
    return std::ranges::all_of(spans, &Utf16Span::isEmpty);
}

AnchorPlaces::AnchorPlaces(const Alignment &alignment) : m_alignment(alignment)
{
    const qint32 size = alignment.old().size();
    m_keptBefore.resize(static_cast<size_t>(size));
    m_keptAfter.resize(static_cast<size_t>(size));
    for (qint32 i = 0, last = -1; i < size; ++i) {
        m_keptBefore[static_cast<size_t>(i)] = last;
        if (alignment.kept(i) >= 0)
            last = i;
    }
    for (qint32 i = size - 1, next = size; i >= 0; --i) {
        m_keptAfter[static_cast<size_t>(i)] = next;
        if (alignment.kept(i) >= 0)
            next = i;
    }
    for (qint32 j = 0; j < alignment.now().size(); ++j)
        m_positions[alignment.now().ids[static_cast<size_t>(j)]].append(j);
}

AnchorPlaces::Tokens AnchorPlaces::tokensOf(const Alignment::Side &side, const Utf16Span &span)
{
    return {side.tokenAt(span.begin.value), side.tokenAt(span.end.value - 1)};
}

AnchorPlaces::Place AnchorPlaces::aligned(const QList<Utf16Span> &passage) const
{
    Place place;
    place.isInOrder = true;
    Utf16Position end{0};
    for (const Utf16Span &fragment : passage) {
        Utf16Span span = alignedSpan(fragment);
        span.begin = std::max(span.begin, end); // two fragments may share a gap
        span.end = std::max(span.begin, span.end);
        end = span.end;
        place.spans.append(span);
    }
    judge(place, passage);
    return place;
}

Utf16Span AnchorPlaces::alignedSpan(const Utf16Span &fragment) const
{
    const Alignment &a = m_alignment;
    const auto [first, last] = tokensOf(a.old(), fragment);
    if (a.kept(first) >= 0 && a.runEnd(first) >= last) {
        const Utf16Position begin{a.now().begins[a.kept(first)] + fragment.begin.value - a.old().begins[first]};
        return {begin, begin + fragment.length()};
    }
    const auto isAnchor = [&a](qint32 i) { return a.kept(i) >= 0 && !isSpace(a.old(), i); };
    qint32 from = first;
    while (from <= last && !isAnchor(from))
        from = std::min(m_keptAfter[static_cast<size_t>(from)], last + 1);
    if (from > last)
        return replaced({first, last});
    qint32 to = last;
    while (!isAnchor(to))
        to = m_keptBefore[static_cast<size_t>(to)];

    // Within a token that stayed, the boundary stays where it was. Where other tokens took the place of those at the
    // boundary, it stands as far into them as it stood in these.
    const auto taking = [](qint32 part, qint32 whole, qint32 available) {
        const auto share = static_cast<qint32>(std::lround(double(available) * part / whole));
        return std::min(share, most(part));
    };
    Utf16Span span{{a.now().begins[a.kept(from)]}, {a.now().begins[a.kept(to) + 1]}};
    if (from == first) {
        span.begin = span.begin + (fragment.begin.value - a.old().begins[first]);
    } else {
        const qint32 before = m_keptBefore[static_cast<size_t>(first)];
        const qint32 keptBefore = before < 0 ? -1 : a.kept(before);
        qint32 begin = a.kept(from) - taking(from - first, from - before - 1, a.kept(from) - keptBefore - 1);
        while (isSpace(a.now(), begin))
            ++begin;
        span.begin = {a.now().begins[begin]};
    }
    if (to == last) {
        span.end = span.end - (a.old().begins[last + 1] - fragment.end.value);
    } else {
        const qint32 after = m_keptAfter[static_cast<size_t>(last)];
        const qint32 keptAfter = after == a.old().size() ? a.now().size() : a.kept(after);
        qint32 end = a.kept(to) + taking(last - to, after - to - 1, keptAfter - a.kept(to) - 1);
        while (isSpace(a.now(), end))
            --end;
        span.end = {a.now().begins[end + 1]};
    }
    return span;
}

/// What stands between the neighbours of words of which none stayed.
Utf16Span AnchorPlaces::replaced(const Tokens &tokens) const
{
    const Alignment &a = m_alignment;
    qint32 before = m_keptBefore[static_cast<size_t>(tokens.first)];
    qint32 after = m_keptAfter[static_cast<size_t>(tokens.last)];
    const auto isBeside = [&a](qint32 i, qint32 end) {
        while (i < end && isSpace(a.old(), i))
            ++i;
        return i == end;
    };
    if (!isBeside(before + 1, tokens.first) || !isBeside(tokens.last + 1, after))
        return {};
    const qint32 begin = before < 0 ? 0 : a.kept(before) + 1;
    const qint32 end = after == a.old().size() ? a.now().size() : a.kept(after);
    if (end - begin > most(tokens.last - tokens.first + 1))
        return {};
    return trimmed(begin, end - 1);
}

/// From the first to the last token of the new text, without white space at the ends.
Utf16Span AnchorPlaces::trimmed(qint32 first, qint32 last) const
{
    const Alignment::Side &now = m_alignment.now();
    while (first <= last && isSpace(now, first))
        ++first;
    while (first <= last && isSpace(now, last))
        --last;
    return first > last ? Utf16Span{} : Utf16Span{{now.begins[first]}, {now.begins[last + 1]}};
}

QList<AnchorPlaces::Place> AnchorPlaces::verbatim(const QList<Utf16Span> &passage, const Place &aligned) const
{
    const Alignment::Side &old = m_alignment.old();
    const Alignment::Side &now = m_alignment.now();
    // All places of the rarest token that is wholly within a fragment.
    qint32 rarest = -1;
    qsizetype fewest = tooCommon + 1;
    for (const Utf16Span &fragment : passage) {
        const auto [first, last] = tokensOf(old, fragment);
        for (qint32 i = first; i <= last; ++i) {
            if (old.begins[i] < fragment.begin.value || old.begins[i + 1] > fragment.end.value || isSpace(old, i))
                continue;
            const auto found = m_positions.constFind(old.ids[static_cast<size_t>(i)]);
            if (found == m_positions.cend())
                return {};
            if (found->size() < fewest) {
                fewest = found->size();
                rarest = i;
            }
        }
    }
    if (rarest < 0)
        return {};

    const auto isBoundary = [](const Alignment::Side &side, Utf16Position position) {
        return std::ranges::binary_search(side.begins, position.value);
    };
    QList<Place> places;
    for (const qint32 j : *m_positions.constFind(old.ids[static_cast<size_t>(rarest)])) {
        const qsizetype shift = now.begins[j] - old.begins[rarest];
        Place place;
        for (const Utf16Span &fragment : passage) {
            const Utf16Span span{fragment.begin + shift, fragment.end + shift};
            // "he" is not in "the".
            const bool isThere = span.begin.value >= 0 && span.end.value <= now.string.size()
                && wordsIn(now, span) == wordsIn(old, fragment)
                && (!isBoundary(old, fragment.begin) || isBoundary(now, span.begin))
                && (!isBoundary(old, fragment.end) || isBoundary(now, span.end));
            if (!isThere)
                break;
            place.spans.append(span);
        }
        if (place.spans.size() != passage.size() || place.spans == aligned.spans)
            continue;
        place.isLookalike = std::ranges::all_of(place.spans, [this](const Utf16Span &span) { return isTaken(span); });
        judge(place, passage);
        places.append(place);
    }
    return places;
}

bool AnchorPlaces::isTaken(const Utf16Span &span) const
{
    const auto [first, last] = tokensOf(m_alignment.now(), span);
    for (qint32 j = first; j <= last; ++j) {
        if (!m_alignment.isTaken(j))
            return false;
    }
    return true;
}

AnchorPlaces::Place AnchorPlaces::moved(const QList<Utf16Span> &passage) const
{
    Place place;
    for (const Utf16Span &fragment : passage)
        place.spans.append(movedSpan(fragment));
    const auto isInDisorder = [](const Utf16Span &a, const Utf16Span &b) { return b.begin < a.end; };
    if (std::ranges::adjacent_find(place.spans, isInDisorder) != place.spans.end())
        place.spans.fill({});
    judge(place, passage);
    return place;
}

/// The moved run that holds the token.
const Alignment::Moved *AnchorPlaces::runAt(qint32 oldToken) const
{
    const std::vector<Alignment::Moved> &runs = m_alignment.moved();
    auto at = std::ranges::upper_bound(runs, oldToken, {}, &Alignment::Moved::from);
    constexpr int overlapping = 8; // runs may overlap a little
    for (int i = 0; i < overlapping && at != runs.begin(); ++i) {
        --at;
        if (oldToken < at->from + at->length)
            return &*at;
    }
    return nullptr;
}

Utf16Span AnchorPlaces::movedSpan(const Utf16Span &fragment) const
{
    const auto [first, last] = tokensOf(m_alignment.old(), fragment);
    const Alignment::Moved *head = runAt(first);
    const Alignment::Moved *tail = runAt(last);
    if (!head && !tail)
        return {};
    const auto goneTo = [](const Alignment::Moved *run, qint32 token) { return run->to + token - run->from; };
    qint32 begin = goneTo(head ? head : tail, first);
    qint32 end = goneTo(tail ? tail : head, last);
    if (end < begin || end - begin + 1 > most(last - first + 1))
        end = goneTo(head, last); // head and tail went apart
    begin = std::max(begin, 0);
    end = std::min(end, m_alignment.now().size() - 1);
    return trimmed(begin, end);
}

double AnchorPlaces::sameWords(const Utf16Span &old, const Utf16Span &now) const
{
    if (now.isEmpty())
        return 0;
    const QStringView before = wordsIn(m_alignment.old(), old);
    const QStringView after = wordsIn(m_alignment.now(), now);
    if (before == after)
        return 1;
    QHash<qint32, int> balance;
    int common = 0;
    int oldWords = 0;
    int newWords = 0;
    const auto forEachWord = [](const Alignment::Side &side, const Tokens &tokens, auto count) {
        for (qint32 i = tokens.first; i <= tokens.last; ++i) {
            if (tokenKind(side.token(i)) == TokenKind::Word)
                count(side.ids[static_cast<size_t>(i)]);
        }
    };
    forEachWord(m_alignment.old(), tokensOf(m_alignment.old(), old), [&](qint32 id) {
        ++balance[id];
        ++oldWords;
    });
    constexpr int few = 2;
    if (oldWords <= few)
        return std::min(sameLetters(before, after), 0.99);
    forEachWord(m_alignment.now(), tokensOf(m_alignment.now(), now), [&](qint32 id) {
        ++newWords;
        const auto left = balance.find(id);
        if (left != balance.end() && (*left)-- > 0)
            ++common;
    });
    return 2.0 * common / (oldWords + newWords);
}

void AnchorPlaces::judge(Place &place, const QList<Utf16Span> &passage) const
{
    double words = 0;
    double before = 0;
    double after = 0;
    qsizetype length = 0;
    qsizetype found = 0;
    place.isVerbatim = true;
    for (qsizetype i = 0; i < passage.size(); ++i) {
        const Utf16Span &old = passage[i];
        const Utf16Span &now = place.spans[i];
        words += sameWords(old, now) * static_cast<double>(old.length());
        length += old.length();
        place.isVerbatim = place.isVerbatim && wordsIn(m_alignment.old(), old) == wordsIn(m_alignment.now(), now);
        if (now.isEmpty())
            continue;
        ++found;
        const QStringView oldText(m_alignment.old().string);
        const QStringView newText(m_alignment.now().string);
        before += sameContext(oldText, old.begin.value, newText, now.begin.value, -1);
        after += sameContext(oldText, old.end.value, newText, now.end.value, +1);
    }
    if (found == 0)
        return;
    const auto count = static_cast<double>(found);
    place.confidence = (50 * words / static_cast<double>(length) + 20 * before / count + 20 * after / count
                        + (place.isInOrder ? 2 : 0))
        / 92;
}

}
