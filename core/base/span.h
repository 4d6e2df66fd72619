// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtTypes>

#include <compare>

namespace pq {

/// A place between two characters, counted in Unit from the beginning of a text; 0 is before the first.
/// Positions of different units are different types, so that mixing them does not compile.
template <class Unit>
struct Position
{
    qsizetype value = 0;

    friend auto operator<=>(const Position &, const Position &) = default;
    friend Position operator+(Position a, qsizetype n) { return {a.value + n}; }
    friend Position operator-(Position a, qsizetype n) { return {a.value - n}; }
    friend qsizetype operator-(Position a, Position b) { return a.value - b.value; }
    friend size_t qHash(const Position &p, size_t seed = 0) noexcept { return qHash(p.value, seed); }
};

/// Half-open, [begin, end).
template <class Unit>
struct Span
{
    Position<Unit> begin;
    Position<Unit> end;

    [[nodiscard]] qsizetype length() const { return end - begin; }
    [[nodiscard]] bool isEmpty() const { return end <= begin; }
    [[nodiscard]] bool contains(Position<Unit> p) const { return begin <= p && p < end; }
    [[nodiscard]] bool contains(const Span &other) const { return begin <= other.begin && other.end <= end; }
    /// True when the two share at least one character; touching is not overlapping.
    [[nodiscard]] bool overlaps(const Span &other) const { return begin < other.end && other.begin < end; }
    friend auto operator<=>(const Span &, const Span &) = default;
    friend size_t qHash(const Span &s, size_t seed = 0) noexcept { return qHashMulti(seed, s.begin, s.end); }
};

/// Unicode code points: what the project file, the model and public formats count.
using TextPosition = Position<struct CodePointUnit>;
using TextSpan = Span<struct CodePointUnit>;

/// UTF-16 code units: what QString, QTextLayout and QTextCursor count. Only Text converts.
using Utf16Position = Position<struct Utf16Unit>;
using Utf16Span = Span<struct Utf16Unit>;

}
