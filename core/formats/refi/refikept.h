// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/xml.h"
#include "core/model/corpus.h"

#include <QHash>
#include <QUuid>
#include <QXmlStreamWriter>

#include <optional>

namespace pq {

/// What a Remainder keeps of a REFI-QDA project or of one of its sources: whole elements, as XML, by the element that
/// they stand in ("Project", "Variables", "Cases", "Graphs", "Links", "Sets", "Notes", "TextSource").
struct RefiKept
{
    QHash<QString, QStringList> elements;

    [[nodiscard]] QString toJson() const;
    /// Nothing when the content is none that toJson() made.
    [[nodiscard]] static std::optional<RefiKept> of(const Remainder &remainder);
};

/// The GUIDs of one project, which programs write in many ways.
class RefiGuids
{
public:
    explicit RefiGuids(const QByteArray &project);
    /// As ours are written. What is none becomes one that is the same all over this project, and another in others;
    /// nothing and zeros alone are nothing.
    [[nodiscard]] QString plain(QStringView guid) const;

private:
    QUuid m_space;
};

/// The element that @p xml stands at, with all below it, up to its end; its GUIDs are plain.
[[nodiscard]] QString elementOf(XmlReader &xml, const RefiGuids &guids);

/// What stands in all of @p elements that are called @p name, with empty lines between.
[[nodiscard]] QString textIn(const QStringList &elements, const QString &name);

/// Writes @p element without what in it refers to what is not in @p there, as far as the schema allows.
void writeElement(QXmlStreamWriter &writer, const QString &element, const QSet<QString> &there);
/// All GUIDs that elements in it have.
void addGuids(const QString &element, QSet<QString> &guids);

}
