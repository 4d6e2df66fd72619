// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/cas.h"

#include <QJsonObject>

#include <functional>

namespace pq {

/// What Pullquote knows and UIMA has no layers for is written as feature structures of its own types: the lines of
/// Pullquote JSON Lines, member by member, with passages referred to as annotations. In their strings a backslash is
/// doubled, and a character that XML cannot hold is \uXXXX.

/// The types, "pullquote.Claim" and so on.
[[nodiscard]] const TypeSystem &recordTypes();
/// "claim" for "pullquote.Claim"; empty for a type that is no line's.
[[nodiscard]] QString recordKind(const QString &type);

/// Adds @p record, whose "type" says what it is, to @p cas; @p annotationOf gives the annotation of a passage's id, or
/// 0. @p nextId is the first id that is free, and is moved on. The structure's id.
qint64 addRecord(Cas &cas, qint64 &nextId, const QJsonObject &record,
                 const std::function<qint64(const QString &)> &annotationOf);

/// The reverse. @p passageOf gives the passage's id for an annotation; where it gives none, the member is left out.
[[nodiscard]] QJsonObject readRecord(const CasIndex &index, const FeatureStructure &structure,
                                     const std::function<QString(qint64)> &passageOf);

}
