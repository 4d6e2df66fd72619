// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/xml.h"
#include "core/model/corpus.h"

#include <QHash>
#include <QXmlStreamWriter>

#include <optional>

namespace pq {

/// What a Remainder keeps of a REFI-QDA project or of one of its sources: whole elements, as XML, by the element that
/// they stand in ("Project", "Links", "Sets", "Notes", "TextSource").
struct RefiKept
{
    QHash<QString, QStringList> elements;

    [[nodiscard]] QString toJson() const;
    /// Nothing when the content is none that toJson() made.
    [[nodiscard]] static std::optional<RefiKept> of(const Remainder &remainder);
};

/// The element that @p xml stands at, with all below it, up to its end; GUIDs are written as ours are.
[[nodiscard]] QString elementOf(XmlReader &xml);

/// The GUID as ours are written; as it is when it is none.
[[nodiscard]] QString plainGuid(const QString &guid);

/// "#rgb" or "#rrggbb".
[[nodiscard]] bool isRefiColour(const QString &colour);

/// Writes @p element without what in it refers to what is not in @p there, as far as the schema allows.
void writeElement(QXmlStreamWriter &writer, const QString &element, const QSet<QString> &there);
/// All GUIDs that elements in it have.
void addGuids(const QString &element, QSet<QString> &guids);

}
