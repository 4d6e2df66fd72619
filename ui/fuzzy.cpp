// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fuzzy.h"

#include <QList>

#include <algorithm>
#include <limits>

namespace pq {

namespace {

constexpr int hit = 1;
constexpr int wordBegin = 8;
constexpr int run = 8;
constexpr int none = std::numeric_limits<int>::min() / 2;

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || (text[at].isLetterOrNumber() && !text[at - 1].isLetterOrNumber());
}

}

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    // best[j]: the best score of what is typed so far with its last character at j. Texts are a few words
    // long, so trying every place costs nothing and the first place is not always the best.
    QList<int> best(text.size(), 0);
    bool isFirst = true;
    for (const QChar c : typed) {
        if (c.isSpace())
            continue;
        QList<int> next(text.size(), none);
        int before = none; // the best of best[0 … j-2]
        for (qsizetype j = 0; j < text.size(); ++j) {
            if (text[j].toCaseFolded() == c.toCaseFolded()) {
                int from = isFirst ? 0 : before;
                if (!isFirst && j > 0)
                    from = std::max(from, best[j - 1] + run);
                next[j] = from + hit + (beginsWord(text, j) ? wordBegin : 0);
            }
            if (!isFirst && j > 0)
                before = std::max(before, best[j - 1]);
        }
        best = next;
        isFirst = false;
    }
    if (isFirst)
        return 0;
    const int score = best.isEmpty() ? none : *std::ranges::max_element(best);
    if (score <= 0)
        return std::nullopt;
    // Of two that fit alike, the shorter one is meant.
    return score * 100 - static_cast<int>(text.size());
}

}
