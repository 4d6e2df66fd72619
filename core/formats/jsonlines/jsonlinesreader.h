// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"

#include <array>

namespace pq {

/// The ids of one kind of thing as one file names them: a UUID stands for itself, any other string for an
/// id that is made when it is met first.
template <class T>
class IdTable
{
public:
    /// What @p given names from here on. Refuses an id that another thing of this kind has.
    T define(const QString &given, const QString &what, Reading &reading)
    {
        const QString key = canonical(given);
        if (const auto known = m_ids.constFind(key); known != m_ids.cend()) {
            reading.refuse(Formats::tr("the %1 id “%2” is taken already (%3).").arg(what, given, known->place));
            return known->id;
        }
        T id = T::fromString(key);
        if (id.isNull()) {
            id = T::create();
            reading.remarkOnAll(Formats::tr("Ids that are no UUIDs got new ones"));
        }
        m_ids.insert(key, {id, reading.place});
        return id;
    }

    /// Null when nothing has this id.
    [[nodiscard]] T find(const QString &given) const { return m_ids.value(canonical(given)).id; }

private:
    struct Entry
    {
        T id;
        QString place;
    };

    [[nodiscard]] static QString canonical(const QString &given)
    {
        // QUuid takes what begins like a UUID for one.
        const T id = given.size() == 36 || given.size() == 38 ? T::fromString(given) : T();
        return id.isNull() ? given : id.toString();
    }

    QHash<QString, Entry> m_ids;
};

/// What one line says, wherever it came from.
struct JsonLine
{
    QString place; ///< for messages, such as "a.jsonl, line 3"
    QJsonObject object;
};

/// Reads what belongs together once; see readJsonLines().
class JsonLinesReader
{
public:
    [[nodiscard]] Result<Read> read(const NamedFile &file);
    /// Other formats whose parts say the same hand them in here, with the remarks they had to make.
    [[nodiscard]] Result<Read> read(const QList<JsonLine> &lines, Reading reading);

private:
    struct Row
    {
        QString place;
        QString id; ///< as given
        QJsonObject object;
    };
    struct Kind;
    static constexpr size_t kindCount = 15;
    static const std::array<Kind, kindCount> kinds; ///< in an order in which each refers to earlier ones

    void collect(const QJsonObject &object);
    void readHead(Fields &fields);
    [[nodiscard]] Result<Read> readRows();
    /// What @p fields gives as its id; a new one when there is none.
    [[nodiscard]] QString idOf(Fields &fields, const QString &what);

    void readAnnotator(Fields &fields, const QString &id);
    void readTagset(Fields &fields, const QString &id);
    void readTag(Fields &fields, const QString &id);
    void readEntity(Fields &fields, const QString &id);
    void readPortrayal(Fields &fields, const QString &id);
    void readArticle(Fields &fields, const QString &id);
    void readVersion(Fields &fields, ArticleId article);
    void readPassage(Fields &fields, const QString &id);
    [[nodiscard]] const Version *versionOf(Fields &fields);
    [[nodiscard]] Fragment readFragment(Fields &fields, const Text &text);
    void readRelation(Fields &fields, const QString &id);
    void readClaim(Fields &fields, const QString &id);
    void readLink(Fields &fields, const QString &id);
    void readEvidence(Fields &fields, const QString &id);
    void readVerdict(Fields &fields, const QString &id);
    void readSignOff(Fields &fields, const QString &id);
    void readNote(Fields &fields, const QString &id);
    void readRemainder(Fields &fields, const QString &id);
    void checkTags(const QList<Row> &rows);
    void checkNotes(const QList<Row> &rows);

    /// The thing of the kind that @p table holds which @p key names; null when there is no such key.
    template <class T>
    T reference(Fields &fields, QLatin1StringView key, const IdTable<T> &table, bool needed)
    {
        const QString given = needed ? fields.needed(key) : fields.string(key);
        const T id = given.isEmpty() ? T() : table.find(given);
        if (!given.isEmpty() && id.isNull())
            m_reading.refuse(Formats::tr("“%1” names “%2”, which is nowhere in this file.").arg(key, given));
        return id;
    }

    template <class T>
    void readMaker(Fields &fields, T &made);

    QString m_fileName;
    Reading m_reading;
    bool m_hasHead = false;
    std::array<QList<Row>, kindCount> m_rows;
    Corpus m_corpus;
    QHash<VersionId, qsizetype> m_versionAt;          ///< in m_corpus.versions
    QHash<ArticleId, QList<VersionId>> m_versionsOf;
    QSet<QByteArray> m_linkKeys;                      ///< from, to and kind, at most one link each
    QHash<VerdictId, AnnotatorId> m_checkers;

    IdTable<AnnotatorId> m_annotators;
    IdTable<TagsetId> m_tagsets;
    IdTable<TagId> m_tags;
    IdTable<AttributeId> m_attributes;
    IdTable<EntityId> m_entities;
    IdTable<PortrayalId> m_portrayals;
    IdTable<ArticleId> m_articles;
    IdTable<VersionId> m_versions;
    IdTable<PassageId> m_passages;
    IdTable<RelationId> m_relations;
    IdTable<ClaimId> m_claims;
    IdTable<LinkId> m_links;
    IdTable<EvidenceId> m_evidence;
    IdTable<VerdictId> m_verdicts;
    IdTable<SignOffId> m_signOffs;
    IdTable<NoteId> m_notes;
    IdTable<RemainderId> m_remainders;
};

}
