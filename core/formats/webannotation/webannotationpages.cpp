// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/webannotationpages.h"

#include "core/formats/jsonread.h"
#include "core/formats/webannotation/hypothesis.h"

namespace pq {

using namespace Qt::StringLiterals;

QJsonArray listOf(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    return value.isArray() ? value.toArray() : QJsonArray{value};
}

namespace {

bool isA(const QJsonObject &object, QLatin1StringView type)
{
    return listOf(object.value("type"_L1)).contains(type);
}

/// Our own are made anew each time.
bool isOurs(const QJsonObject &collection)
{
    return collection.contains("pq:project"_L1);
}

}

void AnnotationPages::addItems(const QJsonArray &items)
{
    for (const auto &each : items) {
        QJsonObject annotation = each.toObject();
        if (isHypothesisRow(annotation))
            annotation = annotationOfHypothesis(annotation);
        const QString number = QString::number(++m_number);
        const QString id = annotation.value("id"_L1).toString();
        m_items.append({id.isEmpty() ? Formats::tr("%1, annotation %2").arg(m_file, number)
                                     : Formats::tr("%1, annotation %2 (%3)").arg(m_file, number, id),
                        annotation});
    }
}

QJsonObject AnnotationPages::readPage(const QJsonObject &page, Reading &reading)
{
    QJsonObject own = page;
    // One in the other, as deep as JSON may be nested.
    QJsonObject one = page;
    while (true) {
        addItems(listOf(one.value("items"_L1)));
        const QJsonValue next = one.value("next"_L1);
        if (next.isString())
            reading.remark(Formats::tr("further pages are not in this file"));
        if (!next.isObject())
            break;
        own.remove("next"_L1);
        one = next.toObject();
    }
    own.remove("items"_L1);
    return own;
}

void AnnotationPages::readCollection(const QJsonObject &collection, Reading &reading)
{
    KeptFrame frame{collection, {}};
    const qsizetype before = m_items.size();
    addItems(listOf(collection.value("items"_L1)));
    QStringList seen;
    for (const QLatin1StringView key : {"first"_L1, "last"_L1}) {
        const QJsonValue page = collection.value(key);
        if (page.isString()) {
            reading.remark(Formats::tr("a page of annotations is elsewhere (%1)").arg(page.toString()));
            continue;
        }
        // The last one may be there twice.
        const QString id = page["id"_L1].toString();
        if (page.isObject() && (id.isEmpty() || !seen.contains(id))) {
            const QJsonObject own = readPage(page.toObject(), reading);
            if (frame.page.isEmpty())
                frame.page = own;
        }
        seen.append(id);
        frame.collection.remove(key);
    }
    frame.collection.remove("items"_L1);
    if (m_items.size() > before)
        frame.collection.remove("total"_L1);
    if (!isOurs(collection))
        m_frames.append(frame);
}

void AnnotationPages::readRoot(const QJsonValue &value, Reading &reading)
{
    const QJsonObject root = value.toObject();
    QJsonObject members = root;
    for (const QLatin1StringView key : {"items"_L1, "first"_L1, "rows"_L1, "annotations"_L1, "@graph"_L1})
        members.remove(key);
    if (isA(root, "AnnotationCollection"_L1)) {
        readCollection(root, reading);
    } else if (isA(root, "AnnotationPage"_L1)) {
        QJsonObject page = readPage(root, reading);
        for (const QLatin1StringView key : {"@context"_L1, "pq:text"_L1, "pq:project"_L1})
            page.remove(key);
        if (!isOurs(root))
            m_frames.append({{}, page});
    } else if (isA(root, "Annotation"_L1) || isHypothesisRow(root)) {
        QJsonObject annotation = root;
        annotation.remove("pq:text"_L1);
        addItems({annotation});
    } else if (root.value("rows"_L1).isArray() || root.value("annotations"_L1).isArray()
               || root.value("@graph"_L1).isArray()) {
        // Of Hypothes.is, or plain JSON-LD.
        for (const QLatin1StringView key : {"rows"_L1, "annotations"_L1, "@graph"_L1})
            addItems(root.value(key).toArray());
    } else {
        reading.refuse(Formats::tr("“type” must be AnnotationCollection, AnnotationPage or Annotation."));
    }
    m_roots.append({m_file, members});
}

namespace {

/// What a name of Open Annotation, the W3C's drafts before its recommendation, is called in that.
QString newName(QString name)
{
    static const QHash<QString, QString> names{{u"@id"_s, u"id"_s},
                                               {u"@type"_s, u"type"_s},
                                               {u"hasTarget"_s, u"target"_s},
                                               {u"hasBody"_s, u"body"_s},
                                               {u"hasSource"_s, u"source"_s},
                                               {u"hasSelector"_s, u"selector"_s},
                                               {u"hasState"_s, u"state"_s},
                                               {u"hasScope"_s, u"scope"_s},
                                               {u"motivatedBy"_s, u"motivation"_s},
                                               {u"annotatedBy"_s, u"creator"_s},
                                               {u"annotatedAt"_s, u"created"_s},
                                               {u"serializedBy"_s, u"generator"_s},
                                               {u"serializedAt"_s, u"generated"_s},
                                               {u"chars"_s, u"value"_s},
                                               {u"ContentAsText"_s, u"TextualBody"_s}};
    for (const QString &prefix : {u"oa:"_s, u"cnt:"_s, u"dctypes:"_s, u"foaf:"_s, u"prov:"_s}) {
        if (name.startsWith(prefix))
            name.remove(0, prefix.size());
    }
    return names.value(name, name);
}

QJsonValue withNewNames(const QJsonValue &value, bool isName = false)
{
    if (value.isString())
        return isName ? newName(value.toString()) : value;
    if (value.isArray()) {
        QJsonArray all;
        for (const QJsonArray array = value.toArray(); const auto &each : array)
            all.append(withNewNames(each, isName));
        return all;
    }
    if (!value.isObject())
        return value;
    QJsonObject all;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = newName(member.key());
        if (name != u"@context")
            all.insert(name, withNewNames(member.value(), name == u"type" || name == u"motivation"));
    }
    return all;
}

bool isOpenAnnotation(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return listOf(object.value("@type"_L1)).contains(u"oa:Annotation"_s)
        || std::ranges::any_of(object.value("@graph"_L1).toArray(),
                               [](const QJsonValue &each) { return isOpenAnnotation(each); });
}

}

void AnnotationPages::read(const NamedFile &file, Reading &reading)
{
    m_file = file.path;
    m_number = 0;
    const QJsonDocument document = parseJson(file, reading);
    if (reading.failed())
        return;
    const auto renewed = [&](const QJsonValue &value) {
        if (!isOpenAnnotation(value))
            return value;
        reading.remarkOnAll(Formats::tr("Names of Open Annotation were replaced by those of the W3C's recommendation"));
        return withNewNames(value);
    };
    if (!document.isArray()) {
        readRoot(renewed(document.object()), reading);
        return;
    }
    for (const QJsonArray array = document.array(); const auto &old : array) {
        const QJsonValue each = renewed(old);
        if (isA(each.toObject(), "AnnotationCollection"_L1) || isA(each.toObject(), "AnnotationPage"_L1))
            readRoot(each, reading);
        else
            addItems({each});
    }
}

}
