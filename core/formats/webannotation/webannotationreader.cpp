// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/webannotation.h"

#include "core/formats/jsonread.h"
#include "core/formats/order.h"
#include "core/formats/palette.h"
#include "core/formats/webannotation/hypothesis.h"
#include "core/formats/webannotation/quoteanchor.h"
#include "core/formats/webannotation/webannotationcheck.h"
#include "core/formats/webannotation/webannotationreader.h"

#include <QCryptographicHash>

namespace pq {

using namespace Qt::StringLiterals;

QString bareIri(const QString &iri)
{
    return iri.startsWith(u"urn:uuid:") ? iri.sliced(9) : iri;
}

QString iriOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value("id"_L1).toString() : value.toString();
}

void WebAnnotationReader::addText(const QString &source, const QJsonObject &article, const QString &text)
{
    const CountedText counted(text);
    QJsonObject line = article;
    line.insert("type"_L1, "article"_L1);
    // What cannot be kept as it is, is refused or repaired by whoever reads the line.
    line.insert("text"_L1, counted.nulls() + counted.loneSurrogates() > 0 ? text : counted.text().string());
    const QString id = line.value("id"_L1).toString();
    m_texts.insert(source, {counted, id, id});
    m_articles.insert(source, id);
    add(line);
}

void WebAnnotationReader::readTexts(const QString &file, const QJsonArray &texts)
{
    qsizetype number = 0;
    for (const auto &each : texts) {
        m_reading.place = Formats::tr("%1, “pq:text” %2").arg(file, QString::number(++number));
        QJsonObject article = each.toObject();
        const QString id = bareIri(article.value("id"_L1).toString());
        article.insert("type"_L1, "article"_L1);
        article.insert("id"_L1, id);
        m_articles.insert(id, id);
        const QJsonValue text = article.value("text"_L1);
        if (text.isString() && !id.isEmpty()) {
            if (id.startsWith(u"http") && !article.contains("url"_L1))
                article.insert("url"_L1, id);
            addText(id, article, text.toString());
            continue;
        }
        for (const QJsonArray versions = article.value("versions"_L1).toArray(); const auto &version : versions) {
            const QString name = bareIri(version["id"_L1].toString());
            m_texts.insert(name, {CountedText(version["text"_L1].toString()), name, id});
        }
        add(article);
    }
}

/// One beside the annotations is their source's when it is called like the last part of its address.
void WebAnnotationReader::readPlainText(const NamedFile &file)
{
    m_reading.place = file.path;
    if (!QUtf8StringView(file.bytes).isValidUtf8()) {
        m_reading.refuse(Formats::tr("these bytes are not valid UTF-8. Save the file in UTF-8."));
        return;
    }
    const QString name = file.path.section(u'/', -1).chopped(4);
    if (!file.bytes.isEmpty() && !m_texts.contains(name))
        addText(name, {{"id"_L1, name}, {"title"_L1, name}}, QString::fromUtf8(file.bytes));
}

QString WebAnnotationReader::creatorOf(const QJsonObject &annotation)
{
    const QJsonArray creators = listOf(annotation.value("creator"_L1));
    if (creators.isEmpty())
        return {};
    if (creators.size() > 1)
        m_reading.remark(Formats::tr("of several creators the first was kept"));
    const QJsonObject creator = creators.first().toObject();
    QString name = creator.value("name"_L1).toString(creator.value("nickname"_L1).toString());
    QString id = bareIri(iriOf(creators.first()));
    if (id.isEmpty())
        id = u"creator:"_s + name;
    if (name.isEmpty())
        name = id;
    if (name == u"creator:")
        return {};
    if (!m_annotators.contains(id)) {
        m_annotators.insert(id);
        add({{"type"_L1, "annotator"_L1}, {"id"_L1, id}, {"name"_L1, name}});
    }
    return id;
}

QJsonObject WebAnnotationReader::made(const QJsonObject &annotation, QLatin1StringView type)
{
    QJsonObject object{{"type"_L1, type}};
    const QString id = bareIri(annotation.value("id"_L1).toString());
    // Ids that are no UUIDs are another's, and stay with what is kept of the annotation.
    object.insert("id"_L1, PassageId::fromString(id).isNull() ? createUuidV7().toString(QUuid::WithoutBraces) : id);
    if (const QString creator = creatorOf(annotation); !creator.isEmpty())
        object.insert("annotator"_L1, creator);
    if (annotation.contains("created"_L1))
        object.insert("created"_L1, annotation.value("created"_L1));
    return object;
}

QString WebAnnotationReader::tagNamed(const QString &name)
{
    QString &id = m_tags[name];
    if (id.isEmpty()) {
        const QString tagset = u"pq:web-annotations"_s;
        if (m_tags.size() == 1)
            add({{"type"_L1, "tagset"_L1}, {"id"_L1, tagset}, {"name"_L1, Formats::tr("Web annotations")}});
        id = u"pq:tag:"_s + name;
        add({{"type"_L1, "tag"_L1},
             {"id"_L1, id},
             {"tagset"_L1, tagset},
             {"name"_L1, name},
             {"colour"_L1, paletteColour(m_tags.size() - 1)}});
        m_reading.remarkOnAll(Formats::tr("A tag was made for “%1”").arg(name));
    }
    return id;
}

const SourceText *WebAnnotationReader::sourceOf(const QJsonObject &target) const
{
    const QString source = bareIri(iriOf(target.value("source"_L1)));
    const QString last = source.section(u'/', -1, -1, QString::SectionSkipEmpty).section(u'?', 0, 0);
    const qsizetype dot = last.lastIndexOf(u'.');
    for (const QString &name : {source, last, dot > 0 ? last.first(dot) : last}) {
        if (const auto found = m_texts.constFind(name); found != m_texts.cend())
            return &*found;
    }
    // Some tools leave out what they are on.
    return source.isEmpty() && m_texts.size() == 1 ? &*m_texts.cbegin() : nullptr;
}

/// One of our own, of which nothing may have to be guessed.
QJsonObject WebAnnotationReader::ownFragment(const QJsonObject &target, QString &source)
{
    const QString iri = iriOf(target.value("source"_L1));
    if (!source.isEmpty() && source != bareIri(iri))
        m_reading.refuse(Formats::tr("the targets have different sources; one passage stands in one text."));
    source = bareIri(iri);
    const auto text = m_texts.constFind(source);
    if (text == m_texts.cend()) {
        m_reading.refuse(Formats::tr("the text of the source “%1” is not in this file. Add it to the collection: "
                                     "\"pq:text\": [{\"id\": \"%1\", \"text\": \"…\"}].")
                             .arg(iri));
        return {};
    }
    for (const QJsonArray states = listOf(target.value("state"_L1)); const auto &state : states) {
        const QString hash = state.toObject().value("pq:sha256"_L1).toString();
        const QByteArray actual =
            QCryptographicHash::hash(text->text.text().string().toUtf8(), QCryptographicHash::Sha256).toHex();
        if (!hash.isEmpty() && hash.toLatin1().toLower() != actual)
            m_reading.refuse(Formats::tr(
                "the annotation is on another text: its “pq:sha256” is not that of the text in this file."));
    }
    const SelectedPlace place = SelectedPlace::of(selectorsOf(target));
    if (place.exact.isEmpty() || !place.position) {
        m_reading.refuse(Formats::tr("the target needs a TextPositionSelector, and a TextQuoteSelector with “exact” "
                                     "that proves its words."));
        return {};
    }
    return {{"begin"_L1, place.position->begin}, {"end"_L1, place.position->end}, {"words"_L1, place.exact}};
}

void WebAnnotationReader::readOwnPassage(const QJsonObject &annotation, const QJsonArray &targets)
{
    QString source;
    QJsonArray fragments;
    for (const auto &target : targets) {
        fragments.append(ownFragment(target.toObject(), source));
        if (m_reading.failed())
            return;
    }
    QJsonObject passage = made(annotation, "passage"_L1);
    passage.insert("version"_L1, source);
    passage.insert("fragments"_L1, fragments);
    passage.insert("state"_L1, annotation.value("pq:state"_L1));
    QJsonArray attributes;
    for (const QJsonArray bodies = listOf(annotation.value("body"_L1)); const auto &body : bodies) {
        if (const QJsonValue attribute = body["pq:attribute"_L1]; attribute.isString())
            attributes.append(
                QJsonObject{{"attribute"_L1, bareIri(attribute.toString())}, {"value"_L1, body["value"_L1]}});
        else if (const QJsonValue tag = body["pq:tag"_L1]; tag.isString())
            passage.insert("tag"_L1, bareIri(tag.toString()));
    }
    passage.insert("attributes"_L1, attributes);
    add(passage);
}

/// One of our own, which says in full what it is about.
void WebAnnotationReader::readOwnNote(const QJsonObject &annotation)
{
    QJsonObject note = made(annotation, "note"_L1);
    const QString target = bareIri(iriOf(listOf(annotation.value("target"_L1)).at(0)));
    if (listOf(annotation.value("motivation"_L1)).contains("replying"_L1))
        note.insert("parent"_L1, target);
    note.insert("target"_L1, annotation.value("pq:about"_L1));
    note.insert("body"_L1, listOf(annotation.value("body"_L1)).at(0).toObject().value("value"_L1));
    note.insert("resolved"_L1, annotation.value("pq:resolved"_L1));
    add(note);
    m_notes.insert(annotation.value("id"_L1).toString(), note.value("id"_L1).toString());
    m_abouts.insert(annotation.value("id"_L1).toString(), annotation.value("pq:about"_L1).toObject());
}

void WebAnnotationReader::readItem(const AnnotationItem &item)
{
    const QJsonObject &annotation = item.annotation;
    const QString iri = annotation.value("id"_L1).toString();
    m_reading.place = item.place;
    if (m_keptBefore.contains(annotation.value("pq:kept"_L1).toString()))
        return;
    if (!listOf(annotation.value("type"_L1)).contains("Annotation"_L1)) {
        m_reading.refuse(Formats::tr("this is no object of the type Annotation."));
        return;
    }
    for (const auto &[key, type] : {std::pair("pq:claim"_L1, "claim"_L1), std::pair("pq:link"_L1, "link"_L1),
                                    std::pair("pq:relation"_L1, "relation"_L1)}) {
        if (!annotation.contains(key))
            continue;
        QJsonObject object = annotation.value(key).toObject();
        object.insert("type"_L1, type);
        if (type == "claim"_L1)
            m_claims.insert(iri, bareIri(iri));
        add(object);
        return;
    }
    if (const QJsonArray objects = annotation.value("pq:objects"_L1).toArray(); !objects.isEmpty()) {
        for (const auto &object : objects) {
            const QString id = object["id"_L1].toString();
            if (object["type"_L1] == "passage"_L1 && !m_passages.contains(iri))
                m_passages.insert(iri, id);
            add(object.toObject());
        }
        return;
    }
    if (annotation.contains("pq:about"_L1)) {
        readOwnNote(annotation);
    } else if (annotation.contains("pq:state"_L1)) {
        m_passages.insert(iri, bareIri(iri));
        readOwnPassage(annotation, listOf(annotation.value("target"_L1)));
    } else if (const QString wrong = whatIsWrong(annotation); !wrong.isEmpty()) {
        m_reading.refuse(wrong);
    } else {
        QJsonObject came = annotation;
        came.remove("pq:kept"_L1);
        m_foreign.append({item.place, came, {}, false});
    }
}

Result<Read> WebAnnotationReader::read(const QList<NamedFile> &files)
{
    AnnotationPages pages;
    for (const NamedFile &file : files) {
        if (file.path.endsWith(u".txt"))
            readPlainText(file);
        else
            pages.read(file, m_reading);
    }
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    for (const AnnotationRoot &root : pages.roots()) {
        qsizetype number = 0;
        for (const QJsonArray project = listOf(root.members.value("pq:project"_L1)); const auto &each : project) {
            m_reading.place = Formats::tr("%1, “pq:project” %2").arg(root.file, QString::number(++number));
            const QJsonObject object = each.toObject();
            if (object.value("type"_L1) == "annotator"_L1)
                m_annotators.insert(object.value("id"_L1).toString());
            else if (object.value("type"_L1) == "remainder"_L1)
                m_keptBefore.insert(object.value("id"_L1).toString());
            add(object);
        }
        readTexts(root.file, listOf(root.members.value("pq:text"_L1)));
    }
    for (const AnnotationItem &item : pages.items()) {
        if (!m_reading.failed())
            readItem(item);
    }
    if (!m_reading.failed())
        readForeign();
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    auto all = JsonLinesReader().read(m_lines, m_reading);
    if (!all)
        return all;
    all->counting = m_counting;
    keep(*all);
    for (const KeptFrame &frame : pages.frames())
        all->corpus.remainders.append({RemainderId::create(), {}, u"webannotation"_s, frame.toJson()});
    sortById(all->corpus);
    return all;
}

Result<Read> readWebAnnotation(const QList<NamedFile> &files)
{
    if (files.isEmpty())
        return fail(Formats::tr("There is no file of Web Annotations here."));
    return WebAnnotationReader().read(files);
}

bool isWebAnnotation(QStringView name, QByteArrayView beginning)
{
    return beginning.contains("www.w3.org/ns/anno.jsonld") || beginning.contains("\"oa:Annotation\"")
        || (name.endsWith(u".json") && beginning.contains("\"TextQuoteSelector\""));
}

}
