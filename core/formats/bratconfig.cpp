// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/bratconfig.h"

#include "core/formats/json.h"
#include "core/formats/jsonlines.h"
#include "core/formats/jsonlineswriter.h"
#include "core/formats/plainnames.h"

#include <QJsonDocument>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

const QString stateAttribute = u"State"_s;

QString capitalised(QString name)
{
    name[0] = name[0].toUpper();
    return name;
}

/// The values that an attribute has or could have, each once, in order.
QStringList valuesOf(const TagAttribute &attribute, const QHash<AttributeId, QStringList> &used)
{
    QStringList values = attribute.choices;
    if (attribute.kind == AttributeKind::Boolean)
        values += {u"true"_s, u"false"_s};
    values += used.value(attribute.id);
    values.removeDuplicates();
    return values;
}

}

BratNames BratNames::of(const Corpus &corpus)
{
    QHash<AttributeId, QStringList> used;
    for (const Passage &passage : corpus.passages) {
        for (const AttributeValue &value : passage.attributes)
            used[value.attribute].append(value.value);
    }
    BratNames names;
    PlainNames types(u'_');
    for (const auto kind :
         {ClaimKind::Quote, ClaimKind::Contribution, ClaimKind::Fact, ClaimKind::Opinion, ClaimKind::Prediction})
        (void)types.take(bratType(kind), {});
    for (const QLatin1StringView link : pq::names<LinkKind>())
        (void)types.take(link, {});
    PlainNames attributes(u'_');
    for (const QString &reserved : {stateAttribute, u"Summary"_s, u"AnnotatorNotes"_s})
        (void)attributes.take(reserved, {});

    for (const Tag &tag : corpus.tags) {
        names.types.insert(tag.id, types.take(tag.name, u"Tag"_s));
        for (const TagAttribute &attribute : tag.attributes) {
            names.attributes.insert(attribute.id, attributes.take(attribute.name, u"Attribute"_s));
            if (isBratNote(attribute))
                continue;
            PlainNames tokens(u'_');
            QHash<QString, QString> &ofValue = names.tokens[attribute.id];
            for (const QStringList values = valuesOf(attribute, used); const QString &value : values)
                ofValue.insert(value, tokens.take(value, u"value"_s));
        }
    }
    return names;
}

QString bratType(ClaimKind kind)
{
    return capitalised(nameOf(kind)) + u"-claim"_s;
}

std::optional<ClaimKind> claimKindOfBratType(QStringView type)
{
    const QString name = type.toString().toLower();
    return fromName<ClaimKind>(name.endsWith(u"-claim") ? QStringView(name).chopped(6) : QStringView(name));
}

QString bratRole(ParticipantRole role)
{
    return role == ParticipantRole::Source ? u"Source-entity"_s : capitalised(nameOf(role));
}

QString bratRole(PassageRole role)
{
    return capitalised(nameOf(role));
}

namespace {

/// The types as a tree, a tab for each level, so that brat shows them as one.
void appendTypes(QByteArray &conf, const Corpus &corpus, const BratNames &names)
{
    QHash<TagId, QList<const Tag *>> children;
    for (const Tag &tag : corpus.tags)
        children[tag.parent].append(&tag);
    QSet<TagId> done;
    const auto append = [&](this const auto &self, const Tag &tag, int depth) -> void {
        if (done.contains(tag.id))
            return;
        done.insert(tag.id);
        conf += QByteArray(depth, '\t') + names.types.value(tag.id).toUtf8() + '\n';
        for (const QList<const Tag *> below = children.value(tag.id); const Tag *child : below)
            self(*child, depth + 1);
    };
    for (const QList<const Tag *> roots = children.value(TagId()); const Tag *root : roots)
        append(*root, 0);
    for (const Tag &tag : corpus.tags)
        append(tag, 0);
}

QByteArray typesAndAttributes(const Corpus &corpus, const BratNames &names)
{
    QByteArray conf = "[entities]\n";
    appendTypes(conf, corpus, names);
    conf += "\n[relations]\n";
    for (const QLatin1StringView link : pq::names<LinkKind>())
        conf += capitalised(link).toUtf8() + "\tArg1:<EVENT>, Arg2:<EVENT>\n";
    conf += "\n[events]\n";
    for (size_t kind = 0; kind < pq::names<ClaimKind>().size(); ++kind) {
        QStringList roles;
        for (size_t role = 0; role < pq::names<PassageRole>().size(); ++role)
            roles.append(bratRole(PassageRole(role)) + u"*:<ENTITY>"_s);
        for (size_t role = 0; role < pq::names<ParticipantRole>().size(); ++role)
            roles.append(bratRole(ParticipantRole(role)) + u"*:<ENTITY>"_s);
        conf += bratType(ClaimKind(kind)).toUtf8() + '\t' + roles.join(u", "_s).toUtf8() + '\n';
    }
    conf += "\n[attributes]\n" + stateAttribute.toUtf8() + "\tArg:<ANY>, Value:suggested|rejected\n";
    for (const Tag &tag : corpus.tags) {
        for (const TagAttribute &attribute : tag.attributes) {
            if (isBratNote(attribute))
                continue;
            QStringList tokens = names.tokens.value(attribute.id).values();
            tokens.sort();
            // brat shows no attribute without values to choose from.
            if (!tokens.isEmpty()) {
                conf += names.attributes.value(attribute.id).toUtf8() + "\tArg:" + names.types.value(tag.id).toUtf8()
                    + ", Value:" + tokens.join(u'|').toUtf8() + '\n';
            }
        }
    }
    return conf;
}

}

QList<NamedFile> bratConfiguration(const Corpus &corpus, const BratNames &names)
{
    QByteArray conf = "# Made by Pullquote. brat reads what stands in sections; the comments are for Pullquote.\n";
    for (const Tagset &tagset : corpus.tagsets)
        conf += "#pullquote " + jsonLine(tagset);
    for (const Tag &tag : corpus.tags)
        conf += "#pullquote " + jsonLine(tag);
    for (const Tag &tag : corpus.tags) {
        conf += "#type " + names.types.value(tag.id).toUtf8() + ' ' + tag.id.toString().toLatin1() + '\n';
        for (const TagAttribute &attribute : tag.attributes) {
            const QByteArray name = names.attributes.value(attribute.id).toUtf8();
            conf += "#attribute " + name + ' ' + attribute.id.toString().toLatin1() + '\n';
            const QHash<QString, QString> tokens = names.tokens.value(attribute.id);
            QStringList values = tokens.keys();
            values.sort();
            for (const QString &value : std::as_const(values)) {
                JsonWriter json(JsonWriter::Compact);
                json.beginArray();
                json.value(value);
                json.end();
                conf += "#value " + name + ' ' + tokens.value(value).toUtf8() + ' ' + json.bytes() + '\n';
            }
        }
    }
    conf += '\n' + typesAndAttributes(corpus, names);

    QByteArray visual = "[labels]\n";
    QByteArray drawing = "\n[drawing]\n";
    for (const Tag &tag : corpus.tags) {
        const QByteArray type = names.types.value(tag.id).toUtf8();
        visual += type + " | " + tag.name.simplified().replace(u'|', u'/').toUtf8() + '\n';
        drawing += type + "\tbgColor:" + tag.colour.toLatin1() + '\n';
    }
    return {{u"annotation.conf"_s, conf}, {u"visual.conf"_s, visual + drawing}};
}

BratTags readBratConfiguration(const NamedFile &file, Reading &reading)
{
    BratTags tags;
    const QList<QByteArray> lines = file.bytes.split('\n');
    // The other lines stay as empty ones, so that messages give the right number.
    QByteArray jsonLines;
    bool hasJson = false;
    for (QByteArray line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        const bool isJson = line.startsWith("#pullquote ");
        hasJson = hasJson || isJson;
        jsonLines += (isJson ? line.sliced(11) : QByteArray()) + '\n';
        const QStringList words = QString::fromUtf8(line).split(u' ');
        if (words.size() == 3 && words[0] == u"#type")
            tags.types.insert(words[1], TagId::fromString(words[2]));
        else if (words.size() == 3 && words[0] == u"#attribute")
            tags.attributes.insert(words[1], AttributeId::fromString(words[2]));
        else if (words.size() >= 4 && words[0] == u"#value") {
            const QByteArray json = words.sliced(3).join(u' ').toUtf8();
            tags.values[words[1]].insert(words[2], QJsonDocument::fromJson(json).array().at(0).toString());
        }
    }
    if (hasJson) {
        const auto read = readJsonLines({{file.path, jsonLines}});
        if (!read) {
            reading.place.clear();
            reading.refuse(read.error().message);
            return tags;
        }
        tags.tagsets = read->corpus.tagsets;
        tags.tags = read->corpus.tags;
    }
    // Whoever edited the comments by hand may have broken what they say together.
    QSet<TagId> known;
    QSet<AttributeId> knownAttributes;
    for (const Tag &tag : std::as_const(tags.tags)) {
        known.insert(tag.id);
        for (const TagAttribute &attribute : tag.attributes)
            knownAttributes.insert(attribute.id);
    }
    tags.types.removeIf([&](const auto &each) { return !known.contains(each.value()); });
    tags.attributes.removeIf([&](const auto &each) { return !knownAttributes.contains(each.value()); });
    return tags;
}

}
