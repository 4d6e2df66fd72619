// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlinesreader.h"

#include "core/formats/palette.h"
#include "core/formats/words.h"
#include "core/text/fold.h"

#include <QCryptographicHash>
#include <QRegularExpression>

// The reader's other half: one function for each kind of line.
namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// The place of the first thing that is reached by going up its parents. Looks at each of them once.
template <class T>
std::optional<qsizetype> firstAboveItself(const QList<T> &list)
{
    QHash<decltype(T::id), qsizetype> places;
    for (qsizetype i = 0; i < list.size(); ++i)
        places.insert(list[i].id, i);
    QList<qsizetype> reachedFrom(list.size(), -1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        for (qsizetype at = i; at >= 0; at = places.value(list[at].parent, -1)) {
            if (reachedFrom[at] == i)
                return i;
            if (reachedFrom[at] >= 0)
                break;
            reachedFrom[at] = i;
        }
    }
    return std::nullopt;
}

}

template <class T>
void JsonLinesReader::readMaker(Fields &fields, T &made)
{
    made.annotator = reference(fields, "annotator"_L1, m_annotators, false);
    made.created = fields.time("created"_L1);
}

void JsonLinesReader::readAnnotator(Fields &fields, const QString &id)
{
    m_corpus.annotators.append({m_annotators.find(id), fields.needed("name"_L1)});
}

void JsonLinesReader::readTagset(Fields &fields, const QString &id)
{
    m_corpus.tagsets.append({m_tagsets.find(id), fields.needed("name"_L1), fields.string("description"_L1)});
}

void JsonLinesReader::readTag(Fields &fields, const QString &id)
{
    Tag tag;
    tag.id = m_tags.find(id);
    tag.tagset = reference(fields, "tagset"_L1, m_tagsets, false);
    if (tag.tagset.isNull() && !m_reading.failed()) {
        if (m_corpus.tagsets.isEmpty())
            m_corpus.tagsets.append({TagsetId::create(), Formats::tr("Imported"), {}});
        if (m_corpus.tagsets.size() > 1)
            m_reading.refuse(Formats::tr("a tag needs “tagset”, as there are several."));
        tag.tagset = m_corpus.tagsets.first().id;
        m_reading.remark(Formats::tr("a tag without a tagset was put into “%1”").arg(m_corpus.tagsets.first().name));
    }
    tag.parent = reference(fields, "parent"_L1, m_tags, false);
    tag.name = fields.needed("name"_L1);
    tag.colour = fields.string("colour"_L1);
    static const QRegularExpression colour(u"\\A#[0-9a-fA-F]{6}\\z"_s);
    if (tag.colour.isEmpty())
        tag.colour = paletteColour(m_corpus.tags.size());
    else if (!colour.match(tag.colour).hasMatch())
        m_reading.refuse(Formats::tr("“colour” of a tag is “%1”, but it must look like #0072b2.").arg(tag.colour));
    tag.key = fields.string("key"_L1);
    tag.description = fields.string("description"_L1);
    tag.position = int(
        std::clamp<qint64>(fields.integer("position"_L1, m_corpus.tags.size(), INT_MIN), INT_MIN, INT_MAX));
    tag.retired = fields.boolean("retired"_L1);
    const QString what = Formats::tr("tag's attribute");
    for (Fields &each : fields.objects("attributes"_L1, what)) {
        TagAttribute attribute;
        attribute.id = m_attributes.define(idOf(each, what), what, m_reading);
        attribute.name = each.needed("name"_L1);
        attribute.kind = each.name("kind"_L1, std::optional(AttributeKind::Text));
        attribute.choices = each.strings("choices"_L1);
        if (QSet(attribute.choices.cbegin(), attribute.choices.cend()).size() != attribute.choices.size())
            m_reading.refuse(Formats::tr("a choice of the attribute “%1” is there twice.").arg(attribute.name));
        each.finish();
        tag.attributes.append(attribute);
    }
    m_corpus.tags.append(tag);
}

void JsonLinesReader::checkTags(const QList<Row> &rows)
{
    if (const auto wrong = firstAboveItself(m_corpus.tags); wrong && !m_reading.failed()) {
        m_reading.place = rows[*wrong].place;
        m_reading.refuse(Formats::tr("the tag “%1” stands above itself.").arg(m_corpus.tags[*wrong].name));
    }
}

void JsonLinesReader::readEntity(Fields &fields, const QString &id)
{
    Entity entity;
    entity.id = m_entities.find(id);
    entity.kind = fields.name<EntityKind>("kind"_L1);
    entity.name = fields.needed("name"_L1);
    QSet<QString> seen;
    for (const QStringList aliases = fields.strings("aliases"_L1); const QString &alias : aliases) {
        if (alias.isEmpty() || seen.contains(alias))
            m_reading.refuse(Formats::tr("the alias “%1” is empty or there twice.").arg(alias));
        seen.insert(alias);
        entity.aliases.append(alias);
    }
    seen.clear();
    for (Fields &each : fields.objects("externalIds"_L1, Formats::tr("external id"))) {
        const ExternalId external{each.needed("scheme"_L1), each.needed("value"_L1)};
        each.finish();
        if (seen.contains(external.scheme))
            m_reading.refuse(Formats::tr("there are two external ids of the scheme “%1”.").arg(external.scheme));
        seen.insert(external.scheme);
        entity.externalIds.append(external);
    }
    entity.description = fields.string("description"_L1);
    m_corpus.entities.append(entity);
}

void JsonLinesReader::readPortrayal(Fields &fields, const QString &id)
{
    Portrayal portrayal;
    portrayal.id = m_portrayals.find(id);
    portrayal.performer = reference(fields, "performer"_L1, m_entities, true);
    portrayal.character = reference(fields, "character"_L1, m_entities, true);
    portrayal.work = reference(fields, "work"_L1, m_entities, false);
    portrayal.episodes = fields.string("episodes"_L1);
    m_corpus.portrayals.append(portrayal);
}

void JsonLinesReader::readArticle(Fields &fields, const QString &id)
{
    Article article;
    article.id = m_articles.find(id);
    article.title = fields.string("title"_L1);
    article.outlet = reference(fields, "outlet"_L1, m_entities, false);
    article.byline = fields.string("byline"_L1);
    article.published = fields.string("published"_L1);
    static const QRegularExpression date(u"\\A(?:[0-9]{4}(?:-[01][0-9](?:-[0-3][0-9])?)?)?\\z"_s);
    if (!date.match(article.published).hasMatch()) {
        m_reading.refuse(
            Formats::tr("“published” of an article is “%1”, but it must be a date such as 2025-03-12, 2025-03 or 2025.")
                .arg(article.published));
    }
    article.url = fields.string("url"_L1);
    article.added = fields.time("added"_L1);
    m_corpus.articles.append(article);

    if (fields.has("text"_L1) == fields.has("versions"_L1)) {
        m_reading.refuse(Formats::tr("an article needs either “versions” or, for just one, “text”."));
        return;
    }
    if (fields.has("text"_L1)) {
        Fields version(QJsonObject{{"text"_L1, fields.raw("text"_L1)},
                                   {"sha256"_L1, fields.raw("sha256"_L1)},
                                   {"id"_L1, createUuidV7().toString(QUuid::WithoutBraces)}},
                       Formats::tr("version"), m_reading);
        readVersion(version, article.id);
    }
    for (Fields &version : fields.objects("versions"_L1, Formats::tr("version")))
        readVersion(version, article.id);
}

void JsonLinesReader::readVersion(Fields &fields, ArticleId article)
{
    Version version;
    version.id = m_versions.define(idOf(fields, Formats::tr("version")), Formats::tr("version"), m_reading);
    version.article = article;
    QList<VersionId> &siblings = m_versionsOf[article];
    QSet<int> taken;
    for (const VersionId &sibling : std::as_const(siblings))
        taken.insert(m_corpus.versions[m_versionAt.value(sibling)].number);
    const int next = taken.isEmpty() ? 1 : *std::ranges::max_element(taken) + 1;
    version.number = int(std::min<qint64>(fields.integer("number"_L1, next, 1), INT_MAX - 1));
    if (taken.contains(version.number))
        m_reading.refuse(Formats::tr("the article has two versions with the number %1.").arg(version.number));

    const QString text = fields.needed("text"_L1);
    if (text.contains(u'\r'))
        m_reading.refuse(Formats::tr(
            "the text holds carriage returns. End its lines with a line feed alone and count positions anew."));
    if (text.contains(QChar(u'\0')) || text.startsWith(QChar(QChar::ByteOrderMark))
        || !QStringView(text).isValidUtf16())
        m_reading.refuse(Formats::tr("the text holds a NUL, a byte order mark or half of a surrogate pair. Remove it "
                                     "and count positions anew."));
    version.text = Text(text);
    const QString hash = fields.string("sha256"_L1);
    const QByteArray actual = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    if (!hash.isEmpty() && hash.toLatin1().toLower() != actual) {
        m_reading.refuse(Formats::tr("“sha256” is %1, but the text's is %2: one of them is not what it was.")
                             .arg(hash, QString::fromLatin1(actual)));
    }
    version.sourceName = fields.string("sourceName"_L1);
    version.encoding = fields.string("encoding"_L1);
    version.encodingGuessed = fields.boolean("encodingGuessed"_L1);
    QSet<int> seen;
    for (Fields &each : fields.objects("repairs"_L1, Formats::tr("repair"))) {
        const Repair repair{each.name<RepairKind>("kind"_L1), each.integer("count"_L1, 1, 1)};
        each.finish();
        if (seen.contains(int(repair.kind)))
            m_reading.refuse(Formats::tr("the repair “%1” is there twice.").arg(nameOf(repair.kind)));
        seen.insert(int(repair.kind));
        version.repairs.append(repair);
    }
    version.correction = fields.string("correction"_L1);
    version.added = fields.time("added"_L1);
    fields.finish();
    siblings.append(version.id);
    m_versionAt.insert(version.id, m_corpus.versions.size());
    m_corpus.versions.append(version);
}

/// A passage may name the article instead, when that has one version.
const Version *JsonLinesReader::versionOf(Fields &fields)
{
    const QLatin1StringView key = fields.has("version"_L1) ? "version"_L1 : "article"_L1;
    const QString given = key == "version"_L1 || fields.has(key) ? fields.needed(key) : fields.needed("version"_L1);
    VersionId id = m_versions.find(given);
    if (id.isNull()) {
        const QList<VersionId> all = m_versionsOf.value(m_articles.find(given));
        if (all.size() > 1) {
            m_reading.refuse(
                Formats::tr("“%1” names an article with %2 versions; name the version.").arg(key).arg(all.size()));
            return nullptr;
        }
        id = all.value(0);
    }
    const auto at = m_versionAt.constFind(id);
    if (at == m_versionAt.cend()) {
        m_reading.refuse(Formats::tr("“%1” names “%2”, which is nowhere in this file.").arg(key, given));
        return nullptr;
    }
    return &m_corpus.versions.at(*at);
}

Fragment JsonLinesReader::readFragment(Fields &fields, const Text &text)
{
    Fragment fragment;
    fragment.words = fields.needed("words"_L1);
    const qsizetype length = Text(fragment.words).length();
    const bool hasBegin = fields.has("begin"_L1);
    const bool hasEnd = fields.has("end"_L1);
    qsizetype begin = fields.integer("begin"_L1, 0, 0);
    qsizetype end = fields.integer("end"_L1, 0, 0);
    if (m_reading.failed())
        return fragment;
    if (!hasBegin && !hasEnd) {
        const QList<TextSpan> places = findExactly(text, fragment.words);
        if (places.size() != 1) {
            m_reading.refuse(places.isEmpty() ? Formats::tr("the text does not hold %1.").arg(quoted(fragment.words))
                                              : Formats::tr("the text holds %1 in %2 places: give “begin” and “end”.")
                                                    .arg(quoted(fragment.words), QString::number(places.size())));
            return fragment;
        }
        begin = places.first().begin.value;
        end = places.first().end.value;
        m_reading.remark(Formats::tr("a fragment without positions was placed where its words stand"));
    } else if (!hasBegin) {
        begin = end - length;
    } else if (!hasEnd) {
        end = begin + length;
    }
    fragment.span = {{begin}, {end}};
    if (fragment.span.isEmpty())
        m_reading.refuse(Formats::tr("a fragment ends at %1, not behind its begin at %2.").arg(end).arg(begin));
    if (const QString wrong = mismatch(text, {fragment.span}, fragment.words); !wrong.isEmpty())
        m_reading.refuse(wrong);
    return fragment;
}

void JsonLinesReader::readPassage(Fields &fields, const QString &id)
{
    Passage passage;
    passage.id = m_passages.find(id);
    const Version *version = versionOf(fields);
    passage.tag = reference(fields, "tag"_L1, m_tags, true);
    if (m_reading.failed())
        return;
    passage.version = version->id;

    if (fields.has("words"_L1) && !fields.has("fragments"_L1)) {
        passage.fragments.append(readFragment(fields, version->text));
    } else {
        for (Fields &each : fields.objects("fragments"_L1, Formats::tr("fragment"))) {
            const Fragment fragment = readFragment(each, version->text);
            each.finish();
            if (!passage.fragments.isEmpty() && fragment.span.begin < passage.fragments.last().span.end) {
                m_reading.refuse(
                    Formats::tr("the fragment at %1–%2 begins before the one before it ends; fragments must "
                                "ascend and not overlap.")
                        .arg(fragment.span.begin.value)
                        .arg(fragment.span.end.value));
            }
            passage.fragments.append(fragment);
        }
        if (passage.fragments.isEmpty())
            m_reading.refuse(Formats::tr("a passage needs “fragments”, one at least."));
    }
    QSet<AttributeId> seen;
    for (Fields &each : fields.objects("attributes"_L1, Formats::tr("attribute"))) {
        const AttributeValue value{reference(each, "attribute"_L1, m_attributes, true), each.scalar("value"_L1)};
        each.finish();
        if (seen.contains(value.attribute))
            m_reading.refuse(Formats::tr("an attribute of the passage is there twice."));
        seen.insert(value.attribute);
        passage.attributes.append(value);
    }
    passage.state = fields.name("state"_L1, std::optional(State::Accepted));
    readMaker(fields, passage);
    m_corpus.passages.append(passage);
}

void JsonLinesReader::readClaim(Fields &fields, const QString &id)
{
    Claim claim;
    claim.id = m_claims.find(id);
    claim.kind = fields.name<ClaimKind>("kind"_L1);
    claim.summary = fields.string("summary"_L1);
    for (Fields &each : fields.objects("passages"_L1, Formats::tr("claim's passage"))) {
        const ClaimPassage part{reference(each, "passage"_L1, m_passages, true),
                                each.name("role"_L1, std::optional(PassageRole::Content))};
        each.finish();
        if (claim.passages.contains(part))
            m_reading.refuse(Formats::tr("a passage is twice in the claim in the same role."));
        claim.passages.append(part);
    }
    for (Fields &each : fields.objects("participants"_L1, Formats::tr("participant"))) {
        const Participant participant{reference(each, "entity"_L1, m_entities, true),
                                      each.name<ParticipantRole>("role"_L1),
                                      reference(each, "evidence"_L1, m_passages, false)};
        each.finish();
        const bool twice = std::ranges::any_of(std::as_const(claim.participants), [&](const Participant &other) {
            return other.entity == participant.entity && other.role == participant.role;
        });
        if (twice)
            m_reading.refuse(Formats::tr("an entity is twice in the claim in the same role."));
        claim.participants.append(participant);
    }
    claim.state = fields.name("state"_L1, std::optional(State::Accepted));
    readMaker(fields, claim);
    claim.assignee = reference(fields, "assignee"_L1, m_annotators, false);
    m_corpus.claims.append(claim);
}

void JsonLinesReader::readRelation(Fields &fields, const QString &id)
{
    Relation relation;
    relation.id = m_relations.find(id);
    relation.from = reference(fields, "from"_L1, m_passages, true);
    relation.to = reference(fields, "to"_L1, m_passages, true);
    relation.label = fields.needed("label"_L1);
    QSet<QString> seen;
    for (Fields &each : fields.objects("values"_L1, Formats::tr("value"))) {
        const RelationValue value{each.needed("name"_L1), each.string("value"_L1)};
        each.finish();
        if (seen.contains(value.name))
            m_reading.refuse(Formats::tr("the value “%1” is there twice.").arg(value.name));
        seen.insert(value.name);
        relation.values.append(value);
    }
    relation.state = fields.name("state"_L1, std::optional(State::Accepted));
    readMaker(fields, relation);
    m_corpus.relations.append(relation);
}

void JsonLinesReader::readRemainder(Fields &fields, const QString &id)
{
    m_corpus.remainders.append({m_remainders.find(id), reference(fields, "article"_L1, m_articles, false),
                                fields.needed("format"_L1), fields.needed("content"_L1)});
}

void JsonLinesReader::readLink(Fields &fields, const QString &id)
{
    Link link;
    link.id = m_links.find(id);
    link.from = reference(fields, "from"_L1, m_claims, true);
    link.to = reference(fields, "to"_L1, m_claims, true);
    link.kind = fields.name<LinkKind>("kind"_L1);
    link.state = fields.name("state"_L1, std::optional(State::Accepted));
    readMaker(fields, link);
    if (link.from == link.to)
        m_reading.refuse(Formats::tr("the link goes from a claim to the same claim."));
    const QByteArray key = link.from.toBytes() + link.to.toBytes() + char(link.kind);
    if (m_linkKeys.contains(key))
        m_reading.refuse(Formats::tr("there is a link of this kind between the two claims already."));
    m_linkKeys.insert(key);
    m_corpus.links.append(link);
}

void JsonLinesReader::readEvidence(Fields &fields, const QString &id)
{
    Evidence evidence;
    evidence.id = m_evidence.find(id);
    evidence.claim = reference(fields, "claim"_L1, m_claims, true);
    evidence.kind = fields.name<EvidenceKind>("kind"_L1);
    evidence.stance = fields.name("stance"_L1, std::optional(Stance::Supports));
    evidence.passage = reference(fields, "passage"_L1, m_passages, evidence.kind == EvidenceKind::Passage);
    evidence.title = fields.string("title"_L1);
    evidence.url = evidence.kind == EvidenceKind::Url ? fields.needed("url"_L1) : fields.string("url"_L1);
    evidence.locator = fields.string("locator"_L1);
    evidence.contact = fields.string("contact"_L1);
    evidence.retrieved = fields.string("retrieved"_L1);
    evidence.sha256 = fields.string("sha256"_L1).toLower();
    if (const QString missing = whatIsMissing(evidence); !missing.isEmpty())
        m_reading.refuse(missing);
    readMaker(fields, evidence);
    m_corpus.evidence.append(evidence);
}

void JsonLinesReader::readVerdict(Fields &fields, const QString &id)
{
    Verdict verdict;
    verdict.id = m_verdicts.find(id);
    verdict.claim = reference(fields, "claim"_L1, m_claims, true);
    verdict.value = fields.name<VerdictValue>("value"_L1);
    verdict.reason = fields.string("reason"_L1);
    readMaker(fields, verdict);
    m_checkers.insert(verdict.id, verdict.annotator);
    m_corpus.verdicts.append(verdict);
}

void JsonLinesReader::readSignOff(Fields &fields, const QString &id)
{
    SignOff signOff;
    signOff.id = m_signOffs.find(id);
    signOff.verdict = reference(fields, "verdict"_L1, m_verdicts, true);
    readMaker(fields, signOff);
    if (!signOff.annotator.isNull() && m_checkers.value(signOff.verdict) == signOff.annotator)
        m_reading.refuse(Formats::tr("a verdict is signed off by whoever gave it; that takes a second person."));
    m_corpus.signOffs.append(signOff);
}

void JsonLinesReader::readNote(Fields &fields, const QString &id)
{
    Note note;
    note.id = m_notes.find(id);
    const QJsonValue given = fields.raw("target"_L1);
    if (!given.isObject() || given.toObject().size() != 1) {
        m_reading.refuse(Formats::tr("“target” of a note must be an object with just one of the keys article, passage, "
                                     "claim, entity and tag."));
        return;
    }
    Fields target(given.toObject(), Formats::tr("note's target"), m_reading);
    if (target.has("article"_L1))
        note.target = reference(target, "article"_L1, m_articles, true);
    else if (target.has("passage"_L1))
        note.target = reference(target, "passage"_L1, m_passages, true);
    else if (target.has("claim"_L1))
        note.target = reference(target, "claim"_L1, m_claims, true);
    else if (target.has("entity"_L1))
        note.target = reference(target, "entity"_L1, m_entities, true);
    else
        note.target = reference(target, "tag"_L1, m_tags, true);
    note.parent = reference(fields, "parent"_L1, m_notes, false);
    note.body = fields.needed("body"_L1);
    note.resolved = fields.boolean("resolved"_L1);
    readMaker(fields, note);
    m_corpus.notes.append(note);
}

void JsonLinesReader::checkNotes(const QList<Row> &rows)
{
    QHash<NoteId, NoteTarget> targets;
    for (const Note &note : std::as_const(m_corpus.notes))
        targets.insert(note.id, note.target);
    for (qsizetype i = 0; i < m_corpus.notes.size() && !m_reading.failed(); ++i) {
        const Note &note = m_corpus.notes.at(i);
        m_reading.place = rows[i].place;
        if (!note.parent.isNull() && targets.value(note.parent) != note.target)
            m_reading.refuse(Formats::tr("a note answers one on something else."));
    }
    if (const auto wrong = firstAboveItself(m_corpus.notes); wrong && !m_reading.failed()) {
        m_reading.place = rows[*wrong].place;
        m_reading.refuse(Formats::tr("a note answers itself."));
    }
}

}
