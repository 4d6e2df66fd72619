// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/xml.h"
#include "core/model/corpus.h"

#include <QHash>
#include <QXmlStreamWriter>

#include <optional>

namespace pq {

/// What a Remainder keeps of somebody else's teiHeader: whole elements in their order.
struct TeiKept
{
    QStringList elements;

    [[nodiscard]] QString toJson() const;
    /// Nothing when the content is none that toJson() made.
    [[nodiscard]] static std::optional<TeiKept> of(const Remainder &remainder);
};

/// The element that @p xml stands at, with all below it and the namespaces that are declared outside of it, up to its
/// end. Without @p outer declarations it could not be read alone.
[[nodiscard]] QString wholeElement(XmlReader &xml, const QXmlStreamNamespaceDeclarations &outer);

/// Such an element once more; each xml:id that is in @p ids, and whatever points at it, as that says.
void writeWhole(QXmlStreamWriter &writer, const QString &element, const QHash<QString, QString> &ids);
/// The xml:id's in such an element.
[[nodiscard]] QStringList idsOfWhole(const QString &element);

/// The name of such an element.
[[nodiscard]] QString nameOfWhole(const QString &element);

}
