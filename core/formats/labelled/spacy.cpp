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

LabelledText textOf(const QJsonObject &object, Reading &reading)
{
    LabelledText text{.place = reading.place, .text = readText(object, reading), .rest = object};
    const auto add = [&](const QJsonArray &spans, const QString &group) {
        for (const QJsonValue &each : spans) {
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
    forEachJsonObject(file, reading, [&](const QJsonObject &object) { texts.append(textOf(object, reading)); });
    return readLabelled(texts, {.format = formatId, .tagset = u"spaCy"_s, .file = file.path}, reading);
}

Result<Written> writeSpacy(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    const LabelledRoom room{.format = formatId,
                            .reserved = {u"start"_s, u"end"_s, u"label"_s, u"text"_s},
                            .reservedOfTexts = {u"text"_s, u"spans"_s, u"ents"_s}};
    QByteArray bytes;
    for (const LabelledCorpus all = toWrite(corpus, room, losses); const TextToWrite &text : all.texts) {
        QStringList groups;
        for (const PassageToWrite &each : text.passages) {
            const QString group = groupOf(each);
            if (!group.isEmpty() && group != entities && !groups.contains(group))
                groups.append(group);
            if (each.attributes.contains("group"_L1) && group.isEmpty())
                losses.add(Aspect::Attributes, Formats::tr("groups of spans without a name"), each.passage->id);
        }
        JsonWriter json(JsonWriter::Compact);
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

bool isSpacy(QStringView name, QByteArrayView beginning)
{
    return (name.endsWith(u".jsonl") || name.endsWith(u".json")) && hasMembers(beginning, {"text"})
        && (hasMembers(beginning, {"spans", "start"}) || hasMembers(beginning, {"ents", "start"}));
}

}
