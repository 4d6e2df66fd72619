// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonread.h"

#include <QJsonParseError>

#include <algorithm>

namespace pq {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

/// What is wrong at byte @p offset, which Qt reports behind the character that does not fit.
QString complaint(const QByteArray &bytes, const QJsonParseError &error)
{
    const QByteArray before = bytes.first(qMin(qsizetype(error.offset), bytes.size()));
    const qsizetype column = Text(QString::fromUtf8(before.sliced(before.lastIndexOf('\n') + 1))).length();
    return Formats::tr("column %1: this is not sound JSON (%2).")
        .arg(qMax(qsizetype(1), column))
        .arg(error.errorString());
}

/// Qt would skip a byte order mark where a string begins with it.
void escapeMarks(QByteArray &json)
{
    if (json.contains(byteOrderMark))
        json.replace(byteOrderMark, "\\ufeff");
}

bool hasNullInName(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::ranges::any_of(array, [](const QJsonValue &each) { return hasNullInName(each); });
    }
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (each.key().contains(QChar(u'\0')) || hasNullInName(each.value()))
            return true;
    }
    return false;
}

/// Null when the bytes are not UTF-8 or no JSON, which is refused. So is a NUL in a name, for which Qt finds the member
/// of the name without it.
QJsonDocument parse(QByteArray bytes, const QString &file, qint64 firstLine, Reading &reading)
{
    if (!QUtf8StringView(bytes).isValidUtf8()) {
        reading.refuse(Formats::tr("these bytes are not valid UTF-8. Save the file in UTF-8."));
        return {};
    }
    escapeMarks(bytes);
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError) {
        const bool mayHaveNulls = bytes.contains('\0') || bytes.contains("\\u0000");
        if (mayHaveNulls && hasNullInName(document.isArray() ? QJsonValue(document.array()) : document.object())) {
            reading.goTo(file, firstLine);
            reading.refuse(Formats::tr("the name of a member holds a NUL. Remove it."));
            return {};
        }
        return document;
    }
    reading.goTo(file, firstLine + bytes.first(qMin(qsizetype(error.offset), bytes.size())).count('\n'));
    reading.refuse(complaint(bytes, error));
    return {};
}

}

QJsonDocument parseJson(const NamedFile &file, Reading &reading)
{
    reading.place = file.path;
    QByteArray bytes = file.bytes;
    if (bytes.startsWith(byteOrderMark)) {
        bytes.remove(0, byteOrderMark.size());
        reading.remarkOnAll(Formats::tr("A byte order mark at the beginning of %1 was skipped").arg(file.path));
    }
    return parse(bytes, file.path, file.firstLine, reading);
}

QJsonObject objectOfJson(QByteArray json)
{
    escapeMarks(json);
    return QJsonDocument::fromJson(json).object();
}

namespace {

/// Each line's object or array.
void forEachLine(const NamedFile &file, Reading &reading, const std::function<void(const QJsonValue &)> &visit)
{
    qsizetype begin = 0;
    if (file.bytes.startsWith(byteOrderMark)) {
        begin = byteOrderMark.size();
        reading.remarkOnAll(Formats::tr("A byte order mark at the beginning of %1 was skipped").arg(file.path));
    }
    for (qint64 line = file.firstLine; begin < file.bytes.size() && !reading.failed(); ++line) {
        qsizetype end = file.bytes.indexOf('\n', begin);
        if (end < 0)
            end = file.bytes.size();
        const QByteArray one = file.bytes.sliced(begin, end - begin);
        begin = end + 1;
        reading.goTo(file.path, line);
        if (one.trimmed().isEmpty())
            continue;
        const QJsonDocument document = parse(one, file.path, line, reading);
        if (reading.failed())
            return;
        visit(document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array()));
    }
}

}

void forEachJsonLine(const NamedFile &file, Reading &reading, const std::function<void(const QJsonObject &)> &visit)
{
    forEachLine(file, reading, [&](const QJsonValue &value) {
        if (value.isObject())
            visit(value.toObject());
        else
            reading.refuse(Formats::tr("this is JSON, but no object. Each line must hold one whole object."));
    });
}

bool areJsonLines(QByteArrayView beginning)
{
    if (beginning.startsWith(byteOrderMark))
        beginning = beginning.sliced(byteOrderMark.size());
    beginning = beginning.trimmed();
    const bool isArray = beginning.startsWith('[');
    const qsizetype end = beginning.indexOf('\n');
    if (end < 0)
        return !isArray;
    const bool isClosed = beginning.first(end).trimmed().endsWith(isArray ? ']' : '}');
    const bool isFollowed = beginning.sliced(end).trimmed().startsWith(isArray ? '[' : '{');
    return isArray ? isClosed && isFollowed : isClosed || isFollowed;
}

void forEachJsonValue(const NamedFile &file, Reading &reading, const std::function<void(const QJsonValue &)> &visit)
{
    if (file.firstLine > 1 || areJsonLines(file.bytes)) {
        forEachLine(file, reading, visit);
        return;
    }
    const QJsonDocument document = parseJson(file, reading);
    if (document.isObject()) {
        visit(document.object());
        return;
    }
    qint64 number = 0;
    for (const QJsonArray array = document.array(); const auto &each : array) {
        reading.place = Formats::tr("%1, object %2").arg(file.path, QString::number(++number));
        if (reading.failed())
            return;
        visit(each);
    }
}

void forEachJsonObject(const NamedFile &file, Reading &reading, const std::function<void(const QJsonObject &)> &visit)
{
    forEachJsonValue(file, reading, [&](const QJsonValue &value) {
        if (value.isObject())
            visit(value.toObject());
        else
            reading.refuse(Formats::tr("this is JSON, but no object. Each must be one whole object."));
    });
}

}
