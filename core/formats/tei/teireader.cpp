// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/tei.h"

#include "core/formats/corpusbuilder.h"
#include "core/formats/jsonlines/jsonlinesreader.h"
#include "core/formats/jsonread.h"
#include "core/formats/tei/teidocument.h"
#include "core/formats/tei/teikept.h"
#include "core/formats/tei/teitext.h"
#include "core/text/segmentation.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// One of ours: what stands in the header, with texts and places from the texts.
class OwnTei
{
public:
    OwnTei(const QString &file, const TeiDocument &document, Reading &reading)
        : m_file(file), m_document(document), m_reading(reading)
    {
    }
    Result<Read> read();

private:
    [[nodiscard]] QJsonObject withTexts(QJsonObject article) const;
    [[nodiscard]] QJsonObject withFragments(QJsonObject passage) const;

    QString m_file;
    const TeiDocument &m_document;
    Reading &m_reading;
    QHash<QString, Text> m_texts;                             ///< by xml:id
    QHash<QString, std::pair<QString, TextSpan>> m_fragments; ///< text's and element's xml:id
};

QJsonObject OwnTei::withTexts(QJsonObject article) const
{
    QJsonArray versions = article.value("versions"_L1).toArray();
    for (auto &&each : versions) {
        QJsonObject version = each.toObject();
        version.insert("text"_L1, m_texts.value(u"v-"_s + version.value("id"_L1).toString()).string());
        each = version;
    }
    article.insert("versions"_L1, versions);
    return article;
}

QJsonObject OwnTei::withFragments(QJsonObject passage) const
{
    QJsonArray fragments;
    const QString version = u"v-"_s + passage.value("version"_L1).toString();
    const QString own = u"p-"_s + passage.value("id"_L1).toString();
    QString id = own;
    for (int number = 2; m_fragments.contains(id); ++number) {
        const auto &[text, span] = *m_fragments.constFind(id);
        if (text != version)
            break;
        fragments.append(QJsonObject{{"begin"_L1, span.begin.value},
                                     {"end"_L1, span.end.value},
                                     {"words"_L1, m_texts.value(text).words(span).toString()}});
        id = own + u'.' + QString::number(number);
    }
    passage.insert("fragments"_L1, fragments);
    return passage;
}

Result<Read> OwnTei::read()
{
    for (const TeiDocumentText &text : m_document.texts) {
        m_texts.insert(text.id, Text(text.text));
        for (const TeiElement &element : text.elements) {
            if (element.id.startsWith(u"p-"))
                m_fragments.insert(element.id, {text.id, element.span});
        }
    }
    QList<JsonLine> lines;
    forEachJsonLine({m_file + Formats::tr(", header"), m_document.json.toUtf8()}, m_reading,
                    [&](const QJsonObject &object) {
                        const QString type = object.value("type"_L1).toString();
                        if (type == u"article")
                            lines.append({m_reading.place, withTexts(object)});
                        else if (type == u"passage")
                            lines.append({m_reading.place, withFragments(object)});
                        else
                            lines.append({m_reading.place, object});
                    });
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    return JsonLinesReader().read(lines, m_reading);
}

/// Somebody else's.
class ForeignTei
{
public:
    explicit ForeignTei(Reading &reading) : m_reading(reading) {}
    void read(const QString &file, const TeiDocument &document);
    [[nodiscard]] Corpus take() { return m_builder.take(); }

private:
    [[nodiscard]] EntityId entityOf(const QString &pointer);
    void makeEntities(const TeiDocument &document);
    void makePortrayals(const TeiDocument &document);
    void makeText(const QString &file, const TeiDocumentText &text);
    void makePassages(const TeiDocumentText &text, VersionId version);
    void makeRoles(const TeiDocumentText &text);
    void remarkOnMarks(const TeiDocumentText &text, const TeiStructure &kept);
    void makeClaim(const TeiElement &element, PassageId passage);
    void keep(ArticleId article, const TeiKept &kept);

    Reading &m_reading;
    CorpusBuilder m_builder{u"TEI"_s};
    QHash<QString, EntityId> m_entities; ///< by pointer
};

QString attributeOf(const TeiElement &element, QStringView name)
{
    for (const auto &[key, value] : element.attributes) {
        if (key == name)
            return value;
    }
    return {};
}

EntityId ForeignTei::entityOf(const QString &pointer)
{
    EntityId &id = m_entities[pointer];
    if (id.isNull()) {
        Entity entity;
        entity.id = id = EntityId::create();
        entity.name = pointer.startsWith(u'#') ? pointer.sliced(1) : pointer;
        if (entity.name.isEmpty())
            entity.name = u"?"_s;
        m_builder.corpus().entities.append(entity);
        m_reading.remark(Formats::tr("“%1” stands in no list, so a person of this name was made").arg(pointer));
    }
    return id;
}

void ForeignTei::makeEntities(const TeiDocument &document)
{
    for (const TeiEntity &each : document.entities) {
        if (each.names.isEmpty() || m_entities.contains(u'#' + each.id))
            continue;
        Entity entity;
        entity.id = EntityId::create();
        entity.name = each.names.first();
        entity.aliases = each.names.sliced(1);
        entity.aliases.removeDuplicates();
        entity.description = each.description;
        if (each.element == u"org")
            entity.kind = EntityKind::Organisation;
        else if (each.element == u"bibl" || each.element == u"object")
            entity.kind = EntityKind::Work;
        else if (each.element == u"place")
            continue; // there is no such kind; the passage keeps its pointer
        else if (each.role == u"character" || each.role == u"fictional")
            entity.kind = EntityKind::Character;
        for (const auto &[type, value] : each.idnos) {
            const QString scheme = type.isEmpty() ? u"idno"_s : type.toLower();
            if (!value.isEmpty() && !std::ranges::contains(entity.externalIds, scheme, &ExternalId::scheme))
                entity.externalIds.append({scheme, value});
        }
        m_entities.insert(u'#' + each.id, entity.id);
        m_builder.corpus().entities.append(entity);
    }
}

void ForeignTei::makePortrayals(const TeiDocument &document)
{
    static const QStringList names{u"portrays"_s, u"plays"_s, u"performs"_s};
    for (const TeiRelation &relation : document.relations) {
        if (!names.contains(relation.name) || relation.active.size() != 1 || relation.passive.isEmpty())
            continue;
        const auto known = [this](const QStringList &pointers, qsizetype at) {
            return m_entities.value(pointers.value(at));
        };
        const Portrayal portrayal{PortrayalId::create(),
                                  known(relation.active, 0),
                                  known(relation.passive, 0),
                                  known(relation.passive, 1),
                                  {}};
        if (!portrayal.performer.isNull() && !portrayal.character.isNull())
            m_builder.corpus().portrayals.append(portrayal);
    }
}

/// Who says something said by somebody.
void ForeignTei::makeClaim(const TeiElement &element, PassageId passage)
{
    Claim claim;
    claim.id = ClaimId::create();
    claim.kind = ClaimKind::Quote;
    claim.passages = {{passage, PassageRole::Content}};
    const auto add = [&](QStringView attribute, ParticipantRole role) {
        const QStringList pointers = attributeOf(element, attribute).simplified().split(u' ', Qt::SkipEmptyParts);
        for (const QString &pointer : pointers) {
            const Participant participant{entityOf(pointer), role, {}};
            if (!claim.participants.contains(participant))
                claim.participants.append(participant);
        }
    };
    add(u"who", ParticipantRole::Speaker);
    add(u"toWhom", ParticipantRole::Addressee);
    m_builder.corpus().claims.append(claim);
}

/// What becomes a passage.
bool isMark(const QString &name)
{
    static const QSet<QString> others{u"sp"_s, u"u"_s, u"seg"_s, u"span"_s};
    return teiPassageElements().contains(name) || others.contains(name);
}

/// What somebody said.
bool isSpeech(const QString &name)
{
    static const QSet<QString> all{u"said"_s, u"q"_s, u"quote"_s, u"sp"_s, u"u"_s};
    return all.contains(name);
}

/// Where the element stands; a speech without who speaks, what happens on the stage and what is heard beside it.
QList<TextSpan> placesOf(const Text &whole, const QList<TeiElement> &elements, qsizetype at)
{
    const TeiElement &element = elements[at];
    static const QSet<QString> others{u"speaker"_s, u"stage"_s, u"incident"_s, u"vocal"_s, u"kinesic"_s, u"writing"_s};
    if ((element.name != u"sp" && element.name != u"u") || element.span.isEmpty())
        return {element.span};
    QList<TextSpan> places;
    TextPosition begin = element.span.begin;
    const auto add = [&](TextPosition end) {
        const TextSpan words = begin < end ? trimmed(whole, {begin, end}) : TextSpan();
        if (!words.isEmpty())
            places.append(words);
    };
    for (qsizetype i = at + 1; i < elements.size() && !elements[i].isOff; ++i) {
        const TeiElement &inner = elements[i];
        if (!(inner.span.begin < element.span.end))
            break;
        if (others.contains(inner.name) && !inner.span.isEmpty()) {
            add(inner.span.begin);
            begin = std::max(begin, inner.span.end);
        }
    }
    add(element.span.end);
    return places.isEmpty() ? QList<TextSpan>{TextSpan{element.span.end, element.span.end}} : places;
}

void ForeignTei::makePassages(const TeiDocumentText &text, VersionId version)
{
    QHash<QString, qsizetype> places; // of passages in the corpus, by pointer
    const Text whole = m_builder.corpus().versions.last().text;
    for (qsizetype at = 0; at < text.elements.size(); ++at) {
        const TeiElement &element = text.elements[at];
        if (!isMark(element.name))
            continue;
        const QList<TextSpan> spans = placesOf(whole, text.elements, at);
        if (spans.first().isEmpty()) {
            m_reading.remark(Formats::tr("an element “%1” without words was left out").arg(element.name));
            continue;
        }
        Corpus &corpus = m_builder.corpus();
        const qsizetype before = places.value(attributeOf(element, u"prev"), -1);
        if (before >= 0 && corpus.passages[before].fragments.last().span.end <= element.span.begin) {
            corpus.passages[before].fragments.append({element.span, whole.words(element.span).toString()});
            places.insert(u'#' + element.id, before);
            continue;
        }
        const TagId tag = m_builder.tag(element.name);
        QList<AttributeValue> values;
        for (const auto &[name, value] : element.attributes) {
            if (name != u"prev" && name != u"next" && name != u"from" && name != u"to")
                values.append({m_builder.attribute(tag, name), value});
        }
        Passage &passage = m_builder.addPassage(version, tag, spans);
        passage.attributes = values;
        const PassageId id = passage.id;
        if (!element.id.isEmpty())
            places.insert(u'#' + element.id, corpus.passages.size() - 1);
        if (isSpeech(element.name) && !attributeOf(element, u"who").isEmpty())
            makeClaim(element, id);
    }
}

/// Those of a play.
void ForeignTei::makeRoles(const TeiDocumentText &text)
{
    const Text whole(text.text);
    for (const TeiElement &element : text.elements) {
        if (element.name != u"role" || element.id.isEmpty() || m_entities.contains(u'#' + element.id)
            || !whole.covers(element.span))
            continue;
        const QString name = whole.words(element.span).toString().simplified();
        const EntityId id = EntityId::create();
        m_builder.corpus().entities.append({id, EntityKind::Character, name, {}, {}, {}});
        m_entities.insert(u'#' + element.id, id);
    }
}

/// What of a text's own marks does not come back.
void ForeignTei::remarkOnMarks(const TeiDocumentText &text, const TeiStructure &kept)
{
    QSet<QString> plain{u"text"_s, u"body"_s, u"p"_s, u"anchor"_s, u"g"_s};
    for (const TeiElement &element : kept)
        plain.insert(element.name);
    QSet<QString> left;
    for (const TeiElement &element : text.elements) {
        if (!plain.contains(element.name) && !isMark(element.name))
            left.insert(element.name);
    }
    QStringList names = left.values();
    names.sort();
    if (!names.isEmpty())
        m_reading.remark(
            Formats::tr("of these elements the words were kept as paragraphs and lines, but not the marks: %1")
                .arg(names.join(u", ")));
}

void ForeignTei::makeText(const QString &file, const TeiDocumentText &text)
{
    m_reading.place = file;
    if (text.text.isEmpty()) {
        m_reading.remark(Formats::tr("an empty text was left out"));
        return;
    }
    const QString fileName = file.section(u'/', -1);
    const QString title = text.title.isEmpty() ? fileName.section(u'.', 0, -2) : text.title;
    const VersionId version = m_builder.addArticle(title, CountedText(text.text), fileName);
    Article &article = m_builder.corpus().articles.last();
    article.byline = text.author;
    article.published = text.published;
    article.url = text.url;
    const ArticleId id = article.id;
    makeRoles(text);
    makePassages(text, version);
    const TeiKept kept{text.header, version, structureOf(text.elements, m_builder.corpus().versions.last().text)};
    remarkOnMarks(text, kept.structure);
    for (const QString &note : text.notes)
        m_builder.addNote(id, note);
    keep(id, kept);
}

void ForeignTei::keep(ArticleId article, const TeiKept &kept)
{
    if (!kept.header.isEmpty() || !kept.structure.isEmpty())
        m_builder.corpus().remainders.append({RemainderId::create(), article, u"tei"_s, kept.toJson()});
}

void ForeignTei::read(const QString &file, const TeiDocument &document)
{
    m_entities.clear(); // pointers are of one file
    m_reading.place = file;
    makeEntities(document);
    makePortrayals(document);
    for (const TeiDocumentText &text : document.texts)
        makeText(file, text);
    keep({}, TeiKept{document.header, {}, {}});
}

}

Result<Read> readTei(const QList<NamedFile> &files)
{
    Reading reading;
    ForeignTei foreign(reading);
    QList<const NamedFile *> xml;
    for (const NamedFile &file : files) {
        if (file.path.endsWith(u".xml", Qt::CaseInsensitive) || file.path.endsWith(u".tei", Qt::CaseInsensitive)
            || files.size() == 1)
            xml.append(&file);
        else
            reading.remarkOnAll(Formats::tr("A file that is no XML was left out"));
    }
    if (xml.isEmpty())
        return fail(Formats::tr("There is no file of TEI here."));
    for (const NamedFile *file : std::as_const(xml)) {
        const TeiDocument document = parseTei(*file, reading);
        if (reading.failed())
            return std::unexpected(reading.error());
        if (document.json.isEmpty()) {
            foreign.read(file->path, document);
            continue;
        }
        if (xml.size() > 1)
            return fail(Formats::tr("%1 holds a corpus of Pullquote's, which is read alone.").arg(file->path));
        return OwnTei(file->path, document, reading).read();
    }
    return Read{foreign.take(), reading.remarks()};
}

bool isTei(QStringView, QByteArrayView beginning)
{
    return beginning.contains("http://www.tei-c.org/ns/1.0");
}

}
