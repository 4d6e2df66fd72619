// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/casrest.h"

#include "core/formats/uima/casjson.h"

#include <QJsonDocument>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

void writeMap(JsonWriter &json, QLatin1StringView key, const QHash<qint64, QString> &map)
{
    QList<qint64> ids = map.keys();
    std::ranges::sort(ids);
    json.beginObject(key);
    for (const qint64 id : std::as_const(ids)) {
        json.key(QString::number(id));
        json.value(map.value(id));
    }
    json.end();
}

QHash<qint64, QString> readMap(const QJsonObject &object)
{
    QHash<qint64, QString> map;
    for (auto each = object.constBegin(); each != object.constEnd(); ++each)
        map.insert(each.key().toLongLong(), each.value().toString());
    return map;
}

}

QString CasRest::content() const
{
    JsonWriter json(JsonWriter::Compact);
    json.beginObject();
    json.member("version"_L1, version);
    json.member("name"_L1, name);
    json.member("sofa"_L1, sofa);
    json.key(u"cas");
    writeCas(json, cas, CasValues::AsText);
    writeMap(json, "objects"_L1, objects);
    writeMap(json, "types"_L1, types);
    json.beginArray("hidden"_L1);
    for (const qint64 each : hidden)
        json.value(each);
    json.end();
    json.end();
    return QString::fromUtf8(json.bytes());
}

namespace {

/// What CAS JSON has no place for: the values that types of strings allow, and the order of layers and their features,
/// which is somebody's.
void writeMore(JsonWriter &json, const TypeSystem &types)
{
    json.beginObject("allowed"_L1);
    for (const CasType &type : types.types()) {
        if (type.allowedValues.isEmpty())
            continue;
        json.key(type.name);
        json.beginArray();
        for (const QString &value : type.allowedValues)
            json.value(value);
        json.end();
    }
    json.end();
    json.beginArray("order"_L1);
    for (const CasType &type : types.types()) {
        json.beginArray();
        json.value(type.name);
        for (const CasFeature &feature : type.features)
            json.value(feature.name);
        json.end();
    }
    json.end();
}

TypeSystem ordered(const TypeSystem &types, const QJsonArray &order, const QJsonObject &allowed)
{
    TypeSystem all;
    for (const auto &each : order) {
        const QStringList names = each.toVariant().toStringList();
        const auto type = std::ranges::find(types.types(), names.value(0), &CasType::name);
        if (type == types.types().end())
            continue;
        CasType sorted = *type;
        std::ranges::stable_sort(sorted.features, {},
                                 [&names](const CasFeature &feature) { return names.indexOf(feature.name, 1); });
        sorted.allowedValues = allowed.value(type->name).toVariant().toStringList();
        all.add(sorted);
    }
    all.add(types);
    return all;
}

}

Remainder remainderOf(const TypeSystem &types, const QString &format)
{
    JsonWriter json(JsonWriter::Compact);
    json.beginObject();
    json.key(u"typeSystem");
    writeTypes(json, types);
    writeMore(json, types);
    json.end();
    static const QUuid space = QUuid::createUuidV5(QUuid(), u"https://pullquote.org/uima"_s);
    return {RemainderId::fromBytes(QUuid::createUuidV5(space, format.toUtf8() + json.bytes()).toRfc4122()),
            {},
            format,
            QString::fromUtf8(json.bytes())};
}

CasRests::CasRests(const Corpus &corpus)
{
    for (const Remainder &remainder : corpus.remainders) {
        if (remainder.format != "uima-xmi"_L1 && remainder.format != "uima-json"_L1
            && remainder.format != "webanno-tsv"_L1)
            continue;
        const QJsonObject object = QJsonDocument::fromJson(remainder.content.toUtf8()).object();
        Reading reading;
        if (object.contains("typeSystem"_L1)) {
            const TypeSystem kept = ordered(readTypes(object.value("typeSystem"_L1).toObject(), reading),
                                            object.value("order"_L1).toArray(), object.value("allowed"_L1).toObject());
            if (!reading.failed()) {
                types.add(kept);
                understood.insert(remainder.id);
            }
            continue;
        }
        CasRest rest{remainder.id,
                     VersionId::fromString(object.value("version"_L1).toString()),
                     remainder.format,
                     object.value("name"_L1).toString(),
                     object.value("sofa"_L1).toInteger(),
                     readCas(object.value("cas"_L1).toObject(), reading),
                     readMap(object.value("objects"_L1).toObject()),
                     readMap(object.value("types"_L1).toObject())};
        for (const QJsonArray ids = object.value("hidden"_L1).toArray(); const auto &id : ids)
            rest.hidden.append(id.toInteger());
        const bool isKnown = std::ranges::contains(corpus.versions, rest.version, &Version::id);
        if (reading.failed() || (!rest.version.isNull() && (!isKnown || texts.contains(rest.version))))
            continue;
        understood.insert(remainder.id);
        if (rest.version.isNull())
            textless.append(rest);
        else
            texts.insert(rest.version, rest);
    }
}

}
