// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/read.h"

#include <QHash>

namespace pq {

namespace {

// By their passages and by their participants' evidence.
const QByteArray claimsOfVersion =
    "(SELECT claim_id FROM passage JOIN claim_passage ON passage_id = passage.id WHERE version_id = ?1 "
    "UNION SELECT claim_id FROM passage JOIN claim_participant ON evidence_passage_id = passage.id "
    "WHERE version_id = ?1)";

// "SELECT … FROM … [WHERE …] ORDER BY …", then a value a row.
template <class T, class RowToValue>
QList<T> readList(Database &database, const QByteArray &selection, const Which &which, const QByteArray &order,
                  RowToValue value)
{
    QByteArray sql = selection;
    if (!which.condition.isEmpty())
        sql += " WHERE " + which.condition;
    sql += " ORDER BY " + order;
    Query query = database.query(sql);
    if (!which.parameter.isEmpty())
        query.bind(which.parameter);
    QList<T> list;
    while (query.next())
        list.append(value(query));
    return list;
}

// Runs over the parts of all the wholes in @p list, which both come in order of the whole's id.
template <class T, class PartToWhole>
void addParts(Database &database, QList<T> &list, const QByteArray &selection, const Which &which,
              const QByteArray &order, PartToWhole add)
{
    if (list.isEmpty())
        return;
    QByteArray sql = selection;
    if (!which.condition.isEmpty())
        sql += " WHERE " + which.condition;
    sql += " ORDER BY " + order;
    Query query = database.query(sql);
    if (!which.parameter.isEmpty())
        query.bind(which.parameter);
    qsizetype i = 0;
    while (query.next()) {
        const auto owner = query.id<decltype(T::id)>(0);
        while (i < list.size() && !(list[i].id == owner))
            ++i;
        if (i == list.size())
            return;
        add(list[i], query);
    }
}

}

QList<Annotator> readAnnotators(Database &database)
{
    return readList<Annotator>(database, "SELECT id, name FROM annotator", {}, "id", [](const Query &row) {
        return Annotator{.id = row.id<AnnotatorId>(0), .name = row.text(1)};
    });
}

QList<Tagset> readTagsets(Database &database)
{
    return readList<Tagset>(database, "SELECT id, name, description FROM tagset", {}, "id", [](const Query &row) {
        return Tagset{.id = row.id<TagsetId>(0), .name = row.text(1), .description = row.text(2)};
    });
}

QList<Tag> readTags(Database &database)
{
    QList<Tag> tags = readList<Tag>(
        database, "SELECT id, tagset_id, parent_id, name, colour, key, description, position, retired FROM tag", {},
        "id", [](const Query &row) {
            return Tag{.id = row.id<TagId>(0),
                       .tagset = row.id<TagsetId>(1),
                       .parent = row.id<TagId>(2),
                       .name = row.text(3),
                       .colour = row.text(4),
                       .key = row.text(5),
                       .description = row.text(6),
                       .position = static_cast<int>(row.integer(7)),
                       .retired = row.boolean(8),
                       .attributes = {}};
        });
    addParts(
        database, tags, "SELECT tag_id, id, name, kind FROM tag_attribute", {}, "tag_id, position, id",
        [](Tag &tag, const Query &row) {
            tag.attributes.append(
                {.id = row.id<AttributeId>(1), .name = row.text(2), .kind = row.word<AttributeKind>(3), .choices = {}});
        });
    addParts(database, tags, "SELECT tag_id, attribute_id, value FROM tag_attribute_choice", {},
             "tag_id, attribute_id, position, value", [](Tag &tag, const Query &row) {
                 for (TagAttribute &attribute : tag.attributes) {
                     if (attribute.id == row.id<AttributeId>(1))
                         attribute.choices.append(row.text(2));
                 }
             });
    return tags;
}

QList<Entity> readEntities(Database &database, const Which &which)
{
    QList<Entity> entities = readList<Entity>(database, "SELECT id, kind, name, description FROM entity", which, "id",
                                              [](const Query &row) {
                                                  return Entity{.id = row.id<EntityId>(0),
                                                                .kind = row.word<EntityKind>(1),
                                                                .name = row.text(2),
                                                                .aliases = {},
                                                                .externalIds = {},
                                                                .description = row.text(3)};
                                              });
    addParts(database, entities,
             "SELECT entity_id, entity_alias.name FROM entity JOIN entity_alias ON entity_id = entity.id", which,
             "entity_id, position, entity_alias.name",
             [](Entity &entity, const Query &row) { entity.aliases.append(row.text(1)); });
    addParts(database, entities,
             "SELECT entity_id, scheme, value FROM entity JOIN entity_external_id ON entity_id = entity.id", which,
             "entity_id, position, scheme", [](Entity &entity, const Query &row) {
                 entity.externalIds.append({.scheme = row.text(1), .value = row.text(2)});
             });
    return entities;
}

QList<Portrayal> readPortrayals(Database &database, const Which &which)
{
    return readList<Portrayal>(database, "SELECT id, performer_id, character_id, work_id, episodes FROM portrayal",
                               which, "id", [](const Query &row) {
                                   return Portrayal{.id = row.id<PortrayalId>(0),
                                                    .performer = row.id<EntityId>(1),
                                                    .character = row.id<EntityId>(2),
                                                    .work = row.id<EntityId>(3),
                                                    .episodes = row.text(4)};
                               });
}

QList<Article> readArticles(Database &database, const Which &which)
{
    return readList<Article>(database, "SELECT id, title, outlet_id, byline, published, url, added FROM article", which,
                             "id", [](const Query &row) {
                                 return Article{.id = row.id<ArticleId>(0),
                                                .title = row.text(1),
                                                .outlet = row.id<EntityId>(2),
                                                .byline = row.text(3),
                                                .published = row.text(4),
                                                .url = row.text(5),
                                                .added = row.time(6)};
                             });
}

QList<Version> readVersions(Database &database, WithText withText, const Which &which)
{
    const QByteArray columns =
        "SELECT id, article_id, number, source_name, encoding, encoding_guessed, correction, added";
    QList<Version> versions = readList<Version>(
        database, columns + (withText == WithText::Yes ? ", text FROM version" : " FROM version"), which, "id",
        [withText](const Query &row) {
            return Version{.id = row.id<VersionId>(0),
                           .article = row.id<ArticleId>(1),
                           .number = static_cast<int>(row.integer(2)),
                           .text = withText == WithText::Yes ? Text(row.text(8)) : Text(),
                           .sourceName = row.text(3),
                           .encoding = row.text(4),
                           .encodingGuessed = row.boolean(5),
                           .repairs = {},
                           .correction = row.text(6),
                           .added = row.time(7)};
        });
    const QByteArray condition = which.condition.isEmpty()
        ? QByteArray()
        : "version_id IN (SELECT id FROM version WHERE " + which.condition + ")";
    addParts(database, versions, "SELECT version_id, kind, count FROM version_repair", {condition, which.parameter},
             "version_id, position, kind", [](Version &version, const Query &row) {
                 version.repairs.append({.kind = row.word<RepairKind>(1), .count = row.integer(2)});
             });
    return versions;
}

QList<Passage> readPassages(Database &database, const Which &which)
{
    QList<Passage> passages = readList<Passage>(
        database, "SELECT id, version_id, tag_id, state, annotator_id, created FROM passage", which, "id",
        [](const Query &row) {
            return Passage{.id = row.id<PassageId>(0),
                           .version = row.id<VersionId>(1),
                           .tag = row.id<TagId>(2),
                           .fragments = {},
                           .attributes = {},
                           .state = row.word<State>(3),
                           .annotator = row.id<AnnotatorId>(4),
                           .created = row.time(5)};
        });
    addParts(
        database, passages,
        "SELECT passage_id, begin_pos, end_pos, words FROM passage JOIN passage_fragment ON passage_id = passage.id",
        which, "passage.id, begin_pos", [](Passage &passage, const Query &row) {
            passage.fragments.append({.span = {{row.integer(1)}, {row.integer(2)}}, .words = row.text(3)});
        });
    addParts(database, passages,
             "SELECT passage_id, attribute_id, value FROM passage JOIN passage_attribute ON passage_id = passage.id",
             which, "passage.id, position, attribute_id", [](Passage &passage, const Query &row) {
                 passage.attributes.append({.attribute = row.id<AttributeId>(1), .value = row.text(2)});
             });
    return passages;
}

QList<Relation> readRelations(Database &database, const Which &which)
{
    QList<Relation> relations = readList<Relation>(
        database, "SELECT id, from_passage_id, to_passage_id, label, state, annotator_id, created FROM relation", which,
        "id", [](const Query &row) {
            return Relation{.id = row.id<RelationId>(0),
                            .from = row.id<PassageId>(1),
                            .to = row.id<PassageId>(2),
                            .label = row.text(3),
                            .values = {},
                            .state = row.word<State>(4),
                            .annotator = row.id<AnnotatorId>(5),
                            .created = row.time(6)};
        });
    addParts(database, relations,
             "SELECT relation_id, name, value FROM relation JOIN relation_value ON relation_id = relation.id", which,
             "relation.id, position, name", [](Relation &relation, const Query &row) {
                 relation.values.append({.name = row.text(1), .value = row.text(2)});
             });
    return relations;
}

PlacesPage readPlaces(Database &database, VersionId version, const PlacesPage::Mark &after, qsizetype count)
{
    Query query = database.query("SELECT begin_pos, passage_id, end_pos, tag_id, state FROM passage_place "
                                 "WHERE version_id = ? AND (begin_pos, passage_id) > (?, ?) "
                                 "ORDER BY begin_pos, passage_id LIMIT ?");
    query.bind(version, after.begin.value, after.passage.toBytes(), count);
    PlacesPage page;
    page.fragments.reserve(count);
    while (query.next()) {
        page.fragments.append({.span = {{query.integer(0)}, {query.integer(2)}},
                               .passage = query.id<PassageId>(1),
                               .tag = query.id<TagId>(3),
                               .state = query.word<State>(4)});
    }
    if (page.fragments.size() == count)
        page.last = {page.fragments.constLast().span.begin, page.fragments.constLast().passage};
    return page;
}

QList<Claim> readClaims(Database &database, const Which &which)
{
    QList<Claim> claims = readList<Claim>(
        database,
        "SELECT claim.id, kind, summary, state, claim.annotator_id, created, claim_assignee.annotator_id "
        "FROM claim LEFT JOIN claim_assignee ON claim_assignee.claim_id = claim.id",
        which, "claim.id", [](const Query &row) {
            return Claim{.id = row.id<ClaimId>(0),
                         .kind = row.word<ClaimKind>(1),
                         .summary = row.text(2),
                         .passages = {},
                         .participants = {},
                         .state = row.word<State>(3),
                         .annotator = row.id<AnnotatorId>(4),
                         .created = row.time(5),
                         .assignee = row.id<AnnotatorId>(6)};
        });
    addParts(database, claims, "SELECT claim_id, passage_id, role FROM claim JOIN claim_passage ON claim_id = claim.id",
             which, "claim.id, position, passage_id, role", [](Claim &claim, const Query &row) {
                 claim.passages.append({.passage = row.id<PassageId>(1), .role = row.word<PassageRole>(2)});
             });
    addParts(database, claims,
             "SELECT claim_id, entity_id, role, evidence_passage_id FROM claim JOIN claim_participant ON claim_id = "
             "claim.id",
             which, "claim.id, position, entity_id, role", [](Claim &claim, const Query &row) {
                 claim.participants.append({.entity = row.id<EntityId>(1),
                                            .role = row.word<ParticipantRole>(2),
                                            .evidence = row.id<PassageId>(3)});
             });
    return claims;
}

QList<Claim> readClaimsOfVersion(Database &database, VersionId version)
{
    return readClaims(database, {"claim.id IN " + claimsOfVersion, version.toBytes()});
}

QList<Verdict> readVerdictsOfVersion(Database &database, VersionId version)
{
    return readVerdicts(database, {"claim_id IN " + claimsOfVersion, version.toBytes()});
}

QList<Link> readLinks(Database &database, const Which &which)
{
    return readList<Link>(database,
                          "SELECT id, from_claim_id, to_claim_id, kind, state, annotator_id, created FROM link", which,
                          "id", [](const Query &row) {
                              return Link{.id = row.id<LinkId>(0),
                                          .from = row.id<ClaimId>(1),
                                          .to = row.id<ClaimId>(2),
                                          .kind = row.word<LinkKind>(3),
                                          .state = row.word<State>(4),
                                          .annotator = row.id<AnnotatorId>(5),
                                          .created = row.time(6)};
                          });
}

QList<Evidence> readEvidence(Database &database, const Which &which)
{
    return readList<Evidence>(database,
                              "SELECT id, claim_id, kind, stance, passage_id, title, url, locator, contact, retrieved, "
                              "sha256, annotator_id, created FROM evidence",
                              which, "id", [](const Query &row) {
                                  return Evidence{.id = row.id<EvidenceId>(0),
                                                  .claim = row.id<ClaimId>(1),
                                                  .kind = row.word<EvidenceKind>(2),
                                                  .stance = row.word<Stance>(3),
                                                  .passage = row.id<PassageId>(4),
                                                  .title = row.text(5),
                                                  .url = row.text(6),
                                                  .locator = row.text(7),
                                                  .contact = row.text(8),
                                                  .retrieved = row.text(9),
                                                  .sha256 = row.text(10),
                                                  .annotator = row.id<AnnotatorId>(11),
                                                  .created = row.time(12)};
                              });
}

QList<Verdict> readVerdicts(Database &database, const Which &which)
{
    return readList<Verdict>(database, "SELECT id, claim_id, value, reason, annotator_id, created FROM verdict", which,
                             "id", [](const Query &row) {
                                 return Verdict{.id = row.id<VerdictId>(0),
                                                .claim = row.id<ClaimId>(1),
                                                .value = row.word<VerdictValue>(2),
                                                .reason = row.text(3),
                                                .annotator = row.id<AnnotatorId>(4),
                                                .created = row.time(5)};
                             });
}

QList<SignOff> readSignOffs(Database &database, const Which &which)
{
    return readList<SignOff>(database, "SELECT id, verdict_id, annotator_id, created FROM sign_off", which, "id",
                             [](const Query &row) {
                                 return SignOff{.id = row.id<SignOffId>(0),
                                                .verdict = row.id<VerdictId>(1),
                                                .annotator = row.id<AnnotatorId>(2),
                                                .created = row.time(3)};
                             });
}

QList<Remainder> readRemainders(Database &database, const Which &which)
{
    return readList<Remainder>(database, "SELECT id, article_id, format, content FROM remainder", which, "id",
                               [](const Query &row) {
                                   return Remainder{.id = row.id<RemainderId>(0),
                                                    .article = row.id<ArticleId>(1),
                                                    .format = row.text(2),
                                                    .content = row.text(3)};
                               });
}

QList<Note> readNotes(Database &database, const Which &which)
{
    return readList<Note>(database,
                          "SELECT id, article_id, passage_id, claim_id, entity_id, tag_id, parent_id, body, resolved, "
                          "annotator_id, created FROM note",
                          which, "id", [](const Query &row) {
                              Note note{.id = row.id<NoteId>(0),
                                        .target = row.id<ArticleId>(1),
                                        .parent = row.id<NoteId>(6),
                                        .body = row.text(7),
                                        .resolved = row.boolean(8),
                                        .annotator = row.id<AnnotatorId>(9),
                                        .created = row.time(10)};
                              if (!row.isNull(2))
                                  note.target = row.id<PassageId>(2);
                              else if (!row.isNull(3))
                                  note.target = row.id<ClaimId>(3);
                              else if (!row.isNull(4))
                                  note.target = row.id<EntityId>(4);
                              else if (!row.isNull(5))
                                  note.target = row.id<TagId>(5);
                              return note;
                          });
}

}
