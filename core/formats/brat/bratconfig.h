// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/brat/bratmemory.h"
#include "core/formats/fields.h"
#include "core/formats/format.h"
#include "core/formats/plainnames.h"

#include <QMap>

#include <array>

namespace pq {

/// What a corpus' names are called in brat, where a name has no spaces and few characters.
class BratNames
{
public:
    QHash<TagId, QString> types;
    QHash<AttributeId, QString> attributes;
    QHash<AttributeId, QHash<QString, QString>> tokens; ///< of each value of an attribute that is no free text
    QHash<QString, QString> relations; ///< by label
    bool isForeign = false;            ///< the corpus was read from other people's files

    /// Names what has no name yet; the others keep theirs.
    void add(const Corpus &corpus);

private:
    void addTypes(const Corpus &corpus);
    void addAttributes(const Corpus &corpus);
    void addRelations(const Corpus &corpus);

    // What is taken, and by whom:
    PlainNames m_types = reservedTypes();
    QSet<QString> m_takenTypes;
    QHash<TagId, PlainNames> m_attributes;
    QHash<QString, PlainNames> m_tokens;                 ///< by attribute's name, which several tags may share
    QHash<QString, QHash<QString, QString>> m_givenTokens; ///< of each value, by attribute's name
    PlainNames m_relations = reservedRelations();

    [[nodiscard]] static PlainNames reservedTypes();
    [[nodiscard]] static PlainNames reservedRelations();
};

/// Free text cannot stand on brat's attribute lines; it goes to note lines of the attribute's name.
[[nodiscard]] inline bool isBratNote(const TagAttribute &attribute)
{
    return attribute.kind == AttributeKind::Text;
}

/// The event type for claims of this kind, such as "Quote-claim".
[[nodiscard]] QString bratType(ClaimKind kind);
[[nodiscard]] std::optional<ClaimKind> claimKindOfBratType(QStringView type);
/// What kind of claim an event is; nothing when it is about something else than who says what.
[[nodiscard]] std::optional<ClaimKind> claimKindOfBratEvent(const QString &type, const QStringList &roles);
/// "Content2" is the second Content.
[[nodiscard]] QString bratRoleWithoutNumber(QString role);

template <class Role>
[[nodiscard]] QString bratRole(Role role) = delete;

/// The event argument for a participant in this role: "Speaker"; the source is "Source-entity", as "Source"
/// are the words that name it.
template <> [[nodiscard]] QString bratRole(ParticipantRole role);
template <> [[nodiscard]] QString bratRole(PassageRole role);

template <class Role>
[[nodiscard]] std::optional<Role> roleOfBrat(const QString &argument)
{
    const QString name = bratRoleWithoutNumber(argument);
    for (size_t i = 0; i < names<Role>().size(); ++i) {
        if (name.compare(bratRole(Role(i)), Qt::CaseInsensitive) == 0)
            return Role(i);
    }
    return std::nullopt;
}

/// What of a corpus stands on lines of events and equivalences.
struct BratEvents
{
    QSet<PassageId> passages;     ///< that have such a line of their own
    QSet<RelationId> arguments;
    QSet<QString> claims;         ///< the types of those that are claims
    QSet<QString> equivalences;   ///< their types
};

/// What a configuration says of a corpus beside its tags.
struct BratUse
{
    QHash<TagId, QStringList> roles; ///< of each tag whose passages are events; brat takes what is an entity for none
    QMap<QString, std::array<QSet<QString>, 2>> ends; ///< the types that each relation which is no argument joins
    QSet<QString> claims; ///< the types of events that are claims
    QSet<QString> equivalences; ///< the types of the lines that begin with "*"
    bool hasLinks = false;

    /// Of all of them what is in any.
    void add(const Corpus &corpus, const BratNames &names, const BratEvents &events);
};

/// brat's annotation.conf and visual.conf: those that came with the corpus and what is new to them. Comments in the
/// first hold the tags in full, so that Pullquote finds them again.
[[nodiscard]] QList<NamedFile> bratConfiguration(const Corpus &corpus, const BratNames &names, const BratUse &use);

/// What a configuration says about tags: in those comments or, where there are none, in brat's own sections.
struct BratTags
{
    QList<Tagset> tagsets;
    QList<Tag> tags;
    QHash<QString, TagId> types;
    QHash<QString, QList<AttributeId>> attributes; ///< of several tags where they are called alike
    QHash<QString, QHash<QString, QString>> values; ///< attribute's name, token: value
    QHash<QString, QString> relations;              ///< labels by type
    bool isOurs = false; ///< Pullquote wrote all of the folder and none of it came from somebody else's
};

/// A configuration without the comments that are ours.
[[nodiscard]] QString foreignLines(const QByteArray &configuration);
[[nodiscard]] BratTags readBratConfiguration(const NamedFile &annotation, const NamedFile &visual, Reading &reading);

}
