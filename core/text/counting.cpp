// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/counting.h"

#include <algorithm>

namespace pq {

namespace {

constexpr char32_t byteOrderMark = 0xfeff;

/// The code points of @p source, each with whether it is one of the byte order marks in front.
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
        inFront = inFront && c == byteOrderMark;
        visit(i, c, inFront);
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
    Ruler &ruler = m_rulers[size_t(counting.unit) * 2 + (counting.lineEndsAreTwo ? 1 : 0)];
    if (!ruler.isEmpty())
        return ruler;
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

bool CountedText::fits(const CountedSpan &span, const Counting &counting) const
{
    const std::optional<TextSpan> found = spanOf(span, counting);
    if (!found)
        return false;
    if (!span.words)
        return standsAlone(*found);
    const QStringView words = m_text.words(*found);
    return words == *span.words || withSingleSpaces(words) == withSingleSpaces(*span.words);
}

FoundCounting CountedText::findCounting(const QList<CountedSpan> &spans, const Counting &expected) const
{
    // Spans without words say little beside others that have them.
    QList<CountedSpan> tried;
    std::ranges::copy_if(spans, std::back_inserter(tried), [](const CountedSpan &span) { return bool(span.words); });
    FoundCounting best{.counting = expected, .byWords = !tried.isEmpty()};
    if (tried.isEmpty())
        tried = spans;
    best.spans = tried.size();
    const auto fitting = [&](const Counting &counting) {
        return std::ranges::count_if(tried, [&](const CountedSpan &span) { return fits(span, counting); });
    };
    best.fitting = fitting(expected);
    if (best.fitting == best.spans && best.byWords)
        return best;

    QList<Counting> others;
    const bool mayBeTwo = m_lineFeedsMayBeTwo || m_source.contains(u"\r\n");
    for (const PositionUnit unit : {PositionUnit::CodePoints, PositionUnit::Utf16Units, PositionUnit::Utf8Bytes}) {
        for (const bool areTwo : {false, true}) {
            for (const bool areInclusive : {false, true}) {
                const Counting other{unit, areTwo, areInclusive};
                if (other != expected && (mayBeTwo || areTwo == expected.lineEndsAreTwo))
                    others.append(other);
            }
        }
    }
    QList<Counting> asGood;
    for (const Counting &other : std::as_const(others)) {
        const qint64 count = fitting(other);
        if (count > best.fitting) {
            best.counting = other;
            best.fitting = count;
            asGood.clear();
        } else if (count == best.fitting) {
            asGood.append(other);
        }
    }
    if (best.counting != expected && fitting(expected) == best.fitting)
        asGood.append(expected);
    best.isDoubtful = best.fitting < best.spans
        || std::ranges::any_of(
                          asGood,
                          [&](const Counting &other) {
                              return std::ranges::any_of(tried, [&](const CountedSpan &span) {
                                  return spanOf(span, other) != spanOf(span, best.counting);
                              });
                          });
    return best;
}

}
