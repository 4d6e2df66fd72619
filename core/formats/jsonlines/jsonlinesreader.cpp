// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlinesreader.h"

#include "core/formats/jsonlines/jsonlines.h"
#include "core/formats/jsonread.h"
#include "core/formats/order.h"
#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

/// What a line's "type" stands for.
struct JsonLinesReader::Kind
{
    QLatin1StringView type;
    void (*define)(JsonLinesReader &reader, const QString &id);
    void (JsonLinesReader::*read)(Fields &fields, const QString &id);
};

#define KIND(type, table, reader)                                                                                      \
    JsonLinesReader::Kind                                                                                              \
    {                                                                                                                  \
        type##_L1, [](JsonLinesReader &r, const QString &id) { r.table.define(id, type##_L1, r.m_reading); },          \
            &JsonLinesReader::reader                                                                                   \
    }

const std::array<JsonLinesReader::Kind, JsonLinesReader::kindCount> JsonLinesReader::kinds = {
    KIND("annotator", m_annotators, readAnnotator),
    KIND("tagset", m_tagsets, readTagset),
    KIND("tag", m_tags, readTag),
    KIND("entity", m_entities, readEntity),
    KIND("portrayal", m_portrayals, readPortrayal),
    KIND("article", m_articles, readArticle),
    KIND("passage", m_passages, readPassage),
    KIND("relation", m_relations, readRelation),
    KIND("claim", m_claims, readClaim),
    KIND("link", m_links, readLink),
    KIND("evidence", m_evidence, readEvidence),
    KIND("verdict", m_verdicts, readVerdict),
    KIND("signOff", m_signOffs, readSignOff),
    KIND("note", m_notes, readNote),
    KIND("remainder", m_remainders, readRemainder),
};

#undef KIND

void JsonLinesReader::collect(const QJsonObject &object)
{
    Fields fields(object, Formats::tr("line"), m_reading);
    const QString type = fields.needed("type"_L1);
    if (m_reading.failed())
        return;
    if (type == "pullquote"_L1) {
        readHead(fields);
        return;
    }
    const auto kind = std::ranges::find(kinds, type, &Kind::type);
    if (kind == kinds.end()) {
        QStringList known;
        for (const Kind &each : kinds)
            known.append(each.type);
        m_reading.refuse(
            Formats::tr("the type “%1” is not known; it must be one of these: %2.").arg(type, known.join(u", "_s)));
        return;
    }
    const QString id = idOf(fields, kind->type);
    kind->define(*this, id);
    m_rows[size_t(kind - kinds.begin())].append({m_reading.place, id, object});
}

void JsonLinesReader::readHead(Fields &fields)
{
    const qint64 version = fields.integer("version"_L1, 1, 1);
    if (m_hasHead)
        m_reading.refuse(Formats::tr("there is a second line of the type “pullquote”."));
    else if (version != 1)
        m_reading.refuse(
            Formats::tr("the file is written in version %1; this Pullquote reads version 1.").arg(version));
    m_hasHead = true;
    fields.finish();
}

QString JsonLinesReader::idOf(Fields &fields, const QString &what)
{
    QString given = fields.string("id"_L1);
    if (!given.isEmpty())
        return given;
    m_reading.remark(Formats::tr("a %1 has no id and got a new one").arg(what));
    return createUuidV7().toString(QUuid::WithoutBraces);
}

Result<Read> JsonLinesReader::read(const NamedFile &file)
{
    m_fileName = file.path;
    forEachJsonLine(file, m_reading, [this](const QJsonObject &object) { collect(object); });
    auto read = readRows();
    if (read && !m_hasHead) {
        read->remarks.append(
            Formats::tr("%1 has no line {\"type\":\"pullquote\",\"version\":1}; it was read as version 1.")
                .arg(m_fileName));
    }
    return read;
}

Result<Read> JsonLinesReader::read(const QList<JsonLine> &lines, Reading reading)
{
    m_reading = std::move(reading);
    for (const JsonLine &line : lines) {
        m_reading.place = line.place;
        if (!m_reading.failed())
            collect(line.object);
    }
    return readRows();
}

Result<Read> JsonLinesReader::readRows()
{
    for (size_t i = 0; i < kinds.size() && !m_reading.failed(); ++i) {
        for (const Row &row : std::as_const(m_rows[i])) {
            m_reading.place = row.place;
            Fields fields(row.object, kinds[i].type, m_reading);
            (void)fields.string("type"_L1);
            (void)fields.string("id"_L1);
            (this->*kinds[i].read)(fields, row.id);
            fields.finish();
            if (m_reading.failed())
                break;
        }
        if (kinds[i].type == "tag"_L1)
            checkTags(m_rows[i]);
        else if (kinds[i].type == "note"_L1)
            checkNotes(m_rows[i]);
    }
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    sortById(m_corpus);
    return Read{m_corpus, m_reading.remarks()};
}

Result<Read> readJsonLines(const QList<NamedFile> &files)
{
    if (files.size() != 1)
        return fail(Formats::tr("Pullquote JSONL is one file; here are %1.").arg(files.size()));
    return JsonLinesReader().read(files.first());
}

bool isJsonLines(QStringView, QByteArrayView beginning)
{
    return beginning.first(qMin(beginning.size(), 64))
        .toByteArray()
        .replace(' ', "")
        .contains(R"({"type":"pullquote")");
}

}
