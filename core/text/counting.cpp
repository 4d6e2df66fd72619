// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/counting.h"

#include <algorithm>

namespace pq {

namespace {

constexpr char32_t byteOrderMark = 0xfeff;

/// The code points of @p source, each with whether it is one of the byte order marks in front. What is removed may
/// stand before one.
template <class Visit>
void forEachCodePoint(const QString &source, Visit visit)
{
    bool inFront = true;
    for (qsizetype i = 0; i < source.size();) {
        char32_t c = source[i].unicode();
        qsizetype size = 1;
        if (source[i].isHighSurrogate()) {
            c = QChar::surrogateToUcs4(source[i], source[i + 1]);
            size = 2;
        }
        inFront = inFront && (c == byteOrderMark || c == 0);
        visit(i, c, inFront && c == byteOrderMark);
        i += size;
    }
}

qint64 widthOf(char32_t c, PositionUnit unit)
{
    switch (unit) {
    case PositionUnit::CodePoints:
        return 1;
    case PositionUnit::Utf16Units:
        return c > 0xffff ? 2 : 1;
    case PositionUnit::Utf8Bytes:
        return c > 0xffff ? 4 : c > 0x7ff ? 3 : c > 0x7f ? 2 : 1;
    }
    Q_UNREACHABLE_RETURN(1);
}

/// With one space for each run of white space.
QString withSingleSpaces(QStringView words)
{
    QString all;
    for (const QChar c : words) {
        if (!c.isSpace())
            all += c;
        else if (!all.endsWith(u' '))
            all += u' ';
    }
    return all;
}

bool isWordCharacter(QStringView character)
{
    return character.size() == 2 || (character.size() == 1 && character.front().isLetterOrNumber());
}

}

CountedText::CountedText(const QString &source, bool lineFeedsMayBeTwo)
    : m_source(source), m_lineFeedsMayBeTwo(lineFeedsMayBeTwo)
{
    for (qsizetype i = 0; i < m_source.size(); ++i) {
        const QChar c = std::as_const(m_source)[i];
        if (!c.isSurrogate())
            continue;
        if (c.isHighSurrogate() && i + 1 < m_source.size() && std::as_const(m_source)[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        m_source[i] = QChar(QChar::ReplacementCharacter);
        ++m_lone;
    }
    QString kept;
    kept.reserve(m_source.size());
    forEachCodePoint(m_source, [&](qsizetype at, char32_t c, bool isMark) {
        if (isMark) {
            ++m_marks;
        } else if (c == 0) {
            ++m_nulls;
        } else if (c == '\r') {
            ++m_lineEnds;
            kept += u'\n';
        } else if (c != '\n' || at == 0 || m_source[at - 1] != u'\r') {
            kept += QStringView(m_source).sliced(at, c > 0xffff ? 2 : 1);
        }
    });
    m_text = Text(kept);
}

const CountedText::Ruler &CountedText::ruler(const Counting &counting) const
{
    Ruler &ruler = m_ruler;
    const int wanted = int(counting.unit) * 2 + (counting.lineEndsAreTwo ? 1 : 0);
    if (m_rulerOf == wanted)
        return ruler;
    m_rulerOf = wanted;
    ruler.clear();
    ruler.reserve(m_text.length() + 1);
    qint64 position = 0;
    forEachCodePoint(m_source, [&](qsizetype at, char32_t c, bool isMark) {
        const bool endsPair = c == '\n' && at > 0 && m_source[at - 1] == u'\r';
        if (endsPair) {
            position += counting.lineEndsAreTwo ? 1 : 0;
            return;
        }
        if (!isMark && c != 0)
            ruler.append(position);
        position += widthOf(c, counting.unit);
        if (c == '\n' && m_lineFeedsMayBeTwo && counting.lineEndsAreTwo)
            ++position;
    });
    ruler.append(position);
    return ruler;
}

std::optional<TextSpan> CountedText::spanOf(const CountedSpan &span, const Counting &counting) const
{
    const Ruler &all = ruler(counting);
    const auto positionOf = [&all](qint64 counted) -> qsizetype {
        const auto found = std::ranges::lower_bound(all, counted);
        return found == all.end() || *found != counted ? -1 : found - all.begin();
    };
    // Where the end is the last unit of the text, one more would not overflow.
    if (span.begin < 0 || span.end > all.last())
        return std::nullopt;
    const qsizetype begin = positionOf(span.begin);
    const qsizetype end = positionOf(span.end + (counting.endsAreInclusive ? 1 : 0));
    if (begin < 0 || end <= begin)
        return std::nullopt;
    return TextSpan{{begin}, {end}};
}

CountedSpan CountedText::counted(const TextSpan &span, const Counting &counting) const
{
    const Ruler &all = ruler(counting);
    return {all[span.begin.value], all[span.end.value]};
}

TextSpan CountedText::nearest(const CountedSpan &span, const Counting &counting) const
{
    const Ruler &all = ruler(counting);
    const auto positionOf = [&all](qint64 counted) {
        const auto found = std::ranges::lower_bound(all, counted);
        return TextPosition{std::min<qsizetype>(found - all.begin(), all.size() - 1)};
    };
    return {positionOf(span.begin), positionOf(span.end)};
}

bool CountedText::standsAlone(const TextSpan &span) const
{
    const auto at = [this](TextPosition position) {
        return position.value < 0 || position.value >= m_text.length() ? QStringView()
                                                                       : m_text.words({position, position + 1});
    };
    const auto cuts = [&](TextPosition position) {
        return isWordCharacter(at(position - 1)) && isWordCharacter(at(position));
    };
    const auto isSpace = [](QStringView character) { return character.size() == 1 && character.front().isSpace(); };
    return !cuts(span.begin) && !cuts(span.end) && !isSpace(at(span.begin)) && !isSpace(at(span.end - 1));
}

bool CountedText::fits(const CountedSpan &span, const std::optional<TextSpan> &found) const
{
    if (!found)
        return false;
    if (!span.words)
        return standsAlone(*found);
    const QStringView words = m_text.words(*found);
    if (span.isBeginning)
        return withSingleSpaces(words).startsWith(withSingleSpaces(*span.words));
    return words == *span.words || withSingleSpaces(words) == withSingleSpaces(*span.words);
}

/// Where all spans lie under one way of counting, and how many of them fit.
class CountingTrial
{
public:
    CountingTrial(const QList<CountedPart> &parts, const Counting &way) : counting(way)
    {
        for (const CountedPart &part : parts) {
            for (const CountedSpan &span : part.spans) {
                found.append(part.text->spanOf(span, way));
                outside += found.last() ? 0 : 1;
                fitting += part.text->fits(span, found.last()) ? 1 : 0;
            }
        }
    }

    /// Such texts may have line ends that count as two.
    static bool mayBeTwo(const QList<CountedPart> &parts)
    {
        return std::ranges::any_of(parts, [](const CountedPart &part) {
            return part.text->m_lineFeedsMayBeTwo || part.text->m_source.contains(u"\r\n");
        });
    }

    Counting counting;
    QList<std::optional<TextSpan>> found;
    qint64 fitting = 0;
    qint64 outside = 0; ///< of their texts, or within a character
};

FoundCounting findCounting(const QList<CountedPart> &parts, const Counting &expected)
{
    // Spans without words say little beside others that have them.
    const auto hasWords = [](const CountedSpan &span) { return span.words.has_value(); };
    const bool byWords = std::ranges::any_of(
        parts, [&](const CountedPart &part) { return std::ranges::any_of(part.spans, hasWords); });
    QList<CountedPart> tried = parts;
    if (byWords) {
        for (CountedPart &part : tried)
            part.spans.removeIf([&](const CountedSpan &span) { return !hasWords(span); });
    }
    CountingTrial best(tried, expected);
    const qint64 spans = best.found.size();
    const auto result = [&](bool isDoubtful) {
        return FoundCounting{best.counting, best.fitting, spans, byWords, isDoubtful};
    };
    if (best.fitting == spans && byWords)
        return result(false);

    const bool mayBeTwo = CountingTrial::mayBeTwo(tried);
    const qint64 outside = best.outside;
    QList<CountingTrial> asGood;
    for (const PositionUnit unit : {PositionUnit::CodePoints, PositionUnit::Utf16Units, PositionUnit::Utf8Bytes}) {
        for (const bool areTwo : {false, true}) {
            for (const bool areInclusive : {false, true}) {
                const Counting other{unit, areTwo, areInclusive};
                if (other == expected || (!mayBeTwo && areTwo != expected.lineEndsAreTwo))
                    continue;
                CountingTrial trial(tried, other);
                // Where words begin and end says less than that there is nothing at all.
                if (!byWords && trial.outside > outside)
                    continue;
                if (trial.fitting > best.fitting) {
                    best = std::move(trial);
                    asGood.clear();
                } else if (trial.fitting == best.fitting) {
                    asGood.append(std::move(trial));
                }
            }
        }
    }
    return result(
        best.fitting < spans
        || std::ranges::any_of(asGood, [&](const CountingTrial &other) { return other.found != best.found; }));
}

FoundCounting CountedText::findCounting(const QList<CountedSpan> &spans, const Counting &expected) const
{
    return pq::findCounting({{this, spans}}, expected);
}

}
