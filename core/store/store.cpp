// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/open.h"
#include "core/store/read.h"

#include <QCoreApplication>

namespace pq {

namespace {

/// The annotator of that name, or a new one whose row the first edit will make.
void signIn(StorePrivate &store, const QString &name)
{
    const QString known = name.trimmed().isEmpty() ? QCoreApplication::translate("Store", "Unnamed annotator")
                                                   : name.trimmed();
    Query query = store.database.query("SELECT id FROM annotator WHERE name = ? ORDER BY id");
    query.bind(known);
    store.annotatorIsStored = query.next();
    store.annotator = {.id = store.annotatorIsStored ? query.id<AnnotatorId>(0) : AnnotatorId::create(), .name = known};
}

Result<std::unique_ptr<StorePrivate>> opened(const QString &path, const QString &annotator)
{
    try {
        auto store = openProject(path, schemaSteps());
        signIn(*store, annotator);
        return store;
    } catch (const Refusal &refusal) {
        return fail(refusal.message);
    } catch (const SQLite::Exception &failure) {
        return fail(explain(failure, path));
    }
}

}

Result<Store> Store::create(const QString &path, const QString &annotator)
{
    try {
        createProject(path, schemaSteps());
    } catch (const Refusal &refusal) {
        return fail(refusal.message);
    }
    return open(path, annotator);
}

Result<Store> Store::open(const QString &path, const QString &annotator)
{
    return opened(path, annotator).transform([](std::unique_ptr<StorePrivate> store) {
        return Store(std::move(store));
    });
}

Result<Store> Store::inMemory(const QString &annotator)
{
    auto store = projectInMemory(schemaSteps());
    signIn(*store, annotator);
    return Store(std::move(store));
}

Store::Store(std::unique_ptr<StorePrivate> opened) : d(std::move(opened)) {}
Store::Store(Store &&) noexcept = default;

Store &Store::operator=(Store &&other) noexcept
{
    if (d && this != &other)
        closeProject(*d);
    d = std::move(other.d);
    return *this;
}

Store::~Store()
{
    if (d)
        closeProject(*d);
}

QString Store::path() const
{
    return d->path;
}

Annotator Store::annotator() const
{
    return d->annotator;
}

Result<Changes> Store::edit(const QString &label, const std::function<void(Edit &)> &change)
{
    return guarded(*d, [&] {
        return record(*d, JournalKind::Edit, label, [&] {
            Edit edit(*d);
            change(edit);
        });
    });
}

Result<Changes> Store::undo()
{
    return guarded(*d, [this] { return takeBack(*d, JournalKind::Undo); });
}

Result<Changes> Store::redo()
{
    return guarded(*d, [this] { return takeBack(*d, JournalKind::Redo); });
}

std::optional<QString> Store::undoLabel() const
{
    return guarded(*d, [this] { return topLabel(d->database, JournalKind::Undo); }).value_or(std::nullopt);
}

std::optional<QString> Store::redoLabel() const
{
    return guarded(*d, [this] { return topLabel(d->database, JournalKind::Redo); }).value_or(std::nullopt);
}

Result<Counts> Store::counts() const
{
    return guarded(*d, [this] {
        Query query = d->database.query(
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM passage), (SELECT count(*) FROM tag), "
            "(SELECT count(*) FROM entity), (SELECT count(*) FROM claim), (SELECT count(*) FROM link), "
            "(SELECT count(*) FROM note), (SELECT count(*) FROM journal)");
        if (!query.next())
            return Counts{};
        return Counts{.articles = query.integer(0),
                      .passages = query.integer(1),
                      .tags = query.integer(2),
                      .entities = query.integer(3),
                      .claims = query.integer(4),
                      .links = query.integer(5),
                      .notes = query.integer(6),
                      .journalEntries = query.integer(7)};
    });
}

Result<QList<Article>> Store::articles() const
{
    return guarded(*d, [this] { return readArticles(d->database); });
}

Result<Article> Store::article(ArticleId id) const
{
    return guarded(*d, [&] {
        const QList<Article> found = readArticles(d->database, {"article.id = ?", id.toBytes()});
        if (found.isEmpty())
            throw Refusal(
                QCoreApplication::translate("Store", "There is no article %1 in the project.").arg(id.toString()));
        return found.first();
    });
}

Result<QHash<ArticleId, ArticleCounts>> Store::articleCounts() const
{
    return guarded(*d, [this] {
        QHash<ArticleId, ArticleCounts> counts;
        {
            Query query = d->database.query(
                "SELECT article_id, count(*) FROM passage JOIN version ON version.id = version_id GROUP BY article_id");
            while (query.next())
                counts[query.id<ArticleId>(0)].passages = query.integer(1);
        }
        Query query = d->database.query(
            "SELECT article_id, count(DISTINCT claim_id) FROM claim_passage JOIN passage ON passage.id = passage_id "
            "JOIN version ON version.id = version_id GROUP BY article_id");
        while (query.next())
            counts[query.id<ArticleId>(0)].claims = query.integer(1);
        return counts;
    });
}

Result<Version> Store::currentVersion(ArticleId id) const
{
    return guarded(*d, [&] {
        const QList<Version> found = readVersions(
            d->database, WithText::Yes,
            {"version.id = (SELECT id FROM version WHERE article_id = ? ORDER BY number DESC LIMIT 1)", id.toBytes()});
        if (found.isEmpty())
            throw Refusal(
                QCoreApplication::translate("Store", "There is no article %1 in the project.").arg(id.toString()));
        return found.first();
    });
}

Result<Version> Store::version(VersionId id) const
{
    return guarded(*d, [&] {
        const QList<Version> found = readVersions(d->database, WithText::Yes, {"version.id = ?", id.toBytes()});
        if (found.isEmpty())
            throw Refusal(
                QCoreApplication::translate("Store", "There is no version %1 in the project.").arg(id.toString()));
        return found.first();
    });
}

Result<QList<Version>> Store::versions(ArticleId id) const
{
    return guarded(*d, [&] {
        QList<Version> versions = readVersions(d->database, WithText::No, {"version.article_id = ?", id.toBytes()});
        std::ranges::sort(versions, {}, &Version::number);
        return versions;
    });
}

Result<QByteArray> Store::sourceBytes(VersionId id) const
{
    return guarded(*d, [&] {
        Query query = d->database.query("SELECT bytes FROM version_source WHERE version_id = ?");
        query.bind(id);
        return query.next() ? qUncompress(query.bytes(0)) : textOf(*d, id).string().toUtf8();
    });
}

Result<QHash<VersionId, ArticleId>> Store::articleOfVersion() const
{
    return guarded(*d, [this] {
        QHash<VersionId, ArticleId> articles;
        Query query = d->database.query("SELECT id, article_id FROM version");
        while (query.next())
            articles.insert(query.id<VersionId>(0), query.id<ArticleId>(1));
        return articles;
    });
}

Result<QList<Tagset>> Store::tagsets() const
{
    return guarded(*d, [this] { return readTagsets(d->database); });
}

Result<QList<Tag>> Store::tags() const
{
    return guarded(*d, [this] {
        QList<Tag> tags = readTags(d->database);
        std::ranges::stable_sort(tags, {}, &Tag::position);
        return tags;
    });
}

Result<QHash<TagId, qint64>> Store::passagesPerTag() const
{
    return guarded(*d, [this] {
        QHash<TagId, qint64> counts;
        Query query = d->database.query("SELECT tag_id, count(*) FROM passage GROUP BY tag_id");
        while (query.next())
            counts.insert(query.id<TagId>(0), query.integer(1));
        return counts;
    });
}

Result<QList<Passage>> Store::passages(VersionId version) const
{
    return guarded(*d, [&] {
        QList<Passage> passages = readPassages(d->database, {"passage.version_id = ?", version.toBytes()});
        std::ranges::stable_sort(passages, [](const Passage &a, const Passage &b) {
            const TextSpan x = a.extent();
            const TextSpan y = b.extent();
            return x.begin != y.begin ? x.begin < y.begin : y.end < x.end;
        });
        return passages;
    });
}

Result<PlacesPage> Store::places(VersionId version, const PlacesPage::Mark &after, qsizetype count) const
{
    return guarded(*d, [&] { return readPlaces(d->database, version, after, count); });
}

Result<QList<Passage>> Store::passages(const QSet<PassageId> &ids) const
{
    return guarded(*d, [&] {
        QList<Passage> passages;
        for (const PassageId &id : ids)
            passages += readPassages(d->database, {"passage.id = ?", id.toBytes()});
        std::ranges::sort(passages, {}, &Passage::id);
        return passages;
    });
}

Result<QList<Passage>> Store::passages(TagId tag) const
{
    return guarded(*d, [&] { return readPassages(d->database, {"passage.tag_id = ?", tag.toBytes()}); });
}

Result<QList<Passage>> Store::passages() const
{
    return guarded(*d, [this] { return readPassages(d->database); });
}

Result<QList<Entity>> Store::entities() const
{
    return guarded(*d, [this] { return readEntities(d->database); });
}

Result<QList<Portrayal>> Store::portrayals() const
{
    return guarded(*d, [this] { return readPortrayals(d->database); });
}

Result<QList<Claim>> Store::claims() const
{
    return guarded(*d, [this] { return readClaims(d->database); });
}

Result<QList<Claim>> Store::claims(VersionId version) const
{
    return guarded(*d, [&] { return readClaimsOfVersion(d->database, version); });
}

Result<QList<Claim>> Store::claims(const QSet<ClaimId> &ids) const
{
    return guarded(*d, [&] {
        QList<Claim> claims;
        for (const ClaimId &id : ids)
            claims += readClaims(d->database, {"claim.id = ?", id.toBytes()});
        std::ranges::sort(claims, {}, &Claim::id);
        return claims;
    });
}

Result<QList<Link>> Store::links() const
{
    return guarded(*d, [this] { return readLinks(d->database); });
}

Result<QList<Relation>> Store::relations(PassageId passage) const
{
    return guarded(*d, [&] {
        return readRelations(d->database, {"from_passage_id = ?1 OR to_passage_id = ?1", passage.toBytes()});
    });
}

Result<QList<Evidence>> Store::evidence(ClaimId claim) const
{
    return guarded(*d, [&] { return readEvidence(d->database, {"claim_id = ?", claim.toBytes()}); });
}

Result<QList<Evidence>> Store::evidence(PassageId passage) const
{
    return guarded(*d, [&] { return readEvidence(d->database, {"passage_id = ?", passage.toBytes()}); });
}

Result<QList<Verdict>> Store::verdicts(ClaimId claim) const
{
    return guarded(*d, [&] { return readVerdicts(d->database, {"claim_id = ?", claim.toBytes()}); });
}

Result<QList<Verdict>> Store::verdicts(VersionId version) const
{
    return guarded(*d, [&] { return readVerdictsOfVersion(d->database, version); });
}

Result<QList<Verdict>> Store::verdicts(const QSet<VerdictId> &ids) const
{
    return guarded(*d, [&] {
        QList<Verdict> verdicts;
        for (const VerdictId &id : ids)
            verdicts += readVerdicts(d->database, {"id = ?", id.toBytes()});
        std::ranges::sort(verdicts, {}, &Verdict::id);
        return verdicts;
    });
}

Result<QList<SignOff>> Store::signOffs(ClaimId claim) const
{
    return guarded(*d, [&] {
        return readSignOffs(d->database,
                            {"verdict_id IN (SELECT id FROM verdict WHERE claim_id = ?)", claim.toBytes()});
    });
}

Result<QList<Note>> Store::notes() const
{
    return guarded(*d, [this] { return readNotes(d->database); });
}

Result<QList<Note>> Store::notes(const NoteTarget &target) const
{
    return guarded(*d, [&] {
        static constexpr const char *conditions[] = {"article_id = ?", "passage_id = ?", "claim_id = ?",
                                                     "entity_id = ?", "tag_id = ?"};
        const QByteArray id = std::visit([](const auto &of) { return of.toBytes(); }, target);
        return readNotes(d->database, {conditions[target.index()], id});
    });
}

Result<QList<Note>> Store::notes(const QSet<NoteId> &ids) const
{
    return guarded(*d, [&] {
        QList<Note> notes;
        for (const NoteId &id : ids)
            notes += readNotes(d->database, {"id = ?", id.toBytes()});
        std::ranges::sort(notes, {}, &Note::id);
        return notes;
    });
}

Result<QList<Annotator>> Store::annotators() const
{
    return guarded(*d, [this] { return readAnnotators(d->database); });
}

Result<QList<JournalEntry>> Store::journal(qint64 limit) const
{
    return guarded(*d, [&] {
        QList<JournalEntry> entries;
        Query query = d->database.query(
            "SELECT number, id, kind, label, annotator_id, time, changeset_bytes, hash, "
            "kind = 'setup' OR number IN (undo_top, redo_top) FROM journal ORDER BY number DESC");
        for (qint64 left = limit; query.next();) {
            const bool endsAct = query.boolean(8);
            if (endsAct && left-- == 0)
                break;
            entries.append({.number = query.integer(0),
                            .id = query.id<JournalId>(1),
                            .kind = query.word<JournalKind>(2),
                            .label = query.text(3),
                            .annotator = query.id<AnnotatorId>(4),
                            .time = query.time(5),
                            .endsAct = endsAct,
                            .changesetBytes = query.integer(6),
                            .hash = query.bytes(7)});
        }
        return entries;
    });
}

}
