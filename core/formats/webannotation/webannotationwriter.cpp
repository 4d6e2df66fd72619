// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/webannotation.h"

#include "core/formats/json.h"
#include "core/formats/jsonlines/jsonlineswriter.h"
#include "core/formats/webannotation/webannotationkept.h"
#include "core/formats/webannotation/webannotationpages.h"
#include "core/formats/words.h"
#include "core/model/names.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// As much as other tools carry of the words around a quote, in code points.
constexpr qsizetype contextLength = 32;

QByteArray compact(const QJsonValue &value)
{
    const QByteArray bytes = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return bytes.sliced(1, bytes.size() - 2);
}

void writeMember(JsonWriter &json, const QString &key, const QJsonValue &value)
{
    json.otherMember(key, compact(value));
}

template <class Tag>
QString urn(const Id<Tag> &id)
{
    return u"urn:uuid:"_s + id.toString();
}

class WebAnnotationWriter
{
public:
    explicit WebAnnotationWriter(const Corpus &corpus);
    QByteArray write();

private:
    template <class T>
    void begin(const T &made, const QString &motivation);
    void body(const QString &purpose, const QString &value, const QString &format = u"text/plain"_s);
    void write(const Passage &passage);
    void writeTarget(const Version &version, const Fragment &fragment);
    void write(const Claim &claim);
    void write(const Link &link);
    void write(const Note &note);
    void write(const Relation &relation);
    void write(const Remainder &remainder, const KeptAnnotation &kept);
    void writeOthers(const QString &object);
    void writeContext();
    void writeProject();
    void writePage(const QString &name);
    void sortOut();
    template <class T>
    void writeAll(const QList<T> &list);

    const Corpus &m_corpus;
    JsonWriter m_json{JsonWriter::Indented};
    QHash<AnnotatorId, QString> m_annotators;
    QHash<TagId, QString> m_tags;
    QHash<AttributeId, QString> m_attributes;
    QHash<VersionId, const Version *> m_versions;
    QHash<VersionId, QString> m_hashes;
    AnnotationDigests m_digests;
    QList<std::pair<const Remainder *, KeptAnnotation>> m_kept; ///< that are written as they came
    QSet<QString> m_inKept;                                      ///< ids of what they became
    QHash<QString, QJsonObject> m_changed; ///< by id: what the annotation was before
    KeptFrame m_frame;
};

/// What an annotation of ours says itself.
const QSet<QString> &knownMembers()
{
    static const QSet<QString> known = {u"@context"_s, u"id"_s,   u"type"_s,      u"motivation"_s, u"creator"_s,
                                        u"created"_s,  u"body"_s, u"bodyValue"_s, u"target"_s};
    return known;
}

/// An annotation is written as it came where nobody has changed what it became.
void WebAnnotationWriter::sortOut()
{
    for (const Remainder &remainder : m_corpus.remainders) {
        if (const auto frame = KeptFrame::of(remainder);
            frame && m_frame.collection.isEmpty() && m_frame.page.isEmpty())
            m_frame = *frame;
        const auto kept = KeptAnnotation::of(remainder);
        if (!kept)
            continue;
        const bool isFree = std::ranges::none_of(kept->objects,
                                                 [this](const QString &id) { return m_inKept.contains(id); });
        if (isFree && m_digests.of(kept->objects) == kept->digest) {
            m_kept.append({&remainder, *kept});
            m_inKept.unite({kept->objects.cbegin(), kept->objects.cend()});
        } else if (!kept->objects.isEmpty()) {
            m_changed.insert(kept->objects.first(), kept->annotation);
        }
    }
}

WebAnnotationWriter::WebAnnotationWriter(const Corpus &corpus) : m_corpus(corpus), m_digests(corpus)
{
    sortOut();
    for (const Annotator &annotator : corpus.annotators)
        m_annotators.insert(annotator.id, annotator.name);
    for (const Tag &tag : corpus.tags) {
        m_tags.insert(tag.id, tag.name);
        for (const TagAttribute &attribute : tag.attributes)
            m_attributes.insert(attribute.id, attribute.name);
    }
    for (const Version &version : corpus.versions) {
        m_versions.insert(version.id, &version);
        const QByteArray hash = QCryptographicHash::hash(version.text.string().toUtf8(), QCryptographicHash::Sha256);
        m_hashes.insert(version.id, QString::fromLatin1(hash.toHex()));
    }
}

template <class T>
void WebAnnotationWriter::begin(const T &made, const QString &motivation)
{
    m_json.beginObject();
    m_json.member("id"_L1, urn(made.id));
    m_json.member("type"_L1, u"Annotation"_s);
    m_json.member("motivation"_L1, motivation);
    if (!made.annotator.isNull()) {
        m_json.beginObject("creator"_L1);
        m_json.member("id"_L1, urn(made.annotator));
        m_json.member("type"_L1, u"Person"_s);
        m_json.member("name"_L1, m_annotators.value(made.annotator));
        m_json.end();
    }
    m_json.member("created"_L1, made.created);
    writeOthers(made.id.toString());
}

/// Members that somebody else's annotation had beside those that are ours now.
void WebAnnotationWriter::writeOthers(const QString &object)
{
    const QJsonObject was = m_changed.value(object);
    for (auto member = was.begin(); member != was.end(); ++member) {
        if (!knownMembers().contains(member.key()) && !member.key().startsWith(u"pq:"))
            writeMember(m_json, member.key(), member.value());
    }
}

/// One that nobody has changed: as it came, and what it became.
void WebAnnotationWriter::write(const Remainder &remainder, const KeptAnnotation &kept)
{
    m_json.beginObject();
    for (auto member = kept.annotation.begin(); member != kept.annotation.end(); ++member) {
        if (!member.key().startsWith(u"pq:"))
            writeMember(m_json, member.key(), member.value());
    }
    if (kept.objects.isEmpty()) {
        m_json.member("pq:kept"_L1, remainder.id);
    } else {
        m_json.beginArray("pq:objects"_L1);
        for (const QString &object : kept.objects)
            m_json.json(m_digests.line(object).trimmed());
        m_json.end();
    }
    m_json.end();
}

/// Left open, so that members of our own can follow.
void WebAnnotationWriter::body(const QString &purpose, const QString &value, const QString &format)
{
    m_json.beginObject();
    m_json.member("type"_L1, u"TextualBody"_s);
    m_json.member("purpose"_L1, purpose);
    m_json.member("value"_L1, value);
    m_json.member("format"_L1, format);
}

void WebAnnotationWriter::writeTarget(const Version &version, const Fragment &fragment)
{
    const auto [start, end] = fragment.span;
    const Text &text = version.text;
    const qsizetype before = std::max<qsizetype>(0, start.value - contextLength);
    const qsizetype after = std::min(text.length(), end.value + contextLength);
    m_json.beginObject();
    m_json.member("type"_L1, u"SpecificResource"_s);
    m_json.member("source"_L1, urn(version.id));
    m_json.beginArray("selector"_L1);
    m_json.beginObject();
    m_json.member("type"_L1, u"TextPositionSelector"_s);
    m_json.member("start"_L1, qint64(start.value));
    m_json.member("end"_L1, qint64(end.value));
    m_json.end();
    m_json.beginObject();
    m_json.member("type"_L1, u"TextQuoteSelector"_s);
    m_json.member("exact"_L1, fragment.words);
    m_json.member("prefix"_L1, text.words({{before}, start}).toString());
    m_json.member("suffix"_L1, text.words({end, {after}}).toString());
    m_json.end();
    m_json.end();
    m_json.beginObject("state"_L1);
    m_json.member("type"_L1, u"pq:TextState"_s);
    m_json.member("pq:sha256"_L1, m_hashes.value(version.id));
    m_json.end();
    m_json.end();
}

void WebAnnotationWriter::write(const Passage &passage)
{
    begin(passage, u"tagging"_s);
    m_json.member("pq:state"_L1, nameOf(passage.state));
    m_json.beginArray("body"_L1);
    body(u"tagging"_s, m_tags.value(passage.tag));
    m_json.member("pq:tag"_L1, urn(passage.tag));
    m_json.end();
    for (const AttributeValue &value : passage.attributes) {
        body(u"describing"_s, value.value);
        m_json.member("pq:attribute"_L1, urn(value.attribute));
        m_json.member("pq:name"_L1, m_attributes.value(value.attribute));
        m_json.end();
    }
    m_json.end();
    // To the W3C several targets are one annotation on each of them; ours is one on all of them together.
    if (passage.fragments.size() > 1)
        m_json.member("pq:targets"_L1, u"the fragments of one passage"_s);
    m_json.beginArray("target"_L1);
    for (const Fragment &fragment : passage.fragments)
        writeTarget(*m_versions.value(passage.version), fragment);
    m_json.end();
    m_json.end();
}

void WebAnnotationWriter::write(const Claim &claim)
{
    begin(claim, u"classifying"_s);
    m_json.beginArray("body"_L1);
    body(u"classifying"_s, nameOf(claim.kind));
    m_json.end();
    if (!claim.summary.isEmpty()) {
        body(u"describing"_s, claim.summary);
        m_json.end();
    }
    m_json.end();
    m_json.beginArray("target"_L1);
    for (const ClaimPassage &part : claim.passages)
        m_json.value(urn(part.passage));
    // An annotation has to have a target.
    if (claim.passages.isEmpty())
        m_json.value(urn(claim.id));
    m_json.end();
    m_json.memberJson("pq:claim"_L1, jsonLine(claim).trimmed());
    m_json.end();
}

void WebAnnotationWriter::write(const Relation &relation)
{
    begin(relation, u"linking"_s);
    m_json.beginArray("body"_L1);
    body(u"tagging"_s, relation.label);
    m_json.end();
    m_json.end();
    m_json.beginArray("target"_L1);
    m_json.value(urn(relation.from));
    m_json.value(urn(relation.to));
    m_json.end();
    m_json.memberJson("pq:relation"_L1, jsonLine(relation).trimmed());
    m_json.end();
}

void WebAnnotationWriter::write(const Link &link)
{
    begin(link, u"linking"_s);
    m_json.member("body"_L1, urn(link.from));
    m_json.member("target"_L1, urn(link.to));
    m_json.memberJson("pq:link"_L1, jsonLine(link).trimmed());
    m_json.end();
}

void WebAnnotationWriter::write(const Note &note)
{
    const QString purpose = note.parent.isNull() ? u"commenting"_s : u"replying"_s;
    begin(note, purpose);
    m_json.beginArray("body"_L1);
    body(purpose, note.body, u"text/markdown"_s);
    m_json.end();
    m_json.end();
    static constexpr QLatin1StringView kinds[] = {"article"_L1, "passage"_L1, "claim"_L1, "entity"_L1, "tag"_L1};
    const QString about = std::visit([](const auto &target) { return target.toString(); }, note.target);
    m_json.member("target"_L1, note.parent.isNull() ? u"urn:uuid:"_s + about : urn(note.parent));
    m_json.beginObject("pq:about"_L1);
    m_json.member(kinds[note.target.index()], about);
    m_json.end();
    m_json.member("pq:resolved"_L1, note.resolved);
    m_json.end();
}

void WebAnnotationWriter::writeContext()
{
    m_json.beginArray("@context"_L1);
    m_json.value(u"http://www.w3.org/ns/anno.jsonld"_s);
    m_json.beginObject();
    m_json.member("pq"_L1, u"https://pullquote.org/ns#"_s);
    // Kept as they are by JSON-LD: they say the same as the lines of Pullquote JSON Lines.
    for (const QLatin1StringView literal : {"pq:text"_L1, "pq:project"_L1, "pq:claim"_L1, "pq:link"_L1,
                                            "pq:relation"_L1, "pq:objects"_L1, "pq:about"_L1}) {
        m_json.beginObject(literal);
        m_json.member("@type"_L1, u"@json"_s);
        m_json.end();
    }
    m_json.end();
    for (const QJsonArray others = listOf(m_frame.collection.value("@context"_L1)); const auto &other : others) {
        if (other.toString() != u"http://www.w3.org/ns/anno.jsonld")
            m_json.json(compact(other));
    }
    m_json.end();
}

void WebAnnotationWriter::writeProject()
{
    QHash<ArticleId, QList<const Version *>> versions;
    for (const Version &version : m_corpus.versions)
        versions[version.article].append(&version);
    m_json.beginArray("pq:text"_L1);
    for (const Article &article : m_corpus.articles)
        m_json.json(jsonLine(article, versions.value(article.id)).trimmed());
    m_json.end();

    m_json.beginArray("pq:project"_L1);
    const auto append = [this](const auto &list) {
        for (const auto &each : list)
            m_json.json(jsonLine(each).trimmed());
    };
    append(m_corpus.annotators);
    append(m_corpus.tagsets);
    append(m_corpus.tags);
    append(m_corpus.entities);
    append(m_corpus.portrayals);
    append(m_corpus.evidence);
    append(m_corpus.verdicts);
    append(m_corpus.signOffs);
    append(m_corpus.remainders);
    m_json.end();
}

template <class T>
void WebAnnotationWriter::writeAll(const QList<T> &list)
{
    for (const T &each : list) {
        if (m_inKept.contains(each.id.toString()))
            continue;
        write(each);
    }
}

QByteArray WebAnnotationWriter::write()
{
    QByteArray ids;
    qint64 total = 0;
    const auto count = [&](const auto &list) {
        for (const auto &each : list) {
            ids += each.id.toBytes();
            total += m_inKept.contains(each.id.toString()) ? 0 : 1;
        }
    };
    count(m_corpus.passages);
    count(m_corpus.relations);
    count(m_corpus.claims);
    count(m_corpus.links);
    count(m_corpus.notes);
    total += m_kept.size();
    // The same for the same annotations, so that two exports can be compared.
    const QUuid space = QUuid::createUuidV5(QUuid(), u"https://pullquote.org/ns#"_s);
    const QString name = m_frame.collection.value("id"_L1).toString(
        u"urn:uuid:"_s + QUuid::createUuidV5(space, ids).toString(QUuid::WithoutBraces));

    m_json.beginObject();
    writeContext();
    m_json.member("id"_L1, name);
    m_json.member("type"_L1, u"AnnotationCollection"_s);
    if (!m_frame.collection.contains("total"_L1))
        m_json.member("total"_L1, total);
    static const QSet<QString> ours{u"@context"_s, u"id"_s, u"type"_s, u"first"_s};
    for (auto member = m_frame.collection.begin(); member != m_frame.collection.end(); ++member) {
        if (!ours.contains(member.key()) && !member.key().startsWith(u"pq:"))
            writeMember(m_json, member.key(), member.value());
    }
    writeProject();
    if (const QJsonValue first = m_frame.collection.value("first"_L1); total == 0 && first.isString())
        m_json.member("first"_L1, first.toString());
    else
        writePage(name);
    m_json.end();
    return m_json.bytes() + '\n';
}

void WebAnnotationWriter::writePage(const QString &name)
{
    m_json.beginObject("first"_L1);
    m_json.member("id"_L1, m_frame.page.value("id"_L1).toString(name + u"#page1"_s));
    m_json.member("type"_L1, u"AnnotationPage"_s);
    if (!m_frame.page.contains("startIndex"_L1))
        m_json.member("startIndex"_L1, 0);
    for (auto member = m_frame.page.begin(); member != m_frame.page.end(); ++member) {
        if (member.key() != u"id" && member.key() != u"type" && !member.key().startsWith(u"pq:"))
            writeMember(m_json, member.key(), member.value());
    }
    m_json.beginArray("items"_L1);
    for (const auto &[remainder, kept] : std::as_const(m_kept))
        write(*remainder, kept);
    writeAll(m_corpus.passages);
    writeAll(m_corpus.relations);
    writeAll(m_corpus.claims);
    writeAll(m_corpus.links);
    writeAll(m_corpus.notes);
    m_json.end();
    m_json.end();
}

}

Result<Written> writeWebAnnotation(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    return Written{{{u"annotations.jsonld"_s, WebAnnotationWriter(corpus).write()}}, {}};
}

}
