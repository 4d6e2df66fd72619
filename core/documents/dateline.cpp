// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/dateline.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ignoringCase = QRegularExpression::CaseInsensitiveOption;

// Sub-patterns of one expression; (?x) lets them be read.
const QString timeOfDay = u"(?: \\d{1,2} [:.] \\d{2} (?: :\\d{2} (?:\\.\\d+)? )? (?: \\s* [ap]\\.?m\\b\\.? )? | "
                          u"\\d{1,2} \\s* [ap]\\.?m\\b\\.? )"
                          " (?: \\s* (?: [A-Z]{1,5} | UTC | GMT )? (?: [+-]\\d{1,2} (?: :?\\d{2} )? )? )?"_s;
const QString month = u"(?: jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)?"
                      " | sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)? )"_s;
const QString weekday = u"(?: mon(?:day)? | tue(?:s(?:day)?)? | wed(?:nesday)? | thu(?:rs(?:day)?)? | fri(?:day)?"
                        " | sat(?:urday)? | sun(?:day)? )"_s;

int monthNumber(QStringView name)
{
    static constexpr QStringView names[] = {u"jan", u"feb", u"mar", u"apr", u"may", u"jun",
                                            u"jul", u"aug", u"sep", u"oct", u"nov", u"dec"};
    for (int i = 0; i < 12; ++i) {
        if (name.startsWith(names[i], Qt::CaseInsensitive))
            return i + 1;
    }
    return 0;
}

// 13/03/2025 can only be March; 12/03/2025 may be December as well.
QDate fromNumbers(int first, int second, int year)
{
    const QDate dayFirst(year, second, first);
    const QDate monthFirst(year, first, second);
    if (dayFirst.isValid() && monthFirst.isValid() && dayFirst != monthFirst)
        return {};
    return dayFirst.isValid() ? dayFirst : monthFirst;
}

QDate dayOf(const QRegularExpressionMatch &match)
{
    const auto number = [&match](const QString &group) { return match.capturedView(group).toInt(); };
    if (match.hasCaptured(u"isoYear"_s))
        return {number(u"isoYear"_s), number(u"isoMonth"_s), number(u"isoDay"_s)};
    if (match.hasCaptured(u"dayMonth"_s))
        return {number(u"dayYear"_s), monthNumber(match.capturedView(u"dayMonth"_s)), number(u"day"_s)};
    if (match.hasCaptured(u"monthFirst"_s))
        return {number(u"monthYear"_s), monthNumber(match.capturedView(u"monthFirst"_s)), number(u"monthDay"_s)};
    return fromNumbers(number(u"first"_s), number(u"second"_s), number(u"year"_s));
}

}

std::optional<Dateline> dateline(QStringView words)
{
    static const QRegularExpression form(
        u"(?x) ^ (?: (?<label> (?:first|originally|last)? \\s* (?:published|posted|updated|modified|date) ) \\b"
        " \\s* :? \\s* (?:on\\s+)? )? (?: "_s
            + weekday
            + u" \\.? ,? \\s+ )? (?:"
              " (?<isoYear>\\d{4}) - (?<isoMonth>\\d{2}) - (?<isoDay>\\d{2})"
              " | (?<day>\\d{1,2}) (?:st|nd|rd|th)? \\s+ (?:of\\s+)? (?<dayMonth>"_s
            + month
            + u") \\.? ,? \\s+ (?<dayYear>\\d{4})"
              " | (?<monthFirst>"_s
            + month
            + u") \\.? \\s+ (?<monthDay>\\d{1,2}) (?:st|nd|rd|th)? ,? \\s+ (?<monthYear>\\d{4})"
              " | (?<first>\\d{1,2}) ([/.]) (?<second>\\d{1,2}) \\g{-2} (?<year>\\d{4})"
              " ) (?: (?: \\s*,\\s* | \\s+at\\s+ | \\s*T | \\s* @ \\s* | \\s+ ) "_s
            + timeOfDay + u" )? \\.? $"_s,
        ignoringCase);
    if (words.size() > 80 || std::ranges::none_of(words, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    const QRegularExpressionMatch match = form.matchView(words.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QDate day = dayOf(match);
    if (!day.isValid() || day.year() < 1800 || day.year() > 2200)
        return std::nullopt;
    const QStringView label = match.capturedView(u"label"_s);
    const auto kind = label.isEmpty() ? Dateline::Kind::Plain
        : label.endsWith(u"updated", Qt::CaseInsensitive) || label.endsWith(u"modified", Qt::CaseInsensitive)
        ? Dateline::Kind::Updated
        : Dateline::Kind::Published;
    return Dateline{day.toString(Qt::ISODate), kind};
}

bool isTimeOfDay(QStringView words)
{
    static const QRegularExpression form(u"(?x) ^ "_s + timeOfDay + u" $"_s, ignoringCase);
    return form.matchView(words.trimmed()).hasMatch();
}

}
