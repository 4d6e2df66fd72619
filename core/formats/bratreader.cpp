// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/bratreader.h"

#include "core/formats/brat.h"
#include "core/formats/order.h"
#include "core/formats/palette.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
std::optional<Enum> roleOf(const QString &argument)
{
    // "Content2" is the second Content.
    QString name = argument;
    while (!name.isEmpty() && name.back().isDigit())
        name.chop(1);
    for (size_t i = 0; i < names<Enum>().size(); ++i) {
        if (name.compare(bratRole(Enum(i)), Qt::CaseInsensitive) == 0)
            return Enum(i);
    }
    return std::nullopt;
}

class BratReader
{
public:
    Result<Read> read(const QList<NamedFile> &files);

private:
    struct Document
    {
        BratLines lines;
        VersionId version;
        QHash<QString, PassageId> passages; ///< by T id
        QHash<QString, qsizetype> claims;   ///< by E id, places in the corpus
        QHash<QString, QList<EntityId>> entities; ///< by T id
    };

    void readText(const NamedFile &text, const NamedFile *annotations);
    void goTo(const Document &document, qint64 line);
    [[nodiscard]] std::optional<ClaimKind> kindOf(const BratLines::Event &event) const;
    void makePassages(Document &document);
    void makeAttributes(Document &document);
    void makeEntities(Document &document);
    void makeClaims(Document &document);
    void makeClaim(Document &document, const BratLines::Event &event, ClaimKind kind);
    void makeComments(Document &document);
    void makeLinks(Document &document);
    [[nodiscard]] Tag &tagOf(const QString &type);
    [[nodiscard]] Passage *passageOf(const Document &document, const QString &id);
    void addValue(Passage &passage, const QString &name, const QString &token);
    [[nodiscard]] bool isThere(const Document &document, const QString &id);

    Corpus m_corpus;
    Reading m_reading;
    BratTags m_known;
    QHash<QString, qsizetype> m_tagAt;       ///< by type, places in the corpus
    QHash<TagId, qsizetype> m_tagPlace;
    QHash<PassageId, qsizetype> m_passageAt;
    QHash<QString, EntityId> m_entities;     ///< by reference
    TagsetId m_made;                         ///< for types that no comment explains
};

void BratReader::goTo(const Document &document, qint64 line)
{
    m_reading.goTo(document.lines.file, line);
}

bool BratReader::isThere(const Document &document, const QString &id)
{
    const bool there = document.lines.textBounds.contains(id)
        || std::ranges::any_of(document.lines.events, [&](const BratLines::Event &event) { return event.id == id; });
    // Relations and attributes may be annotated, too, but nothing here has a place for that.
    if (!there && (id.startsWith(u'T') || id.startsWith(u'E')))
        m_reading.refuse(Formats::tr("“%1” is nowhere in this file.").arg(id));
    return there;
}

Tag &BratReader::tagOf(const QString &type)
{
    if (const auto at = m_tagAt.constFind(type); at != m_tagAt.cend())
        return m_corpus.tags[*at];
    if (const auto known = m_known.types.constFind(type);
        known != m_known.types.cend() && m_tagPlace.contains(*known)) {
        m_tagAt.insert(type, m_tagPlace.value(*known));
        return m_corpus.tags[m_tagPlace.value(*known)];
    }
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
    if (const auto kind = claimKindOfBratType(event.type))
        return kind;
    const bool fits = event.type.compare(u"Attribution", Qt::CaseInsensitive) == 0
        || std::ranges::any_of(event.arguments,
                               [](const auto &argument) { return roleOf<PassageRole>(argument.first).has_value(); });
    return fits ? std::optional(ClaimKind::Quote) : std::nullopt;
}

void BratReader::makePassages(Document &document)
{
    // Our own events carry a trigger of their own beside their content.
    QSet<QString> triggers;
    for (const BratLines::Event &event : std::as_const(document.lines.events)) {
        const bool hasContent = std::ranges::any_of(event.arguments, [](const auto &argument) {
            return roleOf<PassageRole>(argument.first) == PassageRole::Content;
        });
        if (hasContent && event.type.endsWith(u"-claim") && claimKindOfBratType(event.type))
            triggers.insert(event.trigger);
    }
    for (const QString &id : std::as_const(document.lines.order)) {
        if (triggers.contains(id))
            continue;
        const BratLines::TextBound &textBound = document.lines.textBounds[id];
        Passage passage;
        passage.id = PassageId::create();
        passage.version = document.version;
        passage.tag = tagOf(textBound.type).id;
        passage.fragments = textBound.fragments;
        document.passages.insert(id, passage.id);
        m_passageAt.insert(passage.id, m_corpus.passages.size());
        m_corpus.passages.append(passage);
    }
}

void BratReader::addValue(Passage &passage, const QString &name, const QString &token)
{
    AttributeId attribute = m_known.attributes.value(name);
    QString value = m_known.values.value(name).value(token, token);
    if (attribute.isNull()) {
        Tag &tag = m_corpus.tags[m_tagPlace.value(passage.tag)];
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
    }
    const bool twice = std::ranges::contains(passage.attributes, attribute, &AttributeValue::attribute);
    if (twice)
        m_reading.remark(Formats::tr("a second value of the attribute “%1” was left out").arg(name));
    else
        passage.attributes.append({attribute, value});
}

void BratReader::makeAttributes(Document &document)
{
    for (const BratLines::Attribute &attribute : std::as_const(document.lines.attributes)) {
        goTo(document, attribute.line);
        (void)isThere(document, attribute.target);
        const auto state = attribute.name == u"State" ? fromName<State>(attribute.value) : std::nullopt;
        if (Passage *passage = passageOf(document, attribute.target)) {
            if (state)
                passage->state = *state;
            else
                addValue(*passage, attribute.name, attribute.value);
        } else if (const auto claim = document.claims.constFind(attribute.target);
                   claim != document.claims.cend() && state) {
            m_corpus.claims[*claim].state = *state;
        } else {
            m_reading.remark(Formats::tr("an attribute of what became no passage was left out"));
        }
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
    }
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
        const auto passageRole = roleOf<PassageRole>(role);
        const auto participantRole = roleOf<ParticipantRole>(role);
        if (passage.isNull()) {
            m_reading.remark(Formats::tr("an argument that is no passage was left out"));
        } else if (passageRole) {
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
        } else {
            m_reading.remark(Formats::tr("the argument “%1” of an event was left out: it has no place in a claim or "
                                         "its words name no entity")
                                 .arg(role));
        }
    }
    const bool hasContent = std::ranges::contains(claim.passages, PassageRole::Content, &ClaimPassage::role);
    if (const PassageId trigger = document.passages.value(event.trigger); !hasContent && !trigger.isNull())
        claim.passages.prepend({trigger, PassageRole::Content});
    document.claims.insert(event.id, m_corpus.claims.size());
    m_corpus.claims.append(claim);
}

void BratReader::makeClaims(Document &document)
{
    for (const BratLines::Event &event : std::as_const(document.lines.events)) {
        goTo(document, event.line);
        (void)isThere(document, event.trigger);
        if (const auto kind = kindOf(event))
            makeClaim(document, event, *kind);
        else
            m_reading.remark(Formats::tr("events of the type “%1” were left out: they are no claims").arg(event.type));
    }
}

void BratReader::makeComments(Document &document)
{
    for (const BratLines::Comment &comment : std::as_const(document.lines.comments)) {
        goTo(document, comment.line);
        (void)isThere(document, comment.target);
        Passage *passage = passageOf(document, comment.target);
        const auto claim = document.claims.constFind(comment.target);
        if (passage && m_known.attributes.contains(comment.type)) {
            addValue(*passage, comment.type, comment.text);
        } else if (claim != document.claims.cend() && comment.type == u"Summary") {
            m_corpus.claims[*claim].summary = comment.text;
        } else if (comment.text.isEmpty() || (!passage && claim == document.claims.cend())) {
            m_reading.remark(Formats::tr("an empty note, or one on what became no passage or claim, was left out"));
        } else {
            Note note;
            note.id = NoteId::create();
            if (passage)
                note.target = passage->id;
            else
                note.target = m_corpus.claims[*claim].id;
            note.body = comment.text;
            m_corpus.notes.append(note);
        }
    }
}

void BratReader::makeLinks(Document &document)
{
    for (const BratLines::Relation &relation : std::as_const(document.lines.relations)) {
        goTo(document, relation.line);
        const bool bothThere = isThere(document, relation.from) && isThere(document, relation.to);
        const auto from = document.claims.constFind(relation.from);
        const auto to = document.claims.constFind(relation.to);
        const auto kind = fromName<LinkKind>(relation.type.toLower());
        if (!bothThere || !kind || from == document.claims.cend() || to == document.claims.cend() || *from == *to) {
            m_reading.remark(Formats::tr("relations of the type “%1” were left out: they are no links between claims")
                                 .arg(relation.type));
            continue;
        }
        Link link;
        link.id = LinkId::create();
        link.from = m_corpus.claims[*from].id;
        link.to = m_corpus.claims[*to].id;
        link.kind = *kind;
        const bool twice = std::ranges::any_of(std::as_const(m_corpus.links), [&](const Link &other) {
            return other.from == link.from && other.to == link.to && other.kind == link.kind;
        });
        if (!twice)
            m_corpus.links.append(link);
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
    QString text = QString::fromUtf8(file.bytes);
    // brat counts a byte order mark as a character, and a line's end as one however it is written.
    const QByteArrayView mark("\xef\xbb\xbf");
    qsizetype shift = 0;
    while (QByteArrayView(file.bytes).sliced(shift * mark.size()).startsWith(mark))
        ++shift;
    if (shift > 0) {
        while (text.startsWith(QChar(QChar::ByteOrderMark))) // the first one may be gone already
            text.remove(0, 1);
        version.repairs.append({RepairKind::ByteOrderMark, shift});
    }
    if (const qsizetype count = text.count(u'\r'); count > 0) {
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        version.repairs.append({RepairKind::LineEnds, count});
    }
    if (text.isEmpty()) {
        m_reading.remark(Formats::tr("an empty text was left out"));
        if (annotations)
            (void)parseBrat(*annotations, {}, shift, m_reading); // which may be about words that are not there
        return;
    }
    version.text = Text(text);

    Article article;
    article.id = ArticleId::create();
    article.title = version.sourceName.chopped(4);
    version.article = article.id;
    m_corpus.articles.append(article);
    m_corpus.versions.append(version);
    if (!annotations)
        return;

    Document document;
    document.version = version.id;
    document.lines = parseBrat(*annotations, version.text, shift, m_reading);
    if (m_reading.failed())
        return;
    makePassages(document);
    makeEntities(document);
    makeClaims(document);
    makeAttributes(document);
    makeComments(document);
    makeLinks(document);
}

Result<Read> BratReader::read(const QList<NamedFile> &files)
{
    QHash<QString, const NamedFile *> annotations;
    QList<const NamedFile *> texts;
    for (const NamedFile &file : files) {
        if (file.path.endsWith(u".ann"))
            annotations.insert(file.path.chopped(4), &file);
        else if (file.path.endsWith(u".txt"))
            texts.append(&file);
        else if (file.path == u"annotation.conf")
            m_known = readBratConfiguration(file, m_reading);
        else if (!file.path.endsWith(u".conf"))
            m_reading.remarkOnAll(Formats::tr("A file that is neither text nor annotations was left out"));
    }
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
    sortById(m_corpus);
    return Read{m_corpus, m_reading.remarks()};
}

}

Result<Read> readBrat(const QList<NamedFile> &files)
{
    return BratReader().read(files);
}

bool isBrat(QStringView name, QByteArrayView)
{
    return name.endsWith(u".ann");
}

}
