// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratdocument.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Where brat ends a line when it reads one: what Python's str.splitlines() takes for a line's end.
bool breaksLine(QChar c)
{
    switch (c.unicode()) {
    case u'\n':
    case u'\v':
    case u'\f':
    case u'\r':
    case 0x1c:
    case 0x1d:
    case 0x1e:
    case 0x85:
    case 0x2028:
    case 0x2029:
        return true;
    default:
        return false;
    }
}

/// A fragment without the line breaks and tabs in it, for which brat's lines have no room.
QList<TextSpan> pieces(const Text &text, const Fragment &fragment)
{
    QList<TextSpan> all;
    TextPosition begin = fragment.span.begin;
    const auto close = [&](TextPosition end) {
        if (begin < end)
            all.append(TextSpan{begin, end});
        begin = end + 1;
    };
    for (TextPosition at = begin; at < fragment.span.end; at = at + 1) {
        const QChar first = text.words({at, at + 1}).front();
        if (breaksLine(first) || first == u'\t')
            close(at);
    }
    close(fragment.span.end);
    return all;
}

/// On one line, as brat's lines end at line breaks and their fields at tabs.
QString oneLine(QString text, bool &changed)
{
    for (QChar &c : text) {
        if (breaksLine(c) || c == u'\t') {
            c = u' ';
            changed = true;
        }
    }
    return text;
}

}

BratShared::BratShared(const Corpus &corpus, const BratNames &given) : names(given)
{
    for (const Entity &entity : corpus.entities)
        entities.insert(entity.id, entity.name);
    for (const Tag &tag : corpus.tags) {
        for (const TagAttribute &attribute : tag.attributes)
            attributes.insert(attribute.id, BratMemory::part(tag, attribute.id));
    }
    for (const Relation &relation : corpus.relations)
        relations.insert(relation.id, &relation);
    for (const Claim &claim : corpus.claims) {
        for (const Participant &participant : claim.participants)
            shown[participant.evidence].insert(participant.entity);
    }
    for (const Note &note : corpus.notes) {
        if (const auto *passage = std::get_if<PassageId>(&note.target))
            noted.insert(*passage);
    }
}

BratDocument::BratDocument(const BratShared &shared, const Version &version, const BratMemory *memory, Losses &losses)
    : m_shared(shared), m_version(version), m_memory(memory), m_losses(losses)
{
    if (!memory)
        return;
    for (const QString &id : memory->ids)
        m_taken.insert(id);
    for (const QString &line : memory->lines)
        m_taken.insert(line.section(u'\t', 0, 0));
    for (const BratMemory::Event &event : memory->events) {
        m_taken.insert(event.id);
        m_taken.insert(event.trigger);
        m_events.insert(event.object, &event);
    }
}

QString BratDocument::newId(char16_t kind, const QString &key)
{
    if (m_memory && m_memory->ids.value(key).startsWith(QChar(kind)))
        return m_memory->ids.value(key);
    QString id;
    do
        id = QChar(kind) + QString::number(++m_counts[kind]);
    while (m_taken.contains(id));
    return id;
}

void BratDocument::line(const QString &id, const QString &rest)
{
    m_written.insert(id);
    m_lines.append(id + u'\t' + rest);
}

void BratDocument::noteLine(const QString &key, const QString &type, const QString &target, const QString &text,
                            Aspect aspect, const QString &object)
{
    bool changed = false;
    line(newId(u'#', key), u"%1 %2\t"_s.arg(type, target) + oneLine(text, changed));
    if (!changed)
        return;
    m_losses.add(aspect,
                 aspect == Aspect::Words
                     ? Formats::tr("line breaks and tabs in notes and summaries, which became spaces")
                     : Formats::tr("line breaks and tabs in attributes, which became spaces"),
                 object);
}

void BratDocument::writeState(State state, const QString &target, const QString &key)
{
    if (state != State::Accepted)
        line(newId(u'A', key + u"/state"_s), u"State %1 "_s.arg(target) + nameOf(state));
}

QString BratDocument::placeOf(const Passage &passage)
{
    QStringList spans;
    QStringList words;
    int split = 0;
    for (const Fragment &fragment : passage.fragments) {
        const QList<TextSpan> parts = pieces(m_version.text, fragment);
        const int shift = m_memory ? m_memory->marks : 0;
        for (const TextSpan &part : parts) {
            spans.append(u"%1 %2"_s.arg(part.begin.value + shift).arg(part.end.value + shift));
            words.append(m_version.text.words(part).toString());
        }
        split += parts != QList{fragment.span} ? 1 : 0;
    }
    if (spans.isEmpty())
        return {};
    for (; split > 0; --split)
        m_losses.add(Aspect::Spans, Formats::tr("fragments with line breaks or tabs, which were split there"),
                     passage.id);
    return spans.join(u';') + u'\t' + words.join(u' ');
}

/// Whether lines will be about the passage itself, not about the claims and relations it is part of.
bool BratDocument::isDescribed(const Passage &passage) const
{
    return passage.state != State::Accepted || !passage.attributes.isEmpty() || m_shared.noted.contains(passage.id)
        || m_shared.shown.contains(passage.id);
}

/// brat does not open a document with an event whose trigger is of another type, or is what anything but events and
/// relations is about; of another type it may be if it came so.
bool BratDocument::mayTrigger(const QString &id, const QString &type, const BratMemory::Event &event) const
{
    const auto there = m_triggers.constFind(id);
    return there != m_triggers.cend() && (there->type == type || there->type == event.triggerType)
        && !m_described.contains(id);
}

/// Several events may have one trigger, as long as they stand in one place.
QString BratDocument::triggerOf(const Passage &passage, const BratMemory::Event &event)
{
    const TextBound own{m_shared.names.types.value(passage.tag), m_places.value(passage.id)};
    const auto there = m_triggers.constFind(event.trigger);
    if (there != m_triggers.cend() && there->place == own.place && mayTrigger(event.trigger, own.type, event))
        return event.trigger;
    const QString id = there == m_triggers.cend() && !m_written.contains(event.trigger) ? event.trigger
                                                                                        : newId(u'T', {});
    line(id, own.type + u' ' + own.place);
    m_triggers.insert(id, own);
    return id;
}

void BratDocument::writeAttributes(const Passage &passage, const QString &target)
{
    writeState(passage.state, target, BratMemory::key(passage.id));
    for (const AttributeValue &value : passage.attributes) {
        const QString name = m_shared.names.attributes.value(value.attribute);
        const QString key = BratMemory::key(passage.id, m_shared.attributes.value(value.attribute));
        const auto tokens = m_shared.names.tokens.constFind(value.attribute);
        if (tokens == m_shared.names.tokens.cend())
            noteLine(key, name, target, value.value, Aspect::Attributes, passage.id.toString());
        else
            line(newId(u'A', key), name + u' ' + target + u' ' + tokens->value(value.value));
    }
}

void BratDocument::write(const Passage &passage)
{
    const QString place = placeOf(passage);
    if (place.isEmpty()) {
        m_losses.add(Aspect::Whole, Formats::tr("passages of nothing but line breaks and tabs"), passage.id);
        return;
    }
    m_places.insert(passage.id, place);
    if (const BratMemory::Event *event = m_events.value(BratMemory::key(passage.id))) {
        m_passages.insert(passage.id, event->id);
        m_eventPassages.append(&passage);
    } else {
        const QString id = newId(u'T', BratMemory::key(passage.id));
        const QString type = m_shared.names.types.value(passage.tag);
        m_passages.insert(passage.id, id);
        line(id, type + u' ' + place);
        m_triggers.insert(id, {type, place});
        if (isDescribed(passage))
            m_described.insert(id);
        writeAttributes(passage, id);
    }
    m_losses.add(Aspect::Id, Formats::tr("ids of passages"), passage.id);
    if (!passage.annotator.isNull() || passage.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who marked passages, and when"), passage.id);
}

void BratDocument::writeEvents()
{
    for (const Passage *passage : std::as_const(m_eventPassages)) {
        const BratMemory::Event &event = *m_events.value(BratMemory::key(passage->id));
        const QString trigger = triggerOf(*passage, event);
        QString arguments = m_shared.names.types.value(passage->tag) + u':' + trigger;
        QHash<QString, int> uses;
        for (const QString &id : event.arguments) {
            const Relation *relation = m_shared.relations.value(RelationId::fromString(id));
            if (!relation || relation->from != passage->id || !m_passages.contains(relation->to))
                continue;
            const QString role = m_shared.names.relations.value(relation->label);
            const int use = ++uses[role];
            arguments += u' ' + role + (use > 1 ? QString::number(use) : QString()) + u':'
                + m_passages.value(relation->to);
            m_arguments.insert(relation->id);
            report(*relation);
        }
        line(event.id, arguments);
        writeAttributes(*passage, event.id);
    }
}

void BratDocument::addTo(BratEvents &events) const
{
    for (const Passage *passage : m_eventPassages)
        events.passages.insert(passage->id);
    events.arguments.unite(m_arguments);
    events.claims.unite(m_claimTypes);
    for (const QStringList lines = m_memory ? m_memory->lines : QStringList(); const QString &line : lines) {
        if (line.startsWith(u'*'))
            events.equivalences.insert(line.section(u'\t', 1).section(u' ', 0, 0));
    }
}

void BratDocument::normalise(const Participant &participant)
{
    QSet<EntityId> &done = m_normalised[participant.evidence];
    if (done.contains(participant.entity))
        return;
    done.insert(participant.entity);
    m_entities.insert(participant.entity);
    bool changed = false;
    line(newId(u'N', BratMemory::key(participant.evidence, participant.entity.toString())),
         u"Reference %1 Pullquote:%2\t"_s.arg(m_passages.value(participant.evidence), participant.entity.toString())
             + oneLine(m_shared.entities.value(participant.entity), changed));
    if (changed)
        m_losses.add(Aspect::Words, Formats::tr("line breaks and tabs in names, which became spaces"),
                     participant.entity);
}

void BratDocument::write(const Claim &claim)
{
    const QString object = claim.id.toString();
    const auto content = std::ranges::find_if(claim.passages, [this](const ClaimPassage &part) {
        return part.role == PassageRole::Content && m_passages.contains(part.passage);
    });
    const BratMemory::Event *const known = m_events.value(BratMemory::key(claim.id));
    const BratMemory::Event *event = known;
    // As it was, unless the claim is another kind now or its trigger can be none any more.
    if (event
        && (claimKindOfBratEvent(event->type, {bratRole(PassageRole::Content)}) != claim.kind
            || (!event->type.endsWith(u"-claim") && !mayTrigger(event->trigger, event->type, *event))))
        event = nullptr;
    const TextBound own{event ? event->type : bratType(claim.kind), m_places.value(content->passage)};
    const QString ownLine = own.type + u' ' + own.place;
    QString trigger = event ? event->trigger : m_ownTriggers.value(ownLine);
    if (trigger.isEmpty() || (event && m_written.contains(trigger) && !mayTrigger(trigger, own.type, *event)))
        trigger = newId(u'T', {});
    if (!m_written.contains(trigger)) {
        line(trigger, ownLine);
        m_triggers.insert(trigger, own);
        m_ownTriggers.insert(ownLine, trigger);
    }

    QString id = known ? known->id : QString();
    if (id.isEmpty() || m_written.contains(id))
        id = newId(u'E', {});
    m_claims.insert(claim.id, id);
    m_claimTypes.insert(own.type);
    QString arguments = own.type + u':' + trigger;
    QHash<QString, int> uses;
    const auto argument = [&](const QString &role, PassageId passage) {
        const int use = ++uses[role];
        arguments += u' ' + role + (use > 1 ? QString::number(use) : QString()) + u':' + m_passages.value(passage);
    };
    for (const ClaimPassage &part : claim.passages) {
        if (m_passages.contains(part.passage))
            argument(bratRole(part.role), part.passage);
        else
            m_losses.add(Aspect::Parts,
                         Formats::tr("passages of claims that stand in another text than the claim's first one"),
                         object);
    }
    for (const Participant &participant : claim.participants) {
        if (!m_passages.contains(participant.evidence)) {
            m_losses.add(Aspect::Parts, Formats::tr("participants of claims without words in the text that show them"),
                         object);
            continue;
        }
        argument(bratRole(participant.role), participant.evidence);
        if (m_shared.shown.value(participant.evidence).size() > 1)
            m_losses.add(
                Aspect::Parts,
                Formats::tr("words that show several entities, where brat does not say which of them has which role"),
                object);
    }
    line(id, arguments);
    writeState(claim.state, id, BratMemory::key(claim.id));
    if (!claim.summary.isEmpty())
        noteLine(BratMemory::key(claim.id, u"summary"_s), u"Summary"_s, id, claim.summary, Aspect::Words, object);
    for (const Participant &participant : claim.participants) {
        if (m_passages.contains(participant.evidence))
            normalise(participant);
    }
    m_losses.add(Aspect::Id, Formats::tr("ids of claims"), object);
    if (!claim.annotator.isNull() || claim.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who made claims, and when"), object);
    if (!claim.assignee.isNull())
        m_losses.add(Aspect::Parts, Formats::tr("who is to check claims"), object);
}

void BratDocument::report(const Relation &relation)
{
    m_losses.add(Aspect::Id, Formats::tr("ids of relations"), relation.id);
    if (!relation.annotator.isNull() || relation.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who made relations, and when"), relation.id);
    if (relation.state != State::Accepted)
        m_losses.add(Aspect::State, Formats::tr("states of relations, which now seem accepted"), relation.id);
    if (!relation.values.isEmpty())
        m_losses.add(Aspect::Attributes, Formats::tr("values of relations"), relation.id);
}

void BratDocument::write(const Relation &relation)
{
    if (m_arguments.contains(relation.id))
        return;
    line(newId(u'R', BratMemory::key(relation.id)),
         m_shared.names.relations.value(relation.label) + u" Arg1:"_s + m_passages.value(relation.from) + u" Arg2:"_s
             + m_passages.value(relation.to));
    report(relation);
}

void BratDocument::write(const Link &link)
{
    QString type = nameOf(link.kind);
    type[0] = type[0].toUpper();
    line(newId(u'R', BratMemory::key(link.id)),
         type + u" Arg1:"_s + m_claims.value(link.from) + u" Arg2:"_s + m_claims.value(link.to));
    m_losses.add(Aspect::Id, Formats::tr("ids of links"), link.id);
    if (!link.annotator.isNull() || link.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who made links, and when"), link.id);
    if (link.state != State::Accepted)
        m_losses.add(Aspect::State, Formats::tr("states of links, which now seem accepted"), link.id);
}

void BratDocument::write(const Note &note)
{
    const QString target = std::holds_alternative<PassageId>(note.target)
        ? m_passages.value(std::get<PassageId>(note.target))
        : m_claims.value(std::get<ClaimId>(note.target));
    noteLine(BratMemory::key(note.id), u"AnnotatorNotes"_s, target, note.body, Aspect::Words, note.id.toString());
    m_losses.add(Aspect::Id, Formats::tr("ids of notes"), note.id);
    if (!note.annotator.isNull() || note.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who wrote notes, and when"), note.id);
    if (!note.parent.isNull())
        m_losses.add(Aspect::Parts, Formats::tr("which notes answer which"), note.id);
    if (note.resolved)
        m_losses.add(Aspect::Parts, Formats::tr("that notes are resolved"), note.id);
}

QByteArray BratDocument::bytes() const
{
    if (!m_memory)
        return m_lines.isEmpty() ? QByteArray() : (m_lines.join(u'\n') + u'\n').toUtf8();
    QSet<QString> there = m_written;
    const auto holds = [&there](const QString &line) {
        return std::ranges::all_of(bratReferences(line), [&](const QString &id) { return there.contains(id); });
    };
    // Some of them are about others of them.
    QStringList waiting = m_memory->lines;
    QStringList others;
    for (bool isMore = true; isMore;) {
        isMore = false;
        for (auto each = waiting.begin(); each != waiting.end();) {
            const QString id = each->section(u'\t', 0, 0);
            const bool isFree = id == u"*" || id.startsWith(u'#') || !m_written.contains(id);
            if (!isFree || !holds(*each)) {
                ++each;
                continue;
            }
            there.insert(id);
            others.append(*each);
            each = waiting.erase(each);
            isMore = true;
        }
    }
    const auto asItCame = [&](const QString &line) {
        const auto spelled = m_memory->spelled.constFind(line);
        return spelled == m_memory->spelled.cend() || !holds(*spelled) ? line : *spelled;
    };
    // What did not stand there stays away, unless something new is about it.
    QSet<QString> needed;
    for (const QString &line : m_lines) {
        for (const QStringList ids = bratReferences(asItCame(line)); const QString &id : ids)
            needed.insert(id);
    }
    QByteArray bytes;
    for (const QString &line : m_lines) {
        const QString came = asItCame(line);
        if (!came.isEmpty() || needed.contains(line.section(u'\t', 0, 0)))
            bytes += (came.isEmpty() ? line : came).toUtf8() + '\n';
    }
    for (const QString &line : std::as_const(others))
        bytes += line.toUtf8() + '\n';
    return bytes;
}

QHash<VersionId, BratMemory> bratMemories(const Corpus &corpus)
{
    QHash<ArticleId, const Version *> first;
    for (const Version &version : corpus.versions) {
        const Version *&known = first[version.article];
        if (!known || version.number < known->number)
            known = &version;
    }
    QHash<VersionId, BratMemory> memories;
    for (const Remainder &remainder : corpus.remainders) {
        const Version *version = first.value(remainder.article);
        if (auto memory = version ? BratMemory::of(remainder) : std::nullopt)
            memories.insert(version->id, *std::move(memory));
    }
    return memories;
}

std::vector<BratDocument> bratDocuments(const Corpus &corpus, const BratShared &shared,
                                        const QHash<VersionId, BratMemory> &memories, Losses &losses)
{
    std::vector<BratDocument> documents;
    documents.reserve(size_t(corpus.versions.size()));
    QHash<VersionId, size_t> at;
    for (const Version &version : corpus.versions) {
        at.insert(version.id, documents.size());
        const auto memory = memories.constFind(version.id);
        documents.emplace_back(shared, version, memory == memories.cend() ? nullptr : &*memory, losses);
    }
    QHash<PassageId, BratDocument *> ofPassage;
    QHash<ClaimId, BratDocument *> ofClaim;

    QList<const Passage *> passages;
    for (const Passage &passage : corpus.passages)
        passages.append(&passage);
    // In the order of reading, as brat people expect.
    std::ranges::stable_sort(passages, {}, [](const Passage *passage) { return passage->extent().begin; });
    for (const Passage *passage : std::as_const(passages)) {
        BratDocument &document = documents[at.value(passage->version)];
        document.write(*passage);
        if (document.holds(passage->id))
            ofPassage.insert(passage->id, &document);
    }
    for (BratDocument &document : documents)
        document.writeEvents();
    for (const Claim &claim : corpus.claims) {
        const auto content = std::ranges::find_if(claim.passages, [&](const ClaimPassage &part) {
            return part.role == PassageRole::Content && ofPassage.contains(part.passage);
        });
        if (content == claim.passages.end()) {
            losses.add(Aspect::Whole, Formats::tr("claims without a content passage"), claim.id);
            continue;
        }
        ofClaim.insert(claim.id, ofPassage.value(content->passage));
        ofClaim.value(claim.id)->write(claim);
    }
    for (const Relation &relation : corpus.relations) {
        BratDocument *document = ofPassage.value(relation.from);
        if (document && document == ofPassage.value(relation.to))
            document->write(relation);
        else
            losses.add(Aspect::Whole, Formats::tr("relations between passages of different texts"), relation.id);
    }
    for (const Link &link : corpus.links) {
        BratDocument *document = ofClaim.value(link.from);
        if (document && document == ofClaim.value(link.to))
            document->write(link);
        else
            losses.add(Aspect::Whole, Formats::tr("links between claims of different texts"), link.id);
    }
    for (const Note &note : corpus.notes) {
        BratDocument *document = nullptr;
        if (const auto *passage = std::get_if<PassageId>(&note.target))
            document = ofPassage.value(*passage);
        else if (const auto *claim = std::get_if<ClaimId>(&note.target))
            document = ofClaim.value(*claim);
        if (document)
            document->write(note);
        else
            losses.add(Aspect::Whole, Formats::tr("notes on anything but passages and claims"), note.id);
    }
    return documents;
}

}
