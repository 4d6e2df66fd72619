// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/search.h"

#include "core/text/fold.h"
#include "core/text/segmentation.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Search", text);
}

Result<QList<TextSpan>> matches(const Text &text, const Search &search)
{
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption
        | QRegularExpression::MultilineOption;
    if (!search.matchesCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression pattern(search.words, options);
    if (!pattern.isValid())
        return fail(tr("The pattern is not valid at character %1: %2.")
                        .arg(QString::number(pattern.patternErrorOffset() + 1), pattern.errorString()));
    QList<TextSpan> found;
    for (auto match = pattern.globalMatch(text.string()); match.hasNext();) {
        const QRegularExpressionMatch next = match.next();
        const TextSpan span = snappedToCharacters(text,
                                                  text.toText(Utf16Span{{next.capturedStart()}, {next.capturedEnd()}}));
        // Two matches within one grapheme cluster are one place.
        if (next.capturedLength() > 0 && (found.isEmpty() || found.last().end <= span.begin))
            found.append(span);
    }
    return found;
}

/// True when no word goes on over an end of @p span.
bool isWhole(const Text &text, const TextSpan &span)
{
    const auto isInside = [&text](TextPosition position) {
        if (position.value == 0 || position == text.span().end)
            return false;
        const TextSpan unit = unitAt(text, position, Unit::Word);
        return unit.begin < position && position < unit.end;
    };
    return !isInside(span.begin) && !isInside(span.end);
}

}

Result<QList<TextSpan>> search(const Text &text, const Search &search)
{
    if (search.words.isEmpty())
        return QList<TextSpan>();
    Result<QList<TextSpan>> found = search.isPattern
        ? matches(text, search)
        : find(text, search.words, {.keepsCase = search.matchesCase, .dropsMarks = !search.matchesMarks});
    if (found && search.wholeWords)
        found->removeIf([&text](const TextSpan &span) { return !isWhole(text, span); });
    return found;
}

}
