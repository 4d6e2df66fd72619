// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/edit.h"

#include "core/store/private.h"
#include "core/store/recording.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace pq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

// Parts are written anew; what stays the same leaves no trace in the changeset.
template <class IdType>
void clearParts(Database &database, const char *deletion, const IdType &owner)
{
    database.query(deletion).run(owner);
}

void requireWords(const Text &text, const Passage &passage)
{
    if (passage.fragments.isEmpty())
        throw Refusal(tr("A passage needs at least one fragment."));
    TextPosition end{0};
    for (const Fragment &fragment : passage.fragments) {
        const TextSpan &span = fragment.span;
        if (span.isEmpty() || !text.covers(span)) {
            throw Refusal(tr("The fragment %1–%2 is not within the text, which has %3 characters.")
                              .arg(span.begin.value)
                              .arg(span.end.value)
                              .arg(text.length()));
        }
        if (span.begin < end)
            throw Refusal(tr("The fragment %1–%2 overlaps the one before it or stands before it.")
                              .arg(span.begin.value)
                              .arg(span.end.value));
        if (text.words(span) != fragment.words) {
            throw Refusal(tr("The words at %1–%2 are “%3”, not “%4”.")
                              .arg(QString::number(span.begin.value), QString::number(span.end.value),
                                   text.words(span).toString(), fragment.words));
        }
        end = span.end;
    }
}

/// What goes back to another claim cannot be where that one comes from, over however many links. Whether claims
/// support or contradict each other is another matter: they may do so both ways.
void requireNoCircle(Database &db, const Link &link)
{
    const char *kinds = nullptr;
    switch (link.kind) {
    case LinkKind::Within:
        kinds = "('within')";
        break;
    case LinkKind::ReReports:
    case LinkKind::Repeats:
    case LinkKind::Paraphrases:
        kinds = "('re-reports', 'repeats', 'paraphrases')";
        break;
    case LinkKind::Corrects:
        kinds = "('corrects')";
        break;
    case LinkKind::Supports:
    case LinkKind::Contradicts:
        return;
    }
    if (link.state == State::Rejected)
        return;
    Query query = db.query(
        QByteArray("WITH RECURSIVE behind (id) AS (SELECT ? UNION SELECT to_claim_id FROM link "
                   "JOIN behind ON from_claim_id = behind.id WHERE link.id <> ? AND state <> 'rejected' "
                   "AND kind IN ")
        + kinds + ") SELECT summary FROM behind JOIN claim USING (id) WHERE claim.id = ?");
    query.bind(link.to, link.id, link.from);
    if (!query.next())
        return;
    const QString from = query.text(0);
    if (link.kind == LinkKind::Within)
        throw Refusal(tr("This claim holds the other one within it already, so it cannot stand within that: “%1”. "
                         "Remove the other link first if this one is right.")
                          .arg(from));
    if (link.kind == LinkKind::Corrects)
        throw Refusal(tr("The other claim corrects this one already, so this cannot correct that: “%1”. Remove the "
                         "other link first if this one is right.")
                          .arg(from));
    throw Refusal(tr("The other claim goes back to this one already, so this cannot come from that: “%1”. Remove one "
                     "of the links between them first if this one is right.")
                      .arg(from));
}

}

void Edit::put(const Annotator &annotator)
{
    m_store.database
        .query("INSERT INTO annotator (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name")
        .run(annotator.id, annotator.name);
}

void Edit::put(const Tagset &tagset)
{
    m_store.database
        .query("INSERT INTO tagset (id, name, description) VALUES (?, ?, ?) "
               "ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description")
        .run(tagset.id, tagset.name, tagset.description);
}

void Edit::put(const Tag &tag)
{
    Database &db = m_store.database;
    db.query("INSERT INTO tag (id, tagset_id, parent_id, name, colour, key, description, position, retired) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET tagset_id = excluded.tagset_id, "
             "parent_id = excluded.parent_id, name = excluded.name, colour = excluded.colour, key = excluded.key, "
             "description = excluded.description, position = excluded.position, retired = excluded.retired")
        .run(tag.id, tag.tagset, tag.parent, tag.name, tag.colour, tag.key, tag.description, tag.position, tag.retired);

    // Attributes that stay must not be deleted in between: their values on passages would go with them.
    QList<AttributeId> gone;
    {
        Query old = db.query("SELECT id FROM tag_attribute WHERE tag_id = ?");
        old.bind(tag.id);
        while (old.next()) {
            const auto id = old.id<AttributeId>(0);
            if (std::ranges::none_of(tag.attributes, [&id](const TagAttribute &a) { return a.id == id; }))
                gone.append(id);
        }
    }
    for (const AttributeId &id : gone)
        db.query("DELETE FROM tag_attribute WHERE tag_id = ? AND id = ?").run(tag.id, id);
    clearParts(db, "DELETE FROM tag_attribute_choice WHERE tag_id = ?", tag.id);
    int position = 0;
    for (const TagAttribute &attribute : tag.attributes) {
        db.query("INSERT INTO tag_attribute (tag_id, id, name, kind, position) VALUES (?, ?, ?, ?, ?) "
                 "ON CONFLICT (tag_id, id) DO UPDATE SET name = excluded.name, kind = excluded.kind, position = "
                 "excluded.position")
            .run(tag.id, attribute.id, attribute.name, attribute.kind, position++);
        int choicePosition = 0;
        for (const QString &choice : attribute.choices) {
            db.query("INSERT OR IGNORE INTO tag_attribute_choice (tag_id, attribute_id, value, position) VALUES (?, ?, "
                     "?, ?)")
                .run(tag.id, attribute.id, choice, choicePosition++);
        }
    }
}

void Edit::put(const Entity &entity)
{
    Database &db = m_store.database;
    db.query("INSERT INTO entity (id, kind, name, description) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
             "kind = excluded.kind, name = excluded.name, description = excluded.description")
        .run(entity.id, entity.kind, entity.name, entity.description);
    clearParts(db, "DELETE FROM entity_alias WHERE entity_id = ?", entity.id);
    int position = 0;
    for (const QString &alias : entity.aliases)
        db.query("INSERT OR IGNORE INTO entity_alias (entity_id, name, position) VALUES (?, ?, ?)")
            .run(entity.id, alias, position++);
    clearParts(db, "DELETE FROM entity_external_id WHERE entity_id = ?", entity.id);
    position = 0;
    for (const ExternalId &id : entity.externalIds) {
        db.query("INSERT INTO entity_external_id (entity_id, scheme, value, position) VALUES (?, ?, ?, ?)")
            .run(entity.id, id.scheme, id.value, position++);
    }
}

void Edit::put(const Portrayal &portrayal)
{
    m_store.database
        .query("INSERT INTO portrayal (id, performer_id, character_id, work_id, episodes) VALUES (?, ?, ?, ?, ?) "
               "ON CONFLICT (id) DO UPDATE SET performer_id = excluded.performer_id, "
               "character_id = excluded.character_id, work_id = excluded.work_id, episodes = excluded.episodes")
        .run(portrayal.id, portrayal.performer, portrayal.character, portrayal.work, portrayal.episodes);
}

void Edit::put(const Article &article)
{
    m_store.database
        .query("INSERT INTO article (id, title, outlet_id, byline, published, url, added) VALUES (?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (id) DO UPDATE SET title = excluded.title, outlet_id = excluded.outlet_id, "
               "byline = excluded.byline, published = excluded.published, url = excluded.url, added = excluded.added")
        .run(article.id, article.title, article.outlet, article.byline, article.published, article.url,
             orNow(article.added));
}

void Edit::put(const Version &version, const QByteArray &sourceBytes)
{
    put(version, sourceBytes, sha256Of(version.text));
}

void Edit::put(const Version &version, const QByteArray &sourceBytes, const QByteArray &hash)
{
    Database &db = m_store.database;
    const QString &string = version.text.string();
    if (version.text.isEmpty())
        throw Refusal(tr("A version needs a text."));
    if (!string.isValidUtf16() || string.contains(QChar(u'\0')) || string.contains(u'\r'))
        throw Refusal(tr("A text must be valid Unicode without null characters and with LF line ends."));

    {
        Query old = db.query("SELECT sha256, article_id, number FROM version WHERE id = ?");
        old.bind(version.id);
        if (old.next()
            && (old.bytes(0) != hash || old.id<ArticleId>(1) != version.article || old.integer(2) != version.number))
            throw Refusal(tr("A version's text never changes; a corrected text is a new version."));
    }
    db.query("INSERT INTO version (id, article_id, number, sha256, source_name, encoding, encoding_guessed, "
             "correction, added, text) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET source_name = excluded.source_name, "
             "encoding = excluded.encoding, encoding_guessed = excluded.encoding_guessed, correction = "
             "excluded.correction")
        .run(version.id, version.article, version.number, hash, version.sourceName, version.encoding,
             version.encodingGuessed, version.correction, orNow(version.added), string);
    clearParts(db, "DELETE FROM version_repair WHERE version_id = ?", version.id);
    int position = 0;
    for (const Repair &repair : version.repairs) {
        db.query("INSERT INTO version_repair (version_id, kind, count, position) VALUES (?, ?, ?, ?)")
            .run(version.id, repair.kind, repair.count, position++);
    }
    if (!sourceBytes.isEmpty() && sourceBytes != string.toUtf8()) {
        db.query("INSERT INTO version_source (version_id, bytes) VALUES (?, ?) ON CONFLICT (version_id) DO UPDATE SET "
                 "bytes = excluded.bytes")
            .run(version.id, qCompress(sourceBytes, 1));
    }
    m_store.texts.insert(version.id, new Text(version.text));
}

void Edit::put(const Passage &passage)
{
    Database &db = m_store.database;
    requireWords(textOf(m_store, passage.version), passage);
    db.query("INSERT INTO passage (id, version_id, tag_id, state, annotator_id, created) VALUES (?, ?, ?, ?, ?, ?) "
             "ON CONFLICT (id) DO UPDATE SET version_id = excluded.version_id, tag_id = excluded.tag_id, "
             "state = excluded.state, annotator_id = excluded.annotator_id, created = excluded.created")
        .run(passage.id, passage.version, passage.tag, passage.state, orOwn(m_store, passage.annotator),
             orNow(passage.created));
    clearParts(db, "DELETE FROM passage_fragment WHERE passage_id = ?", passage.id);
    for (const Fragment &fragment : passage.fragments) {
        db.query("INSERT INTO passage_fragment (passage_id, begin_pos, end_pos, words) VALUES (?, ?, ?, ?)")
            .run(passage.id, fragment.span.begin.value, fragment.span.end.value, fragment.words);
    }
    clearParts(db, "DELETE FROM passage_attribute WHERE passage_id = ?", passage.id);
    int position = 0;
    for (const AttributeValue &value : passage.attributes) {
        db.query("INSERT INTO passage_attribute (passage_id, attribute_id, value, position) VALUES (?, ?, ?, ?)")
            .run(passage.id, value.attribute, value.value, position++);
    }
}

void Edit::put(const Relation &relation)
{
    Database &db = m_store.database;
    if (relation.label.isEmpty())
        throw Refusal(tr("A relation needs a label, such as “same as”."));
    db.query("INSERT INTO relation (id, from_passage_id, to_passage_id, label, state, annotator_id, created) "
             "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET from_passage_id = excluded.from_passage_id, "
             "to_passage_id = excluded.to_passage_id, label = excluded.label, state = excluded.state, "
             "annotator_id = excluded.annotator_id, created = excluded.created")
        .run(relation.id, relation.from, relation.to, relation.label, relation.state,
             orOwn(m_store, relation.annotator), orNow(relation.created));
    clearParts(db, "DELETE FROM relation_value WHERE relation_id = ?", relation.id);
    int position = 0;
    for (const RelationValue &value : relation.values) {
        db.query("INSERT INTO relation_value (relation_id, name, value, position) VALUES (?, ?, ?, ?)")
            .run(relation.id, value.name, value.value, position++);
    }
}

void Edit::put(const Claim &claim)
{
    Database &db = m_store.database;
    db.query("INSERT INTO claim (id, kind, summary, state, annotator_id, created) VALUES (?, ?, ?, ?, ?, ?) "
             "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, summary = excluded.summary, state = excluded.state, "
             "annotator_id = excluded.annotator_id, created = excluded.created")
        .run(claim.id, claim.kind, claim.summary, claim.state, orOwn(m_store, claim.annotator), orNow(claim.created));
    clearParts(db, "DELETE FROM claim_passage WHERE claim_id = ?", claim.id);
    int position = 0;
    for (const ClaimPassage &part : claim.passages) {
        db.query("INSERT OR IGNORE INTO claim_passage (claim_id, passage_id, role, position) VALUES (?, ?, ?, ?)")
            .run(claim.id, part.passage, part.role, position++);
    }
    clearParts(db, "DELETE FROM claim_participant WHERE claim_id = ?", claim.id);
    position = 0;
    for (const Participant &participant : claim.participants) {
        db.query("INSERT OR IGNORE INTO claim_participant (claim_id, entity_id, role, evidence_passage_id, position) "
                 "VALUES (?, ?, ?, ?, ?)")
            .run(claim.id, participant.entity, participant.role, participant.evidence, position++);
    }
    if (claim.assignee.isNull()) {
        db.query("DELETE FROM claim_assignee WHERE claim_id = ?").run(claim.id);
    } else {
        db.query("INSERT INTO claim_assignee (claim_id, annotator_id) VALUES (?, ?) "
                 "ON CONFLICT (claim_id) DO UPDATE SET annotator_id = excluded.annotator_id")
            .run(claim.id, claim.assignee);
    }
}

void Edit::put(const Link &link)
{
    requireNoCircle(m_store.database, link);
    m_store.database
        .query("INSERT INTO link (id, from_claim_id, to_claim_id, kind, state, annotator_id, created) VALUES (?, ?, ?, "
               "?, ?, ?, ?) "
               "ON CONFLICT (id) DO UPDATE SET from_claim_id = excluded.from_claim_id, to_claim_id = "
               "excluded.to_claim_id, "
               "kind = excluded.kind, state = excluded.state, annotator_id = excluded.annotator_id, created = "
               "excluded.created")
        .run(link.id, link.from, link.to, link.kind, link.state, orOwn(m_store, link.annotator), orNow(link.created));
}

void Edit::put(const Note &note)
{
    const auto targetOr = [&note]<class IdType>(IdType none) {
        const auto *id = std::get_if<IdType>(&note.target);
        return id == nullptr ? none : *id;
    };
    m_store.database
        .query(
            "INSERT INTO note (id, article_id, passage_id, claim_id, entity_id, tag_id, parent_id, body, resolved, "
            "annotator_id, created) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, "
            "passage_id = excluded.passage_id, claim_id = excluded.claim_id, entity_id = excluded.entity_id, "
            "tag_id = excluded.tag_id, parent_id = excluded.parent_id, body = excluded.body, "
            "resolved = excluded.resolved, annotator_id = excluded.annotator_id, created = excluded.created")
        .run(note.id, targetOr(ArticleId()), targetOr(PassageId()), targetOr(ClaimId()), targetOr(EntityId()),
             targetOr(TagId()), note.parent, note.body, note.resolved, orOwn(m_store, note.annotator),
             orNow(note.created));
}

void Edit::put(const Remainder &remainder)
{
    m_store.database
        .query("INSERT INTO remainder (id, article_id, format, content) VALUES (?, ?, ?, ?) "
               "ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, format = excluded.format, "
               "content = excluded.content")
        .run(remainder.id, remainder.article, remainder.format, remainder.content);
}

void Edit::put(const Corpus &corpus)
{
    const auto putAll = [this](const auto &list) {
        for (const auto &value : list)
            put(value);
    };
    putAll(corpus.annotators);
    putAll(corpus.tagsets);
    putAll(corpus.tags);
    putAll(corpus.entities);
    putAll(corpus.portrayals);
    putAll(corpus.articles);
    putAll(corpus.versions);
    // Version by version, so that each text is fetched once.
    QList<qsizetype> order(corpus.passages.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&corpus](qsizetype i) { return corpus.passages[i].version; });
    for (const qsizetype i : order)
        put(corpus.passages[i]);
    putAll(corpus.relations);
    putAll(corpus.claims);
    putAll(corpus.links);
    putAll(corpus.evidence);
    putAll(corpus.verdicts);
    putAll(corpus.signOffs);
    putAll(corpus.notes);
    putAll(corpus.remainders);
    m_store.recording->relieve();
}

void Edit::remove(ArticleId id)
{
    m_store.database.query("DELETE FROM article WHERE id = ?").run(id);
}

void Edit::remove(TagsetId id)
{
    m_store.database.query("DELETE FROM tagset WHERE id = ?").run(id);
}

void Edit::remove(TagId id)
{
    qint64 count = 0;
    {
        Query query = m_store.database.query("SELECT count(*) FROM passage WHERE tag_id = ?");
        query.bind(id);
        if (query.next())
            count = query.integer(0);
    }
    if (count > 0) {
        throw Refusal(QCoreApplication::translate(
            "Store", "The tag is still on %n passage(s). Give them another tag or retire this one.", nullptr,
            static_cast<int>(count)));
    }
    m_store.database.query("DELETE FROM tag WHERE id = ?").run(id);
}

void Edit::remove(PassageId id)
{
    m_store.database.query("DELETE FROM passage WHERE id = ?").run(id);
}

void Edit::remove(RelationId id)
{
    m_store.database.query("DELETE FROM relation WHERE id = ?").run(id);
}

void Edit::remove(EntityId id)
{
    m_store.database.query("DELETE FROM entity WHERE id = ?").run(id);
}

void Edit::remove(PortrayalId id)
{
    m_store.database.query("DELETE FROM portrayal WHERE id = ?").run(id);
}

void Edit::remove(ClaimId id)
{
    m_store.database.query("DELETE FROM claim WHERE id = ?").run(id);
}

void Edit::remove(LinkId id)
{
    m_store.database.query("DELETE FROM link WHERE id = ?").run(id);
}

void Edit::remove(EvidenceId id)
{
    m_store.database.query("DELETE FROM evidence WHERE id = ?").run(id);
}

void Edit::remove(NoteId id)
{
    m_store.database.query("DELETE FROM note WHERE id = ?").run(id);
}

Edit::Imported Edit::import(const Document &document)
{
    Database &db = m_store.database;
    const QByteArray hash = sha256Of(document.text);
    {
        Query known = db.query("SELECT article_id FROM version WHERE sha256 = ?");
        known.bind(hash);
        if (known.next())
            return {.article = known.id<ArticleId>(0), .wasThere = true};
    }

    Article article{.id = ArticleId::create(),
                    .title = document.head.title,
                    .outlet = {},
                    .byline = document.head.byline,
                    .published = document.head.published,
                    .url = {},
                    .added = Timestamp::now()};
    if (const QString &outlet = document.head.outlet; !outlet.isEmpty()) {
        {
            Query known = db.query("SELECT id FROM entity WHERE kind = 'organisation' AND name = ?1 UNION "
                                   "SELECT e.id FROM entity_alias a JOIN entity e ON e.id = a.entity_id "
                                   "WHERE e.kind = 'organisation' AND a.name = ?1");
            known.bind(outlet);
            if (known.next())
                article.outlet = known.id<EntityId>(0);
        }
        if (article.outlet.isNull()) {
            article.outlet = EntityId::create();
            put(Entity{.id = article.outlet,
                       .kind = EntityKind::Organisation,
                       .name = outlet,
                       .aliases = {},
                       .externalIds = {},
                       .description = {}});
        }
    }
    put(article);
    put(Version{.id = VersionId::create(),
                .article = article.id,
                .number = 1,
                .text = document.text,
                .sourceName = document.sourceName,
                .encoding = document.encoding,
                .encodingGuessed = document.encodingGuessed,
                .repairs = document.repairs,
                .correction = {},
                .added = article.added},
        document.sourceBytes, hash);
    m_store.recording->relieve();
    return {.article = article.id, .wasThere = false};
}

bool Edit::attempt(const std::function<bool()> &change)
{
    return m_store.recording->attempt(change);
}

void Edit::refuse(const QString &message)
{
    throw Refusal(message);
}

}
