// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"
#include "core/formats/format.h"

#include <QJsonDocument>

#include <functional>

namespace pq {

/// The JSON in a whole file; an empty document and a refusal that names line and column when it is not sound.
[[nodiscard]] QJsonDocument parseJson(const NamedFile &file, Reading &reading);

/// The object that @p json is, as a format of ours wrote it; an empty one when it is none.
[[nodiscard]] QJsonObject objectOfJson(QByteArray json);

/// Each line's object in turn, with @p reading at the line, until something is refused; empty lines and byte order
/// marks in front are skipped. Refuses, with line and column, a line that is no sound JSON object.
void forEachJsonLine(const NamedFile &file, Reading &reading, const std::function<void(const QJsonObject &)> &visit);

/// Whether what begins so is a value a line, rather than one array or object over several lines.
[[nodiscard]] bool areJsonLines(QByteArrayView beginning);

/// Each line's object or array in turn, as above; those of one array where there is one for all lines together, which
/// are counted, not their lines; or the one object that the file is.
void forEachJsonValue(const NamedFile &file, Reading &reading, const std::function<void(const QJsonValue &)> &visit);

/// The same where each must be an object.
void forEachJsonObject(const NamedFile &file, Reading &reading, const std::function<void(const QJsonObject &)> &visit);

}
