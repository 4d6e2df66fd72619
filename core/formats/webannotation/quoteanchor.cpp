// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/quoteanchor.h"

#include "core/formats/translated.h"
#include "core/formats/words.h"
#include "core/text/fold.h"

#include <QJsonObject>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// White space is written anew by many programs.
bool isSame(QStringView a, QStringView b)
{
    return a == b || a.toString().simplified() == b.toString().simplified();
}

bool endsWith(QStringView words, QStringView end)
{
    return words.endsWith(end) || words.toString().simplified().endsWith(end.toString().simplified());
}

bool startsWith(QStringView words, QStringView begin)
{
    return words.startsWith(begin) || words.toString().simplified().startsWith(begin.toString().simplified());
}

/// The code point at a position, or near it where it cuts one.
qsizetype placeOf(const CountedText &text, qint64 position, const Counting &counting)
{
    Counting exclusive = counting;
    exclusive.endsAreInclusive = false;
    for (qint64 length = 1; length <= 4; ++length) {
        if (position > std::numeric_limits<qint64>::max() - length)
            break;
        if (const auto span = text.spanOf({position, position + length, {}}, exclusive))
            return span->begin.value;
    }
    return qsizetype(qBound(qint64(0), position, qint64(text.text().length())));
}

}

SelectedPlace SelectedPlace::of(const QJsonArray &selectors)
{
    SelectedPlace place;
    for (const auto &each : selectors) {
        const QString type = each["type"_L1].toString();
        if (type == u"TextQuoteSelector") {
            place.exact = each["exact"_L1].toString();
            place.prefix = each["prefix"_L1].toString();
            place.suffix = each["suffix"_L1].toString();
        } else if (type == u"TextPositionSelector") {
            place.position = CountedSpan{each["start"_L1].toInteger(-1), each["end"_L1].toInteger(-1), {}};
        }
    }
    if (place.position && !place.exact.isEmpty())
        place.position->words = place.exact;
    return place;
}

AnchoredPlace anchor(const CountedText &counted, const SelectedPlace &place, const Counting &counting)
{
    const Text &text = counted.text();
    if (place.position) {
        const auto span = counted.spanOf(*place.position, counting);
        if (span && (place.exact.isEmpty() || isSame(text.words(*span), place.exact)))
            return {.span = span};
        if (place.exact.isEmpty())
            return {.why = Formats::tr("there are no words at %1–%2 of the text, and no quote tells which are meant.")
                               .arg(place.position->begin)
                               .arg(place.position->end)};
    }
    if (place.exact.isEmpty())
        return {.why = Formats::tr("neither a quote nor a position tells which words are meant.")};

    // As far as any tool says what stands around a quote.
    constexpr qsizetype most = 1000;
    QList<TextSpan> places = findExactly(text, place.exact);
    places.removeIf([&](const TextSpan &span) {
        const TextPosition from{std::max<qsizetype>(0, span.begin.value - most)};
        const TextPosition to{std::min(text.length(), span.end.value + most)};
        return !endsWith(text.words({from, span.begin}), place.prefix)
            || !startsWith(text.words({span.end, to}), place.suffix);
    });
    if (places.isEmpty())
        return {
            .why = Formats::tr("the text does not hold %1 between its prefix and suffix.").arg(quoted(place.exact))};
    if (places.size() == 1)
        return {.span = places.first()};
    if (!place.position)
        return {.why = Formats::tr("the text holds %1 in %2 places, and prefix and suffix do not tell which.")
                           .arg(quoted(place.exact), QString::number(places.size()))};
    const qsizetype about = placeOf(counted, place.position->begin, counting);
    const auto nearest = std::ranges::min_element(
        places, {}, [about](const TextSpan &span) { return std::abs(span.begin.value - about); });
    return {.span = *nearest, .isNearest = true};
}

}
