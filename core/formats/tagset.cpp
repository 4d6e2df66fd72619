// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tagset.h"

#include "core/formats/fields.h"
#include "core/formats/palette.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

template <class T>
T idFrom(Fields &fields)
{
    const T id = T::fromString(fields.string("id"_L1));
    return id.isNull() ? T::create() : id;
}

Tag readTag(Fields &fields, const Corpus &corpus, Reading &reading)
{
    Tag tag;
    tag.id = idFrom<TagId>(fields);
    tag.tagset = corpus.tagsets.first().id;
    tag.name = fields.needed("name"_L1);
    if (const QString parent = fields.string("parent"_L1); !parent.isEmpty()) {
        const auto found = std::ranges::find(corpus.tags, parent, &Tag::name);
        if (found == corpus.tags.end())
            reading.refuse(
                Formats::tr("the tag “%1” stands under “%2”, which does not stand before it.").arg(tag.name, parent));
        else
            tag.parent = found->id;
    }
    tag.colour = fields.string("colour"_L1);
    static const QRegularExpression colour(u"\\A#[0-9a-fA-F]{6}\\z"_s);
    if (tag.colour.isEmpty())
        tag.colour = paletteColour(corpus.tags.size());
    else if (!colour.match(tag.colour).hasMatch())
        reading.refuse(Formats::tr("“colour” of a tag is “%1”, but it must look like #0072b2.").arg(tag.colour));
    tag.key = fields.string("key"_L1);
    tag.description = fields.string("description"_L1);
    tag.position = int(corpus.tags.size());
    for (Fields &each : fields.objects("attributes"_L1, Formats::tr("tag's attribute"))) {
        TagAttribute attribute;
        attribute.id = idFrom<AttributeId>(each);
        attribute.name = each.needed("name"_L1);
        attribute.kind = each.name("kind"_L1, std::optional(AttributeKind::Text));
        attribute.choices = each.strings("choices"_L1);
        tag.attributes.append(attribute);
    }
    return tag;
}

}

Result<Corpus> readTagset(const QByteArray &bytes, const QString &name)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &wrong);
    if (wrong.error != QJsonParseError::NoError)
        return fail(Formats::tr("%1 is no JSON file: %2.").arg(name, wrong.errorString()));

    Reading reading;
    reading.place = name;
    Fields fields(document.object(), Formats::tr("tagset"), reading);
    if (fields.string("format"_L1) != "pullquote-tagset"_L1 || fields.integer("version"_L1, 1, 1) != 1)
        return fail(Formats::tr("%1 is no tagset of version 1.").arg(name));

    Corpus corpus;
    corpus.tagsets.append({idFrom<TagsetId>(fields), fields.needed("name"_L1), fields.string("description"_L1)});
    for (Fields &each : fields.objects("tags"_L1, Formats::tr("tag"))) {
        const Tag tag = readTag(each, corpus, reading);
        if (std::ranges::contains(corpus.tags, tag.name, &Tag::name))
            reading.refuse(Formats::tr("there are two tags with the name “%1”.").arg(tag.name));
        corpus.tags.append(tag);
    }
    if (reading.failed())
        return std::unexpected(reading.error());
    return corpus;
}

}
