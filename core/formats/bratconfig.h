// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"
#include "core/formats/format.h"

namespace pq {

/// What the corpus' names are called in brat, where a name has no spaces and few characters.
struct BratNames
{
    QHash<TagId, QString> types;
    QHash<AttributeId, QString> attributes;
    QHash<AttributeId, QHash<QString, QString>> tokens; ///< of each value of an attribute that is no free text

    [[nodiscard]] static BratNames of(const Corpus &corpus);
};

/// Free text cannot stand on brat's attribute lines; it goes to note lines of the attribute's name.
[[nodiscard]] inline bool isBratNote(const TagAttribute &attribute)
{
    return attribute.kind == AttributeKind::Text;
}

/// The event type for claims of this kind, such as "Quote-claim".
[[nodiscard]] QString bratType(ClaimKind kind);
[[nodiscard]] std::optional<ClaimKind> claimKindOfBratType(QStringView type);

/// The event argument for a participant in this role: "Speaker"; the source is "Source-entity", as "Source"
/// are the words that name it.
[[nodiscard]] QString bratRole(ParticipantRole role);
[[nodiscard]] QString bratRole(PassageRole role);

/// brat's annotation.conf and visual.conf. Comments in the first hold the tags in full, so that Pullquote
/// finds them again.
[[nodiscard]] QList<NamedFile> bratConfiguration(const Corpus &corpus, const BratNames &names);

/// What those comments say. Without them everything is empty.
struct BratTags
{
    QList<Tagset> tagsets;
    QList<Tag> tags;
    QHash<QString, TagId> types;
    QHash<QString, AttributeId> attributes;
    QHash<QString, QHash<QString, QString>> values; ///< attribute's name, token: value
};

[[nodiscard]] BratTags readBratConfiguration(const NamedFile &file, Reading &reading);

}
