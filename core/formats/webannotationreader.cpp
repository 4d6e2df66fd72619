// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation.h"

#include "core/formats/jsonlinesreader.h"
#include "core/formats/jsonread.h"
#include "core/formats/palette.h"
#include "core/formats/words.h"
#include "core/text/fold.h"

#include <QCryptographicHash>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// "urn:uuid:…" is what our ids are outside; other people's names stay as they are.
QString bare(const QString &iri)
{
    return iri.startsWith(u"urn:uuid:") ? iri.sliced(9) : iri;
}

/// JSON-LD writes one of something without the brackets.
QJsonArray listOf(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    return value.isArray() ? value.toArray() : QJsonArray{value};
}

QString iriOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value("id"_L1).toString() : value.toString();
}

/// Turns annotations into the lines that say the same, so that one reader checks them all.
class WebAnnotationReader
{
public:
    Result<Read> read(const NamedFile &file);

private:
    [[nodiscard]] QJsonObject parse(const NamedFile &file);
    void readTexts(const QJsonArray &texts);
    void readItems(const QJsonArray &items);
    void readAnnotation(const QJsonObject &annotation);
    void readPassage(const QJsonObject &annotation, const QJsonArray &targets);
    [[nodiscard]] QJsonObject fragmentOf(const QJsonObject &target, QString &source);
    [[nodiscard]] QJsonObject located(const Text &text, const QJsonObject &quote);
    void readNote(const QJsonObject &annotation);
    void readForeignNote(const QJsonObject &annotation, const QString &target);
    [[nodiscard]] QJsonObject made(const QJsonObject &annotation, QLatin1StringView type);
    [[nodiscard]] QString creatorOf(const QJsonObject &annotation);
    [[nodiscard]] QString tagNamed(const QString &name);
    void remarkOnKeys(const QJsonObject &annotation);
    void add(const QJsonObject &object) { m_lines.append({m_reading.place, object}); }

    QString m_file;
    Reading m_reading;
    QList<JsonLine> m_lines;
    QHash<QString, Text> m_texts;     ///< by source
    QSet<QString> m_articles;
    QSet<QString> m_annotators;       ///< ids
    QHash<QString, QString> m_tags;   ///< of names that no tag explains: ids
    QHash<QString, QString> m_kinds;  ///< of annotations by id: "passage" or "claim"
    QHash<QString, QJsonObject> m_abouts; ///< of notes by id: what they are on
};

QJsonObject WebAnnotationReader::parse(const NamedFile &file)
{
    m_file = file.path;
    const QJsonDocument document = parseJson(file, m_reading);
    if (m_reading.failed())
        return {};
    if (document.isArray())
        return {{"items"_L1, document.array()}};
    QJsonObject root = document.object();
    const QJsonArray types = listOf(root.value("type"_L1));
    if (types.contains("AnnotationCollection"_L1) || types.contains("AnnotationPage"_L1))
        return root;
    if (types.contains("Annotation"_L1))
        return {{"items"_L1, QJsonArray{root}}, {"pq:text"_L1, root.value("pq:text"_L1)}};
    m_reading.refuse(Formats::tr("this is no AnnotationCollection, no AnnotationPage and no Annotation."));
    return {};
}

void WebAnnotationReader::readTexts(const QJsonArray &texts)
{
    const auto remember = [this](const QJsonValue &of, const QString &name) {
        if (!name.isEmpty() && of.toObject().value("text"_L1).isString())
            m_texts.insert(bare(name), Text(of.toObject().value("text"_L1).toString()));
    };
    qsizetype number = 0;
    for (const auto &each : texts) {
        m_reading.place = Formats::tr("%1, “pq:text” %2").arg(m_file, QString::number(++number));
        QJsonObject article = each.toObject();
        const QString id = article.value("id"_L1).toString();
        article.insert("type"_L1, "article"_L1);
        article.insert("id"_L1, bare(id));
        m_articles.insert(bare(id));
        remember(article, id);
        for (const QJsonArray versions = article.value("versions"_L1).toArray(); const auto &version : versions)
            remember(version, version.toObject().value("id"_L1).toString());
        add(article);
    }
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
    QString id = bare(iriOf(creators.first()));
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
    if (const QString id = bare(annotation.value("id"_L1).toString()); !id.isEmpty())
        object.insert("id"_L1, id);
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

/// The one place of a quote, which its prefix and suffix may tell from others.
QJsonObject WebAnnotationReader::located(const Text &text, const QJsonObject &quote)
{
    const QString exact = quote.value("exact"_L1).toString();
    const QString prefix = quote.value("prefix"_L1).toString();
    const QString suffix = quote.value("suffix"_L1).toString();
    QList<TextSpan> places = findExactly(text, exact);
    places.removeIf([&](const TextSpan &place) {
        return !text.words({{0}, place.begin}).endsWith(prefix)
            || !text.words({place.end, {text.length()}}).startsWith(suffix);
    });
    if (places.size() != 1) {
        m_reading.refuse(
            places.isEmpty()
                ? Formats::tr("the text does not hold %1 between its prefix and suffix.").arg(quoted(exact))
                : Formats::tr("the text holds %1 in %2 places, and prefix and suffix do not tell which.")
                      .arg(quoted(exact), QString::number(places.size())));
        return {};
    }
    return {{"begin"_L1, places.first().begin.value}, {"end"_L1, places.first().end.value}, {"words"_L1, exact}};
}

QJsonObject WebAnnotationReader::fragmentOf(const QJsonObject &target, QString &source)
{
    const QString iri = iriOf(target.value("source"_L1));
    if (!source.isEmpty() && source != bare(iri))
        m_reading.refuse(Formats::tr("the targets have different sources; one passage stands in one text."));
    source = bare(iri);
    const auto text = m_texts.constFind(source);
    if (text == m_texts.cend()) {
        m_reading.refuse(Formats::tr("the text of the source “%1” is not in this file. Add it to the collection: "
                                     "\"pq:text\": [{\"id\": \"%1\", \"text\": \"…\"}].")
                             .arg(iri));
        return {};
    }
    for (const QJsonArray states = listOf(target.value("state"_L1)); const auto &state : states) {
        const QString hash = state.toObject().value("pq:sha256"_L1).toString();
        const QByteArray actual = QCryptographicHash::hash(text->string().toUtf8(), QCryptographicHash::Sha256).toHex();
        if (!hash.isEmpty() && hash.toLatin1().toLower() != actual)
            m_reading.refuse(Formats::tr(
                "the annotation is on another text: its “pq:sha256” is not that of the text in this file."));
    }
    QJsonObject quote;
    QJsonObject position;
    for (const QJsonArray selectors = listOf(target.value("selector"_L1)); const auto &each : selectors) {
        const QJsonObject selector = each.toObject();
        const QString type = selector.value("type"_L1).toString();
        if (type == u"TextQuoteSelector")
            quote = selector;
        else if (type == u"TextPositionSelector")
            position = selector;
        else
            m_reading.remark(Formats::tr("selectors of the type “%1” were left out").arg(type));
    }
    if (quote.value("exact"_L1).toString().isEmpty()) {
        m_reading.refuse(Formats::tr("the target has no TextQuoteSelector with “exact”, so nothing proves its words."));
        return {};
    }
    if (position.isEmpty())
        return located(*text, quote);
    return {{"begin"_L1, position.value("start"_L1)},
            {"end"_L1, position.value("end"_L1)},
            {"words"_L1, quote.value("exact"_L1)}};
}

void WebAnnotationReader::readPassage(const QJsonObject &annotation, const QJsonArray &targets)
{
    QString source;
    QJsonArray fragments;
    for (const auto &target : targets) {
        fragments.append(fragmentOf(target.toObject(), source));
        if (m_reading.failed())
            return;
    }
    QJsonObject passage = made(annotation, "passage"_L1);
    QString id = passage.value("id"_L1).toString();
    if (id.isEmpty())
        id = createUuidV7().toString(QUuid::WithoutBraces);
    passage.insert("id"_L1, id);
    passage.insert("version"_L1, source);
    passage.insert("fragments"_L1, fragments);
    if (annotation.contains("pq:state"_L1))
        passage.insert("state"_L1, annotation.value("pq:state"_L1));

    QString tag;
    QJsonArray attributes;
    QStringList notes;
    for (const QJsonArray bodies = listOf(annotation.value("body"_L1)); const auto &each : bodies) {
        const QJsonObject body = each.toObject();
        const QString value = body.value("value"_L1).toString();
        const bool isTag = listOf(body.value("purpose"_L1)).contains("tagging"_L1);
        if (body.contains("pq:attribute"_L1)) {
            attributes.append(
                QJsonObject{{"attribute"_L1, bare(body.value("pq:attribute"_L1).toString())}, {"value"_L1, value}});
        } else if (isTag && !tag.isEmpty()) {
            m_reading.remark(Formats::tr("of several tags on an annotation the first was kept"));
        } else if (body.contains("pq:tag"_L1)) {
            tag = bare(body.value("pq:tag"_L1).toString());
        } else if (isTag && !value.isEmpty()) {
            tag = tagNamed(value);
        } else if (!value.isEmpty()) {
            notes.append(value);
        } else {
            m_reading.remark(Formats::tr("a body without text was left out"));
        }
    }
    const QString motivation = listOf(annotation.value("motivation"_L1)).at(0).toString();
    passage.insert("tag"_L1, tag.isEmpty() ? tagNamed(motivation.isEmpty() ? u"annotation"_s : motivation) : tag);
    passage.insert("attributes"_L1, attributes);
    add(passage);
    for (const QString &body : std::as_const(notes)) {
        QJsonObject note = passage;
        for (const auto key : {"version"_L1, "fragments"_L1, "state"_L1, "tag"_L1, "attributes"_L1})
            note.remove(key);
        note.insert("type"_L1, "note"_L1);
        note.insert("id"_L1, createUuidV7().toString(QUuid::WithoutBraces));
        note.insert("target"_L1, QJsonObject{{"passage"_L1, id}});
        note.insert("body"_L1, body);
        add(note);
    }
}

/// One of our own, which says in full what it is about.
void WebAnnotationReader::readNote(const QJsonObject &annotation)
{
    QJsonObject note = made(annotation, "note"_L1);
    const QString target = bare(iriOf(listOf(annotation.value("target"_L1)).at(0)));
    if (listOf(annotation.value("motivation"_L1)).contains("replying"_L1))
        note.insert("parent"_L1, target);
    note.insert("target"_L1, annotation.value("pq:about"_L1));
    note.insert("body"_L1, listOf(annotation.value("body"_L1)).at(0).toObject().value("value"_L1));
    note.insert("resolved"_L1, annotation.value("pq:resolved"_L1));
    add(note);
}

void WebAnnotationReader::readForeignNote(const QJsonObject &annotation, const QString &target)
{
    QString text;
    for (const QJsonArray bodies = listOf(annotation.value("body"_L1)); const auto &body : bodies)
        text += (text.isEmpty() ? u""_s : u"\n\n"_s)
            + (body.isObject() ? body.toObject().value("value"_L1).toString() : QString());
    text += annotation.value("bodyValue"_L1).toString();
    QJsonObject about;
    QString parent;
    if (m_abouts.contains(target)) {
        about = m_abouts.value(target);
        parent = target;
    } else if (m_kinds.contains(target)) {
        about = {{m_kinds.value(target), target}};
    } else if (m_articles.contains(target)) {
        about = {{"article"_L1, target}};
    }
    if (text.trimmed().isEmpty() || about.isEmpty()) {
        m_reading.remark(Formats::tr("annotations on what is not in this file, or without text, were left out"));
        return;
    }
    QJsonObject note = made(annotation, "note"_L1);
    note.insert("target"_L1, about);
    if (!parent.isEmpty())
        note.insert("parent"_L1, parent);
    note.insert("body"_L1, text);
    add(note);
    if (note.contains("id"_L1))
        m_abouts.insert(note.value("id"_L1).toString(), about);
}

void WebAnnotationReader::remarkOnKeys(const QJsonObject &annotation)
{
    static const QSet<QString> known = {u"@context"_s, u"id"_s,       u"type"_s,        u"motivation"_s,
                                        u"creator"_s,  u"created"_s,  u"body"_s,        u"bodyValue"_s,
                                        u"target"_s,   u"pq:state"_s, u"pq:targets"_s,  u"pq:claim"_s,
                                        u"pq:link"_s,  u"pq:about"_s, u"pq:resolved"_s, u"pq:text"_s};
    for (const QStringList keys = annotation.keys(); const QString &key : keys) {
        if (!known.contains(key))
            m_reading.remark(
                Formats::tr("the key “%1” (%2) is not known and was left out").arg(key, Formats::tr("annotation")));
    }
}

void WebAnnotationReader::readAnnotation(const QJsonObject &annotation)
{
    remarkOnKeys(annotation);
    for (const auto &[key, type] : {std::pair("pq:claim"_L1, "claim"_L1), std::pair("pq:link"_L1, "link"_L1)}) {
        if (annotation.contains(key)) {
            QJsonObject object = annotation.value(key).toObject();
            object.insert("type"_L1, type);
            add(object);
            return;
        }
    }
    if (annotation.contains("pq:about"_L1)) {
        readNote(annotation);
        return;
    }
    const QJsonArray targets = listOf(annotation.value("target"_L1));
    const bool allSelect = !targets.isEmpty() && std::ranges::all_of(targets, [](const QJsonValue &target) {
        return target.toObject().contains("selector"_L1);
    });
    if (allSelect) {
        readPassage(annotation, targets);
    } else {
        const QJsonObject target = targets.at(0).toObject();
        readForeignNote(annotation,
                        bare(target.contains("source"_L1) ? iriOf(target.value("source"_L1)) : iriOf(targets.at(0))));
    }
}

void WebAnnotationReader::readItems(const QJsonArray &items)
{
    for (const auto &item : items) {
        const QJsonObject annotation = item.toObject();
        const QString id = bare(annotation.value("id"_L1).toString());
        const QJsonArray targets = listOf(annotation.value("target"_L1));
        if (annotation.contains("pq:claim"_L1))
            m_kinds.insert(id, u"claim"_s);
        else if (!annotation.contains("pq:about"_L1) && targets.at(0).toObject().contains("selector"_L1))
            m_kinds.insert(id, u"passage"_s);
        else if (annotation.contains("pq:about"_L1))
            m_abouts.insert(id, annotation.value("pq:about"_L1).toObject());
    }
    qsizetype number = 0;
    for (const auto &item : items) {
        ++number;
        if (m_reading.failed())
            return;
        const QString id = item.toObject().value("id"_L1).toString();
        m_reading.place = id.isEmpty() ? Formats::tr("%1, annotation %2").arg(m_file, QString::number(number))
                                       : Formats::tr("%1, annotation %2 (%3)").arg(m_file, QString::number(number), id);
        if (!listOf(item.toObject().value("type"_L1)).contains("Annotation"_L1))
            m_reading.refuse(Formats::tr("this is no object of the type Annotation."));
        else
            readAnnotation(item.toObject());
    }
}

Result<Read> WebAnnotationReader::read(const NamedFile &file)
{
    const QJsonObject root = parse(file);
    QJsonArray items = listOf(root.value("items"_L1));
    if (const QJsonValue first = root.value("first"_L1); !first.isUndefined()) {
        if (!first.isObject())
            m_reading.refuse(Formats::tr("the annotations are on a page elsewhere (%1); put them into this file.")
                                 .arg(first.toString()));
        items = listOf(first.toObject().value("items"_L1));
        if (first.toObject().contains("next"_L1))
            m_reading.remark(Formats::tr("further pages are not in this file"));
    }
    if (root.contains("next"_L1))
        m_reading.remark(Formats::tr("further pages are not in this file"));
    if (m_reading.failed())
        return std::unexpected(m_reading.error());

    qsizetype number = 0;
    for (const QJsonArray all = listOf(root.value("pq:project"_L1)); const auto &each : all) {
        m_reading.place = Formats::tr("%1, “pq:project” %2").arg(m_file, QString::number(++number));
        const QJsonObject object = each.toObject();
        if (object.value("type"_L1) == "annotator"_L1)
            m_annotators.insert(object.value("id"_L1).toString());
        add(object);
    }
    readTexts(listOf(root.value("pq:text"_L1)));
    readItems(items);
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    return JsonLinesReader().read(m_lines, m_reading);
}

}

Result<Read> readWebAnnotation(const QList<NamedFile> &files)
{
    if (files.size() != 1)
        return fail(Formats::tr("Web annotations are one file; here are %1.").arg(files.size()));
    return WebAnnotationReader().read(files.first());
}

bool isWebAnnotation(QStringView, QByteArrayView beginning)
{
    return beginning.contains("www.w3.org/ns/anno.jsonld");
}

}
