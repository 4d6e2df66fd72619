// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/segmentation.h"

#include "core/text/breaks.h"

#include <algorithm>

namespace pq {

namespace {

// Everything here works on one paragraph in UTF-16, counted from its begin, and converts at the door.
struct Paragraph
{
    const Text &text;
    qsizetype begin; ///< in the text's UTF-16
    QStringView words;

    static Paragraph around(const Text &text, TextPosition position)
    {
        const QStringView all = text.string();
        const qsizetype at = text.toUtf16(position).value;
        const qsizetype begin = at == 0 ? 0 : all.lastIndexOf(u'\n', at - 1) + 1;
        const qsizetype feed = all.indexOf(u'\n', at);
        return {text, begin, all.sliced(begin, (feed < 0 ? all.size() : feed) - begin)};
    }

    [[nodiscard]] qsizetype end() const { return begin + words.size(); }
    [[nodiscard]] qsizetype offset(TextPosition position) const { return text.toUtf16(position).value - begin; }
    [[nodiscard]] TextPosition position(qsizetype offset) const { return text.toText(Utf16Position{begin + offset}); }
    [[nodiscard]] TextSpan span(qsizetype from, qsizetype to) const { return {position(from), position(to)}; }
    [[nodiscard]] TextSpan span() const { return span(0, words.size()); }
};

// What a word move tells apart; a run of one kind is one step.
enum class Run { Word, Space, Marks };

// Words are ICU's, each a run of its own; white space and everything else run on.
class Words
{
public:
    explicit Words(QStringView paragraph) : m_paragraph(paragraph), m_breaks(Breaks::Kind::Words, paragraph) {}

    [[nodiscard]] qsizetype runEnd(qsizetype offset) const
    {
        qsizetype end = m_breaks.after(offset);
        const Run run = kindBefore(end);
        while (run != Run::Word && end < m_paragraph.size()) {
            const qsizetype next = m_breaks.after(end);
            if (kindBefore(next) != run)
                break;
            end = next;
        }
        return end;
    }

    [[nodiscard]] qsizetype runBegin(qsizetype offset) const // of the run that holds what stands before offset
    {
        qsizetype begin = m_breaks.before(offset);
        const Run run = kindBefore(m_breaks.after(begin));
        while (run != Run::Word && begin > 0 && kindBefore(begin) == run)
            begin = m_breaks.before(begin);
        return begin;
    }

    [[nodiscard]] bool isSpaceAt(qsizetype begin) const { return m_paragraph[begin].isSpace(); }

private:
    [[nodiscard]] Run kindBefore(qsizetype end) const
    {
        if (m_breaks.wordEndsAt(end))
            return Run::Word;
        return m_paragraph[m_breaks.before(end)].isSpace() ? Run::Space : Run::Marks;
    }

    QStringView m_paragraph;
    Breaks m_breaks;
};

qsizetype nextWord(QStringView paragraph, qsizetype offset)
{
    const Words words(paragraph);
    const qsizetype end = words.runEnd(offset);
    return end < paragraph.size() && words.isSpaceAt(end) ? words.runEnd(end) : end;
}

qsizetype previousWord(QStringView paragraph, qsizetype offset)
{
    const Words words(paragraph);
    const qsizetype begin = words.runBegin(offset);
    return begin > 0 && words.isSpaceAt(begin) ? words.runBegin(begin) : begin;
}

TextSpan wordAt(const Paragraph &paragraph, qsizetype offset)
{
    const Words words(paragraph.words);
    const qsizetype end = words.runEnd(std::min(offset, paragraph.words.size() - 1));
    return paragraph.span(words.runBegin(end), end);
}

Breaks breaksOf(const Paragraph &paragraph, Unit unit)
{
    return {unit == Unit::Sentence ? Breaks::Kind::Sentences : Breaks::Kind::Characters, paragraph.words};
}

}

QList<TextSpan> paragraphs(const Text &text)
{
    QList<TextSpan> all;
    const QStringView string = text.string();
    TextPosition begin;
    for (qsizetype from = 0;;) {
        const qsizetype feed = string.indexOf(u'\n', from);
        const TextPosition end = text.toText(Utf16Position{feed < 0 ? string.size() : feed});
        all.append({begin, end});
        if (feed < 0)
            return all;
        begin = end + 1;
        from = feed + 1;
    }
}

TextSpan paragraphAt(const Text &text, TextPosition position)
{
    return Paragraph::around(text, position).span();
}

TextPosition nextBoundary(const Text &text, TextPosition position, Unit unit)
{
    if (position.value < 0)
        return {0};
    if (position.value >= text.length())
        return text.span().end;
    const Paragraph paragraph = Paragraph::around(text, position);
    const qsizetype offset = paragraph.offset(position);
    if (offset == paragraph.words.size())
        return position + 1; // over the line feed
    switch (unit) {
    case Unit::Word:
        return paragraph.position(nextWord(paragraph.words, offset));
    case Unit::Paragraph:
        return paragraph.position(paragraph.words.size() + (paragraph.end() < text.string().size() ? 1 : 0));
    case Unit::Character:
    case Unit::Sentence:
        return paragraph.position(breaksOf(paragraph, unit).after(offset));
    }
    Q_UNREACHABLE_RETURN(position);
}

TextPosition previousBoundary(const Text &text, TextPosition position, Unit unit)
{
    if (position.value <= 0)
        return {0};
    if (position.value > text.length())
        return text.span().end;
    const Paragraph paragraph = Paragraph::around(text, position);
    const qsizetype offset = paragraph.offset(position);
    if (offset == 0) // over the line feed
        return unit == Unit::Paragraph ? paragraphAt(text, position - 1).begin : position - 1;
    switch (unit) {
    case Unit::Word:
        return paragraph.position(previousWord(paragraph.words, offset));
    case Unit::Paragraph:
        return paragraph.position(0);
    case Unit::Character:
    case Unit::Sentence:
        return paragraph.position(breaksOf(paragraph, unit).before(offset));
    }
    Q_UNREACHABLE_RETURN(position);
}

TextSpan unitAt(const Text &text, TextPosition position, Unit unit)
{
    const TextPosition within{std::clamp<qsizetype>(position.value, 0, text.length())};
    const Paragraph paragraph = Paragraph::around(text, within);
    if (paragraph.words.isEmpty() || unit == Unit::Paragraph)
        return paragraph.span();
    // At its end a paragraph's last unit is the nearest.
    const qsizetype offset = std::min(paragraph.offset(within), paragraph.words.size() - 1);
    if (unit == Unit::Word)
        return wordAt(paragraph, offset);
    const Breaks breaks = breaksOf(paragraph, unit);
    const qsizetype end = breaks.after(offset);
    const TextSpan span = paragraph.span(breaks.before(end), end);
    return unit == Unit::Sentence ? trimmed(text, span) : span;
}

namespace {

/// The pieces between two boundaries of words that @p isWanted, which is told of a piece whether it is a word.
template <class Wanted>
QList<TextSpan> pieces(const Text &text, const TextSpan &span, Wanted isWanted)
{
    QList<TextSpan> all;
    const QStringView stretch = text.words(span);
    const qsizetype from = text.toUtf16(span.begin).value;
    const Breaks breaks(Breaks::Kind::Words, stretch);
    for (qsizetype begin = 0; begin < stretch.size();) {
        const qsizetype end = breaks.after(begin);
        if (isWanted(stretch.sliced(begin, end - begin), breaks.wordEndsAt(end)))
            all.append(text.toText(Utf16Span{{from + begin}, {from + end}}));
        begin = end;
    }
    return all;
}

}

QList<TextSpan> wordsIn(const Text &text, const TextSpan &span)
{
    return pieces(text, span, [](QStringView, bool isWord) { return isWord; });
}

QList<TextSpan> tokensIn(const Text &text, const TextSpan &span)
{
    return pieces(text, span, [](QStringView piece, bool) { return !piece.front().isSpace(); });
}

QList<TextSpan> sentences(const Text &text)
{
    QList<TextSpan> all;
    for (const TextSpan &paragraph : paragraphs(text)) {
        for (TextPosition begin = paragraph.begin; begin < paragraph.end;) {
            const TextPosition end = nextBoundary(text, begin, Unit::Sentence);
            if (const TextSpan sentence = trimmed(text, {begin, end}); !sentence.isEmpty())
                all.append(sentence);
            begin = end;
        }
    }
    return all;
}

TextSpan snappedToCharacters(const Text &text, const TextSpan &span)
{
    const auto isInside = [&text](TextPosition position) {
        const Paragraph paragraph = Paragraph::around(text, position);
        return !breaksOf(paragraph, Unit::Character).at(paragraph.offset(position));
    };
    const TextPosition begin{std::clamp<qsizetype>(span.begin.value, 0, text.length())};
    const TextPosition end{std::clamp<qsizetype>(span.end.value, begin.value, text.length())};
    return {isInside(begin) ? previousBoundary(text, begin, Unit::Character) : begin,
            isInside(end) ? nextBoundary(text, end, Unit::Character) : end};
}

TextSpan trimmed(const Text &text, const TextSpan &span)
{
    const TextPosition begin{std::clamp<qsizetype>(span.begin.value, 0, text.length())};
    const TextPosition end{std::clamp<qsizetype>(span.end.value, begin.value, text.length())};
    const QStringView words = text.words({begin, end});
    // White space is never astral, so the code points at the ends are the code units. What white space shares
    // a cluster with (a lone combining mark) stays.
    const Breaks characters(Breaks::Kind::Characters, words);
    qsizetype leading = 0;
    while (leading < words.size() && words[leading].isSpace())
        ++leading;
    qsizetype trailing = 0;
    while (trailing < words.size() - leading && words[words.size() - 1 - trailing].isSpace())
        ++trailing;
    leading -= characters.at(leading) ? 0 : 1;
    trailing -= characters.at(words.size() - trailing) ? 0 : 1;
    if (leading == words.size())
        return {begin, begin};
    return {begin + leading, end - trailing};
}

}
