// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QHash>

namespace pq {

/// What the record says of one accepted claim, gathered from the lists of a corpus.
struct ClaimRecord
{
    const Claim *claim = nullptr;
    QString words;                    ///< of its contents, or else its summary
    QList<const Passage *> contents;  ///< not the rejected ones
    const Passage *place = nullptr;   ///< its first content, or else its first passage; null without passages
    const Article *article = nullptr; ///< of the place; may be null
    QList<const Evidence *> evidence;
    const Verdict *verdict = nullptr; ///< the newest; null when nobody has looked at it
    QList<const SignOff *> signOffs;  ///< of that verdict
    QList<const Link *> links;        ///< accepted ones, from it or to it

    [[nodiscard]] VerdictValue value() const { return verdict ? verdict->value : VerdictValue::NotChecked; }
};

/// The accepted claims of a corpus and the names of what they refer to: what every report is made of. The corpus must
/// outlive it. Made in one go through the corpus.
class Record
{
public:
    explicit Record(const Corpus &corpus);
    Record(const Corpus &&) = delete;

    [[nodiscard]] const Corpus &corpus() const { return m_corpus; }
    /// In order of the articles' dates (unknown ones last), articles, and places in the text.
    [[nodiscard]] const QList<ClaimRecord> &claims() const { return m_claims; }
    [[nodiscard]] QList<ClaimRecord> claims(ArticleId article) const;
    /// Null when it is no accepted claim.
    [[nodiscard]] const ClaimRecord *claim(ClaimId id) const;
    /// Null when it is not there, or rejected.
    [[nodiscard]] const Passage *passage(PassageId id) const;
    [[nodiscard]] const Article *article(ArticleId id) const { return m_articles.value(id); }
    [[nodiscard]] const Article *articleOf(const Passage &passage) const;
    [[nodiscard]] const Version *versionOf(const Passage &passage) const { return m_versions.value(passage.version); }
    /// The version with the highest number; null when there is none.
    [[nodiscard]] const Version *current(ArticleId article) const;
    [[nodiscard]] const Tag *tag(TagId id) const { return m_tags.value(id); }
    [[nodiscard]] const Entity *entity(EntityId id) const { return m_entities.value(id); }

    /// Of this character.
    [[nodiscard]] QList<Portrayal> portrayals(EntityId character) const { return m_portrayals.value(character); }

    [[nodiscard]] QString name(EntityId id) const;
    [[nodiscard]] QString name(AnnotatorId id) const { return m_annotators.value(id); }
    /// "Outlet, 2021-07-20", or the title when neither is known.
    [[nodiscard]] QString placeName(const Article &article) const;
    /// The names in these roles, each once, characters with who plays them.
    [[nodiscard]] QStringList who(const Claim &claim, const QList<ParticipantRole> &roles) const;
    /// Whoever plays the participant in this claim: in the work that the claim is about, when it names one.
    [[nodiscard]] QList<EntityId> performers(const Claim &claim, EntityId character) const;

private:
    void gather();

    const Corpus &m_corpus;
    QHash<ArticleId, const Article *> m_articles;
    QHash<VersionId, const Version *> m_versions;
    QHash<ArticleId, const Version *> m_current;
    QHash<PassageId, const Passage *> m_passages;
    QHash<TagId, const Tag *> m_tags;
    QHash<EntityId, const Entity *> m_entities;
    QHash<AnnotatorId, QString> m_annotators;
    QHash<EntityId, QList<Portrayal>> m_portrayals; ///< by character
    QList<ClaimRecord> m_claims;
    QHash<ClaimId, qsizetype> m_places; ///< in m_claims
};

/// "Supports: The script, as filed, https://…, p. 41, retrieved 2025-03-21": one piece of evidence in one line.
[[nodiscard]] QString sentence(const Evidence &evidence, const Record &record);

/// Day in UTC, ISO 8601; empty when not known.
[[nodiscard]] QString dayOf(Timestamp time);

}
