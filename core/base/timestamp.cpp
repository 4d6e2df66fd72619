// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

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
    // QDateTime keeps milliseconds only, so the fraction is read apart.
    const qsizetype point = string.indexOf(u'.');
    qsizetype end = point < 0 ? 0 : point + 1;
    qint64 fraction = 0;
    qint64 weight = 100'000;
    for (; point >= 0 && end < string.size() && string[end].isDigit(); ++end, weight /= 10)
        fraction += string[end].digitValue() * weight;

    const QString whole = point < 0 ? string.toString() : string.first(point).toString() + string.sliced(end).toString();
    QDateTime time = QDateTime::fromString(whole, Qt::ISODate);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::UTC);
    return {time.toSecsSinceEpoch() * 1'000'000 + fraction};
}

}
