// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit.h"

#include "core/text/segmentation.h"

#include <algorithm>

namespace pq {

namespace {

constexpr qsizetype surroundings = 80; // characters on either side

QString onOneLine(QStringView words)
{
    QString line = words.toString();
    for (QChar &c : line) {
        if (c.isSpace())
            c = u' ';
    }
    return line;
}

}

QList<Hit> hitsAt(const QList<TextSpan> &spans, const Version &version, const QString &title)
{
    QList<Hit> hits;
    hits.reserve(spans.size());
    const Text &text = version.text;
    for (const TextSpan &span : spans) {
        const TextPosition begin = std::max(paragraphAt(text, span.begin).begin,
                                            TextPosition{span.begin.value - surroundings});
        const TextPosition end = std::min(paragraphAt(text, span.end).end, TextPosition{span.end.value + surroundings});
        const TextSpan around = snappedToCharacters(text, {begin, end});
        hits.append({version.article, version.id, title, span, text.words(span).toString(),
                     onOneLine(text.words({around.begin, span.begin})), onOneLine(text.words({span.end, around.end}))});
    }
    return hits;
}

}
