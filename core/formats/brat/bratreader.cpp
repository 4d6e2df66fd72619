// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratreader.h"

#include "core/formats/brat/brat.h"
#include "core/formats/brat/bratdocument.h"
#include "core/formats/brat/bratentries.h"
#include "core/formats/order.h"
#include "core/formats/palette.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class BratReader
{
public:
    explicit BratReader(const Counting &counting) : m_counting(counting) {}
    Result<Read> read(const QList<NamedFile> &files);

private:
    struct Document
    {
        BratLines lines;
        ArticleId article;
        VersionId version;
        BratMemory memory;
        QHash<QString, PassageId> passages; ///< by T or E id
        QHash<QString, qsizetype> claims;   ///< by E id, places in the corpus
        QHash<QString, QList<EntityId>> entities; ///< by T id
    };

    void readText(const NamedFile &text, const NamedFile *annotations);
    void goTo(const Document &document, qint64 line);
    [[nodiscard]] std::optional<ClaimKind> kindOf(const BratLines::Event &event) const;
    [[nodiscard]] PassageId makePassage(const Document &document, const QString &textBound, const QString &type);
    void makePassages(Document &document);
    void makeEntities(Document &document);
    void makeEvents(Document &document);
    void makeClaim(Document &document, const BratLines::Event &event, ClaimKind kind);
    void makeArguments(Document &document, const BratLines::Event &event);
    void makeAttribute(Document &document, const BratLines::Attribute &attribute);
    void makeComment(Document &document, const BratLines::Comment &comment);
    void makeAttributesAndComments(Document &document);
    [[nodiscard]] static BratMemory::Event rememberedEvent(const Document &document, const BratLines::Event &event,
                                                           const QString &object);
    void makeRelations(Document &document);
    void makeLink(Document &document, const BratLines::Relation &relation);
    void remember(BratFolder folder);
    [[nodiscard]] AttributeId attributeOf(const Tag &tag, const QString &name) const;
    [[nodiscard]] Tag &tagOf(const QString &type);
    [[nodiscard]] Passage *passageOf(const Document &document, const QString &id);
    void addValue(Document &document, Passage &passage, const QString &name, const QString &token, const QString &id);
    [[nodiscard]] bool isThere(const Document &document, const QString &id);

    Counting m_counting;
    Corpus m_corpus;
    Reading m_reading;
    BratTags m_known;
    QHash<QString, qsizetype> m_tagAt;       ///< by type, places in the corpus
    QHash<TagId, qsizetype> m_tagPlace;
    QHash<PassageId, qsizetype> m_passageAt;
    QHash<QString, EntityId> m_entities;     ///< by reference
    TagsetId m_made;                         ///< for types that no comment explains
    QSet<QByteArray> m_links;                ///< from, to and kind
    std::vector<Document> m_documents;
};

void BratReader::goTo(const Document &document, qint64 line)
{
    m_reading.goTo(document.lines.file, line);
}

bool BratReader::isThere(const Document &document, const QString &id)
{
    const bool there = document.lines.ids.contains(id);
    if (!there && (id.startsWith(u'T') || id.startsWith(u'E')))
        m_reading.refuse(Formats::tr("“%1” is nowhere in this file.").arg(id));
    return there;
}

Tag &BratReader::tagOf(const QString &type)
{
    if (const auto at = m_tagAt.constFind(type); at != m_tagAt.cend())
        return m_corpus.tags[*at];
    for (const QString &name : {type, bratStored(type)}) {
        const auto known = m_known.types.constFind(name);
        if (known != m_known.types.cend() && m_tagPlace.contains(*known)) {
            m_tagAt.insert(type, m_tagPlace.value(*known));
            return m_corpus.tags[m_tagPlace.value(*known)];
        }
    }
    if (m_made.isNull() && !m_known.isOurs && !m_known.tagsets.isEmpty())
        m_made = m_known.tagsets.first().id;
    if (m_made.isNull()) {
        m_made = TagsetId::create();
        m_corpus.tagsets.append({m_made, u"brat"_s, {}});
    }
    Tag tag;
    tag.id = TagId::create();
    tag.tagset = m_made;
    tag.name = type;
    tag.colour = paletteColour(m_corpus.tags.size());
    tag.position = int(m_corpus.tags.size());
    m_tagAt.insert(type, m_corpus.tags.size());
    m_tagPlace.insert(tag.id, m_corpus.tags.size());
    m_corpus.tags.append(tag);
    m_reading.remarkOnAll(Formats::tr("A tag was made for the type “%1”").arg(type));
    return m_corpus.tags.last();
}

Passage *BratReader::passageOf(const Document &document, const QString &id)
{
    const auto at = m_passageAt.constFind(document.passages.value(id));
    return at == m_passageAt.cend() ? nullptr : &m_corpus.passages[*at];
}

/// Nothing when the event is about something else than who says what.
std::optional<ClaimKind> BratReader::kindOf(const BratLines::Event &event) const
{
    QStringList roles;
    for (const auto &[role, target] : event.arguments)
        roles.append(role);
    return claimKindOfBratEvent(event.type, roles);
}

PassageId BratReader::makePassage(const Document &document, const QString &textBound, const QString &type)
{
    Passage passage;
    passage.id = PassageId::create();
    passage.version = document.version;
    passage.tag = tagOf(type).id;
    passage.fragments = document.lines.textBounds[textBound].fragments;
    m_passageAt.insert(passage.id, m_corpus.passages.size());
    m_corpus.passages.append(passage);
    return passage.id;
}

void BratReader::makePassages(Document &document)
{
    // Our own events carry a trigger of their own beside their content.
    QSet<QString> triggers;
    QSet<QString> used;
    QHash<QString, QList<const BratLines::Event *>> events; // that are no claims, by trigger
    for (const BratLines::Event &event : std::as_const(document.lines.events)) {
        const bool hasContent = std::ranges::any_of(event.arguments, [](const auto &argument) {
            return roleOfBrat<PassageRole>(argument.first) == PassageRole::Content;
        });
        if (hasContent && event.type.endsWith(u"-claim") && claimKindOfBratType(event.type))
            triggers.insert(event.trigger);
        else if (!kindOf(event))
            events[event.trigger].append(&event);
        used.insert(event.trigger);
    }
    const auto isOwnTrigger = [this](const QString &type) {
        return m_known.isOurs && type.endsWith(u"-claim") && claimKindOfBratType(type) && !m_known.types.contains(type);
    };
    for (const QString &id : std::as_const(document.lines.order)) {
        const QString type = document.lines.textBounds[id].type;
        const bool isLeftOver = isOwnTrigger(type) && !used.contains(id); // the claim was deleted
        if ((triggers.contains(id) && !events.contains(id)) || isLeftOver)
            continue;
        const PassageId passage = makePassage(document, id, type);
        document.passages.insert(id, passage);
        // The first event of the trigger's type is the trigger; each further one stands in the same place.
        bool isFree = true;
        for (const QList<const BratLines::Event *> on = events.value(id); const BratLines::Event *event : on) {
            const bool isSame = isFree && event->type == type;
            isFree = isFree && !isSame;
            document.passages.insert(event->id, isSame ? passage : makePassage(document, id, event->type));
        }
        if (isFree)
            document.memory.ids.insert(BratMemory::key(passage), id);
    }
}

AttributeId BratReader::attributeOf(const Tag &tag, const QString &name) const
{
    const QList<AttributeId> known = m_known.attributes.value(name);
    const auto own = std::ranges::find_if(tag.attributes,
                                          [&](const TagAttribute &attribute) { return known.contains(attribute.id); });
    return own == tag.attributes.end() ? AttributeId() : own->id;
}

void BratReader::addValue(Document &document, Passage &passage, const QString &name, const QString &token,
                          const QString &id)
{
    Tag &tag = m_corpus.tags[m_tagPlace.value(passage.tag)];
    AttributeId attribute = attributeOf(tag, name);
    // Comments say values as they are.
    QString value = id.startsWith(u'#') ? token : m_known.values.value(name).value(token, token);
    if (attribute.isNull()) {
        auto known = std::ranges::find(tag.attributes, name, &TagAttribute::name);
        if (known == tag.attributes.end()) {
            tag.attributes.append(
                {AttributeId::create(), name, token.isEmpty() ? AttributeKind::Boolean : AttributeKind::Choice, {}});
            known = std::prev(tag.attributes.end());
        }
        if (token.isEmpty())
            value = u"true"_s;
        else if (known->kind == AttributeKind::Choice && !known->choices.contains(value))
            known->choices.append(value);
        attribute = known->id;
    } else if (token.isEmpty() && id.startsWith(u'A')) {
        value = u"true"_s;
    }
    if (std::ranges::contains(passage.attributes, attribute, &AttributeValue::attribute))
        return; // a second value has no place, so its line is kept
    passage.attributes.append({attribute, value});
    document.memory.ids.insert(BratMemory::key(passage.id, BratMemory::part(tag, attribute)), id);
}

void BratReader::makeAttribute(Document &document, const BratLines::Attribute &attribute)
{
    goTo(document, attribute.line);
    (void)isThere(document, attribute.target);
    const auto state = attribute.name == u"State" ? fromName<State>(attribute.value) : std::nullopt;
    const auto claim = document.claims.constFind(attribute.target);
    if (Passage *passage = passageOf(document, attribute.target)) {
        if (state) {
            passage->state = *state;
            document.memory.ids.insert(BratMemory::key(passage->id, u"state"_s), attribute.id);
        } else {
            addValue(document, *passage, attribute.name, attribute.value, attribute.id);
        }
    } else if (claim != document.claims.cend() && state) {
        m_corpus.claims[*claim].state = *state;
        document.memory.ids.insert(BratMemory::key(m_corpus.claims[*claim].id, u"state"_s), attribute.id);
    }
}

void BratReader::makeEntities(Document &document)
{
    for (const BratLines::Normalisation &each : std::as_const(document.lines.normalisations)) {
        goTo(document, each.line);
        if (!isThere(document, each.target))
            continue;
        const qsizetype colon = each.reference.indexOf(u':');
        const QString scheme = each.reference.first(colon);
        const QString value = each.reference.sliced(colon + 1);
        const EntityId own = scheme == u"Pullquote" && value.size() == 36 ? EntityId::fromString(value) : EntityId();
        EntityId &id = m_entities[own.isNull() ? each.reference : own.toString()];
        if (id.isNull()) {
            Entity entity;
            entity.id = own;
            if (own.isNull()) {
                entity.id = EntityId::create();
                if (!scheme.isEmpty() && !value.isEmpty())
                    entity.externalIds = {{scheme.toLower(), value}};
            }
            entity.name = each.name.isEmpty() ? (value.isEmpty() ? each.reference : value) : each.name;
            id = entity.id;
            m_corpus.entities.append(entity);
            m_reading.remarkOnAll(Formats::tr("An entity was taken for a person, as brat does not say what it is"));
        }
        document.entities[each.target].append(id);
        if (const PassageId passage = document.passages.value(each.target); !passage.isNull()) {
            const QString key = BratMemory::key(passage, id.toString());
            if (!document.memory.ids.contains(key))
                document.memory.ids.insert(key, each.id);
        }
    }
}

BratMemory::Event BratReader::rememberedEvent(const Document &document, const BratLines::Event &event,
                                              const QString &object)
{
    const QString triggerType = document.lines.textBounds.value(event.trigger).type;
    return {event.id, object, event.trigger, event.type, triggerType == event.type ? QString() : triggerType, {}};
}

void BratReader::makeClaim(Document &document, const BratLines::Event &event, ClaimKind kind)
{
    Claim claim;
    claim.id = ClaimId::create();
    claim.kind = kind;
    for (const auto &[role, target] : event.arguments) {
        if (!isThere(document, target))
            continue;
        const PassageId passage = document.passages.value(target);
        const auto passageRole = roleOfBrat<PassageRole>(role);
        const auto participantRole = roleOfBrat<ParticipantRole>(role);
        if (passage.isNull())
            continue;
        if (passageRole) {
            const ClaimPassage part{passage, *passageRole};
            if (!claim.passages.contains(part))
                claim.passages.append(part);
        } else if (participantRole && document.entities.contains(target)) {
            for (const QList<EntityId> entities = document.entities.value(target); const EntityId &entity : entities) {
                const bool twice = std::ranges::any_of(
                    std::as_const(claim.participants),
                    [&](const Participant &other) { return other.entity == entity && other.role == *participantRole; });
                if (!twice)
                    claim.participants.append({entity, *participantRole, passage});
            }
        }
    }
    const bool hasContent = std::ranges::contains(claim.passages, PassageRole::Content, &ClaimPassage::role);
    if (const PassageId trigger = document.passages.value(event.trigger); !hasContent && !trigger.isNull())
        claim.passages.prepend({trigger, PassageRole::Content});
    document.claims.insert(event.id, m_corpus.claims.size());
    document.memory.events.append(rememberedEvent(document, event, claim.id.toString()));
    m_corpus.claims.append(claim);
}

/// Of an event that is a passage.
void BratReader::makeArguments(Document &document, const BratLines::Event &event)
{
    const PassageId from = document.passages.value(event.id);
    BratMemory::Event remembered = rememberedEvent(document, event, from.toString());
    QSet<QString> used;
    for (const auto &[role, target] : event.arguments) {
        const PassageId to = isThere(document, target) ? document.passages.value(target) : PassageId();
        if (to.isNull())
            continue;
        // "Theme2" is one more Theme.
        const QString plain = bratRoleWithoutNumber(role);
        const QString label = used.contains(plain) ? plain : role;
        used.insert(label);
        Relation relation;
        relation.id = RelationId::create();
        relation.from = from;
        relation.to = to;
        relation.label = m_known.relations.value(label, label);
        remembered.arguments.append(relation.id.toString());
        m_corpus.relations.append(relation);
    }
    document.memory.events.append(remembered);
}

void BratReader::makeEvents(Document &document)
{
    for (const BratLines::Event &event : std::as_const(document.lines.events)) {
        goTo(document, event.line);
        if (!isThere(document, event.trigger))
            continue;
        if (const auto kind = kindOf(event))
            makeClaim(document, event, *kind);
        else if (document.passages.contains(event.id))
            makeArguments(document, event);
        else
            m_reading.refuse(Formats::tr("“%1”, the trigger of this event, stands for no words.").arg(event.trigger));
    }
}

void BratReader::makeComment(Document &document, const BratLines::Comment &comment)
{
    goTo(document, comment.line);
    (void)isThere(document, comment.target);
    Passage *passage = passageOf(document, comment.target);
    const auto claim = document.claims.constFind(comment.target);
    if (passage && !attributeOf(m_corpus.tags[m_tagPlace.value(passage->tag)], comment.type).isNull()) {
        addValue(document, *passage, comment.type, comment.text, comment.id);
    } else if (claim != document.claims.cend() && comment.type == u"Summary") {
        Claim &summarised = m_corpus.claims[*claim];
        summarised.summary = comment.text;
        document.memory.ids.insert(BratMemory::key(summarised.id, u"summary"_s), comment.id);
    } else if (!comment.text.isEmpty() && (passage || claim != document.claims.cend())) {
        Note note;
        note.id = NoteId::create();
        if (passage)
            note.target = passage->id;
        else
            note.target = m_corpus.claims[*claim].id;
        note.body = comment.text;
        document.memory.ids.insert(BratMemory::key(note.id), comment.id);
        m_corpus.notes.append(note);
    }
}

/// In the order of the file, as attributes stand on lines of either kind.
void BratReader::makeAttributesAndComments(Document &document)
{
    auto attribute = document.lines.attributes.cbegin();
    auto comment = document.lines.comments.cbegin();
    while (attribute != document.lines.attributes.cend() || comment != document.lines.comments.cend()) {
        const bool isAttribute = comment == document.lines.comments.cend()
            || (attribute != document.lines.attributes.cend() && attribute->line < comment->line);
        if (isAttribute)
            makeAttribute(document, *attribute++);
        else
            makeComment(document, *comment++);
    }
}

void BratReader::makeLink(Document &document, const BratLines::Relation &relation)
{
    const Claim &from = m_corpus.claims[document.claims.value(relation.from)];
    const Claim &to = m_corpus.claims[document.claims.value(relation.to)];
    const auto kind = fromName<LinkKind>(relation.type.toLower());
    const QByteArray key = from.id.toBytes() + to.id.toBytes() + relation.type.toLower().toUtf8();
    if (!kind || from.id == to.id || m_links.contains(key))
        return;
    m_links.insert(key);
    Link link;
    link.id = LinkId::create();
    link.from = from.id;
    link.to = to.id;
    link.kind = *kind;
    document.memory.ids.insert(BratMemory::key(link.id), relation.id);
    m_corpus.links.append(link);
}

void BratReader::makeRelations(Document &document)
{
    for (const BratLines::Relation &each : std::as_const(document.lines.relations)) {
        goTo(document, each.line);
        if (!isThere(document, each.from) || !isThere(document, each.to))
            continue;
        const PassageId from = document.passages.value(each.from);
        const PassageId to = document.passages.value(each.to);
        if (document.claims.contains(each.from) && document.claims.contains(each.to)) {
            makeLink(document, each);
        } else if (!from.isNull() && !to.isNull()) {
            Relation relation;
            relation.id = RelationId::create();
            relation.from = from;
            relation.to = to;
            relation.label = m_known.relations.value(each.type, each.type);
            document.memory.ids.insert(BratMemory::key(relation.id), each.id);
            m_corpus.relations.append(relation);
        }
    }
}

/// What is not in the corpus goes to remainders, which is found by writing it.
void BratReader::remember(BratFolder folder)
{
    if (!m_known.isOurs) {
        for (const auto &[type, tag] : m_known.types.asKeyValueRange())
            folder.types.insert(tag, type);
        // As the annotations have it, where the configuration has a name that brat stores as another.
        QStringList types = m_tagAt.keys();
        types.sort();
        for (const QString &type : std::as_const(types))
            folder.types.insert(m_corpus.tags[m_tagAt.value(type)].id, type);
        m_corpus.remainders.append({RemainderId::create(), {}, u"brat"_s, folder.toJson()});
    }
    sortById(m_corpus);
    QHash<VersionId, BratMemory> memories;
    for (const Document &document : m_documents)
        memories.insert(document.version, document.memory);
    Losses losses;
    BratNames names;
    names.add(m_corpus);
    const BratShared shared(m_corpus, names);
    const std::vector<BratDocument> written = bratDocuments(m_corpus, shared, memories, losses);
    QHash<VersionId, size_t> at;
    for (const Version &version : std::as_const(m_corpus.versions))
        at.insert(version.id, at.size());
    for (const Document &document : m_documents) {
        BratMemory memory = document.memory;
        memory.compare(document.lines.raw, written[at.value(document.version)].lines());
        if (m_known.isOurs && memory.lines.isEmpty())
            continue;
        m_corpus.remainders.append({RemainderId::create(), document.article, u"brat"_s, memory.toJson()});
        for (qsizetype i = 0; i < memory.lines.size(); ++i)
            m_reading.remark(Formats::tr("What has no place here was kept for brat alone"));
    }
}

void BratReader::readText(const NamedFile &file, const NamedFile *annotations)
{
    m_reading.place = file.path;
    if (!QUtf8StringView(file.bytes).isValidUtf8())
        m_reading.refuse(Formats::tr("these bytes are not valid UTF-8. Save the file in UTF-8."));
    if (file.bytes.contains('\0'))
        m_reading.refuse(Formats::tr("the text holds a NUL, so it is hardly a text."));
    if (m_reading.failed())
        return;

    Version version;
    version.id = VersionId::create();
    version.sourceName = file.path.section(u'/', -1);
    version.encoding = u"UTF-8"_s;
    const CountedText text = bratText(file.bytes);
    if (text.byteOrderMarks() > 0)
        version.repairs.append({RepairKind::ByteOrderMark, text.byteOrderMarks()});
    if (text.lineEnds() > 0)
        version.repairs.append({RepairKind::LineEnds, text.lineEnds()});
    version.text = text.text();
    if (version.text.isEmpty()) {
        m_reading.remark(Formats::tr("an empty text was left out"));
        if (annotations) // which may be about words that are not there
            (void)parseBrat(*annotations, text, m_counting, m_reading);
        return;
    }

    Article article;
    article.id = ArticleId::create();
    article.title = version.sourceName.chopped(4);
    version.article = article.id;
    m_corpus.articles.append(article);
    m_corpus.versions.append(version);
    if (!annotations)
        return;

    Document document;
    document.article = article.id;
    document.version = version.id;
    document.memory.name = file.path.chopped(4);
    document.memory.marks = int(text.byteOrderMarks());
    document.lines = parseBrat(*annotations, text, m_counting, m_reading);
    if (m_reading.failed())
        return;
    makePassages(document);
    makeEntities(document);
    makeEvents(document);
    makeAttributesAndComments(document);
    makeRelations(document);
    m_documents.push_back(std::move(document));
}

Result<Read> BratReader::read(const QList<NamedFile> &files)
{
    QHash<QString, const NamedFile *> annotations;
    QList<const NamedFile *> texts;
    NamedFile annotation;
    NamedFile visual;
    BratFolder folder;
    for (const NamedFile &file : files) {
        if (file.path.endsWith(u".ann"))
            annotations.insert(file.path.chopped(4), &file);
        else if (file.path.endsWith(u".txt"))
            texts.append(&file);
        else if (file.path == u"annotation.conf")
            annotation = file;
        else if (file.path == u"visual.conf")
            visual = file;
        else if (file.path.endsWith(u".conf") && QUtf8StringView(file.bytes).isValidUtf8())
            folder.others.insert(file.path, QString::fromUtf8(file.bytes));
        else
            m_reading.remarkOnAll(Formats::tr("A file that is neither text nor annotations was left out"));
    }
    m_known = readBratConfiguration(annotation, visual, m_reading);
    m_corpus.tagsets = m_known.tagsets;
    m_corpus.tags = m_known.tags;
    for (qsizetype i = 0; i < m_corpus.tags.size(); ++i)
        m_tagPlace.insert(m_corpus.tags[i].id, i);
    for (const NamedFile *text : std::as_const(texts)) {
        if (!m_reading.failed())
            readText(*text, annotations.take(text->path.chopped(4)));
    }
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    if (!annotations.isEmpty())
        return fail(Formats::tr("%1.ann has no text beside it: %1.txt is missing.").arg(annotations.cbegin().key()));
    if (texts.isEmpty())
        return fail(Formats::tr("There are no .txt and .ann files here, so this is no folder of brat's."));
    m_reading.place.clear();
    folder.annotation = foreignLines(annotation.bytes);
    folder.visual = foreignLines(visual.bytes);
    if (m_known.isOurs && !folder.others.isEmpty())
        m_reading.remarkOnAll(Formats::tr("Configurations beside Pullquote's own were left out"));
    remember(std::move(folder));
    return Read{m_corpus, m_reading.remarks()};
}

}

Result<Read> readBrat(const QList<NamedFile> &files)
{
    auto read = BratReader({}).read(files);
    const auto other = read ? std::nullopt : otherBratCounting(files);
    if (!other)
        return read;
    read = BratReader(other->counting).read(files);
    if (read)
        read->counting = {{files.size() > 2 ? u"*.ann"_s : files.first().path, *other}};
    return read;
}

bool isBrat(QStringView name, QByteArrayView)
{
    return name.endsWith(u".ann");
}

}
