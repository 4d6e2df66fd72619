// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/changes.h"
#include "core/model/excerpt.h"
#include "core/model/queue.h"
#include "core/store/correction.h"
#include "core/store/edit.h"
#include "core/store/journal.h"

#include <functional>
#include <memory>
#include <optional>

namespace pq {

struct StorePrivate;

/// A project's counts, for lists and the status line.
struct Counts
{
    qint64 articles = 0;
    qint64 passages = 0;
    qint64 tags = 0;
    qint64 entities = 0;
    qint64 claims = 0;
    qint64 links = 0;
    qint64 notes = 0;
    qint64 journalEntries = 0;
};

/// What a list of articles shows beside each; of all its versions.
struct ArticleCounts
{
    qint64 passages = 0;
    qint64 claims = 0;
};

/// A part of all claims' contents, in order of the claims' ids.
struct ContentsPage
{
    QList<ContentWords> contents;
    ClaimId last; ///< where the next page begins; null when there is no claim left
};

/// A part of the review queue, in order of the claims' ids.
struct QueuePage
{
    QList<QueueRow> rows;
    ClaimId last; ///< where the next page begins; null when there is no claim left
};

/// A part of all places in a version.
struct PlacesPage
{
    struct Mark
    {
        TextPosition begin{-1};
        PassageId passage;
    };
    QList<PlacedFragment> fragments;
    std::optional<Mark> last; ///< where the next page begins; nothing when this is the last one
};

/// How far a look at all fragments has come: passages are in order of their versions.
struct WordsPlace
{
    VersionId version;
    PassageId passage;
};

/// A fragment that says something else than its text does.
struct WrongWords
{
    PassageId passage;
    QString article; ///< its title
    TextSpan span;
    QString inText;  ///< empty when the text is shorter
    QString inPassage;
};

struct WordsPage
{
    QList<WrongWords> wrong;
    WordsPlace last; ///< where the next page begins; null ids when there is no passage left
};

struct CopyProgress
{
    int done = 0;
    int total = 0; ///< pages
    [[nodiscard]] bool isDone() const { return done == total; }
};

/// The project file. Reads return values, edit() is the one way to write, every edit is one transaction and
/// one step of undo. Nothing here throws or emits. To be used from one thread at a time.
class Store
{
public:
    /// Makes a new, empty project. A file that exists already is refused.
    [[nodiscard]] static Result<Store> create(const QString &path, const QString &annotator);
    /// Opens a project and brings an older schema up to date after a backup beside the file. Whatever is
    /// not a sound project of ours is refused and left untouched.
    [[nodiscard]] static Result<Store> open(const QString &path, const QString &annotator);
    /// A project that lives in memory only, for tests and conversions.
    [[nodiscard]] static Result<Store> inMemory(const QString &annotator);

    Store(Store &&) noexcept;
    Store &operator=(Store &&) noexcept;
    /// Closes; afterwards the project is one file without companions.
    ~Store();

    [[nodiscard]] QString path() const;
    /// Who edits from here on.
    [[nodiscard]] Annotator annotator() const;

    // --- writing ---

    /// Runs @p change in one transaction: all of it or, on any error, nothing. @p label is what undo shows
    /// ("Tag passage"). An edit that changes nothing leaves no journal entry.
    [[nodiscard]] Result<Changes> edit(const QString &label, const std::function<void(Edit &)> &change);
    /// Takes back the newest edit that is not undone; also edits of earlier sessions.
    [[nodiscard]] Result<Changes> undo();
    [[nodiscard]] Result<Changes> redo();
    /// The label of what undo() would take back, redo() would do again; nothing when there is none.
    [[nodiscard]] std::optional<QString> undoLabel() const;
    [[nodiscard]] std::optional<QString> redoLabel() const;

    // --- reading; lists are in order of id (so of making) unless said otherwise ---

    [[nodiscard]] Result<Counts> counts() const;
    [[nodiscard]] Result<QList<Article>> articles() const;
    [[nodiscard]] Result<Article> article(ArticleId id) const;
    [[nodiscard]] Result<QHash<ArticleId, ArticleCounts>> articleCounts() const;
    /// The version with the highest number.
    [[nodiscard]] Result<Version> currentVersion(ArticleId id) const;
    [[nodiscard]] Result<Version> version(VersionId id) const;
    /// Oldest first; without their texts.
    [[nodiscard]] Result<QList<Version>> versions(ArticleId id) const;
    /// The bytes the version was imported from, exactly.
    [[nodiscard]] Result<QByteArray> sourceBytes(VersionId id) const;
    /// Of every version, so that lists need no text.
    [[nodiscard]] Result<QHash<VersionId, ArticleId>> articleOfVersion() const;

    [[nodiscard]] Result<QList<Tagset>> tagsets() const;
    /// In the order in which they are shown.
    [[nodiscard]] Result<QList<Tag>> tags() const;
    [[nodiscard]] Result<QHash<TagId, qint64>> passagesPerTag() const;

    /// Of one version, in order of begin, then of end descending.
    [[nodiscard]] Result<QList<Passage>> passages(VersionId version) const;
    /// The next @p count fragments after @p after in the order of the text, without their words: what is shown of
    /// passages by the thousand.
    [[nodiscard]] Result<PlacesPage> places(VersionId version, const PlacesPage::Mark &after, qsizetype count) const;
    /// Those of @p ids that exist.
    [[nodiscard]] Result<QList<Passage>> passages(const QSet<PassageId> &ids) const;
    [[nodiscard]] Result<QList<Passage>> passages(TagId tag) const;
    [[nodiscard]] Result<QList<Passage>> passages() const;

    [[nodiscard]] Result<QList<Entity>> entities() const;
    [[nodiscard]] Result<QList<Portrayal>> portrayals() const;
    [[nodiscard]] Result<QList<Claim>> claims() const;
    /// Claims with a passage, or a participant's evidence, in this version.
    [[nodiscard]] Result<QList<Claim>> claims(VersionId version) const;
    [[nodiscard]] Result<QList<Claim>> claims(const QSet<ClaimId> &ids) const;
    /// Claims with one of these passages, in any role or as a participant's evidence.
    [[nodiscard]] Result<QList<Claim>> claims(const QSet<PassageId> &passages) const;
    /// Claims whose content stands in this span, in part at least.
    [[nodiscard]] Result<QList<Claim>> claims(VersionId version, TextSpan span) const;
    /// The contents of the next @p count claims after @p after; only of claims that are accepted, and without
    /// passages that are rejected.
    [[nodiscard]] Result<ContentsPage> contents(ClaimId after, qsizetype count) const;
    [[nodiscard]] Result<QList<ContentWords>> contents(const QSet<ClaimId> &ids) const;
    [[nodiscard]] Result<QList<Link>> links() const;
    /// Those that go from or to the passage.
    [[nodiscard]] Result<QList<Relation>> relations(PassageId passage) const;
    /// Of the claims of this version, those that another claim contradicts or that contradict one, with these others;
    /// also where not the claim itself is linked so, but one that it re-reports, repeats or paraphrases or that does
    /// so to it, over however many articles. Only what is accepted counts.
    [[nodiscard]] Result<QHash<ClaimId, QSet<ClaimId>>> contradictions(VersionId version) const;
    [[nodiscard]] Result<QList<Evidence>> evidence(ClaimId claim) const;
    /// What this passage is evidence for.
    [[nodiscard]] Result<QList<Evidence>> evidence(PassageId passage) const;
    [[nodiscard]] Result<QList<Verdict>> verdicts(ClaimId claim) const;
    /// Of the claims of this version.
    [[nodiscard]] Result<QList<Verdict>> verdicts(VersionId version) const;
    /// Those of @p ids that exist.
    [[nodiscard]] Result<QList<Verdict>> verdicts(const QSet<VerdictId> &ids) const;
    /// Of all verdicts of the claim, so also those that a later verdict made void.
    [[nodiscard]] Result<QList<SignOff>> signOffs(ClaimId claim) const;
    /// The next @p count claims after @p after that are not rejected, as rows of the review queue.
    [[nodiscard]] Result<QueuePage> queue(ClaimId after, qsizetype count) const;
    [[nodiscard]] Result<QList<QueueRow>> queue(const QSet<ClaimId> &ids) const;
    /// The rows of claims with content in the article.
    [[nodiscard]] Result<QList<QueueRow>> queue(ArticleId article) const;
    /// Where words of the version are under a claim: the fragments of all passages of accepted claims, in any role or
    /// as a participant's evidence; ascending by begin, may overlap.
    [[nodiscard]] Result<QList<TextSpan>> claimedSpans(VersionId version) const;
    /// What rests on these passages: to be looked at again when their words change.
    [[nodiscard]] Result<Consequences> consequences(const QSet<PassageId> &passages) const;
    [[nodiscard]] Result<QList<Note>> notes() const;
    [[nodiscard]] Result<QList<Note>> notes(const NoteTarget &target) const;
    /// Those of @p ids that exist.
    [[nodiscard]] Result<QList<Note>> notes(const QSet<NoteId> &ids) const;
    [[nodiscard]] Result<QList<Annotator>> annotators() const;

    /// Everything; with the articles' texts.
    [[nodiscard]] Result<Corpus> corpus() const;
    /// What belongs to these articles: their versions with texts, passages, claims, notes, and the entities and links
    /// these refer to (a link is in when both of its claims are); all tags and annotators.
    [[nodiscard]] Result<Excerpt> excerpt(const QSet<ArticleId> &articles) const;
    /// Everything as corpus(), but part by part where the texts have more than @p bytes bytes, so that memory does not
    /// grow with them: some articles each, until their texts have as many, together with all that claims, links,
    /// relations and evidence tie to them. Every part has all annotators, tagsets, tags and remainders of no article,
    /// and the entities and portrayals that it refers to. The last part has no articles, but all entities and
    /// portrayals, notes on them and on tags, and claims without words. A refusal of @p take ends it, and is the
    /// result.
    [[nodiscard]] Result<> corpusInParts(qint64 bytes, const std::function<Result<>(Corpus &&part)> &take) const;
    /// The claims that @p seeds reach over links in either direction, those links, and the passages,
    /// articles, entities and portrayals they refer to; neither tags nor annotators. Versions come without
    /// their texts.
    [[nodiscard]] Result<Corpus> connected(const QSet<ClaimId> &seeds) const;

    /// Newest first; the entries of at most @p limit changes (of all when negative).
    [[nodiscard]] Result<QList<JournalEntry>> journal(qint64 limit = -1) const;

    /// Looks at every page, row, word and journal entry: what is wrong, one sentence each; empty when all
    /// is well. Takes time that grows with the project; @p goesOn is asked every few milliseconds, with the
    /// hundredths that are done, and must not use the store. When it says no, an Error is the result.
    [[nodiscard]] Result<QStringList> check(const std::function<bool(int)> &goesOn = {}) const;

    /// The fragments whose words are not their text's, among the next @p count passages after @p after.
    [[nodiscard]] Result<WordsPage> wrongWords(const WordsPlace &after, qsizetype count) const;

    /// Begins to copy the project, as it will be when the copy is done, to a new file: for long work in
    /// another thread, since the project itself has but one connection. One copy at a time.
    [[nodiscard]] Result<void> startCopy(const QString &path) const;
    /// Copies some more; edits in between are taken along. Once it is done, the file is a project of its own.
    [[nodiscard]] Result<CopyProgress> continueCopy(int pages) const;
    /// Leaves an unfinished copy as it is.
    void stopCopy() const;

private:
    explicit Store(std::unique_ptr<StorePrivate> d);
    std::unique_ptr<StorePrivate> d;
};

}
