// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/mentions.h"

namespace pq {

namespace {

constexpr qsizetype longestName = 60; // UTF-16, of what is looked at while somebody types

char32_t characterAt(QStringView words, qsizetype at)
{
    const bool isPair = words[at].isHighSurrogate() && at + 1 < words.size() && words[at + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(words[at], words[at + 1]) : words[at].unicode();
}

/// Whether a word holds, or goes on over, what stands at @p at.
bool isOfWord(QStringView words, qsizetype at)
{
    const char32_t c = characterAt(words, at);
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == u'_';
}

/// Whether what ends at @p end is a word; an emoji with its selector is none.
bool wordEndsAt(QStringView words, qsizetype end)
{
    while (end > 0 && QChar::isMark(words[end - 1].unicode()))
        --end;
    if (end == 0)
        return false;
    const bool isPair = end > 1 && words[end - 1].isLowSurrogate();
    const char32_t c = characterAt(words, isPair ? end - 2 : end - 1);
    return QChar::isLetterOrNumber(c) || c == u'_';
}

/// An address such as "ada@gazette.example" calls nobody.
bool calls(QStringView body, qsizetype at)
{
    return body[at] == u'@' && !wordEndsAt(body, at);
}

}

QList<AnnotatorId> mentioned(QStringView body, const QList<Annotator> &annotators)
{
    QList<AnnotatorId> called;
    for (qsizetype at = 0; at < body.size(); ++at) {
        if (!calls(body, at))
            continue;
        const QStringView rest = body.sliced(at + 1);
        const Annotator *meant = nullptr;
        for (const Annotator &annotator : annotators) {
            const qsizetype size = annotator.name.size();
            const bool fits = rest.startsWith(annotator.name, Qt::CaseInsensitive)
                && (rest.size() == size || !isOfWord(rest, size));
            if (fits && (!meant || meant->name.size() < size))
                meant = &annotator;
        }
        if (meant && !called.contains(meant->id))
            called.append(meant->id);
    }
    return called;
}

qsizetype mentionBegin(QStringView line, qsizetype cursor)
{
    for (qsizetype at = cursor - 1; at >= 0 && cursor - at <= longestName; --at) {
        if (calls(line, at))
            return at;
    }
    return -1;
}

}
