// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <utility>

namespace pq {

void JsonWriter::begin(char open)
{
    separate();
    m_bytes += open;
    m_levels.append(Level{open == '{' ? '}' : ']'});
}

void JsonWriter::end()
{
    const Level level = m_levels.takeLast();
    if (!level.empty)
        newLine();
    m_bytes += level.close;
}

void JsonWriter::plain(QByteArrayView bytes)
{
    separate();
    m_bytes += bytes;
}

void JsonWriter::separate()
{
    if (!m_levels.isEmpty()) {
        if (!m_levels.last().empty)
            m_bytes += ',';
        m_levels.last().empty = false;
        newLine();
    }
    if (m_hasKey) {
        m_bytes += '"';
        m_bytes += m_key;
        m_bytes += m_style == Compact ? "\":" : "\": ";
        m_hasKey = false;
    }
}

void JsonWriter::newLine()
{
    if (m_style == Compact)
        return;
    m_bytes += '\n';
    m_bytes.append(m_levels.size() * 2, ' ');
}

void JsonWriter::value(QStringView text)
{
    separate();
    m_bytes += '"';
    string(text);
    m_bytes += '"';
}

void JsonWriter::key(QStringView key)
{
    // Through the same escapes.
    QByteArray bytes = std::exchange(m_bytes, {});
    string(key);
    m_key = std::exchange(m_bytes, std::move(bytes));
    m_hasKey = true;
}

void JsonWriter::any(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        value(json.toBool());
        break;
    case QJsonValue::Double:
        // Whole numbers are kept to the last digit.
        if (const qint64 whole = json.toInteger(); double(whole) == json.toDouble())
            value(whole);
        else
            plain(QByteArray::number(json.toDouble(), 'g', QLocale::FloatingPointShortest));
        break;
    case QJsonValue::String:
        value(json.toString());
        break;
    case QJsonValue::Array:
        beginArray();
        for (const QJsonArray array = json.toArray(); const auto &each : array)
            any(each);
        end();
        break;
    case QJsonValue::Object: {
        beginObject();
        const QJsonObject object = json.toObject();
        for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
            key(member.key());
            any(member.value());
        }
        end();
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        plain("null");
        break;
    }
}

void JsonWriter::string(QStringView string)
{
    qsizetype done = 0;
    const auto flush = [&](qsizetype until) {
        m_bytes += string.sliced(done, until - done).toUtf8();
        done = until + 1;
    };
    for (qsizetype i = 0; i < string.size(); ++i) {
        const char16_t unit = string[i].unicode();
        if (unit == u'"' || unit == u'\\') {
            flush(i);
            m_bytes += '\\';
            m_bytes += char(unit);
        } else if (unit == u'\n' || unit == u'\t') {
            flush(i);
            m_bytes += unit == u'\n' ? "\\n" : "\\t";
        } else if (unit < 0x20 || unit == 0x7f || unit == 0x2028 || unit == 0x2029 || unit == QChar::ByteOrderMark) {
            // The last one because readers, Qt's among them, skip it where a string begins with it.
            flush(i);
            m_bytes += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
        } else if (QChar::isSurrogate(unit)) {
            if (QChar::isHighSurrogate(unit) && i + 1 < string.size() && string[i + 1].isLowSurrogate()) {
                ++i;
            } else {
                flush(i);
                m_bytes += "\\u" + QByteArray::number(unit, 16);
            }
        }
    }
    flush(string.size());
}

void JsonWriter::otherMember(QStringView key, QByteArrayView json)
{
    value(key);
    m_bytes += m_style == Compact ? ":" : ": ";
    m_bytes += json;
}

void JsonWriter::member(QLatin1StringView key, const QStringList &strings)
{
    beginArray(key);
    for (const QString &string : strings)
        value(string);
    end();
}

QByteArray compactJson(const QJsonValue &value)
{
    JsonWriter json(JsonWriter::Compact);
    json.any(value);
    return json.bytes();
}

}
