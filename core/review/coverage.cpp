// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/coverage.h"

#include "core/text/paragraphkind.h"
#include "core/text/segmentation.h"
#include "core/text/turns.h"

#include <algorithm>

namespace pq {

namespace {

constexpr qsizetype mostWordsOfHeadline = 30;

bool endsLikeASentence(QStringView paragraph)
{
    static constexpr QStringView closing = u"\"'”’»)]";
    static constexpr QStringView ends = u".!?…:";
    QStringView words = paragraph.trimmed();
    while (!words.isEmpty() && closing.contains(words.back()))
        words.chop(1);
    return !words.isEmpty() && ends.contains(words.back());
}

}

QList<CountedParagraph> countedParagraphs(const Text &text)
{
    QList<CountedParagraph> counted;
    bool isFirst = true;
    for (const QList<TextSpan> all = paragraphs(text); const TextSpan &span : all) {
        const QStringView words = text.words(span);
        const ParagraphKind kind = paragraphKind(words);
        if (kind == ParagraphKind::Empty)
            continue;
        const bool mayBeHeadline = std::exchange(isFirst, false);
        if (kind != ParagraphKind::Prose)
            continue;
        const TextSpan said = withoutLabel(text, span);
        CountedParagraph paragraph{span, wordsIn(text, said)};
        const bool isHeadline = mayBeHeadline && said == span && paragraph.words.size() <= mostWordsOfHeadline
            && !endsLikeASentence(words);
        if (!isHeadline && !paragraph.words.isEmpty())
            counted.append(std::move(paragraph));
    }
    return counted;
}

Coverage coverage(const QList<CountedParagraph> &paragraphs, const QList<TextSpan> &claimed)
{
    Coverage result;
    qsizetype next = 0;         // of the claimed spans
    TextPosition reached{0};    // how far those before it go
    const auto isCovered = [&](const TextSpan &word) {
        while (next < claimed.size() && claimed[next].begin < word.end)
            reached = std::max(reached, claimed[next++].end);
        return word.begin < reached;
    };
    for (const CountedParagraph &paragraph : paragraphs) {
        ParagraphCoverage of{paragraph.span, paragraph.words.size(), 0};
        bool goesOn = false; // the last stretch, with the next word
        for (const TextSpan &word : paragraph.words) {
            const bool covered = isCovered(word);
            of.covered += covered ? 1 : 0;
            if (!covered && goesOn)
                result.uncovered.last().end = word.end;
            else if (!covered)
                result.uncovered.append(word);
            goesOn = !covered;
        }
        result.words += of.words;
        result.covered += of.covered;
        result.paragraphs.append(of);
    }
    return result;
}

int percent(qsizetype covered, qsizetype words)
{
    return words == 0 ? 100 : static_cast<int>(covered * 100 / words);
}

}
