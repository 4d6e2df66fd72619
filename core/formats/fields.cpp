// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/fields.h"

#include <cmath>

namespace pq {

bool Fields::has(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QJsonValue Fields::raw(QLatin1StringView key)
{
    m_asked.insert(key);
    const QJsonValue value = m_object.value(key);
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
}

QString Fields::string(QLatin1StringView key)
{
    const QJsonValue value = raw(key);
    if (!value.isUndefined() && !value.isString())
        refuseType(key, Formats::tr("a string"));
    return value.toString();
}

QString Fields::needed(QLatin1StringView key)
{
    const QString value = string(key);
    if (value.isEmpty()) {
        m_reading->refuse(has(key) ? Formats::tr("“%1” of this %2 must not be empty.").arg(key, m_what)
                                   : Formats::tr("this %2 needs “%1”.").arg(key, m_what));
    }
    return value;
}

qint64 Fields::integer(QLatin1StringView key, qint64 fallback, qint64 least)
{
    const QJsonValue value = raw(key);
    if (value.isUndefined())
        return fallback;
    const double asDouble = value.toDouble();
    if (!value.isDouble() || std::floor(asDouble) != asDouble || std::abs(asDouble) > 9e15) {
        refuseType(key, Formats::tr("a whole number"));
        return fallback;
    }
    const qint64 number = value.toInteger();
    if (number < least) {
        m_reading->refuse(
            Formats::tr("“%1” of this %2 is %3, but it must be %4 at least.").arg(key, m_what).arg(number).arg(least));
        return fallback;
    }
    return number;
}

bool Fields::boolean(QLatin1StringView key)
{
    const QJsonValue value = raw(key);
    if (!value.isUndefined() && !value.isBool())
        refuseType(key, Formats::tr("true or false"));
    return value.toBool();
}

Timestamp Fields::time(QLatin1StringView key)
{
    const QString given = string(key);
    const Timestamp time = Timestamp::fromString(given);
    if (!given.isEmpty() && time.microseconds == 0) {
        m_reading->refuse(
            Formats::tr("“%1” of this %2 is “%3”, which is no date and time such as 2025-03-20T09:00:00Z.")
                .arg(key, m_what, given));
    }
    return time;
}

QStringList Fields::strings(QLatin1StringView key)
{
    const QJsonValue value = raw(key);
    QStringList all;
    bool right = value.isUndefined() || value.isArray();
    for (const QJsonArray array = value.toArray(); const auto &each : array) {
        right = right && each.isString();
        all.append(each.toString());
    }
    if (!right)
        refuseType(key, Formats::tr("an array of strings"));
    return all;
}

QList<Fields> Fields::objects(QLatin1StringView key, const QString &what)
{
    const QJsonValue value = raw(key);
    QList<Fields> all;
    bool right = value.isUndefined() || value.isArray();
    for (const QJsonArray array = value.toArray(); const auto &each : array) {
        right = right && each.isObject();
        all.append(Fields(each.toObject(), what, *m_reading));
    }
    if (!right) {
        refuseType(key, Formats::tr("an array of objects"));
        return {};
    }
    return all;
}

QString Fields::scalar(QLatin1StringView key)
{
    const QJsonValue value = raw(key);
    if (value.isArray() || value.isObject())
        refuseType(key, Formats::tr("a string"));
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toString();
}

void Fields::finish()
{
    for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
        if (!m_asked.contains(member.key()))
            m_reading->remark(Formats::tr("the key “%1” (%2) is not known and was left out").arg(member.key(), m_what));
    }
}

void Fields::refuseType(QLatin1StringView key, const QString &wanted)
{
    m_reading->refuse(Formats::tr("“%1” of this %2 must be %3.").arg(key, m_what, wanted));
}

void Fields::refuseChoice(QLatin1StringView key, const QString &given, const QStringList &choices)
{
    m_reading->refuse(Formats::tr("“%1” of this %2 is “%3”, but it must be one of these: %4.")
                          .arg(key, m_what, given, choices.join(QStringLiteral(", "))));
}

}
