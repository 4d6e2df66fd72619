// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/tei/teistructure.h"
#include "core/model/corpus.h"

#include <QHash>
#include <QSet>
#include <QXmlStreamWriter>

#include <optional>

namespace pq {

/// What a Remainder keeps of somebody else's TEI.
struct TeiKept
{
    QStringList header; ///< whole elements in their order, those in fileDesc and those behind it
    VersionId version;  ///< to whose text the structure belongs
    TeiStructure structure;

    [[nodiscard]] QString toJson() const;
    /// Nothing when the content is none that toJson() made.
    [[nodiscard]] static std::optional<TeiKept> of(const Remainder &remainder);
};

/// The element that @p xml stands at, with all below it and the namespaces that are declared outside of it, up to its
/// end. Without @p outer declarations it could not be read alone.
[[nodiscard]] QString wholeElement(XmlReader &xml, const QXmlStreamNamespaceDeclarations &outer);

/// The name of such an element.
[[nodiscard]] QString nameOfWhole(const QString &element);

/// Whether the titleStmt among @p kept says this title first, and this author or nobody.
[[nodiscard]] bool saysTitle(const QStringList &kept, const QString &title, const QString &author);

/// Writes those of @p kept that are called so; whether there are any.
bool writeKept(QXmlStreamWriter &writer, const QStringList &kept, QStringView name);

/// Writes those of @p kept that stand behind fileDesc: one history of revisions at most, and that last.
void writeKeptBehind(QXmlStreamWriter &writer, const QStringList &kept);

/// Sees to it that each xml:id of other people's is in a file once: a header is written with each version of an
/// article, and many a document calls its own things "p1".
class TeiKeptIds
{
public:
    /// Every xml:id that is taken, and what points at it, begins with @p prefix, which nothing else has.
    [[nodiscard]] TeiKept madeUnique(const TeiKept &kept, const QString &prefix);

private:
    QSet<QString> m_taken;
};

}
