// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"
#include "core/text/counting.h"

#include <QHash>

namespace pq {

/// Puts together what a reader finds. Tags, their attributes and annotators are made when their names are first asked
/// for, and are the same ever after.
class CorpusBuilder
{
public:
    /// @p tagset: the name of the one that tags are made in.
    explicit CorpusBuilder(const QString &tagset) : m_tagset(tagset) {}

    /// An article with one version, whose repairs are what @p text says. The text must not be empty.
    VersionId addArticle(const QString &title, const CountedText &text, const QString &sourceName);

    [[nodiscard]] TagId tag(const QString &name);
    [[nodiscard]] AttributeId attribute(TagId tag, const QString &name, AttributeKind kind = AttributeKind::Text);
    /// Null for an empty name.
    [[nodiscard]] AnnotatorId annotator(const QString &name);

    /// A passage with the words that stand at @p spans, which must be in the text, ascend and not overlap. The
    /// reference holds until the next passage.
    Passage &addPassage(VersionId version, TagId tag, const QList<TextSpan> &spans);
    Relation &addRelation(PassageId from, PassageId to, const QString &label);
    Note &addNote(const NoteTarget &target, const QString &body);

    /// What there is so far, for what has no function of its own.
    [[nodiscard]] Corpus &corpus() { return m_corpus; }
    /// In the order that a Corpus promises.
    [[nodiscard]] Corpus take();

private:
    QString m_tagset;
    TagsetId m_tagsetId; ///< null while it has no tags
    Corpus m_corpus;
    QHash<QString, qsizetype> m_tags;             ///< places in the corpus, by name
    QHash<TagId, qsizetype> m_tagPlaces;
    QHash<std::pair<TagId, QString>, AttributeId> m_attributes;
    QHash<QString, AnnotatorId> m_annotators;
    QHash<VersionId, qsizetype> m_versions;
};

}
