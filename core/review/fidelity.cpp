// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/fidelity.h"

#include "core/text/fold.h"
#include "core/text/segmentation.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// A word, or several without a space between them of which one is in brackets: "[T]he".
struct Word
{
    TextSpan span;
    QString folded; ///< without brackets
    bool bracketed = false; ///< in part at least
};

/// A text as words that count and, between them, all the rest: marks, spaces, and bracketed words that stand alone.
struct Words
{
    const Text &text;
    QList<Word> list;

    /// From the end of word @p i - 1 to the begin of word @p i; also before the first and behind the last.
    [[nodiscard]] TextSpan gap(qsizetype i) const
    {
        return {i > 0 ? list[i - 1].span.end : TextPosition{0}, i < list.size() ? list[i].span.begin : text.span().end};
    }
    [[nodiscard]] QString marks(const TextSpan &span) const { return folded(text.words(span)).remove(u' '); }
};

bool hasLetter(QStringView token)
{
    return std::ranges::any_of(token, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

Words wordsOf(const Text &text)
{
    Words words{text, {}};
    Word open; // may yet go on without a space
    bool isOpen = false;
    int depth = 0;
    bool hasPlain = false; // something of the open word is outside brackets
    const auto close = [&] {
        // What stands in brackets alone is the quoter's remark and no word of the quotation.
        if (isOpen && hasPlain)
            words.list.append(open);
        isOpen = false;
        hasPlain = false;
    };
    const auto characterFrom = [&text](TextPosition at) {
        return TextSpan{at, nextBoundary(text, at, Unit::Character)};
    };
    for (TextSpan token = characterFrom({0}); !token.isEmpty(); token = characterFrom(token.end)) {
        const QStringView letters = text.words(token);
        if (letters == u"[") {
            ++depth;
            open.bracketed = true; // when one is open
            continue;
        }
        if (letters == u"]") {
            depth = std::max(0, depth - 1);
            open.span.end = token.end;
            continue;
        }
        const bool joins = letters == u"'" || letters == u"’" || letters == u"-" || letters == u"‑";
        const bool isInside = joins && isOpen && hasLetter(text.words(characterFrom(token.end)));
        if (!hasLetter(letters) && !isInside) {
            close();
            continue;
        }
        if (!isOpen) {
            const bool afterBracket = depth > 0 && token.begin > TextPosition{0}
                && text.words({token.begin - 1, token.begin}) == u"[";
            open = Word{{afterBracket ? token.begin - 1 : token.begin, token.end}, {}, false};
            isOpen = true;
        }
        open.span.end = token.end;
        open.folded += folded(letters);
        open.bracketed = open.bracketed || depth > 0;
        hasPlain = hasPlain || depth == 0;
    }
    close();
    return words;
}

struct Match
{
    qsizetype quote;
    qsizetype original;
};

/// The longest common subsequence; of several the one with the most matches side by side, so that a word that
/// comes often is taken from where its neighbours are.
QList<Match> matches(const QList<Word> &quote, const QList<Word> &original)
{
    const qsizetype rows = quote.size() + 1;
    const qsizetype columns = original.size() + 1;
    const qint32 weight = qint32(std::min(rows, columns)); // of a match; more than all neighbours together
    constexpr qint32 never = std::numeric_limits<qint32>::min() / 2;
    std::vector<qint32> best(size_t(rows * columns));           // from these words on
    std::vector<qint32> matched(size_t(rows * columns), never); // the same when these two match
    const auto at = [columns](qsizetype i, qsizetype j) { return size_t(i * columns + j); };
    for (qsizetype i = rows - 2; i >= 0; --i) {
        for (qsizetype j = columns - 2; j >= 0; --j) {
            if (quote[i].folded == original[j].folded)
                matched[at(i, j)] = weight + std::max(best[at(i + 1, j + 1)], matched[at(i + 1, j + 1)] + 1);
            best[at(i, j)] = std::max({best[at(i + 1, j)], best[at(i, j + 1)], matched[at(i, j)]});
        }
    }
    QList<Match> result;
    bool besideMatch = false;
    for (qsizetype i = 0, j = 0; i < rows - 1 && j < columns - 1;) {
        if (matched[at(i, j)] + (besideMatch ? 1 : 0) >= best[at(i, j)] && matched[at(i, j)] != never) {
            result.append({i++, j++});
            besideMatch = true;
        } else {
            besideMatch = false;
            if (best[at(i + 1, j)] > best[at(i, j + 1)])
                ++i;
            else
                ++j;
        }
    }
    return result;
}

}

QList<QuoteChange> compareQuote(const Text &quote, const Text &original)
{
    const Words quoted = wordsOf(quote);
    const Words said = wordsOf(original);
    const QList<Match> both = matches(quoted.list, said.list);
    QList<QuoteChange> changes;
    if (both.isEmpty()) {
        if (!quoted.list.isEmpty() || !said.list.isEmpty())
            changes.append({Deviation::Silent, quote.span(), original.span()});
        return changes;
    }

    for (qsizetype n = 0; n <= both.size(); ++n) {
        const bool first = n == 0;
        const bool last = n == both.size();
        // What stands between the match before and this one, in either text.
        const qsizetype quoteFrom = first ? 0 : both[n - 1].quote + 1;
        const qsizetype quoteTo = last ? quoted.list.size() : both[n].quote;
        const qsizetype saidFrom = first ? 0 : both[n - 1].original + 1;
        const qsizetype saidTo = last ? said.list.size() : both[n].original;
        const TextSpan inQuote{quoted.gap(quoteFrom).begin, quoted.gap(quoteTo).end};
        const TextSpan inOriginal{said.gap(saidFrom).begin, said.gap(saidTo).end};
        const QString marks = quoted.marks(inQuote);
        // An ellipsis there says that the original was not taken whole, and nothing of what is quoted.
        const QString saidMarks = said.marks(inOriginal);
        const bool sameMarks = marks == saidMarks || marks == QString(saidMarks).remove(u'…');
        const bool isOwn = marks.contains(u'[') && !sameMarks;
        const bool hasEllipsis = marks.contains(u"…") || marks.contains(u"...");
        const qsizetype putIn = quoteTo - quoteFrom;
        const qsizetype leftOut = first || last ? 0 : saidTo - saidFrom;
        const auto changed = [&](Deviation deviation) {
            changes.append({deviation, trimmed(quote, inQuote), trimmed(original, inOriginal)});
        };

        if (putIn > 0) {
            const auto unmarked = std::ranges::count(quoted.list.begin() + quoteFrom, quoted.list.begin() + quoteTo,
                                                     false, &Word::bracketed);
            changed(unmarked > 0 ? Deviation::Silent : Deviation::Insertion);
        } else if (leftOut > 0 && hasEllipsis) {
            changed(Deviation::Omission);
        } else if (isOwn) {
            changed(Deviation::Insertion);
        } else if (leftOut > 0) {
            changed(Deviation::Silent);
        } else if (!first && !last && !sameMarks && !saidMarks.contains(u'[')) {
            changed(Deviation::Punctuation);
        }
        if (last)
            continue;
        const Word &quotedWord = quoted.list[both[n].quote];
        const Word &saidWord = said.list[both[n].original];
        const auto exact = [](const Text &text, const Word &word) {
            return folded(text.words(word.span), {.keepsCase = true});
        };
        if (quotedWord.bracketed && !saidWord.bracketed)
            changes.append({Deviation::Insertion, quotedWord.span, saidWord.span});
        else if (exact(quote, quotedWord) != exact(original, saidWord))
            changes.append({Deviation::Punctuation, quotedWord.span, saidWord.span});
    }
    return changes;
}

std::optional<Deviation> gravest(const QList<QuoteChange> &changes)
{
    const auto found = std::ranges::max_element(changes, {}, &QuoteChange::deviation);
    return found == changes.end() ? std::nullopt : std::optional(found->deviation);
}

QString label(Deviation deviation)
{
    switch (deviation) {
    case Deviation::Punctuation:
        return QCoreApplication::translate("Fidelity", "Punctuation");
    case Deviation::Insertion:
        return QCoreApplication::translate("Fidelity", "Bracketed insertion");
    case Deviation::Omission:
        return QCoreApplication::translate("Fidelity", "Marked omission");
    case Deviation::Silent:
        return QCoreApplication::translate("Fidelity", "Silent change");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QLatin1StringView nameOf(Deviation deviation)
{
    switch (deviation) {
    case Deviation::Punctuation:
        return "punctuation"_L1;
    case Deviation::Insertion:
        return "insertion"_L1;
    case Deviation::Omission:
        return "omission"_L1;
    case Deviation::Silent:
        return "silent"_L1;
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView());
}

}
