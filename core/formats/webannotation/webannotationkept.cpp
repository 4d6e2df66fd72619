// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/webannotationkept.h"

#include "core/formats/jsonlines/jsonlineswriter.h"
#include "core/formats/jsonread.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QJsonObject> contentOf(const Remainder &remainder, QLatin1StringView member)
{
    if (remainder.format != u"webannotation")
        return std::nullopt;
    const QJsonObject object = objectOfJson(remainder.content.toUtf8());
    return object.value(member).isObject() ? std::optional(object) : std::nullopt;
}

}

QString KeptAnnotation::toJson() const
{
    return compact(
        {{"objects"_L1, QJsonArray::fromStringList(objects)}, {"digest"_L1, digest}, {"annotation"_L1, annotation}});
}

std::optional<KeptAnnotation> KeptAnnotation::of(const Remainder &remainder)
{
    const auto content = contentOf(remainder, "annotation"_L1);
    if (!content)
        return std::nullopt;
    KeptAnnotation kept{{}, content->value("digest"_L1).toString(), content->value("annotation"_L1).toObject()};
    for (const QJsonArray all = content->value("objects"_L1).toArray(); const auto &each : all)
        kept.objects.append(each.toString());
    return kept;
}

QString KeptFrame::toJson() const
{
    return compact({{"collection"_L1, collection}, {"page"_L1, page}});
}

std::optional<KeptFrame> KeptFrame::of(const Remainder &remainder)
{
    const auto content = contentOf(remainder, "collection"_L1);
    if (!content)
        return std::nullopt;
    return KeptFrame{content->value("collection"_L1).toObject(), content->value("page"_L1).toObject()};
}

AnnotationDigests::AnnotationDigests(const Corpus &corpus)
{
    for (const Passage &each : corpus.passages)
        m_passages.insert(each.id.toString(), &each);
    for (const Relation &each : corpus.relations)
        m_relations.insert(each.id.toString(), &each);
    for (const Note &each : corpus.notes)
        m_notes.insert(each.id.toString(), &each);
    for (const Tag &tag : corpus.tags)
        m_tags.insert(tag.id, tag.name);
}

QByteArray AnnotationDigests::line(const QString &object) const
{
    if (const Passage *passage = m_passages.value(object))
        return jsonLine(*passage);
    if (const Relation *relation = m_relations.value(object))
        return jsonLine(*relation);
    if (const Note *note = m_notes.value(object))
        return jsonLine(*note);
    return {};
}

QString AnnotationDigests::of(const QStringList &objects) const
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString &object : objects) {
        const QByteArray own = line(object);
        if (own.isEmpty())
            return {};
        hash.addData(own);
        if (const Passage *passage = m_passages.value(object))
            hash.addData(m_tags.value(passage->tag).toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

}
