// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace pq {

using namespace Qt::StringLiterals;

QString Timestamp::toString() const
{
    if (microseconds == 0)
        return {};
    const qint64 seconds = microseconds >= 0 ? microseconds / 1'000'000 : (microseconds - 999'999) / 1'000'000;
    const qint64 rest = microseconds - seconds * 1'000'000;
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s)
        + u".%1Z"_s.arg(rest, 6, 10, QLatin1Char('0'));
}

Timestamp Timestamp::fromString(QStringView string)
{
    // QDateTime keeps milliseconds only, so the fraction of a second is read apart.
    static const QRegularExpression form(
        u"^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:(?<=:[0-9]{2}:[0-9]{2})[.,]([0-9]+))?"
        "(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.matchView(string.trimmed());
    if (!match.hasMatch())
        return {};
    // Without a zone it is UTC; never the local time, which depends on the machine.
    const QString clock = match.hasCaptured(2) ? match.captured(2) : u"00:00"_s;
    const QString zone = match.hasCaptured(4) ? match.captured(4).toUpper() : u"Z"_s;
    const QDateTime time = QDateTime::fromString(match.captured(1) + u'T' + clock + zone, Qt::ISODate);
    const int year = time.isValid() ? time.toUTC().date().year() : 0;
    if (year < 1 || year > 9999) // another zone may be in another year, for which toString() has no place
        return {};
    const qint64 fraction = match.captured(3).leftJustified(6, u'0', true).toLongLong();
    return {time.toSecsSinceEpoch() * 1'000'000 + fraction};
}

}
