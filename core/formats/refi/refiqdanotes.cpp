// SPDX-License-Identifier: GPL-3.0-or-later
// Notes, links, and what is kept for writing.
#include "core/formats/refi/refiqdareader.h"

#include "core/formats/refi/reficolour.h"
#include "core/formats/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What a note says under its name and description, which may be its first words, cut with dots.
QString bodyOf(const RefiSource &note, const QString &content)
{
    QString title = note.name.simplified();
    while (title.endsWith(u'…') || title.endsWith(u"..."))
        title.chop(title.endsWith(u'…') ? 1 : 3);
    QStringList parts;
    if (!title.isEmpty() && !content.simplified().startsWith(title))
        parts.append(note.name);
    if (!note.description.trimmed().isEmpty() && note.description.simplified() != content.simplified())
        parts.append(note.description);
    if (!content.isEmpty())
        parts.append(content);
    return parts.join(u"\n\n"_s);
}

}

/// A note on several things becomes one on each.
void RefiQdaReader::makeNotes(const QStringList &guids, const NoteTarget &target)
{
    QStringList done;
    for (const QString &guid : guids) {
        if (done.contains(guid))
            continue;
        done.append(guid);
        const qsizetype at = m_notes.value(guid, -1);
        if (at < 0) {
            m_reading.remark(Formats::tr("a reference to a note that is not there was left out"));
            continue;
        }
        const RefiSource &source = m_project.notes[at].text;
        const auto text = textOf(source);
        Note note;
        note.id = m_usedNotes.contains(guid) ? NoteId::create() : idOf<NoteId>(guid);
        m_usedNotes.insert(guid);
        note.target = target;
        note.body = bodyOf(source, text ? CountedText(text->content).text().string() : QString());
        note.annotator = annotator(source.made.user);
        note.created = source.made.time;
        if (note.body.trimmed().isEmpty())
            m_reading.remark(Formats::tr("a note that says nothing was left out"));
        else
            m_corpus.notes.append(note);
    }
}

void RefiQdaReader::describe(const QString &description, const NoteTarget &target, const RefiMade &made,
                             const QString &words)
{
    const QString said = description.simplified();
    // What we wrote stands there for programs that read no notes.
    if (said.isEmpty() || said == words.simplified() || m_project.origin == u"Pullquote")
        return;
    // And may come back from them, or have been written twice by them.
    QStringList there;
    for (qsizetype i = m_corpus.notes.size() - 1; i >= 0 && m_corpus.notes[i].target == target; --i)
        there.prepend(m_corpus.notes[i].body.simplified());
    if (there.contains(said) || there.join(u' ') == said)
        return;
    Note note;
    note.id = NoteId::create();
    note.target = target;
    note.body = CountedText(description.trimmed()).text().string();
    note.annotator = annotator(made.user);
    note.created = made.time;
    m_corpus.notes.append(note);
}

qsizetype RefiQdaReader::placeOf(const QString &selection) const
{
    qsizetype place = m_selections.value(selection, -1);
    while (m_joined.contains(place))
        place = m_joined.value(place);
    return place;
}

std::optional<NoteTarget> RefiQdaReader::targetOf(const QString &guid) const
{
    if (guid.isEmpty())
        return std::nullopt;
    if (const qsizetype place = placeOf(guid); place >= 0)
        return m_corpus.passages[place].id;
    if (m_articles.contains(guid))
        return m_articles.value(guid);
    if (m_tags.contains(guid))
        return m_tags.value(guid);
    return std::nullopt;
}

/// What we wrote of a passage of several fragments.
bool RefiQdaReader::join(const RefiLink &link)
{
    const qsizetype first = placeOf(link.origin);
    const qsizetype second = placeOf(link.target);
    if (link.name != u"pullquote:continues" || first < 0 || second < 0 || first == second)
        return false;
    Passage &to = m_corpus.passages[first];
    const Passage &from = m_corpus.passages[second];
    if (to.version != from.version || to.tag != from.tag
        || from.fragments.first().span.begin < to.fragments.last().span.end)
        return false;
    to.fragments += from.fragments;
    m_joined.insert(second, first);
    return true;
}

bool RefiQdaReader::makeNote(const RefiLink &link)
{
    const auto isNote = [this](const QString &guid) { return m_notes.contains(guid) && !m_articles.contains(guid); };
    if (link.hasNotes || isNote(link.origin) == isNote(link.target))
        return false;
    const QString &note = isNote(link.origin) ? link.origin : link.target;
    const auto target = targetOf(isNote(link.origin) ? link.target : link.origin);
    if (target)
        makeNotes({note}, *target);
    return target.has_value();
}

void RefiQdaReader::makeLinks()
{
    QList<const RefiLink *> others;
    for (const RefiLink &link : std::as_const(m_project.links)) {
        if (!join(link))
            others.append(&link);
    }
    for (const RefiLink *each : std::as_const(others)) {
        const RefiLink &link = *each;
        if (makeNote(link))
            continue;
        const qsizetype from = placeOf(link.origin);
        const qsizetype to = placeOf(link.target);
        if (from < 0 || to < 0 || link.hasNotes) {
            m_kept.elements[u"Links"_s].append(link.element);
            continue;
        }
        Relation relation;
        relation.id = idOf<RelationId>(link.guid);
        relation.from = m_corpus.passages[from].id;
        relation.to = m_corpus.passages[to].id;
        relation.label = link.name.isEmpty() ? u"link"_s : link.name;
        if (!link.direction.isEmpty() && link.direction != u"OneWay")
            relation.values.append({u"direction"_s, link.direction});
        if (isRefiColour(link.colour))
            relation.values.append({u"color"_s, link.colour});
        m_corpus.relations.append(relation);
    }
    dropJoined();
}

void RefiQdaReader::dropJoined()
{
    QList<Passage> passages;
    QHash<PassageId, PassageId> joined;
    for (qsizetype i = 0; i < m_corpus.passages.size(); ++i) {
        if (!m_joined.contains(i))
            passages.append(m_corpus.passages[i]);
    }
    // A note on a part is one on the whole.
    for (const auto &[guid, place] : m_selections.asKeyValueRange())
        joined.insert(m_corpus.passages[place].id, m_corpus.passages[placeOf(guid)].id);
    for (Note &note : m_corpus.notes) {
        if (const auto *passage = std::get_if<PassageId>(&note.target); passage && joined.contains(*passage))
            note.target = joined.value(*passage);
    }
    m_corpus.passages = passages;
}

/// Notes that are on nothing that can have one here.
void RefiQdaReader::keepNotes()
{
    QStringList names;
    for (const RefiNote &note : std::as_const(m_project.notes)) {
        if (m_usedNotes.contains(note.text.guid) || m_articles.contains(note.text.guid))
            continue;
        names.append(quoted(note.text.name));
        if (note.text.paths.isEmpty()) {
            m_kept.elements[u"Notes"_s].append(note.element);
            continue;
        }
        // Its file is not kept, so its text has to be.
        const auto text = textOf(note.text);
        qsizetype replaced = 0;
        QString element;
        QXmlStreamWriter writer(&element);
        writer.writeStartElement(u"Note"_s);
        writer.writeAttribute(u"guid"_s, note.text.guid);
        writer.writeAttribute(u"name"_s, xmlText(note.text.name, replaced));
        if (!note.text.made.user.isEmpty())
            writer.writeAttribute(u"creatingUser"_s, note.text.made.user);
        if (note.text.made.time != Timestamp())
            writer.writeAttribute(u"creationDateTime"_s, note.text.made.time.toString());
        if (!note.text.description.isEmpty())
            writer.writeTextElement(u"Description"_s, xmlText(note.text.description, replaced));
        if (text)
            writer.writeTextElement(u"PlainTextContent"_s,
                                    xmlText(CountedText(text->content).text().string(), replaced));
        writer.writeEndElement();
        m_kept.elements[u"Notes"_s].append(element);
    }
    if (names.isEmpty())
        return;
    constexpr qsizetype most = 5;
    const QString all = names.first(std::min(most, names.size())).join(u", "_s);
    m_reading.remarkOnAll(
        names.size() <= most
            ? Formats::tr("Memos on no text, passage or tag were kept, but are not shown: %1").arg(all)
            : Formats::tr("Memos on no text, passage or tag were kept, but are not shown: %1 and %2 more")
                  .arg(all, QString::number(names.size() - most)));
}

void RefiQdaReader::keepTheRest()
{
    QStringList kinds;
    for (const auto &[where, elements] : m_project.others.asKeyValueRange()) {
        m_kept.elements[where] = elements;
        if (where != u"Project")
            kinds.append(where);
        for (const QString &element : where == u"Project" ? elements : QStringList()) {
            const QString kind = element.sliced(1).section(QRegularExpression(u"[ />]"_s), 0, 0);
            if (kind != u"NoteRef" && !kinds.contains(kind))
                kinds.append(kind);
        }
    }
    for (const QString &kind : {u"Links"_s, u"Sets"_s}) {
        if (m_kept.elements.contains(kind))
            kinds.append(kind);
    }
    if (!m_corpus.remainders.isEmpty())
        kinds.append(u"VariableValue"_s);
    kinds.sort();
    if (!kinds.isEmpty())
        m_reading.remarkOnAll(
            Formats::tr("What has no place here was kept for REFI-QDA alone: %1").arg(kinds.join(u", "_s)));
    keepNotes();
    if (!m_kept.elements.isEmpty())
        m_corpus.remainders.append({RemainderId::create(), {}, u"refi-qda"_s, m_kept.toJson()});
}

}
