// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QStringList>

namespace pq {

/// Writes JSON whose keys stay in the order given (QJsonObject sorts them), so that files can be compared.
class JsonWriter
{
public:
    enum Style { Compact, Indented };
    explicit JsonWriter(Style style) : m_style(style) {}

    void beginObject() { begin('{'); }
    void beginArray() { begin('['); }
    void beginObject(QLatin1StringView key)
    {
        setKey(key);
        begin('{');
    }
    void beginArray(QLatin1StringView key)
    {
        setKey(key);
        begin('[');
    }
    /// Of the innermost object or array.
    void end();

    /// Lone surrogates, line separators and controls are escaped; everything else stands as it is.
    void value(QStringView string);
    void value(qint64 number) { plain(QByteArray::number(number)); }
    void value(bool truth) { plain(truth ? "true" : "false"); }

    /// Whatever it is, objects with their keys sorted.
    void any(const QJsonValue &value);
    /// What the next value or beginning is called, where that is not known beforehand.
    void key(QStringView key);

    /// JSON that is written already.
    void json(QByteArrayView json) { plain(json); }

    void member(QLatin1StringView key, const QString &string)
    {
        setKey(key);
        value(string);
    }
    void member(QLatin1StringView key, QLatin1StringView string)
    {
        setKey(key);
        value(QString(string));
    }
    void member(QLatin1StringView key, qint64 number)
    {
        setKey(key);
        value(number);
    }
    void member(QLatin1StringView key, int number)
    {
        setKey(key);
        value(qint64(number));
    }
    void member(QLatin1StringView key, bool truth)
    {
        setKey(key);
        value(truth);
    }
    void member(QLatin1StringView key, const QStringList &strings);
    /// Nothing for an id that names nothing, a time that is not known.
    template <class Tag>
    void member(QLatin1StringView key, const Id<Tag> &id)
    {
        if (!id.isNull())
            member(key, id.toString());
    }
    void member(QLatin1StringView key, const Timestamp &time)
    {
        if (time.microseconds != 0)
            member(key, time.toString());
    }

    void memberJson(QLatin1StringView key, QByteArrayView json)
    {
        setKey(key);
        plain(json);
    }

    /// Under somebody else's key, which may be anything.
    void otherMember(QStringView key, QByteArrayView json);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    struct Level
    {
        char close;
        bool empty = true;
    };
    void setKey(QLatin1StringView key)
    {
        m_key.assign(key);
        m_hasKey = true;
    }
    void begin(char open);
    void string(QStringView string);
    void plain(QByteArrayView bytes);
    void separate();
    void newLine();

    Style m_style;
    QByteArray m_bytes;
    QList<Level> m_levels;
    QByteArray m_key; ///< escaped
    bool m_hasKey = false;
};

/// On one line, in a way that parses to the same again, which Qt's does not where strings begin with U+FEFF.
[[nodiscard]] QByteArray compactJson(const QJsonValue &value);

}
