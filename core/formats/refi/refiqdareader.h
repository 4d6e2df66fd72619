// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/refi/refifiles.h"
#include "core/formats/refi/refiqdaparts.h"
#include "core/text/counting.h"

namespace pq {

/// Makes a corpus of one project: users, tags, articles, how they are counted, passages, links and notes, in this
/// order. What is broken of a source costs that source, or a selection, never the others.
class RefiQdaReader
{
public:
    explicit RefiQdaReader(const QList<NamedFile> &files) : m_files(files) {}
    [[nodiscard]] Result<Read> read();

private:
    struct SourceText
    {
        const RefiSource *source = nullptr;
        CountedText text; ///< as it is counted
        QString content; ///< as the file has it
        ArticleId article;
        qsizetype version = 0;               ///< its place in the corpus
    };

    /// What @p guid is here. A new id where that is something else's.
    template <class T>
    T idOf(const QString &guid)
    {
        const T id = T::fromString(guid);
        const bool isFree = !id.isNull() && !m_taken.contains(guid);
        m_taken.insert(guid);
        return isFree ? id : T::create();
    }
    void makeAnnotators();
    [[nodiscard]] AnnotatorId annotator(const QString &guid);
    void makeTags();
    void makeTagsets();
    [[nodiscard]] TagId tagOf(const QString &code);
    [[nodiscard]] TagId addTag(TagId id, const QString &name);

    /// Nothing, and a remark, where there is none.
    [[nodiscard]] std::optional<RefiText> textOf(const RefiSource &source);
    void makeArticle(const RefiSource &source);
    void findCounting();
    [[nodiscard]] std::optional<TextSpan> spanOf(const RefiSelection &selection, const CountedText &text);
    void makePassages(const SourceText &from);
    void makePassages(const SourceText &from, const RefiSelection &selection, const QStringList &notes);
    Passage &addPassage(const QString &guid, const RefiCoding &coding, const RefiMade &made, const SourceText &from,
                        const TextSpan &span);

    void makeNotes(const QStringList &guids, const NoteTarget &target);
    /// What stands as a description where notes have their place; @p words: what it is about.
    void describe(const QString &description, const NoteTarget &target, const RefiMade &made,
                  const QString &words = {});
    [[nodiscard]] std::optional<NoteTarget> targetOf(const QString &guid) const;
    void makeLinks();
    /// Of the passage that a selection is part of; -1 when there is none.
    [[nodiscard]] qsizetype placeOf(const QString &selection) const;
    [[nodiscard]] bool join(const RefiLink &link);
    /// Programs also tie a note by a link to what it is on.
    [[nodiscard]] bool makeNote(const RefiLink &link);
    void dropJoined();
    void keepTheRest();
    void keepNotes();

    RefiFiles m_files;
    QString m_file;
    Reading m_reading;
    RefiProject m_project;
    Corpus m_corpus;
    QSet<QString> m_taken;
    QHash<QString, AnnotatorId> m_annotators;
    QHash<QString, TagId> m_tags;
    QHash<QString, ArticleId> m_articles;
    QHash<QString, qsizetype> m_selections; ///< by GUID, places in m_corpus.passages
    QHash<qsizetype, qsizetype> m_joined;   ///< places of passages that are part of others now, and of those
    QHash<QString, qsizetype> m_notes;      ///< by GUID, places in m_project.notes
    QSet<QString> m_usedNotes;
    QList<SourceText> m_texts;
    Counting m_howCounted;
    QList<CountingEvidence> m_counting;
    RefiKept m_kept;
};

}
