// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <compare>
#include <cstring>

namespace pq {

/// A version 7 UUID (RFC 9562): 48 bits of milliseconds since 1970, then a counter and random bits.
/// Strictly ascending within one process, also when the clock is set back. Thread-safe.
[[nodiscard]] QUuid createUuidV7();

/// Names one thing of the kind Tag for ever, in every copy of a project. Made with the value and never by
/// the database. A default-constructed id names nothing.
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    [[nodiscard]] static Id create() { return Id(createUuidV7()); }
    /// 16 bytes, as in the project file; anything else gives an id that names nothing.
    [[nodiscard]] static Id fromBytes(QByteArrayView bytes)
    {
        return bytes.size() == 16 ? Id(QUuid::fromRfc4122(bytes)) : Id();
    }
    /// "0198c0de-…" with or without braces; anything else gives an id that names nothing.
    [[nodiscard]] static Id fromString(QStringView string)
    {
        // QUuid does not mind what stands behind an id.
        const bool braces = string.startsWith(u'{') && string.endsWith(u'}');
        return string.size() == (braces ? 38 : 36) ? Id(QUuid::fromString(string)) : Id();
    }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] QByteArray toBytes() const { return m_uuid.toRfc4122(); }
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    /// The order of creation, as in SQLite's order of the 16 bytes.
    friend std::strong_ordering operator<=>(const Id &a, const Id &b)
    {
        const auto x = a.m_uuid.toBytes();
        const auto y = b.m_uuid.toBytes();
        return std::memcmp(&x, &y, sizeof x) <=> 0;
    }
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return qHash(id.m_uuid, seed); }

private:
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}
    QUuid m_uuid;
};

using ArticleId = Id<struct ArticleTag>;
using VersionId = Id<struct VersionTag>;
using TagsetId = Id<struct TagsetTag>;
using TagId = Id<struct TagTag>;
using AttributeId = Id<struct AttributeTag>;
using PassageId = Id<struct PassageTag>;
using RelationId = Id<struct RelationTag>;
using EntityId = Id<struct EntityTag>;
using PortrayalId = Id<struct PortrayalTag>;
using ClaimId = Id<struct ClaimTag>;
using LinkId = Id<struct LinkTag>;
using EvidenceId = Id<struct EvidenceTag>;
using VerdictId = Id<struct VerdictTag>;
using SignOffId = Id<struct SignOffTag>;
using NoteId = Id<struct NoteTag>;
using RemainderId = Id<struct RemainderTag>;
using AnnotatorId = Id<struct AnnotatorTag>;
using JournalId = Id<struct JournalTag>;

}
