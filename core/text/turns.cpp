// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/turns.h"

#include "core/text/segmentation.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype longestLabel = 200;

QRegularExpression pattern(const QString &words)
{
    QRegularExpression made(words, QRegularExpression::UseUnicodePropertiesOption);
    made.optimize();
    return made;
}

// As in resources/syntax/interview.xml; a test compares the two.
const QRegularExpression &question()
{
    static const auto made = pattern(uR"(^\s*(?:Q(?:uestion)?\s*\d*\s*[:.]|Q\s*[-–—])(?=\s))"_s);
    return made;
}

const QRegularExpression &answer()
{
    static const auto made = pattern(uR"(^\s*(?:A(?:nswer)?\s*\d*\s*:|A\s*[-–—](?=\s+\S))(?=\s|$))"_s);
    return made;
}

const QRegularExpression &nobody()
{
    static const auto made = pattern(
        uR"(^\s*(?:Note|Update|Correction|Warning|Spoilers?|Related|Editor[’']s [Nn]ote|Read|See|Watch|Listen|Next|Previous|Tags?|Topics?|Here|Yes|No|But|And|So|Then|Well|One|Still)\s*:)"_s);
    return made;
}

const QRegularExpression &speaker()
{
    static const auto made = pattern(
        uR"(^\s*(?:(?:Mr|Mrs|Ms|Mx|Dr|Sir|Dame|Lord|Lady|Prof)\.?\s+)?\p{Lu}[\p{L}\p{M}'’.\-]*(?:\s+(?:(?:van|von|de|der|den|di|da|del|della|la|le|du|dos|bin|ibn|al|el|ter|ten|y|and|&)\s+)*\p{Lu}[\p{L}\p{M}'’.\-]*){0,4}(?:\s*\([^()]{1,30}\))?\s*:(?=\s|$))"_s);
    return made;
}

/// A paragraph that asks and does not quote.
bool asks(QStringView paragraph)
{
    const QStringView words = paragraph.trimmed();
    static constexpr QStringView others = u"\"“‘'•";
    return words.size() > 1 && words.endsWith(u'?') && !others.contains(words.front());
}

/// A paragraph in UTF-16.
struct Line
{
    Utf16Span span;
    qsizetype label = 0;
    bool isQuestion = false;
};

QList<Line> linesWithWords(QStringView text)
{
    QList<Line> lines;
    for (qsizetype begin = 0; begin <= text.size();) {
        const qsizetype feed = text.indexOf(u'\n', begin);
        const qsizetype end = feed < 0 ? text.size() : feed;
        const QStringView words = text.sliced(begin, end - begin);
        if (!words.trimmed().isEmpty())
            lines.append({{{begin}, {end}}, turnLabelLength(words), asks(words)});
        begin = end + 1;
    }
    return lines;
}

bool labelsSeveral(const QList<Line> &lines, QStringView text)
{
    QSet<QString> labels;
    for (const Line &line : lines) {
        if (line.label > 0)
            labels.insert(text.sliced(line.span.begin.value, line.label).trimmed().toString());
    }
    return labels.size() > 1;
}

}

qsizetype turnLabelLength(QStringView paragraph)
{
    const QStringView begin = paragraph.first(std::min(paragraph.size(), longestLabel));
    const QStringView words = begin.trimmed();
    // Most paragraphs are told apart by a look: a label begins with a capital and is short.
    if (words.isEmpty() || (!words.front().isUpper() && !words.front().isSurrogate()))
        return 0;
    for (const auto *label : {&question(), &answer()}) {
        if (words.front() != u'Q' && words.front() != u'A')
            break;
        if (const auto match = label->matchView(begin); match.hasMatch())
            return match.capturedLength();
    }
    if (!begin.contains(u':') || nobody().matchView(begin).hasMatch())
        return 0;
    const auto match = speaker().matchView(begin);
    return match.hasMatch() ? match.capturedLength() : 0;
}

TextSpan withoutLabel(const Text &text, const TextSpan &paragraph)
{
    const qsizetype label = turnLabelLength(text.words(paragraph));
    return text.toText(Utf16Span{text.toUtf16(paragraph.begin) + label, text.toUtf16(paragraph.end)});
}

bool isQuestion(QStringView paragraph)
{
    const QStringView begin = paragraph.first(std::min(paragraph.size(), longestLabel));
    if (question().matchView(begin).hasMatch())
        return true;
    return asks(paragraph) && turnLabelLength(paragraph) == 0 && !nobody().matchView(begin).hasMatch();
}

std::optional<Turn> turnAt(const Text &text, TextPosition position)
{
    const QStringView string = text.string();
    const QList<Line> lines = linesWithWords(string);
    const bool labelsOnly = labelsSeveral(lines, string);
    const Utf16Position at = text.toUtf16(position);
    const auto begins = [&](qsizetype i) {
        if (lines[i].label > 0)
            return true;
        return !labelsOnly && (lines[i].isQuestion || (i > 0 && lines[i - 1].isQuestion));
    };
    qsizetype last = -1; // the line around the position, or the one before it
    while (last + 1 < lines.size() && lines[last + 1].span.begin <= at)
        ++last;
    while (last >= 0 && !begins(last))
        --last;
    if (last < 0)
        return std::nullopt;
    qsizetype next = last + 1;
    while (next < lines.size() && !begins(next))
        ++next;
    const Utf16Span whole{lines[last].span.begin, lines[next - 1].span.end};
    const Utf16Span words{whole.begin + lines[last].label, whole.end};
    return Turn{trimmed(text, text.toText(words)), trimmed(text, text.toText(whole))};
}

}
