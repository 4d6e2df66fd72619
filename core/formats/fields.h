// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/formats/losses.h"
#include "core/formats/translated.h"
#include "core/model/names.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace pq {

/// What the parts of one reader share: where it is, the first thing that was wrong, and the remarks.
class Reading
{
public:
    QString place; ///< for messages, such as "a.jsonl, line 3"
    void goTo(const QString &file, qint64 line) { place = Formats::tr("%1, line %2").arg(file, QString::number(line)); }

    /// Only the first refusal is kept; reading may go on harmlessly until it is asked for.
    /// @p sentence stands behind "place: ".
    void refuse(const QString &sentence)
    {
        if (m_error.message.isEmpty())
            m_error.message = place.isEmpty() ? sentence : place + QStringLiteral(": ") + sentence;
    }
    void remark(const QString &sentence) { m_remarks.add(sentence, place); }
    /// One that is about the whole file.
    void remarkOnAll(const QString &sentence) { m_remarks.add(sentence, {}); }

    [[nodiscard]] bool failed() const { return !m_error.message.isEmpty(); }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] QStringList remarks() const { return m_remarks.list(); }

private:
    Error m_error;
    Remarks m_remarks;
};

/// Reads a JSON object key by key. What is missing or null becomes the default, what is of a wrong type is
/// refused, and finish() remarks on the keys that nobody asked for.
class Fields
{
public:
    /// @p what names the kind of object in messages, such as "passage". @p reading must outlive this.
    Fields(const QJsonObject &object, const QString &what, Reading &reading)
        : m_object(object), m_what(what), m_reading(&reading)
    {
    }

    [[nodiscard]] bool has(QLatin1StringView key) const;
    [[nodiscard]] QString string(QLatin1StringView key);
    /// Refuses when it is missing or empty.
    [[nodiscard]] QString needed(QLatin1StringView key);
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 fallback, qint64 least);
    [[nodiscard]] bool boolean(QLatin1StringView key);
    [[nodiscard]] Timestamp time(QLatin1StringView key);
    [[nodiscard]] QStringList strings(QLatin1StringView key);
    [[nodiscard]] QList<Fields> objects(QLatin1StringView key, const QString &what);
    /// A text, a number or true and false, as text.
    [[nodiscard]] QString scalar(QLatin1StringView key);
    [[nodiscard]] QJsonValue raw(QLatin1StringView key);

    /// Refuses a name that the enum does not have, and a missing one when there is no fallback.
    template <class Enum>
    [[nodiscard]] Enum name(QLatin1StringView key, std::optional<Enum> fallback = {})
    {
        const QString given = fallback ? string(key) : needed(key);
        if (given.isEmpty())
            return fallback.value_or(Enum{});
        const std::optional<Enum> value = fromName<Enum>(given);
        if (!value) {
            QStringList all;
            for (const QLatin1StringView each : names<Enum>())
                all.append(each);
            refuseChoice(key, given, all);
        }
        return value.value_or(Enum{});
    }

    void finish();

private:
    void refuseType(QLatin1StringView key, const QString &wanted);
    void refuseChoice(QLatin1StringView key, const QString &given, const QStringList &choices);

    QJsonObject m_object;
    QString m_what;
    Reading *m_reading;
    QSet<QString> m_asked;
};

}
