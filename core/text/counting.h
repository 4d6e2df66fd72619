// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <optional>

namespace pq {

enum class PositionUnit { CodePoints, Utf16Units, Utf8Bytes };

/// How a program counts the positions in a text that it was given.
struct Counting
{
    PositionUnit unit = PositionUnit::CodePoints;
    bool lineEndsAreTwo = false;   ///< CRLF counts as two characters, not as one
    bool endsAreInclusive = false; ///< the end is the last character's position, not the one behind it

    friend bool operator==(const Counting &, const Counting &) = default;
};

/// A span as a file gives it, in whatever it counts.
struct CountedSpan
{
    qint64 begin = 0;
    qint64 end = 0;
    std::optional<QString> words; ///< what stands there, where the file says so
    bool isBeginning = false;     ///< the words go on

    friend bool operator==(const CountedSpan &, const CountedSpan &) = default;
};

/// The way of counting under which most of a file's spans fit.
struct FoundCounting
{
    Counting counting;
    qint64 fitting = 0;      ///< spans that fit under it
    qint64 spans = 0;        ///< all that were tried
    bool byWords = true;     ///< they cover their words; otherwise, without words, they begin and end where words do
    bool isDoubtful = false; ///< it does not fit all, or another way that gives other words fits as well

    friend bool operator==(const FoundCounting &, const FoundCounting &) = default;
};

/// A text as a file has it, and as it is kept: with LF line ends, without byte order marks in front and without NUL.
/// Positions of every Counting are those of the file's own text, in which what was taken away counts.
class CountedText
{
public:
    /// Lone surrogates in @p source become U+FFFD. @p lineFeedsMayBeTwo: the positions may be those of a text with
    /// CRLF, of which @p source is a copy with LF.
    explicit CountedText(const QString &source, bool lineFeedsMayBeTwo = false);

    [[nodiscard]] const Text &text() const { return m_text; }
    [[nodiscard]] qsizetype byteOrderMarks() const { return m_marks; } ///< taken away
    [[nodiscard]] qsizetype lineEnds() const { return m_lineEnds; }    ///< CRLF and CR that became LF
    [[nodiscard]] qsizetype nulls() const { return m_nulls; }          ///< taken away
    [[nodiscard]] qsizetype loneSurrogates() const { return m_lone; }  ///< replaced

    /// Where @p span lies in text(); nothing when it is empty, reversed, beyond the text or cuts a character.
    [[nodiscard]] std::optional<TextSpan> spanOf(const CountedSpan &span, const Counting &counting) const;

    /// The reverse: where @p span of text() lies in the file's text, which has the end exclusive.
    [[nodiscard]] CountedSpan counted(const TextSpan &span, const Counting &counting) const;
    /// Where @p span, which is in the file's text, lies in text(): each end is moved to the next character where it is
    /// inside of one, and may then be the other. Its end is exclusive.
    [[nodiscard]] TextSpan nearest(const CountedSpan &span, const Counting &counting) const;

    /// Keeps @p expected where no other way fits more of @p spans. Runs of white space in words count as equal, as many
    /// programs write them anew. Where no span has words, those fit that begin and end where words do.
    [[nodiscard]] FoundCounting findCounting(const QList<CountedSpan> &spans, const Counting &expected) const;

private:
    friend class CountingTrial;
    using Ruler = QList<qint64>; ///< for each code point of text() and its end: the position before it
    [[nodiscard]] const Ruler &ruler(const Counting &counting) const;
    [[nodiscard]] bool fits(const CountedSpan &span, const std::optional<TextSpan> &found) const;
    [[nodiscard]] bool standsAlone(const TextSpan &span) const;

    QString m_source;
    Text m_text;
    qsizetype m_marks = 0;
    qsizetype m_lineEnds = 0;
    qsizetype m_nulls = 0;
    qsizetype m_lone = 0;
    bool m_lineFeedsMayBeTwo;
    mutable Ruler m_ruler; ///< of what was asked for last
    mutable int m_rulerOf = -1;
};

/// One of several texts that a program counted alike. The text must outlive this.
struct CountedPart
{
    const CountedText *text = nullptr;
    QList<CountedSpan> spans;
};

/// The same by the spans of all of them together.
[[nodiscard]] FoundCounting findCounting(const QList<CountedPart> &parts, const Counting &expected);

}
