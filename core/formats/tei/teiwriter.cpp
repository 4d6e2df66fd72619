// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/tei.h"

#include "core/formats/jsonlines/jsonlineswriter.h"
#include "core/formats/jsonread.h"
#include "core/formats/plainnames.h"
#include "core/formats/tei/teikept.h"
#include "core/formats/tei/teitext.h"
#include "core/formats/words.h"
#include "core/formats/xml.h"
#include "core/model/names.h"

#include <QDate>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class TeiWriter
{
public:
    explicit TeiWriter(const Corpus &corpus);
    QByteArray write();

private:
    using Attributes = QList<std::pair<QString, QString>>;

    void start(const QString &name, const Attributes &attributes = {});
    void empty(const QString &name, const Attributes &attributes = {});
    void end() { m_xml.writeEndElement(); }
    /// Exactly as it is only in the JSON, as XML cannot hold everything.
    void element(const QString &name, const QString &text, const Attributes &attributes = {});
    [[nodiscard]] static QString plain(const QString &text);
    [[nodiscard]] static Attributes id(char16_t kind, const QString &id) { return {{u"xml:id"_s, kind + (u'-' + id)}}; }
    void writeDate(const QString &published);
    void writeHeader();
    void writeEncoding();
    void writeTagsets();
    void writeCategory(const Tag &tag);
    void writeJson();
    [[nodiscard]] QByteArray articleLine(const Article &article) const;
    void writePeople();
    void writeNames(const Entity &entity, const QString &name);
    void writeClaims();
    void writeVersion(const Version &version);
    void writeVersionHeader(const Version &version, const QStringList &kept);
    void writeFileDescription(const Version &version, const QStringList &kept);
    void writeSpans(const TeiText &text);

    const Corpus &m_corpus;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml{&m_bytes};
    QHash<TagId, QList<const Tag *>> m_children;
    QSet<TagId> m_written;
    QHash<EntityId, const Entity *> m_entities;
    QHash<ArticleId, const Article *> m_articles;
    QHash<ArticleId, QList<const Version *>> m_versions;
    QHash<ArticleId, TeiKept> m_kept;
    QHash<VersionId, QList<const Passage *>> m_passages;
    QHash<PassageId, TeiInline> m_elements;
    QStringList m_keptOfCorpora;
    TeiKeptIds m_keptIds;
};

TeiWriter::TeiWriter(const Corpus &corpus) : m_corpus(corpus), m_elements(teiInlines(corpus))
{
    for (const Tag &tag : corpus.tags)
        m_children[tag.parent].append(&tag);
    for (const Entity &entity : corpus.entities)
        m_entities.insert(entity.id, &entity);
    for (const Article &article : corpus.articles)
        m_articles.insert(article.id, &article);
    for (const Version &version : corpus.versions)
        m_versions[version.article].append(&version);
    for (const Passage &passage : corpus.passages)
        m_passages[passage.version].append(&passage);
    for (const Remainder &remainder : corpus.remainders) {
        const auto kept = TeiKept::of(remainder);
        if (kept && remainder.article.isNull())
            m_keptOfCorpora += m_keptIds.madeUnique(*kept, teiId(u'h', remainder.id)).header;
        else if (kept && !m_kept.contains(remainder.article))
            m_kept.insert(remainder.article, *kept);
    }
}

QString TeiWriter::plain(const QString &text)
{
    qsizetype replaced = 0;
    return xmlText(text, replaced);
}

void TeiWriter::start(const QString &name, const Attributes &attributes)
{
    m_xml.writeCharacters(u"\n"_s);
    m_xml.writeStartElement(name);
    for (const auto &[key, value] : attributes) {
        if (!value.isEmpty())
            m_xml.writeAttribute(key, plain(value));
    }
}

void TeiWriter::empty(const QString &name, const Attributes &attributes)
{
    start(name, attributes);
    end();
}

void TeiWriter::element(const QString &name, const QString &text, const Attributes &attributes)
{
    start(name, attributes);
    m_xml.writeCharacters(plain(text));
    end();
}

void TeiWriter::writeCategory(const Tag &tag)
{
    if (m_written.contains(tag.id))
        return;
    m_written.insert(tag.id);
    start(u"category"_s, id(u't', tag.id.toString()));
    element(u"catDesc"_s, tag.description.isEmpty() ? tag.name : tag.name + u": "_s + tag.description);
    for (const QList<const Tag *> below = m_children.value(tag.id); const Tag *child : below) {
        if (child->tagset == tag.tagset)
            writeCategory(*child);
    }
    end();
}

void TeiWriter::writeEncoding()
{
    start(u"encodingDesc"_s);
    start(u"editorialDecl"_s);
    empty(u"quotation"_s, {{u"marks"_s, u"all"_s}}); // stand in the text, inside said or around it
    end();
    if (!m_corpus.tagsets.isEmpty())
        writeTagsets();
    end();
}

void TeiWriter::writeTagsets()
{
    start(u"classDecl"_s);
    for (const Tagset &tagset : m_corpus.tagsets) {
        start(u"taxonomy"_s, id(u's', tagset.id.toString()));
        element(u"desc"_s, tagset.name);
        QHash<TagId, TagsetId> tagsets;
        for (const Tag &tag : m_corpus.tags)
            tagsets.insert(tag.id, tag.tagset);
        for (const Tag &tag : m_corpus.tags) {
            if (tag.tagset == tagset.id && tagsets.value(tag.parent) != tagset.id)
                writeCategory(tag);
        }
        end();
    }
    end();
}

/// The line without texts, which stand in the body.
QByteArray TeiWriter::articleLine(const Article &article) const
{
    QJsonObject object = objectOfJson(jsonLine(article, m_versions.value(article.id)));
    QJsonArray shortened;
    for (const QJsonArray all = object.value("versions"_L1).toArray(); const auto &each : all) {
        QJsonObject version = each.toObject();
        version.remove("text"_L1);
        version.remove("sha256"_L1);
        shortened.append(version);
    }
    object.insert("versions"_L1, shortened);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

void TeiWriter::writeJson()
{
    QByteArray lines = "{\"type\":\"pullquote\",\"version\":1}\n";
    const auto append = [&lines](const auto &list) {
        for (const auto &each : list)
            lines += jsonLine(each);
    };
    append(m_corpus.annotators);
    append(m_corpus.tagsets);
    append(m_corpus.tags);
    append(m_corpus.entities);
    append(m_corpus.portrayals);
    for (const Article &article : m_corpus.articles)
        lines += articleLine(article);
    for (Passage passage : m_corpus.passages) {
        passage.fragments.clear(); // which stand in the text
        lines += jsonLine(passage);
    }
    append(m_corpus.relations);
    append(m_corpus.claims);
    append(m_corpus.links);
    append(m_corpus.evidence);
    append(m_corpus.verdicts);
    append(m_corpus.signOffs);
    append(m_corpus.notes);
    append(m_corpus.remainders);
    QString text = QString::fromUtf8(lines);
    // JSON may have characters in it that XML cannot.
    text.replace(QChar(0xfffe), u"\\ufffe"_s).replace(QChar(0xffff), u"\\uffff"_s);
    start(u"xenoData"_s);
    m_xml.writeCDATA(text);
    end();
}

void TeiWriter::writeHeader()
{
    start(u"teiHeader"_s);
    start(u"fileDesc"_s);
    start(u"titleStmt"_s);
    element(u"title"_s, u"Pullquote"_s);
    for (const Annotator &annotator : m_corpus.annotators) {
        start(u"respStmt"_s, id(u'a', annotator.id.toString()));
        element(u"resp"_s, u"annotator"_s);
        element(u"name"_s, annotator.name);
        end();
    }
    end();
    start(u"publicationStmt"_s);
    element(u"p"_s, u"Written by Pullquote."_s);
    end();
    start(u"sourceDesc"_s);
    element(u"p"_s, u"Each text says in its own header where it comes from."_s);
    end();
    end();
    writeEncoding();
    writeJson();
    writeKeptBehind(m_xml, m_keptOfCorpora);
    end();
}

void TeiWriter::writeNames(const Entity &entity, const QString &name)
{
    element(name, entity.name);
    for (const QString &alias : entity.aliases)
        element(name, alias, {{u"type"_s, name == u"title" ? u"alt"_s : u"alias"_s}});
    for (const ExternalId &external : entity.externalIds)
        element(u"idno"_s, external.value, {{u"type"_s, plainName(external.scheme, u'-')}});
    if (!entity.description.isEmpty())
        element(u"note"_s, entity.description);
}

void TeiWriter::writePeople()
{
    const auto list = [this](const QString &outer, const QString &inner, const QString &name, auto isIn) {
        if (!std::ranges::any_of(m_corpus.entities, isIn))
            return;
        start(outer);
        for (const Entity &entity : m_corpus.entities) {
            if (!isIn(entity))
                continue;
            Attributes attributes = id(u'e', entity.id.toString());
            if (entity.kind == EntityKind::Character)
                attributes.append({u"role"_s, u"character"_s});
            start(inner, attributes);
            writeNames(entity, name);
            end();
        }
        end();
    };
    list(u"listPerson"_s, u"person"_s, u"persName"_s, [](const Entity &entity) {
        return entity.kind == EntityKind::Person || entity.kind == EntityKind::Character;
    });
    list(u"listOrg"_s, u"org"_s, u"orgName"_s,
         [](const Entity &entity) { return entity.kind == EntityKind::Organisation; });
    list(u"listBibl"_s, u"bibl"_s, u"title"_s, [](const Entity &entity) { return entity.kind == EntityKind::Work; });
    if (m_corpus.portrayals.isEmpty())
        return;
    start(u"listRelation"_s);
    for (const Portrayal &portrayal : m_corpus.portrayals) {
        QString passive = u'#' + teiId(u'e', portrayal.character);
        if (!portrayal.work.isNull())
            passive += u" #"_s + teiId(u'e', portrayal.work);
        empty(u"relation"_s,
              {{u"name"_s, u"portrays"_s},
               {u"active"_s, u'#' + teiId(u'e', portrayal.performer)},
               {u"passive"_s, passive}});
    }
    end();
}

void TeiWriter::writeClaims()
{
    if (!m_corpus.claims.isEmpty()) {
        start(u"interpGrp"_s, {{u"type"_s, u"claims"_s}});
        for (const Claim &claim : m_corpus.claims) {
            QStringList passages;
            for (const ClaimPassage &part : claim.passages)
                passages.append(u'#' + teiId(u'p', part.passage));
            Attributes attributes = id(u'c', claim.id.toString());
            attributes.append({u"type"_s, nameOf(claim.kind)});
            attributes.append({u"inst"_s, passages.join(u' ')});
            if (!claim.annotator.isNull())
                attributes.append({u"resp"_s, u'#' + teiId(u'a', claim.annotator)});
            element(u"interp"_s, claim.summary, attributes);
        }
        end();
    }
    if (!m_corpus.links.isEmpty()) {
        start(u"linkGrp"_s, {{u"type"_s, u"claims"_s}});
        for (const Link &link : m_corpus.links) {
            empty(u"link"_s,
                  {{u"type"_s, nameOf(link.kind)},
                   {u"target"_s, u'#' + teiId(u'c', link.from) + u" #"_s + teiId(u'c', link.to)}});
        }
        end();
    }
    if (!m_corpus.relations.isEmpty()) {
        start(u"linkGrp"_s, {{u"type"_s, u"relations"_s}});
        for (const Relation &relation : m_corpus.relations) {
            empty(u"link"_s,
                  {{u"n"_s, relation.label},
                   {u"target"_s, u'#' + teiId(u'p', relation.from) + u" #"_s + teiId(u'p', relation.to)}});
        }
        end();
    }
}

/// In when only what is a day, a month or a year.
void TeiWriter::writeDate(const QString &published)
{
    static const QStringList shapes{u"yyyy-MM-dd"_s, u"yyyy-MM"_s, u"yyyy"_s};
    const bool isDate = std::ranges::any_of(shapes, [&published](const QString &shape) {
        return shape.size() == published.size() && QDate::fromString(published, shape).isValid();
    });
    if (!published.isEmpty())
        element(u"date"_s, published, {{u"when"_s, isDate ? published : QString()}});
}

void TeiWriter::writeFileDescription(const Version &version, const QStringList &kept)
{
    const Article &article = *m_articles.value(version.article);
    start(u"fileDesc"_s);
    if (!saysTitle(kept, article.title, article.byline) || !writeKept(m_xml, kept, u"titleStmt")) {
        start(u"titleStmt"_s);
        element(u"title"_s, article.title);
        if (!article.byline.isEmpty())
            element(u"author"_s, article.byline);
        end();
    }
    (void)writeKept(m_xml, kept, u"editionStmt");
    (void)writeKept(m_xml, kept, u"extent");
    if (!writeKept(m_xml, kept, u"publicationStmt")) {
        start(u"publicationStmt"_s);
        if (const Entity *outlet = m_entities.value(article.outlet)) {
            element(u"publisher"_s, outlet->name, {{u"ref"_s, u'#' + teiId(u'e', outlet->id)}});
            writeDate(article.published);
        } else {
            start(u"p"_s);
            m_xml.writeCharacters(u"It is not known who published this."_s);
            writeDate(article.published);
            end();
        }
        end();
    }
    (void)writeKept(m_xml, kept, u"seriesStmt");
    (void)writeKept(m_xml, kept, u"notesStmt");
    if (!writeKept(m_xml, kept, u"sourceDesc")) {
        start(u"sourceDesc"_s);
        start(u"bibl"_s);
        element(u"title"_s, article.title);
        if (!article.url.isEmpty())
            element(u"idno"_s, article.url, {{u"type"_s, u"URL"_s}});
        writeDate(article.published);
        end();
        end();
    }
    end();
}

void TeiWriter::writeVersionHeader(const Version &version, const QStringList &kept)
{
    start(u"teiHeader"_s);
    writeFileDescription(version, kept);
    writeKeptBehind(m_xml, kept);
    end();
}

void TeiWriter::writeSpans(const TeiText &text)
{
    if (text.standOff().isEmpty())
        return;
    start(u"standOff"_s);
    start(u"spanGrp"_s, {{u"type"_s, u"passages"_s}});
    for (const Passage *passage : text.standOff()) {
        for (qsizetype i = 0; i < passage->fragments.size(); ++i) {
            const TextSpan span = passage->fragments[i].span;
            const bool isLast = i + 1 == passage->fragments.size();
            const Attributes attributes{{u"xml:id"_s, teiFragmentId(passage->id, i)},
                                        {u"from"_s, u'#' + teiAnchorId(passage->version, span.begin)},
                                        {u"to"_s, u'#' + teiAnchorId(passage->version, span.end)},
                                        {u"prev"_s, i == 0 ? QString() : u'#' + teiFragmentId(passage->id, i - 1)},
                                        {u"next"_s, isLast ? QString() : u'#' + teiFragmentId(passage->id, i + 1)}};
            empty(u"span"_s, attributes + m_elements.value(passage->id).ofPassage);
        }
    }
    end();
    end();
}

void TeiWriter::writeVersion(const Version &version)
{
    TeiKept kept = m_kept.value(version.article);
    if (kept.version != version.id)
        kept.structure.clear();
    kept = m_keptIds.madeUnique(kept, teiId(u'v', version.id));
    TeiText text(version, m_passages.value(version.id), m_elements, kept.structure);
    start(u"TEI"_s, id(u'v', version.id.toString()));
    writeVersionHeader(version, kept.header);
    writeSpans(text);
    m_xml.writeCharacters(u"\n"_s);
    text.write(m_xml);
    end();
}

QByteArray TeiWriter::write()
{
    m_xml.writeStartDocument();
    m_xml.writeCharacters(u"\n"_s);
    // A corpus holds a text at least; a header and what stands off it is a TEI, too.
    const bool isCorpus = !m_corpus.versions.isEmpty();
    m_xml.writeStartElement(isCorpus ? u"teiCorpus"_s : u"TEI"_s);
    m_xml.writeDefaultNamespace(u"http://www.tei-c.org/ns/1.0"_s);
    // tests/data/formats/tei-written.rng was made from this version.
    m_xml.writeAttribute(u"version"_s, u"4.11.0"_s);
    writeHeader();
    const bool hasPeople = !m_corpus.entities.isEmpty();
    const bool hasClaims = !m_corpus.claims.isEmpty() || !m_corpus.relations.isEmpty();
    if (hasPeople || hasClaims || !isCorpus) {
        start(u"standOff"_s);
        writePeople();
        writeClaims();
        if (!hasPeople && !hasClaims) {
            start(u"listBibl"_s);
            element(u"bibl"_s, u"Pullquote"_s);
            end();
        }
        end();
    }
    for (const Version &version : m_corpus.versions)
        writeVersion(version);
    m_xml.writeCharacters(u"\n"_s);
    end();
    m_xml.writeEndDocument();
    return m_bytes;
}

}

Result<Written> writeTei(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    return Written{{{u"corpus.xml"_s, TeiWriter(corpus).write()}}, {}};
}

}
