// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratconfig.h"

#include "core/formats/brat/bratentries.h"
#include "core/formats/json.h"
#include "core/formats/jsonlines/jsonlineswriter.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

const QString stateAttribute = u"State"_s;
const QByteArray madeByUs =
    "# Made by Pullquote. brat reads what stands in sections; the comments are for Pullquote.\n";

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

QString bratRoleWithoutNumber(QString role)
{
    while (!role.isEmpty() && role.back().isDigit())
        role.chop(1);
    return role;
}

PlainNames BratNames::reservedTypes()
{
    PlainNames types(u'_');
    for (const auto kind :
         {ClaimKind::Quote, ClaimKind::Contribution, ClaimKind::Fact, ClaimKind::Opinion, ClaimKind::Prediction})
        (void)types.take(bratType(kind), {});
    for (const QLatin1StringView link : names<LinkKind>())
        (void)types.take(link, {});
    // visual.conf would draw everything as them.
    for (const QString &drawing : {u"SPAN_DEFAULT"_s, u"ARC_DEFAULT"_s, u"ATTRIBUTE_DEFAULT"_s})
        (void)types.take(drawing, {});
    return types;
}

/// What brat takes for a rule about how entities overlap.
PlainNames BratNames::reservedRelations()
{
    PlainNames relations(u'_');
    (void)relations.take(u"ENTITY-NESTING"_s, {});
    return relations;
}

void BratNames::add(const Corpus &corpus)
{
    isForeign |= std::ranges::any_of(corpus.remainders, [](const Remainder &remainder) {
        return BratMemory::of(remainder) || BratFolder::of(remainder);
    });
    addTypes(corpus);
    addAttributes(corpus);
    addRelations(corpus);
}

void BratNames::addTypes(const Corpus &corpus)
{
    const BratFolder folder = bratFolder(corpus);
    for (const Tag &tag : corpus.tags) {
        if (types.contains(tag.id))
            continue;
        // What somebody else's types were called they are called again.
        const QString known = folder.types.value(tag.id);
        QString type = known;
        if (known.isEmpty() || m_takenTypes.contains(known)) {
            // A line of nothing but hyphens separates.
            const bool isSeparator = std::ranges::all_of(plainName(tag.name, u'_'), [](QChar c) { return c == u'-'; });
            do
                type = m_types.take(isSeparator ? QString() : tag.name, u"Tag"_s);
            while (m_takenTypes.contains(type));
        }
        m_takenTypes.insert(type);
        types.insert(tag.id, type);
    }
}

void BratNames::addAttributes(const Corpus &corpus)
{
    QHash<AttributeId, QStringList> used;
    for (const Passage &passage : corpus.passages) {
        for (const AttributeValue &value : passage.attributes)
            used[value.attribute].append(value.value);
    }
    for (QStringList &values : used)
        values.sort();
    for (const Tag &tag : corpus.tags) {
        if (!m_attributes.contains(tag.id)) {
            PlainNames &free = *m_attributes.insert(tag.id, PlainNames(u'_'));
            for (const QString &reserved : {stateAttribute, u"Summary"_s, u"AnnotatorNotes"_s})
                (void)free.take(reserved, {});
        }
        for (const TagAttribute &attribute : tag.attributes) {
            QString &name = attributes[attribute.id];
            if (name.isEmpty())
                name = m_attributes.find(tag.id)->take(attribute.name, u"Attribute"_s);
            if (isBratNote(attribute))
                continue;
            if (!m_tokens.contains(name))
                m_tokens.insert(name, PlainNames(u'_'));
            PlainNames &free = *m_tokens.find(name);
            QHash<QString, QString> &ofValue = tokens[attribute.id];
            for (const QStringList values = valuesOf(attribute, used); const QString &value : values) {
                QString &token = m_givenTokens[name][value];
                if (token.isEmpty())
                    token = free.take(value, u"value"_s);
                ofValue.insert(value, token);
            }
        }
    }
}

void BratNames::addRelations(const Corpus &corpus)
{
    QStringList labels;
    for (const Relation &relation : corpus.relations)
        labels.append(relation.label);
    labels.sort();
    for (const QString &label : std::as_const(labels)) {
        if (relations.contains(label))
            continue;
        QString name = m_relations.take(label, u"Relation"_s);
        // Several arguments of one role are numbered.
        if (name != label && name.back().isDigit())
            name += u'_';
        relations.insert(label, name);
    }
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

std::optional<ClaimKind> claimKindOfBratEvent(const QString &type, const QStringList &roles)
{
    if (const auto kind = claimKindOfBratType(type))
        return kind;
    // "Source" alone is also where somebody travels from.
    const bool fits = type.compare(u"Attribution", Qt::CaseInsensitive) == 0
        || std::ranges::any_of(roles, [](const QString &role) {
                          const auto known = roleOfBrat<PassageRole>(role);
                          return known == PassageRole::Content || known == PassageRole::Cue;
                      });
    return fits ? std::optional(ClaimKind::Quote) : std::nullopt;
}

template <> QString bratRole(ParticipantRole role)
{
    return role == ParticipantRole::Source ? u"Source-entity"_s : capitalised(nameOf(role));
}

template <> QString bratRole(PassageRole role)
{
    return capitalised(nameOf(role));
}

namespace {

QByteArray oneString(const QString &string)
{
    JsonWriter json(JsonWriter::Compact);
    json.beginArray();
    json.value(string);
    json.end();
    return json.bytes();
}

/// The types but those that are @p without as a tree, a tab for each level, so that brat shows them as one.
void appendTypes(QByteArray &conf, const Corpus &corpus, const BratNames &names, const QSet<TagId> &without)
{
    QHash<TagId, QList<const Tag *>> children;
    for (const Tag &tag : corpus.tags)
        children[tag.parent].append(&tag);
    QSet<TagId> done;
    const auto append = [&](this const auto &self, const Tag &tag, int depth) -> void {
        if (done.contains(tag.id))
            return;
        done.insert(tag.id);
        const bool isHere = !without.contains(tag.id);
        if (isHere)
            conf += QByteArray(depth, '\t') + names.types.value(tag.id).toUtf8() + '\n';
        for (const QList<const Tag *> below = children.value(tag.id); const Tag *child : below)
            self(*child, depth + (isHere ? 1 : 0));
    };
    for (const QList<const Tag *> roots = children.value(TagId()); const Tag *root : roots)
        append(*root, 0);
    for (const Tag &tag : corpus.tags)
        append(tag, 0);
}

QByteArray relationLines(const BratUse &use)
{
    const auto joined = [](const QSet<QString> &types) {
        QStringList all(types.cbegin(), types.cend());
        all.sort();
        return all.join(u'|');
    };
    QByteArray lines = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n";
    QStringList equivalences(use.equivalences.cbegin(), use.equivalences.cend());
    equivalences.sort();
    for (const QString &type : std::as_const(equivalences))
        lines += type.toUtf8() + "\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive\n";
    for (const auto &[type, sides] : use.ends.asKeyValueRange()) {
        lines += type.toUtf8() + "\tArg1:" + joined(sides[0]).toUtf8() + ", Arg2:" + joined(sides[1]).toUtf8() + '\n';
    }
    return lines;
}

/// What each attribute may be on and say; those of several tags that are called alike are one to brat.
QByteArray attributeLines(const Corpus &corpus, const BratNames &names)
{
    QStringList order;
    QHash<QString, QStringList> types;
    QHash<QString, QStringList> tokens;
    for (const Tag &tag : corpus.tags) {
        for (const TagAttribute &attribute : tag.attributes) {
            // brat shows no attribute without values to choose from.
            if (isBratNote(attribute) || names.tokens.value(attribute.id).isEmpty())
                continue;
            const QString name = names.attributes.value(attribute.id);
            if (!types.contains(name))
                order.append(name);
            types[name].append(names.types.value(tag.id));
            tokens[name].append(names.tokens.value(attribute.id).values());
        }
    }
    QByteArray lines;
    for (const QString &name : std::as_const(order)) {
        QStringList &all = tokens[name];
        all.sort();
        all.removeDuplicates();
        lines += name.toUtf8() + "\tArg:" + types.value(name).join(u'|').toUtf8() + ", Value:" + all.join(u'|').toUtf8()
            + '\n';
    }
    return lines;
}

QByteArray eventLine(const QString &type, QStringList roles, const QString &of)
{
    roles.removeDuplicates();
    for (QString &role : roles)
        role += (role.back().isDigit() ? u"?:"_s : u"*:"_s) + of; // a number behind a role tells several of it apart
    return (type + u'\t' + roles.join(u", "_s) + u'\n').toUtf8();
}

QByteArray typesAndAttributes(const Corpus &corpus, const BratNames &names, const BratUse &use)
{
    QStringList claims(use.claims.cbegin(), use.claims.cend());
    claims.sort();
    for (size_t kind = names.isForeign ? 0 : pq::names<ClaimKind>().size(); kind > 0; --kind)
        claims.prepend(bratType(ClaimKind(kind - 1)));
    claims.removeDuplicates();
    QByteArray conf = "[entities]\n";
    QSet<TagId> events(use.roles.keyBegin(), use.roles.keyEnd());
    for (const Tag &tag : corpus.tags) {
        if (claims.contains(names.types.value(tag.id)))
            events.insert(tag.id);
    }
    appendTypes(conf, corpus, names, events);
    conf += "\n[relations]\n";
    if (!names.isForeign || use.hasLinks) {
        for (const QLatin1StringView link : pq::names<LinkKind>())
            conf += capitalised(link).toUtf8() + "\tArg1:<EVENT>, Arg2:<EVENT>\n";
    }
    conf += relationLines(use);
    conf += "\n[events]\n";
    QHash<QString, QStringList> roles; // of claims that other events of the same type have
    for (const Tag &tag : corpus.tags) {
        const QString type = names.types.value(tag.id);
        const QStringList own = use.roles.value(tag.id);
        if (claims.contains(type))
            roles.insert(type, own);
        else if (use.roles.contains(tag.id))
            conf += eventLine(type, own, u"<ANY>"_s);
    }
    QStringList ofClaims;
    for (size_t role = 0; role < pq::names<PassageRole>().size(); ++role)
        ofClaims.append(bratRole(PassageRole(role)));
    for (size_t role = 0; role < pq::names<ParticipantRole>().size(); ++role)
        ofClaims.append(bratRole(ParticipantRole(role)));
    for (const QString &type : std::as_const(claims))
        conf += eventLine(type, ofClaims + roles.value(type), names.isForeign ? u"<ANY>"_s : u"<ENTITY>"_s);
    conf += "\n[attributes]\n" + stateAttribute.toUtf8() + "\tArg:<ANY>, Value:suggested|rejected\n";
    return conf + attributeLines(corpus, names);
}

/// @p came with those lines of @p ours under each heading that name what it does not.
QByteArray withNews(const QString &came, const QByteArray &ours)
{
    if (came.isEmpty())
        return ours;
    const QHash<QString, QStringList> sections = bratSections(QString::fromUtf8(ours));
    const QHash<QString, QStringList> there = bratSections(came);
    const auto termsOf = [&there](const QString &heading) {
        // Passages are triggers, too.
        QStringList lines = there.value(heading);
        if (heading == u"entities")
            lines += there.value(u"events"_s);
        QSet<QString> types;
        for (const QList<BratEntry> entries = bratEntries(lines, heading == u"labels");
             const BratEntry &entry : entries)
            types.insert(entry.type());
        return types;
    };
    QStringList headings = sections.keys();
    headings.sort();
    QString all = came;
    for (const QString &heading : std::as_const(headings)) {
        QString news;
        const QSet<QString> known = termsOf(heading);
        for (const QStringList lines = sections.value(heading); const QString &line : lines) {
            const QString type = bratEntries({line}, heading == u"labels").value(0).type();
            // Whether passages may overlap is for those to say who made the configuration.
            if (!known.contains(type) && !line.startsWith(u'<'))
                news += line.trimmed() + u'\n';
        }
        if (news.isEmpty())
            continue;
        const QString title = u'[' + heading + u']';
        qsizetype at = all.startsWith(title) ? 0 : all.indexOf(u'\n' + title);
        if (at < 0) {
            all += (all.endsWith(u'\n') ? u""_s : u"\n"_s) + title + u'\n' + news;
            continue;
        }
        at = all.indexOf(u'\n', at + 1) + 1;
        all.insert(at == 0 ? all.size() : at, at == 0 ? u'\n' + news : news);
    }
    return all.toUtf8();
}

}

void BratUse::add(const Corpus &corpus, const BratNames &names, const BratEvents &events)
{
    QHash<PassageId, TagId> tags;
    for (const Passage &passage : corpus.passages) {
        tags.insert(passage.id, passage.tag);
        if (events.passages.contains(passage.id))
            (void)roles[passage.tag];
    }
    for (const Relation &relation : corpus.relations) {
        const QString name = names.relations.value(relation.label);
        if (events.arguments.contains(relation.id)) {
            const QString role = bratRoleWithoutNumber(name);
            roles[tags.value(relation.from)].append(role.isEmpty() ? name : role);
            continue;
        }
        auto &[from, to] = ends[name];
        from.insert(names.types.value(tags.value(relation.from)));
        to.insert(names.types.value(tags.value(relation.to)));
    }
    for (QStringList &each : roles) {
        each.sort();
        each.removeDuplicates();
    }
    claims.unite(events.claims);
    equivalences.unite(events.equivalences);
    hasLinks |= !corpus.links.isEmpty();
}

QList<NamedFile> bratConfiguration(const Corpus &corpus, const BratNames &names, const BratUse &use)
{
    QMap<QString, QString> labels;
    const BratFolder came = bratFolder(corpus);
    QByteArray conf = names.isForeign ? QByteArray() : madeByUs;
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
                conf += "#value " + name + ' ' + tokens.value(value).toUtf8() + ' ' + oneString(value) + '\n';
            }
        }
    }
    for (const auto &[label, type] : names.relations.asKeyValueRange()) {
        if (label != type)
            labels.insert(type, label);
    }
    for (const auto &[type, label] : labels.asKeyValueRange())
        conf += "#relation " + type.toUtf8() + ' ' + oneString(label) + '\n';
    if (came.annotation.isEmpty())
        conf += '\n' + typesAndAttributes(corpus, names, use);
    else
        conf = withNews(came.annotation, typesAndAttributes(corpus, names, use)) + '\n' + conf;

    QByteArray visual = "[labels]\n";
    QByteArray drawing = "\n[drawing]\n";
    for (const Tag &tag : corpus.tags) {
        const QByteArray type = names.types.value(tag.id).toUtf8();
        // What stands in angle brackets is a macro, and one that is not known makes brat forget the whole file.
        QString label = tag.name.simplified();
        label.replace(u'|', u'/').replace(u'<', u'‹').replace(u'>', u'›');
        visual += type + " | " + label.toUtf8() + '\n';
        drawing += type + "\tbgColor:" + tag.colour.toLatin1() + '\n';
    }
    return {{u"annotation.conf"_s, conf}, {u"visual.conf"_s, withNews(came.visual, visual + drawing)}};
}

}
