// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratconfig.h"

#include "core/formats/jsonlines/jsonlines.h"
#include "core/formats/palette.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

bool isHeading(const QString &line)
{
    return line.startsWith(u'[') && line.endsWith(u']');
}

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
    void readTypes(const QStringList &lines, bool areEvents);
    void readAttribute(const QString &line);
    void readLabels();
    void readColours();
    [[nodiscard]] QStringList rolesOf(const QString &line) const;
    [[nodiscard]] QSet<QString> typesOf(const QString &argument, int depth = 0) const;
    [[nodiscard]] Tag *tagOf(const QString &type);

    BratTags &m_tags;
    QHash<QString, QStringList> m_annotation;
    QHash<QString, QStringList> m_visual;
    QHash<QString, QString> m_macros;
    QSet<QString> m_entities;
    QSet<QString> m_events;
};

Tag *BratTypes::tagOf(const QString &type)
{
    const auto found = std::ranges::find(m_tags.tags, m_tags.types.value(type), &Tag::id);
    return found == m_tags.tags.end() ? nullptr : &*found;
}

QStringList BratTypes::rolesOf(const QString &line) const
{
    QStringList roles;
    static const QRegularExpression role(u"([^\\s:,|]+?)[*?+{][^:]*:|([^\\s:,|]+):"_s);
    for (auto matches = role.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        roles.append(match.captured(1).isEmpty() ? match.captured(2) : match.captured(1));
    }
    return roles;
}

/// A tab more makes a type one of the kind of the line above.
void BratTypes::readTypes(const QStringList &lines, bool areEvents)
{
    QList<TagId> above;
    for (const QString &line : lines) {
        qsizetype depth = 0;
        while (depth < line.size() && line[depth] == u'\t')
            ++depth;
        const QString type = bratTerm(line);
        if (type.isEmpty() || type.startsWith(u"--") || type.startsWith(u'<'))
            continue;
        if (areEvents && claimKindOfBratEvent(type, rolesOf(line.trimmed().sliced(type.size()))))
            continue;
        (areEvents ? m_events : m_entities).insert(type);
        above.resize(qMin(depth, above.size()));
        TagId id = m_tags.types.value(type);
        if (id.isNull()) {
            if (m_tags.tagsets.isEmpty())
                m_tags.tagsets.append({TagsetId::create(), u"brat"_s, {}});
            Tag tag;
            tag.id = id = TagId::create();
            tag.tagset = m_tags.tagsets.first().id;
            tag.parent = above.isEmpty() ? TagId() : above.last();
            tag.name = type;
            tag.colour = paletteColour(m_tags.tags.size());
            tag.position = int(m_tags.tags.size());
            m_tags.tags.append(tag);
            m_tags.types.insert(type, id);
        }
        above.append(id);
    }
}

QSet<QString> BratTypes::typesOf(const QString &argument, int depth) const
{
    QSet<QString> all;
    for (const QStringList names = argument.split(u'|', Qt::SkipEmptyParts); const QString &each : names) {
        const QString name = each.trimmed();
        if (name == u"<ANY>" || name == u"<ENTITY>")
            all.unite(m_entities);
        if (name == u"<ANY>" || name == u"<EVENT>")
            all.unite(m_events);
        if (m_macros.contains(name) && depth < 8)
            all.unite(typesOf(m_macros.value(name), depth + 1));
        else
            all.insert(name);
    }
    return all;
}

void BratTypes::readAttribute(const QString &line)
{
    const QString name = bratTerm(line);
    QSet<QString> types;
    QStringList values;
    for (const QStringList parts = line.trimmed().sliced(name.size()).split(u','); const QString &part : parts) {
        const QString key = part.section(u':', 0, 0).trimmed();
        const QString value = part.section(u':', 1).trimmed();
        if (key == u"Arg")
            types = typesOf(value);
        else if (key == u"Value")
            values = value.split(u'|', Qt::SkipEmptyParts);
    }
    // What we say with it ourselves is no question that a tag asks.
    if (name.isEmpty() || name.startsWith(u'<') || name == u"State")
        return;
    for (Tag &tag : m_tags.tags) {
        if (!types.contains(m_tags.types.key(tag.id)))
            continue;
        const TagAttribute attribute{AttributeId::create(), name,
                                     values.isEmpty() ? AttributeKind::Boolean : AttributeKind::Choice, values};
        tag.attributes.append(attribute);
        m_tags.attributes[name].append(attribute.id);
    }
}

/// "Type | long | short": the first label is what people see.
void BratTypes::readLabels()
{
    QSet<QString> taken;
    for (const Tag &tag : std::as_const(m_tags.tags))
        taken.insert(tag.name);
    for (const QStringList lines = m_visual.value(u"labels"_s); const QString &line : lines) {
        const QString label = line.section(u'|', 1, 1).trimmed();
        if (Tag *tag = tagOf(line.section(u'|', 0, 0).trimmed()); tag && !label.isEmpty() && !taken.contains(label)) {
            taken.insert(label);
            tag->name = label;
        }
    }
}

void BratTypes::readColours()
{
    static const QRegularExpression colour(u"bgColor:\\s*#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\\b"_s);
    for (const QStringList lines = m_visual.value(u"drawing"_s); const QString &line : lines) {
        QString hex = colour.match(line).captured(1).toLower();
        if (hex.size() == 3)
            hex = QString(2, hex[0]) + QString(2, hex[1]) + QString(2, hex[2]);
        if (Tag *tag = tagOf(bratTerm(line)); tag && !hex.isEmpty())
            tag->colour = u'#' + hex;
    }
}

void BratTypes::read()
{
    for (const QStringList &lines : std::as_const(m_annotation)) {
        for (const QString &line : lines) {
            if (line.startsWith(u'<'))
                m_macros.insert(bratTerm(line), line.section(u'=', 1).trimmed());
        }
    }
    readTypes(m_annotation.value(u"entities"_s) + m_annotation.value(u"spans"_s), false);
    readTypes(m_annotation.value(u"events"_s), true);
    for (const QStringList lines = m_annotation.value(u"attributes"_s); const QString &line : lines)
        readAttribute(line);
    readLabels();
    readColours();
}

}

QString bratTerm(const QString &line)
{
    const QString term = line.trimmed().section(QRegularExpression(u"[\\s|=]"_s), 0, 0);
    return term.startsWith(u'!') ? term.sliced(1) : term;
}

QHash<QString, QStringList> bratSections(const QString &configuration)
{
    QHash<QString, QStringList> sections;
    QString heading;
    for (const QStringList lines = configuration.split(u'\n'); QString line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        if (isHeading(trimmed))
            heading = trimmed.sliced(1, trimmed.size() - 2);
        else
            sections[heading].append(line);
    }
    return sections;
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
