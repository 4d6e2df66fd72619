// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/cas.h"

namespace pq {

/// A column of WebAnno TSV behind the first three.
struct TsvColumn
{
    enum class Kind {
        Placeholder, ///< of a layer without features
        Value,
        SlotRole,
        SlotTarget,
        Governor,    ///< of a relation
        ChainLink,   ///< what leads to the next link
        ChainElement,
    };
    Kind kind = Kind::Placeholder;
    QString feature;
    QString linkType;   ///< of SlotRole
    QString targetType; ///< of SlotTarget and Governor
};

struct TsvLayer
{
    enum class Kind { Span, Chain, Relation };
    Kind kind = Kind::Span;
    QString type;
    QList<TsvColumn> columns; ///< one at least
};

/// The line of the header, without line feed.
[[nodiscard]] QString headerLine(const TsvLayer &layer);
/// Nothing when @p line declares no layer, with what is wrong in @p wrong when it should.
[[nodiscard]] std::optional<TsvLayer> layerOf(const QString &line, QString &wrong);
void addTypes(TypeSystem &types, const TsvLayer &layer);

// Backslashes: of values all of \ [ ] | _ -> ; * and line feed and tab; of texts control characters and backslashes.
[[nodiscard]] QString escapedValue(const QString &value);
[[nodiscard]] QString unescapedValue(const QString &value);
[[nodiscard]] QString escapedText(const QString &text);
/// @p minor: of the format's version; until 3.1 texts were escaped as in Java.
[[nodiscard]] QString unescapedText(const QString &text, int minor);
/// Parted at each @p separator without a backslash before it.
[[nodiscard]] QStringList partsOf(const QString &cell, QChar separator);
/// Takes "[12]" off the end of @p item; empty when it has none.
[[nodiscard]] QString takeSuffix(QString &item);

}
