// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/spacy.h"

#include "core/formats/jsonread.h"
#include "core/formats/labelled/labelled.h"
#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr auto formatId = "spacy-jsonl";
constexpr auto entities = "ents"_L1; ///< as a group

/// The text with its members; of the old pairs, ["text", {"entities": [[0, 5, "label"]]}], one object.
QJsonObject objectOf(const QJsonValue &value, Reading &reading)
{
    if (value.isObject())
        return value.toObject();
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2 || !pair[0].isString() || !pair[1].isObject()) {
        reading.refuse(Formats::tr(
            "this is JSON, but no object, nor a pair such as [\"text\", {\"entities\": [[0, 5, \"label\"]]}]."));
        return {};
    }
    QJsonObject object = pair[1].toObject();
    object.insert("text"_L1, pair[0]);
    return object;
}

bool areSpans(const QJsonArray &values)
{
    return std::ranges::all_of(
        values, [](const QJsonValue &each) { return each.isArray() || each.toObject().contains("start"_L1); });
}

LabelledText textOf(const QJsonObject &object, Reading &reading)
{
    LabelledText text{.place = reading.place, .text = readText(object, reading), .rest = object};
    const auto add = [&](const QJsonArray &spans, const QString &group) {
        for (const auto &each : spans) {
            LabelledSpan span = readSpan(each, {"start"_L1, "end"_L1, "label"_L1}, reading);
            if (!group.isEmpty())
                span.more.insert("group"_L1, group);
            text.spans.append(span);
        }
    };
    if (object.value("spans"_L1).isObject()) {
        const QJsonObject groups = object.value("spans"_L1).toObject();
        for (auto group = groups.constBegin(); group != groups.constEnd(); ++group)
            add(readArray(groups, group.key(), reading), group.key());
    } else {
        add(readArray(object, "spans"_L1, reading), {});
    }
    add(readArray(object, entities, reading), entities);
    // As pairs, and those who train with them, call them.
    if (const QJsonArray spans = object.value("entities"_L1).toArray(); !spans.isEmpty() && areSpans(spans)) {
        add(spans, {});
        text.rest.remove("entities"_L1);
        if (spans.first().isArray() && !object.contains("spans"_L1))
            text.rest.insert(spanArrays, u"entities"_s);
    }
    remarkOnLabelsOfTexts(object, u"cats"_s, reading);
    text.rest.remove("text"_L1);
    text.rest.remove("spans"_L1);
    text.rest.remove(entities);
    return text;
}

QString groupOf(const PassageToWrite &passage)
{
    const QJsonValue group = passage.attributes.value("group"_L1);
    return group.isUndefined() || group.isString() ? group.toString() : QString::fromUtf8(compactJson(group));
}

void writeSpans(JsonWriter &json, const QList<PassageToWrite> &passages, const QString &group)
{
    for (const PassageToWrite &each : passages) {
        if (groupOf(each) != group)
            continue;
        QJsonObject attributes = each.attributes;
        attributes.remove("group"_L1);
        json.beginObject();
        json.member("start"_L1, qint64(each.span.begin.value));
        json.member("end"_L1, qint64(each.span.end.value));
        json.member("label"_L1, each.label);
        json.member("text"_L1, each.words);
        writeMembers(json, attributes);
        json.end();
    }
}

}

Result<Read> readSpacy(const QList<NamedFile> &files)
{
    if (files.size() != 1)
        return fail(Formats::tr("spaCy JSONL is one file; here are %1.").arg(files.size()));
    const NamedFile &file = files.first();
    Reading reading;
    QList<LabelledText> texts;
    const auto add = [&](const QJsonValue &value) {
        if (const QJsonObject object = objectOf(value, reading); !reading.failed())
            texts.append(textOf(object, reading));
    };
    forEachJsonValue(file, reading, [&](const QJsonValue &value) {
        // Annotators of several kinds write all pairs into one object, and null where nobody was.
        if (!value.isObject() || !value["annotations"_L1].isArray() || value.toObject().contains("text"_L1)) {
            add(value);
            return;
        }
        if (value.toObject().size() > 1)
            reading.remark(Formats::tr("what stands beside “annotations” was left out"));
        qint64 number = 0;
        for (const QJsonArray all = value["annotations"_L1].toArray(); const auto &each : all) {
            reading.place = Formats::tr("%1, object %2").arg(file.path, QString::number(++number));
            if (!each.isNull() && !reading.failed())
                add(each);
        }
    });
    return readLabelled(texts, {.format = formatId, .tagset = u"spaCy"_s, .file = file.path}, reading);
}

namespace {

Result<Written> writeNamed(const Corpus &corpus, LabelledNames &names)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    const LabelledRoom room{.format = formatId,
                            .reserved = {u"start"_s, u"end"_s, u"label"_s, u"text"_s},
                            .reservedOfTexts = {u"text"_s, u"spans"_s, u"ents"_s}};
    QByteArray bytes;
    LabelledCorpus all = toWrite(corpus, room, names, losses);
    for (TextToWrite &text : all.texts) {
        JsonWriter json(JsonWriter::Compact);
        if (writeWithSpanArrays(json, text)) {
            bytes += json.bytes() + '\n';
            continue;
        }
        QStringList groups;
        for (const PassageToWrite &each : text.passages) {
            const QString group = groupOf(each);
            if (!group.isEmpty() && group != entities && !groups.contains(group))
                groups.append(group);
            if (each.attributes.contains("group"_L1) && group.isEmpty())
                losses.add(Aspect::Attributes, Formats::tr("groups of spans without a name"), each.passage->id);
        }
        json.beginObject();
        json.member("text"_L1, text.version->text.string());
        if (groups.isEmpty()) {
            json.beginArray("spans"_L1);
            writeSpans(json, text.passages, {});
            json.end();
        } else {
            json.beginObject("spans"_L1);
            for (const QString &group : QStringList{QString()} + groups) {
                json.key(group);
                json.beginArray();
                writeSpans(json, text.passages, group);
                json.end();
            }
            json.end();
        }
        if (std::ranges::contains(text.passages, QString(entities), groupOf)) {
            json.beginArray(entities);
            writeSpans(json, text.passages, entities);
            json.end();
        }
        writeMeta(json, text);
        writeMembers(json, text.rest);
        json.end();
        bytes += json.bytes() + '\n';
    }
    return Written{{{u"texts.jsonl"_s, bytes}}, losses.report()};
}

}

Result<Written> writeSpacy(const Corpus &corpus, const WriteOptions &)
{
    return LabelledWriter(writeNamed).write(corpus);
}

std::unique_ptr<SeriesWriter> spacySeries()
{
    return std::make_unique<LabelledWriter>(writeNamed);
}

bool isSpacy(QStringView name, QByteArrayView beginning)
{
    if (!name.endsWith(u".jsonl") && !name.endsWith(u".json"))
        return false;
    // In pairs nothing but "entities" has a name.
    const QByteArray plain = beginning.toByteArray().simplified().replace(' ', "");
    return (hasMembers(beginning, {"text"})
            && (hasMembers(beginning, {"spans", "start"}) || hasMembers(beginning, {"ents", "start"})))
        || plain.contains(",{\"entities\":[");
}

}
