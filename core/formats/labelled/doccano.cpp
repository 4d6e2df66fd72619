// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/doccano.h"

#include "core/formats/jsonread.h"
#include "core/formats/labelled/labelled.h"
#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr auto formatId = "doccano-jsonl";

/// Whether these are spans, and not the labels of a whole text.
bool areSpans(const QJsonValue &labels)
{
    const QJsonArray array = labels.toArray();
    return labels.isArray() && std::ranges::none_of(array, [](const QJsonValue &each) {
               return each.isString() || (each.isObject() && !each.toObject().contains("start_offset"_L1));
           });
}

/// Who marked an entity, of the members that versions of doccano and its kin name them in.
QString takeMaker(QJsonObject &entity)
{
    QString name;
    for (const QLatin1StringView key : {"user"_L1, "username"_L1, "user_name"_L1}) {
        const QJsonValue user = entity.take(key);
        if (user.isString())
            name = user.toString();
        else if (user.isDouble())
            name = QString::fromUtf8(compactJson(user));
    }
    return name;
}

void readRelations(const QJsonObject &object, const QHash<QString, qsizetype> &places, LabelledText &text,
                   Reading &reading)
{
    for (const QJsonArray relations = readArray(object, u"relations"_s, reading); const auto &each : relations) {
        if (!each.isObject()) {
            reading.refuse(Formats::tr("a relation must be an object with “from_id”, “to_id” and “type”."));
            return;
        }
        QJsonObject more = each.toObject();
        more.remove("id"_L1);
        const auto end = [&](QLatin1StringView key) {
            const QString id = QString::fromUtf8(compactJson(more.take(key)));
            const auto place = places.constFind(id);
            if (place == places.cend())
                reading.refuse(
                    Formats::tr("“%1” of a relation is %2, but no entity of this text has that id.").arg(key, id));
            return place == places.cend() ? 0 : *place;
        };
        const qsizetype from = end("from_id"_L1);
        const qsizetype to = end("to_id"_L1);
        const QJsonValue type = more.take("type"_L1);
        if (!type.isString() && !type.isUndefined() && !type.isNull())
            reading.refuse(Formats::tr("“type” of a relation must be a string."));
        text.arrows.append({.from = from, .to = to, .label = type.toString(), .more = more});
    }
}

LabelledText textOf(const QJsonObject &object, Reading &reading)
{
    LabelledText text{.place = reading.place, .text = readText(object, reading), .rest = object};
    QHash<QString, qsizetype> places; ///< of entities, by id
    const auto add = [&](const QString &key) {
        for (const QJsonArray spans = readArray(object, key, reading); const auto &each : spans) {
            LabelledSpan span = readSpan(each, {"start_offset"_L1, "end_offset"_L1, "label"_L1}, reading);
            if (const QJsonValue name = span.more.take("label_name"_L1); name.isString())
                span.label = name.toString(); // “label” is a number beside it
            span.annotator = takeMaker(span.more);
            if (const QJsonValue id = span.more.take("id"_L1); !id.isUndefined())
                places.insert(QString::fromUtf8(compactJson(id)), text.spans.size());
            text.spans.append(span);
        }
        text.rest.remove(key);
        const QJsonArray spans = object.value(key).toArray();
        if (spans.isEmpty() ? key.startsWith("label"_L1) : spans.first().isArray())
            text.rest.insert(spanArrays, key);
    };
    for (const QString &key : {u"entities"_s, u"label"_s, u"labels"_s, u"annotations"_s}) {
        if (key == "entities"_L1 || areSpans(object.value(key)))
            add(key);
        else
            remarkOnLabelsOfTexts(object, key, reading);
    }
    remarkOnLabelsOfTexts(object, u"cats"_s, reading);
    readRelations(object, places, text, reading);
    text.rest.remove("text"_L1);
    text.rest.remove("relations"_L1);
    return text;
}

/// Whether whoever is told no words finds that code points are counted.
bool showsHowItCounts(const TextToWrite &text)
{
    QList<CountedSpan> spans;
    for (const PassageToWrite &each : text.passages)
        spans.append({each.span.begin.value, each.span.end.value, {}});
    return CountedText(text.version->text.string()).findCounting(spans, {}).counting == Counting{};
}

void write(JsonWriter &json, TextToWrite &text, const QHash<AnnotatorId, QString> &annotators)
{
    if (text.rest.contains(spanArrays) && !showsHowItCounts(text))
        text.rest.remove(spanArrays);
    if (writeWithSpanArrays(json, text))
        return;
    json.beginObject();
    json.member("text"_L1, text.version->text.string());
    json.beginArray("entities"_L1);
    for (qsizetype i = 0; i < text.passages.size(); ++i) {
        const PassageToWrite &each = text.passages[i];
        json.beginObject();
        json.member("id"_L1, qint64(i));
        json.member("start_offset"_L1, qint64(each.span.begin.value));
        json.member("end_offset"_L1, qint64(each.span.end.value));
        json.member("label"_L1, each.label);
        json.member("text"_L1, each.words);
        if (!each.passage->annotator.isNull())
            json.member("user"_L1, annotators.value(each.passage->annotator));
        writeMembers(json, each.attributes);
        json.end();
    }
    json.end();
    json.beginArray("relations"_L1);
    for (qsizetype i = 0; i < text.relations.size(); ++i) {
        const RelationToWrite &each = text.relations[i];
        json.beginObject();
        json.member("id"_L1, qint64(i));
        json.member("from_id"_L1, qint64(each.from));
        json.member("to_id"_L1, qint64(each.to));
        json.member("type"_L1, each.relation->label);
        writeMembers(json, each.values);
        json.end();
    }
    json.end();
    writeMeta(json, text);
    writeMembers(json, text.rest);
    json.end();
}

}

Result<Read> readDoccano(const QList<NamedFile> &files)
{
    if (files.size() != 1)
        return fail(Formats::tr("doccano JSONL is one file; here are %1.").arg(files.size()));
    const NamedFile &file = files.first();
    Reading reading;
    QList<LabelledText> texts;
    forEachJsonObject(file, reading, [&](const QJsonObject &object) { texts.append(textOf(object, reading)); });
    return readLabelled(texts, {.format = formatId, .tagset = u"doccano"_s, .file = file.path, .unitIsKnown = false},
                        reading);
}

namespace {

Result<Written> writeNamed(const Corpus &corpus, LabelledNames &names)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    const LabelledRoom room{
        .format = formatId,
        .reserved = {u"id"_s, u"start_offset"_s, u"end_offset"_s, u"label"_s, u"label_name"_s, u"text"_s, u"user"_s,
                     u"username"_s, u"user_name"_s},
        .reservedOfArrows = {u"id"_s, u"from_id"_s, u"to_id"_s, u"type"_s},
        .reservedOfTexts = {u"text"_s, u"entities"_s, u"relations"_s},
        .makers = true,
        .arrows = true,
    };
    LabelledCorpus all = toWrite(corpus, room, names, losses);
    QSet<AnnotatorId> named;
    QByteArray bytes;
    for (TextToWrite &text : all.texts) {
        for (const PassageToWrite &each : std::as_const(text.passages)) {
            named.insert(each.passage->annotator);
            if (each.passage->created != Timestamp())
                losses.add(Aspect::Maker, Formats::tr("when passages were marked"), each.passage->id);
        }
        for (const RelationToWrite &each : std::as_const(text.relations)) {
            if (each.relation->created != Timestamp() || !each.relation->annotator.isNull())
                losses.add(Aspect::Maker, Formats::tr("who made relations, and when"), each.relation->id);
        }
        JsonWriter json(JsonWriter::Compact);
        write(json, text, all.annotators);
        bytes += json.bytes() + '\n';
    }
    reportAnnotators(corpus, all, named, losses);
    return Written{{{u"texts.jsonl"_s, bytes}}, losses.report()};
}

}

Result<Written> writeDoccano(const Corpus &corpus, const WriteOptions &)
{
    return LabelledWriter(writeNamed).write(corpus);
}

std::unique_ptr<SeriesWriter> doccanoSeries()
{
    return std::make_unique<LabelledWriter>(writeNamed);
}

bool isDoccano(QStringView name, QByteArrayView beginning)
{
    if (!name.endsWith(u".jsonl") && !name.endsWith(u".json"))
        return false;
    const QByteArray plain = beginning.toByteArray().replace(' ', "");
    return hasMembers(beginning, {"text", "start_offset"})
        || (hasMembers(beginning, {"text"})
            && (plain.contains("\"label\":[[") || plain.contains("\"labels\":[[") || plain.contains("\"entities\":[[")
                || plain.contains("\"label\":[]") || plain.contains("\"entities\":[]")));
}

}
