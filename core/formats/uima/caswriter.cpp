// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/caswriter.h"

#include "core/formats/jsonlines/jsonlineswriter.h"
#include "core/formats/plainnames.h"
#include "core/formats/translated.h"
#include "core/formats/uima/caspart.h"
#include "core/formats/uima/casrecords.h"
#include "core/model/names.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

template <class T>
QJsonObject madeBy(const T &made, const QString &type)
{
    QJsonObject record{{u"type"_s, type}, {u"id"_s, made.id.toString()}, {u"state"_s, QString(nameOf(made.state))}};
    if (!made.annotator.isNull())
        record.insert(u"annotator"_s, made.annotator.toString());
    if (made.created.microseconds != 0)
        record.insert(u"created"_s, made.created.toString());
    return record;
}

}

void CasPartWriter::addRecord(QJsonObject record)
{
    const auto annotationOf = [this](const QString &passage) {
        return m_passages.value(PassageId::fromString(passage));
    };
    m_view.members.append(pq::addRecord(m_document.cas, m_nextId, record, annotationOf));
}

void CasPartWriter::addPassageRecord(const Passage &passage)
{
    QJsonObject record = madeBy(passage, u"passage"_s);
    record.insert(u"first"_s, m_passages.value(passage.id));
    record.insert(u"tag"_s, passage.tag.toString());
    if (m_hidden.contains(m_passages.value(passage.id)))
        record.insert(u"hidden"_s, true);
    addRecord(record);
}

void CasPartWriter::addRelationRecord(const Relation &relation)
{
    QJsonObject record = madeBy(relation, u"relation"_s);
    record.insert(u"arc"_s, m_arcs.value(relation.id));
    record.insert(u"label"_s, relation.label);
    if (m_hidden.contains(m_arcs.value(relation.id)))
        record.insert(u"hidden"_s, true);
    QJsonArray values;
    for (const auto &[name, feature] : m_valueNames.value(relation.id))
        values.append(QJsonObject{{u"name"_s, name}, {u"feature"_s, feature}});
    record.insert(u"values"_s, values);
    addRecord(record);
}

void CasPartWriter::addRecords()
{
    const Corpus &corpus = m_part.corpus;
    const auto addAll = [this](const auto &list) {
        for (const auto &each : list)
            addRecord(objectOf(jsonLine(each)));
    };
    addAll(corpus.annotators);
    addAll(corpus.tagsets);
    for (const Tag &tag : corpus.tags) {
        QJsonObject record = objectOf(jsonLine(tag));
        record.insert("layer"_L1, m_names.type(tag.id));
        QJsonArray attributes = record.value("attributes"_L1).toArray();
        for (qsizetype i = 0; i < tag.attributes.size(); ++i) {
            QJsonObject attribute = attributes[i].toObject();
            attribute.insert("feature"_L1, m_names.feature(tag.attributes[i].id));
            attributes.replace(i, attribute);
        }
        record.insert("attributes"_L1, attributes);
        addRecord(record);
    }
    addAll(corpus.entities);
    addAll(corpus.portrayals);
    for (const Article &article : corpus.articles) {
        QJsonObject record = objectOf(jsonLine(article, {}));
        if (!corpus.versions.isEmpty()) {
            Version version = corpus.versions.first();
            version.text = {}; // it is the sofa
            record = objectOf(jsonLine(article, {&version}));
        }
        addRecord(record);
    }
    for (const Passage &passage : corpus.passages)
        addPassageRecord(passage);
    for (const Relation &relation : corpus.relations)
        addRelationRecord(relation);
    addAll(corpus.claims);
    addAll(corpus.links);
    addAll(corpus.evidence);
    addAll(corpus.verdicts);
    addAll(corpus.signOffs);
    addAll(corpus.notes);
    addAll(corpus.remainders);
    if (m_rest)
        addRecord({{u"type"_s, u"rest"_s}, {u"id"_s, m_rest->id.toString()}});
}

/// Without records the names of types and features are all that is left of names.
void reportNames(const Corpus &corpus, const CasNames &names, Losses &losses)
{
    QHash<QString, int> uses; // of short names: where two types share one, one of them is read by its full name
    for (const CasType &type : names.types().types())
        ++uses[Uima::shortName(layerType(type.name))];
    for (const Tag &tag : corpus.tags) {
        const QString type = names.type(tag.id);
        const QString name = Uima::shortName(type);
        const bool isSame = name == tag.name && uses.value(name) == 1
            && std::ranges::all_of(tag.attributes, [&names](const TagAttribute &attribute) {
                                return names.feature(attribute.id) == attribute.name;
                            });
        if (!type.isEmpty() && !isSame)
            losses.add(Aspect::Words, Formats::tr("names of tags and attributes that no layer can have"), tag.id);
    }
}

CasExport casesOf(const Corpus &corpus, OwnRecords records, CasNames &names, Losses &losses)
{
    const CasRests rests(corpus);
    Corpus known = corpus;
    known.remainders.removeIf([&](const Remainder &remainder) { return rests.understood.contains(remainder.id); });
    CasExport all;
    TypeSystem types = rests.types;
    if (records == OwnRecords::Written)
        types.add(recordTypes());
    names.add(known, types, records);
    PlainNames taken(u'-');
    const auto add = [&](CasDocument document) {
        document.name = taken.take(document.name, u"document"_s);
        all.documents.append(document);
    };
    for (const CorpusPart &part : partsByText(known, losses)) {
        const bool hasText = !part.corpus.versions.isEmpty();
        const auto rest = hasText ? rests.texts.constFind(part.corpus.versions.first().id) : rests.texts.cend();
        CasDocument document =
            CasPartWriter(part, rest == rests.texts.cend() ? nullptr : &*rest, records, names, losses).write();
        if (!hasText)
            document.name = u"project"_s;
        if (hasText || records == OwnRecords::Written)
            add(document);
    }
    for (const CasRest &rest : rests.textless)
        add({rest.name, rest.cas, {}, rest.format, rest.id});
    if (records == OwnRecords::LeftOut)
        reportNames(known, names, losses);
    // Every CAS has them, and who reads it wants to know them.
    for (const QLatin1StringView type : {sentenceType, tokenType}) {
        const auto has = [&type](const CasDocument &document) {
            return std::ranges::contains(document.cas.structures, type, &FeatureStructure::type);
        };
        if (std::ranges::any_of(all.documents, has))
            names.addInfrastructure(type);
    }
    all.types = names.types();
    return all;
}

}
