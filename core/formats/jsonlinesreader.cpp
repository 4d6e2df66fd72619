// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlinesreader.h"

#include "core/formats/jsonlines.h"
#include "core/formats/order.h"
#include "core/formats/words.h"

#include <QJsonDocument>
#include <QJsonParseError>

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
    KIND("claim", m_claims, readClaim),
    KIND("link", m_links, readLink),
    KIND("evidence", m_evidence, readEvidence),
    KIND("verdict", m_verdicts, readVerdict),
    KIND("signOff", m_signOffs, readSignOff),
    KIND("note", m_notes, readNote),
};

#undef KIND

void JsonLinesReader::parse(const QByteArray &bytes)
{
    qsizetype begin = 0;
    if (bytes.startsWith("\xef\xbb\xbf")) {
        begin = 3;
        m_reading.remarkOnAll(Formats::tr("A byte order mark at the beginning of %1 was skipped").arg(m_fileName));
    }
    for (qint64 line = 1; begin < bytes.size() && !m_reading.failed(); ++line) {
        qsizetype end = bytes.indexOf('\n', begin);
        if (end < 0)
            end = bytes.size();
        QByteArray one = bytes.sliced(begin, end - begin);
        if (one.endsWith('\r'))
            one.chop(1);
        m_reading.goTo(m_fileName, line);
        if (!one.trimmed().isEmpty())
            parseLine(one);
        begin = end + 1;
    }
}

void JsonLinesReader::parseLine(const QByteArray &bytes)
{
    const QUtf8StringView utf8(bytes);
    if (!utf8.isValidUtf8()) {
        m_reading.refuse(Formats::tr("these bytes are not valid UTF-8. Save the file in UTF-8."));
        return;
    }
    if (bytes.contains("\xef\xbb\xbf")) { // which Qt would skip where a string begins with it
        parseLine(QByteArray(bytes).replace("\xef\xbb\xbf", "\\ufeff"));
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        // The offset is in bytes and stands behind the character that does not fit.
        const QByteArray before = bytes.first(qMin(qsizetype(error.offset), bytes.size()));
        const qsizetype column = qMax(qsizetype(1), Text(QString::fromUtf8(before)).length());
        m_reading.refuse(Formats::tr("column %1: this is not sound JSON (%2). Each line must hold one whole object.")
                             .arg(column)
                             .arg(error.errorString()));
        return;
    }
    if (!document.isObject()) {
        m_reading.refuse(Formats::tr("this is JSON, but no object. Each line must hold one whole object."));
        return;
    }
    collect(document.object());
}

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
    parse(file.bytes);
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

}
