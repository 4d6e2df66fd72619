// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratconfig.h"

#include "core/formats/brat/bratentries.h"
#include "core/formats/jsonlines/jsonlines.h"
#include "core/formats/palette.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Tags from other people's sections.
class BratTypes
{
public:
    BratTypes(BratTags &tags, const QString &annotation, const QString &visual)
        : m_tags(tags), m_annotation(bratSections(annotation)), m_visual(bratSections(visual))
    {
    }
    void read();

private:
    void readTypes(const QString &heading, bool areEvents);
    void readAttribute(const BratEntry &entry);
    void readLabels();
    void readColours();
    [[nodiscard]] QSet<QString> typesOf(const QStringList &names) const;
    [[nodiscard]] Tag *tagOf(const QString &type);

    BratTags &m_tags;
    QHash<QString, QStringList> m_annotation;
    QHash<QString, QStringList> m_visual;
    QSet<QString> m_entities;
    QSet<QString> m_events;
};

Tag *BratTypes::tagOf(const QString &type)
{
    const auto found = std::ranges::find(m_tags.tags, m_tags.types.value(type), &Tag::id);
    return found == m_tags.tags.end() ? nullptr : &*found;
}

/// What stands further in is one of the kind of what stands above it.
void BratTypes::readTypes(const QString &heading, bool areEvents)
{
    QList<std::pair<qsizetype, TagId>> above; // depth, none for a type of claims
    for (const QList<BratEntry> entries = bratEntries(m_annotation.value(heading)); const BratEntry &entry : entries) {
        while (!above.isEmpty() && above.last().first >= entry.depth)
            above.removeLast();
        const QString type = entry.type();
        QStringList roles;
        for (const auto &[role, types] : entry.arguments)
            roles.append(role);
        if (areEvents && claimKindOfBratEvent(type, roles)) {
            above.append({entry.depth, TagId()});
            continue;
        }
        (areEvents ? m_events : m_entities).insert(type);
        TagId id = m_tags.types.value(type);
        if (id.isNull()) {
            if (m_tags.tagsets.isEmpty())
                m_tags.tagsets.append({TagsetId::create(), u"brat"_s, {}});
            Tag tag;
            tag.id = id = TagId::create();
            tag.tagset = m_tags.tagsets.first().id;
            tag.parent = above.isEmpty() ? TagId() : above.last().second;
            tag.name = entry.terms.first();
            tag.colour = paletteColour(m_tags.tags.size());
            tag.position = int(m_tags.tags.size());
            m_tags.tags.append(tag);
            m_tags.types.insert(type, id);
        }
        above.append({entry.depth, id});
    }
}

QSet<QString> BratTypes::typesOf(const QStringList &names) const
{
    QSet<QString> all;
    for (const QString &name : names) {
        if (name == u"<ANY>" || name == u"<ENTITY>")
            all.unite(m_entities);
        if (name == u"<ANY>" || name == u"<EVENT>")
            all.unite(m_events);
        all.insert(bratStored(name));
    }
    return all;
}

void BratTypes::readAttribute(const BratEntry &entry)
{
    const QString name = entry.type();
    const QSet<QString> types = typesOf(entry.values(u"Arg"));
    const QStringList values = entry.values(u"Value");
    // What we say with it ourselves is no question that a tag asks.
    if (name == u"State"
        && std::ranges::all_of(values, [](const QString &value) { return fromName<State>(value).has_value(); }))
        return;
    for (Tag &tag : m_tags.tags) {
        if (!types.contains(m_tags.types.key(tag.id)))
            continue;
        // It may stand on several lines.
        auto known = std::ranges::find(tag.attributes, name, &TagAttribute::name);
        if (known == tag.attributes.end()) {
            tag.attributes.append({AttributeId::create(), name, AttributeKind::Boolean, {}});
            known = std::prev(tag.attributes.end());
            m_tags.attributes[name].append(known->id);
        }
        known->choices += values;
        known->choices.removeDuplicates();
        if (!known->choices.isEmpty())
            known->kind = AttributeKind::Choice;
    }
}

/// "Type | long | short": the first label is what people see.
void BratTypes::readLabels()
{
    QSet<QString> taken;
    for (const Tag &tag : std::as_const(m_tags.tags))
        taken.insert(tag.name);
    for (const QList<BratEntry> entries = bratEntries(m_visual.value(u"labels"_s), true);
         const BratEntry &entry : entries) {
        const QString label = entry.terms.value(1);
        Tag *const tag = tagOf(entry.type());
        if (tag && !label.isEmpty() && label != u"<EMPTY>" && !taken.contains(label)) {
            taken.insert(label);
            tag->name = label;
        }
    }
}

void BratTypes::readColours()
{
    static const QRegularExpression colour(u"^#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})$"_s);
    for (const QList<BratEntry> entries = bratEntries(m_visual.value(u"drawing"_s)); const BratEntry &entry : entries) {
        QString hex = colour.match(entry.values(u"bgColor").value(0)).captured(1).toLower();
        if (hex.size() == 3)
            hex = QString(2, hex[0]) + QString(2, hex[1]) + QString(2, hex[2]);
        if (Tag *tag = tagOf(entry.type()); tag && !hex.isEmpty())
            tag->colour = u'#' + hex;
    }
}

void BratTypes::read()
{
    readTypes(u"entities"_s, false);
    readTypes(u"events"_s, true);
    for (const QList<BratEntry> entries = bratEntries(m_annotation.value(u"attributes"_s));
         const BratEntry &entry : entries)
        readAttribute(entry);
    readLabels();
    readColours();
}

}

QString foreignLines(const QByteArray &configuration)
{
    QString all;
    for (const QStringList lines = QString::fromUtf8(configuration).split(u'\n'); const QString &line : lines) {
        const bool isOurs = std::ranges::any_of(
            std::array{u"#pullquote "_s, u"#type "_s, u"#attribute "_s, u"#value "_s, u"#relation "_s},
            [&](const QString &mark) { return line.startsWith(mark); });
        if (!isOurs)
            all += line + u'\n';
    }
    all.chop(1);
    return all;
}

BratTags readBratConfiguration(const NamedFile &annotation, const NamedFile &visual, Reading &reading)
{
    BratTags tags;
    for (const NamedFile *file : {&annotation, &visual}) {
        reading.place = file->path;
        if (!QUtf8StringView(file->bytes).isValidUtf8())
            reading.refuse(Formats::tr("these bytes are not valid UTF-8. Save the file in UTF-8."));
    }
    tags.isOurs = annotation.bytes.startsWith("# Made by Pullquote.");
    // The other lines stay as empty ones, so that messages give the right number.
    QByteArray jsonLines;
    bool hasJson = false;
    const auto string = [](const QStringList &words) {
        const QByteArray json = words.join(u' ').toUtf8();
        return QJsonDocument::fromJson(json).array().at(0).toString();
    };
    for (const QList<QByteArray> lines = annotation.bytes.split('\n'); QByteArray line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        const bool isJson = line.startsWith("#pullquote ");
        hasJson = hasJson || isJson;
        jsonLines += (isJson ? line.sliced(11) : QByteArray()) + '\n';
        const QStringList words = QString::fromUtf8(line).split(u' ');
        if (words.size() == 3 && words[0] == u"#type")
            tags.types.insert(words[1], TagId::fromString(words[2]));
        else if (words.size() == 3 && words[0] == u"#attribute")
            tags.attributes[words[1]].append(AttributeId::fromString(words[2]));
        else if (words.size() >= 4 && words[0] == u"#value")
            tags.values[words[1]].insert(words[2], string(words.sliced(3)));
        else if (words.size() >= 3 && words[0] == u"#relation")
            tags.relations.insert(words[1], string(words.sliced(2)));
    }
    if (hasJson) {
        const auto read = readJsonLines({{annotation.path, jsonLines}});
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
    for (QList<AttributeId> &ids : tags.attributes)
        ids.removeIf([&](const AttributeId &id) { return !knownAttributes.contains(id); });
    if (!hasJson)
        BratTypes(tags, QString::fromUtf8(annotation.bytes), QString::fromUtf8(visual.bytes)).read();
    return tags;
}

}
