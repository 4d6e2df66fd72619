// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/casreader.h"

#include "core/formats/jsonlines/jsonlinesreader.h"
#include "core/formats/jsonlines/jsonlineswriter.h"
#include "core/formats/uima/casdocument.h"

#include <QJsonDocument>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class CasReader
{
public:
    CasReader(const QString &format, const QString &tagset, Reading reading)
        : m_reading(std::move(reading)), m_builder(tagset), m_format(format)
    {
    }
    Result<Read> read(const QList<NamedCas> &documents);

private:
    void addRecord(const QJsonObject &record, const QString &place);
    void dropWhatLacksPassages();
    void keepTypes(const TypeSystem &types);
    [[nodiscard]] QList<JsonLine> lines();

    Reading m_reading;
    CorpusBuilder m_builder;
    QString m_format;
    QList<JsonLine> m_records;
    QHash<QString, qsizetype> m_places; ///< of records, by id
};

/// Documents repeat what they share.
void CasReader::addRecord(const QJsonObject &record, const QString &place)
{
    const QString id = record.value("id"_L1).toString();
    const auto known = m_places.constFind(id);
    if (known == m_places.cend()) {
        m_places.insert(id, m_records.size());
        m_records.append({place, record});
        return;
    }
    QJsonObject &there = m_records[*known].object;
    if (record.value("type"_L1) != "article"_L1)
        return;
    QJsonArray versions = there.value("versions"_L1).toArray();
    for (const QJsonArray more = record.value("versions"_L1).toArray(); const auto &version : more)
        versions.append(version);
    there.insert("versions"_L1, versions);
}

/// Other programs may have removed annotations that Pullquote's own structures refer to.
void CasReader::dropWhatLacksPassages()
{
    const auto lacksTarget = [](const QJsonObject &record) {
        const QString type = record.value("type"_L1).toString();
        return (type == "note"_L1 && record.value("target"_L1).toObject().isEmpty())
            || (type == "evidence"_L1 && record.value("kind"_L1) == "passage"_L1 && !record.contains("passage"_L1));
    };
    // Where files are read one by one, the claims of others are not there.
    const auto lacksClaim = [this](const QJsonObject &record) {
        return record.value("type"_L1) == "link"_L1
            && (!m_places.contains(record.value("from"_L1).toString())
                || !m_places.contains(record.value("to"_L1).toString()));
    };
    for (JsonLine &line : m_records) {
        m_reading.place = line.place;
        if (line.object.value("type"_L1) != "claim"_L1)
            continue;
        QJsonArray kept;
        for (const QJsonArray all = line.object.value("passages"_L1).toArray(); const auto &part : all) {
            if (part.toObject().contains("passage"_L1))
                kept.append(part);
            else
                m_reading.remark(Formats::tr("a claim refers to an annotation that is not there any more"));
        }
        line.object.insert("passages"_L1, kept);
    }
    for (const JsonLine &line : std::as_const(m_records)) {
        m_reading.place = line.place;
        if (lacksTarget(line.object))
            m_reading.remark(
                Formats::tr("a note or evidence on an annotation that is not there any more was left out"));
        else if (lacksClaim(line.object))
            m_reading.remark(Formats::tr("a link to a claim in a file that is not read with it was left out"));
    }
    m_records.removeIf([&](const JsonLine &line) { return lacksTarget(line.object) || lacksClaim(line.object); });
}

void CasReader::keepTypes(const TypeSystem &types)
{
    TypeSystem foreign;
    for (const CasType &type : types.types()) {
        if (type.name.startsWith("pullquote."_L1) || type.description == ownLayer)
            continue;
        foreign.add(type);
        // Tags are named after it.
        if (const QString layer = layerType(type.name); layer != type.name && !types.knows(layer))
            foreign.add(CasType{layer, Uima::annotation});
    }
    if (!foreign.types().isEmpty())
        m_builder.corpus().remainders.append(remainderOf(foreign, m_format));
}

QList<JsonLine> CasReader::lines()
{
    QList<JsonLine> all;
    const auto append = [&](const QByteArray &line) { all.append({{}, QJsonDocument::fromJson(line).object()}); };
    const Corpus corpus = m_builder.take();
    for (const Annotator &annotator : corpus.annotators)
        append(jsonLine(annotator));
    for (const Tagset &tagset : corpus.tagsets)
        append(jsonLine(tagset));
    for (const Tag &tag : corpus.tags)
        append(jsonLine(tag));
    for (const Article &article : corpus.articles) {
        QList<const Version *> versions;
        for (const Version &version : corpus.versions) {
            if (version.article == article.id)
                versions.append(&version);
        }
        append(jsonLine(article, versions));
    }
    for (const Passage &passage : corpus.passages)
        append(jsonLine(passage));
    for (const Relation &relation : corpus.relations)
        append(jsonLine(relation));
    for (const Remainder &remainder : corpus.remainders)
        append(jsonLine(remainder));
    return m_records + all;
}

Result<Read> CasReader::read(const QList<NamedCas> &documents)
{
    TypeSystem types;
    for (const NamedCas &document : documents)
        types.add(document.cas.types);
    const LayerNames names(types);
    for (const NamedCas &document : documents) {
        if (m_reading.failed())
            break;
        CasDocumentReader reader(document.path, document.cas, m_format, names, m_builder, m_reading);
        reader.read();
        for (const JsonLine &record : reader.records())
            addRecord(record.object, record.place);
    }
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    keepTypes(types);
    if (m_records.isEmpty())
        return Read{m_builder.take(), m_reading.remarks()};
    dropWhatLacksPassages();
    return JsonLinesReader().read(lines(), m_reading);
}

}

Result<Read> corpusOf(const QList<NamedCas> &documents, const QString &format, const QString &tagset, Reading reading)
{
    return CasReader(format, tagset, std::move(reading)).read(documents);
}

}
