// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/refiqda.h"

#include "core/formats/losses.h"
#include "core/formats/refi/reficolour.h"
#include "core/formats/refi/refikept.h"
#include "core/formats/words.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// A GUID that is the same each time for a part of an object.
template <class Tag>
QString partOf(const Id<Tag> &object, const QString &part)
{
    return QUuid::createUuidV5(QUuid::fromString(object.toString()), part).toString(QUuid::WithoutBraces);
}

/// Of a passage's fragment: the first one's is the passage's own.
QString selectionOf(PassageId passage, qsizetype fragment)
{
    return fragment == 0 ? passage.toString() : partOf(passage, u"fragment %1"_s.arg(fragment));
}

class RefiQdaWriter
{
public:
    explicit RefiQdaWriter(const Corpus &corpus);
    Written writeProject();
    Written writeCodebook();

private:
    [[nodiscard]] QString clean(const QString &text, const QString &object);
    template <class T>
    void attributes(const T &made);
    void start(const QString &name) { m_xml.writeStartElement(name); }
    void end() { m_xml.writeEndElement(); }
    void attribute(const QString &name, const QString &value) { m_xml.writeAttribute(name, value); }
    void textElement(const QString &name, const QString &text) { m_xml.writeTextElement(name, text); }
    void reference(const QString &name, const QString &guid, const QString &key = u"targetGUID"_s);
    void description(const QString &text, const QString &object);
    /// What the notes on @p target say, for programs that take a comment from a description alone.
    void commentOf(const QString &target);
    void noteReferences(const QString &target);
    void writeUsers();
    void writeCodes(bool isCodebook);
    void writeCode(const Tag &tag, bool isCodebook);
    void writeSets(bool isCodebook);
    void writeSources();
    void writeSource(const Version &version);
    void writeSelection(const Passage &passage, qsizetype fragment);
    void writeNotes();
    void writeLinks();
    void writeLink(const Relation &relation);
    void writeKept(const QString &where, const QString &element);
    void writeContainer(const QString &name, const QString &element);
    [[nodiscard]] QStringList kept(const QString &where, const QString &element) const;
    void gatherKept();
    void reportTags(bool isCodebook);
    void reportTheRest();

    const Corpus &m_corpus;
    Losses m_losses;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml{&m_bytes};
    QHash<TagId, QList<const Tag *>> m_children;
    QHash<TagId, int> m_written; ///< the place of each code
    QHash<ArticleId, const Article *> m_articles;
    QHash<VersionId, QList<const Passage *>> m_passages;
    QHash<QString, QList<const Note *>> m_notes; ///< by what they are on
    QSet<ArticleId> m_described; ///< whose first text was written
    QSet<QString> m_there;       ///< GUIDs
    QHash<QString, QStringList> m_kept;
    QHash<ArticleId, QStringList> m_keptValues;
};

RefiQdaWriter::RefiQdaWriter(const Corpus &corpus) : m_corpus(corpus)
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(2);
    for (const Tag &tag : corpus.tags)
        m_children[tag.parent].append(&tag);
    for (QList<const Tag *> &list : m_children)
        std::ranges::stable_sort(list, {}, &Tag::position);
    for (const Article &article : corpus.articles)
        m_articles.insert(article.id, &article);
    for (const Passage &passage : corpus.passages)
        m_passages[passage.version].append(&passage);
    for (QList<const Passage *> &list : m_passages)
        std::ranges::stable_sort(list, {}, [](const Passage *passage) { return passage->extent().begin; });
    for (const Note &note : corpus.notes)
        m_notes[std::visit([](const auto &target) { return target.toString(); }, note.target)].append(&note);
    gatherKept();
}

QString RefiQdaWriter::clean(const QString &text, const QString &object)
{
    qsizetype replaced = 0;
    QString cleaned = xmlText(text, replaced);
    if (replaced > 0)
        m_losses.add(Aspect::Words, Formats::tr("characters that XML cannot hold, which became replacement characters"),
                     object);
    return cleaned;
}

template <class T>
void RefiQdaWriter::attributes(const T &made)
{
    if (!made.annotator.isNull())
        attribute(u"creatingUser"_s, made.annotator.toString());
    // One that is not known is the first second of all, as some programs fail without any.
    attribute(u"creationDateTime"_s, made.created == Timestamp() ? u"1970-01-01T00:00:00Z"_s : made.created.toString());
}

void RefiQdaWriter::reference(const QString &name, const QString &guid, const QString &key)
{
    m_xml.writeEmptyElement(name);
    attribute(key, guid);
}

void RefiQdaWriter::description(const QString &text, const QString &object)
{
    if (!text.isEmpty())
        textElement(u"Description"_s, clean(text, object));
}

void RefiQdaWriter::commentOf(const QString &target)
{
    qsizetype replaced = 0;
    QStringList bodies;
    for (const QList<const Note *> notes = m_notes.value(target); const Note *note : notes)
        bodies.append(xmlText(note->body, replaced));
    if (!bodies.isEmpty())
        textElement(u"Description"_s, bodies.join(u"\n\n"_s));
}

void RefiQdaWriter::noteReferences(const QString &target)
{
    for (const QList<const Note *> notes = m_notes.value(target); const Note *note : notes)
        reference(u"NoteRef"_s, note->id.toString());
}

void RefiQdaWriter::gatherKept()
{
    QSet<ArticleId> done;
    for (const Remainder &remainder : m_corpus.remainders) {
        const auto kept = RefiKept::of(remainder);
        if (!kept)
            continue;
        for (const auto &[where, list] : kept->elements.asKeyValueRange()) {
            if (remainder.article.isNull())
                m_kept[where] += list;
            else if (where == u"TextSource" && !done.contains(remainder.article))
                m_keptValues[remainder.article] += list;
            for (const QString &element : list)
                addGuids(element, m_there);
        }
        if (!remainder.article.isNull())
            done.insert(remainder.article);
    }
    // Several imports of one project say the same.
    for (QStringList &list : m_kept)
        list.removeDuplicates();
    const auto note = [this](const auto &list) {
        for (const auto &each : list)
            m_there.insert(each.id.toString());
    };
    note(m_corpus.annotators);
    note(m_corpus.tags);
    note(m_corpus.versions);
    note(m_corpus.passages);
    for (const Passage &passage : m_corpus.passages) {
        for (qsizetype i = 1; i < passage.fragments.size(); ++i)
            m_there.insert(selectionOf(passage.id, i));
    }
    for (const Note &each : m_corpus.notes) {
        if (each.target.index() != 2 && each.target.index() != 3)
            m_there.insert(each.id.toString());
    }
    // Links to what is gone would leave nothing.
    m_kept[u"Links"_s].removeIf([this](const QString &element) {
        QString written;
        QXmlStreamWriter scratch(&written);
        writeElement(scratch, element, m_there);
        return written.isEmpty();
    });
}

/// In their own order, those that are called so.
QStringList RefiQdaWriter::kept(const QString &where, const QString &element) const
{
    QStringList all = m_kept.value(where);
    all.removeIf([&](const QString &each) {
        return !each.startsWith(u'<' + element) || !u" />"_s.contains(each[element.size() + 1]);
    });
    return all;
}

void RefiQdaWriter::writeKept(const QString &where, const QString &element)
{
    for (const QStringList all = kept(where, element); const QString &each : all)
        writeElement(m_xml, each, m_there);
}

void RefiQdaWriter::writeContainer(const QString &name, const QString &element)
{
    if (kept(name, element).isEmpty())
        return;
    start(name);
    writeKept(name, element);
    end();
}

void RefiQdaWriter::writeUsers()
{
    if (m_corpus.annotators.isEmpty())
        return;
    start(u"Users"_s);
    for (const Annotator &annotator : m_corpus.annotators) {
        m_xml.writeEmptyElement(u"User"_s);
        attribute(u"guid"_s, annotator.id.toString());
        attribute(u"name"_s, clean(annotator.name, annotator.id.toString()));
    }
    end();
}

void RefiQdaWriter::writeCode(const Tag &tag, bool isCodebook)
{
    if (m_written.contains(tag.id))
        return;
    m_written.insert(tag.id, int(m_written.size()));
    const QString id = tag.id.toString();
    start(u"Code"_s);
    attribute(u"guid"_s, id);
    attribute(u"name"_s, clean(tag.name, id));
    attribute(u"isCodable"_s, tag.retired ? u"false"_s : u"true"_s);
    attribute(u"color"_s, tag.colour);
    description(tag.description, id);
    if (!isCodebook)
        noteReferences(id);
    for (const QList<const Tag *> below = m_children.value(tag.id); const Tag *child : below)
        writeCode(*child, isCodebook);
    end();
}

void RefiQdaWriter::writeCodes(bool isCodebook)
{
    start(u"Codes"_s);
    for (const QList<const Tag *> roots = m_children.value(TagId()); const Tag *root : roots)
        writeCode(*root, isCodebook);
    end();
    reportTags(isCodebook);
}

void RefiQdaWriter::reportTags(bool isCodebook)
{
    for (const Tag &tag : m_corpus.tags) {
        if (!tag.key.isEmpty() || tag.position != m_written.value(tag.id))
            m_losses.add(Aspect::Parts, Formats::tr("keys and positions of tags"), tag.id);
        if (!tag.attributes.isEmpty())
            m_losses.add(Aspect::Attributes, Formats::tr("attributes of tags"), tag.id);
    }
    if (!isCodebook)
        return;
    for (const Note &note : m_corpus.notes)
        m_losses.add(Aspect::Whole, Formats::tr("notes"), note.id);
}

void RefiQdaWriter::writeSets(bool isCodebook)
{
    if (m_corpus.tagsets.isEmpty() && kept(u"Sets"_s, u"Set"_s).isEmpty())
        return;
    start(u"Sets"_s);
    for (const Tagset &tagset : m_corpus.tagsets) {
        start(u"Set"_s);
        attribute(u"guid"_s, tagset.id.toString());
        attribute(u"name"_s, clean(tagset.name, tagset.id.toString()));
        description(tagset.description, tagset.id.toString());
        for (const Tag &tag : m_corpus.tags) {
            if (tag.tagset == tagset.id)
                reference(u"MemberCode"_s, tag.id.toString(), isCodebook ? u"guid"_s : u"targetGUID"_s);
        }
        end();
    }
    if (!isCodebook)
        writeKept(u"Sets"_s, u"Set"_s);
    end();
}

void RefiQdaWriter::writeSelection(const Passage &passage, qsizetype number)
{
    const Fragment &fragment = passage.fragments[number];
    const QString selection = selectionOf(passage.id, number);
    qsizetype replaced = 0;
    start(u"PlainTextSelection"_s);
    attribute(u"guid"_s, selection);
    attribute(u"name"_s, xmlText(fragment.words, replaced));
    attribute(u"startPosition"_s, QString::number(fragment.span.begin.value));
    attribute(u"endPosition"_s, QString::number(fragment.span.end.value));
    attributes(passage);
    if (number == 0)
        commentOf(passage.id.toString());
    start(u"Coding"_s);
    attribute(u"guid"_s, partOf(passage.id, u"coding %1"_s.arg(number)));
    attributes(passage);
    reference(u"CodeRef"_s, passage.tag.toString());
    end();
    if (number == 0)
        noteReferences(passage.id.toString());
    end();
}

void RefiQdaWriter::writeSource(const Version &version)
{
    const QString id = version.id.toString();
    const Article &article = *m_articles.value(version.article);
    start(u"TextSource"_s);
    attribute(u"guid"_s, id);
    attribute(u"name"_s, clean(article.title, article.id.toString()));
    attribute(u"plainTextPath"_s, u"internal://"_s + id + u".txt"_s);
    if (version.added != Timestamp())
        attribute(u"creationDateTime"_s, version.added.toString());
    // What is said of an article stands with its first text.
    const bool describes = !m_described.contains(version.article);
    m_described.insert(version.article);
    const QStringList kept = describes ? m_keptValues.value(version.article) : QStringList();
    if (describes)
        commentOf(version.article.toString());
    for (const QList<const Passage *> passages = m_passages.value(version.id); const Passage *passage : passages) {
        for (qsizetype i = 0; i < passage->fragments.size(); ++i)
            writeSelection(*passage, i);
        if (passage->state != State::Accepted)
            m_losses.add(Aspect::State, Formats::tr("states of passages, which now seem accepted"), passage->id);
        if (!passage->attributes.isEmpty())
            m_losses.add(Aspect::Attributes, Formats::tr("attributes of passages"), passage->id);
    }
    if (describes)
        noteReferences(version.article.toString());
    for (const QString &element : kept)
        writeElement(m_xml, element, m_there);
    end();
    m_losses.add(Aspect::Parts, Formats::tr("articles, numbers, sources, repairs and corrections of versions"),
                 version.id);
}

void RefiQdaWriter::writeSources()
{
    if (m_corpus.versions.isEmpty())
        return;
    start(u"Sources"_s);
    for (const Version &version : m_corpus.versions)
        writeSource(version);
    end();
}

void RefiQdaWriter::writeNotes()
{
    QSet<ArticleId> withText;
    for (const Version &version : m_corpus.versions)
        withText.insert(version.article);
    QList<const Note *> notes;
    for (const Note &note : m_corpus.notes) {
        const auto *article = std::get_if<ArticleId>(&note.target);
        const bool isPlaced = std::holds_alternative<PassageId>(note.target)
            || std::holds_alternative<TagId>(note.target) || (article && withText.contains(*article));
        if (!isPlaced) {
            m_losses.add(Aspect::Whole, Formats::tr("notes on claims, people and articles without a text"), note.id);
            continue;
        }
        notes.append(&note);
        if (!note.parent.isNull())
            m_losses.add(Aspect::Parts, Formats::tr("which notes answer which"), note.id);
        if (note.resolved)
            m_losses.add(Aspect::Parts, Formats::tr("that notes are resolved"), note.id);
    }
    if (notes.isEmpty() && kept(u"Notes"_s, u"Note"_s).isEmpty())
        return;
    start(u"Notes"_s);
    for (const Note *note : std::as_const(notes)) {
        start(u"Note"_s);
        attribute(u"guid"_s, note->id.toString());
        // Some programs show no note without one.
        const Text line(clean(note->body, note->id.toString()).simplified());
        attribute(u"name"_s, line.words({{0}, {std::min<qsizetype>(60, line.length())}}).trimmed().toString());
        attributes(*note);
        qsizetype replaced = 0;
        textElement(u"PlainTextContent"_s, xmlText(note->body, replaced));
        end();
    }
    writeKept(u"Notes"_s, u"Note"_s);
    end();
}

void RefiQdaWriter::writeLink(const Relation &relation)
{
    m_xml.writeEmptyElement(u"Link"_s);
    attribute(u"guid"_s, relation.id.toString());
    attribute(u"name"_s, clean(relation.label, relation.id.toString()));
    QString direction = u"OneWay"_s;
    QString colour;
    bool isMore = false;
    for (const RelationValue &value : relation.values) {
        if (value.name == u"direction" && (value.value == u"Associative" || value.value == u"Bidirectional"))
            direction = value.value;
        else if (value.name == u"color" && isRefiColour(value.value))
            colour = value.value;
        else
            isMore = true;
    }
    attribute(u"direction"_s, direction);
    if (!colour.isEmpty())
        attribute(u"color"_s, colour);
    attribute(u"originGUID"_s, relation.from.toString());
    attribute(u"targetGUID"_s, relation.to.toString());
    if (isMore)
        m_losses.add(Aspect::Attributes, Formats::tr("values of relations"), relation.id);
    if (relation.state != State::Accepted)
        m_losses.add(Aspect::State, Formats::tr("states of relations, which now seem accepted"), relation.id);
    if (!relation.annotator.isNull() || relation.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who made relations, and when"), relation.id);
}

void RefiQdaWriter::writeLinks()
{
    const bool isSplit = std::ranges::any_of(m_corpus.passages,
                                             [](const Passage &passage) { return passage.fragments.size() > 1; });
    if (!isSplit && m_corpus.relations.isEmpty() && kept(u"Links"_s, u"Link"_s).isEmpty())
        return;
    start(u"Links"_s);
    for (const Passage &passage : m_corpus.passages) {
        for (qsizetype i = 1; i < passage.fragments.size(); ++i) {
            m_xml.writeEmptyElement(u"Link"_s);
            attribute(u"guid"_s, partOf(passage.id, u"link %1"_s.arg(i)));
            attribute(u"name"_s, u"pullquote:continues"_s);
            attribute(u"direction"_s, u"OneWay"_s);
            attribute(u"originGUID"_s, selectionOf(passage.id, i - 1));
            attribute(u"targetGUID"_s, selectionOf(passage.id, i));
        }
    }
    for (const Relation &relation : m_corpus.relations)
        writeLink(relation);
    writeKept(u"Links"_s, u"Link"_s);
    end();
}

void RefiQdaWriter::reportTheRest()
{
    QSet<ArticleId> withText;
    for (const Version &version : m_corpus.versions)
        withText.insert(version.article);
    for (const Article &article : m_corpus.articles) {
        if (!withText.contains(article.id)) {
            m_losses.add(Aspect::Whole, Formats::tr("articles without a text"), article.id);
            continue;
        }
        m_losses.add(Aspect::Id, Formats::tr("ids of articles"), article.id);
        if (article.added != Timestamp())
            m_losses.add(Aspect::Maker, Formats::tr("when articles were added"), article.id);
        if (!article.outlet.isNull() || !article.byline.isEmpty() || !article.published.isEmpty()
            || !article.url.isEmpty())
            m_losses.add(Aspect::Parts, Formats::tr("outlets, bylines, dates and addresses of articles"), article.id);
    }
    for (const Remainder &remainder : m_corpus.remainders) {
        if (!RefiKept::of(remainder))
            m_losses.add(Aspect::Whole, Formats::tr("what only the format it came from understands"), remainder.id);
    }
    m_losses.addAll(Aspect::Whole, Formats::tr("entities"), m_corpus.entities);
    m_losses.addAll(Aspect::Whole, Formats::tr("claims"), m_corpus.claims);
    m_losses.addAll(Aspect::Whole, Formats::tr("links between claims"), m_corpus.links);
    m_losses.addAllOfReview(m_corpus);
}

Written RefiQdaWriter::writeProject()
{
    m_xml.writeStartDocument();
    start(u"Project"_s);
    m_xml.writeDefaultNamespace(u"urn:QDA-XML:project:1.0"_s);
    attribute(u"name"_s, u"Pullquote"_s);
    attribute(u"origin"_s, u"Pullquote"_s);
    writeUsers();
    if (!m_corpus.tags.isEmpty()) {
        start(u"CodeBook"_s);
        writeCodes(false);
        end();
    }
    writeContainer(u"Variables"_s, u"Variable"_s);
    writeContainer(u"Cases"_s, u"Case"_s);
    writeSources();
    writeNotes();
    writeLinks();
    writeSets(false);
    writeContainer(u"Graphs"_s, u"Graph"_s);
    if (const QString said = textIn(m_kept.value(u"Project"_s), u"Description"_s); !said.isEmpty())
        textElement(u"Description"_s, said);
    writeKept(u"Project"_s, u"NoteRef"_s);
    end();
    m_xml.writeEndDocument();
    reportTheRest();

    Written written{{{u"project.qde"_s, m_bytes}}, {}};
    for (const Version &version : m_corpus.versions)
        written.files.append({u"sources/"_s + version.id.toString() + u".txt"_s, version.text.string().toUtf8()});
    written.loss = m_losses.report();
    return written;
}

Written RefiQdaWriter::writeCodebook()
{
    m_xml.writeStartDocument();
    start(u"CodeBook"_s);
    m_xml.writeDefaultNamespace(u"urn:QDA-XML:codebook:1.0"_s);
    attribute(u"origin"_s, u"Pullquote"_s);
    writeCodes(true);
    writeSets(true);
    end();
    m_xml.writeEndDocument();
    m_losses.addAll(Aspect::Whole, Formats::tr("articles"), m_corpus.articles);
    m_losses.addAll(Aspect::Whole, Formats::tr("texts"), m_corpus.versions);
    m_losses.addAll(Aspect::Whole, Formats::tr("passages"), m_corpus.passages);
    m_losses.addAll(Aspect::Whole, Formats::tr("relations between passages"), m_corpus.relations);
    m_losses.addAll(Aspect::Whole, Formats::tr("annotators"), m_corpus.annotators);
    m_losses.addAll(Aspect::Whole, Formats::tr("entities"), m_corpus.entities);
    m_losses.addAll(Aspect::Whole, Formats::tr("claims"), m_corpus.claims);
    m_losses.addAll(Aspect::Whole, Formats::tr("links between claims"), m_corpus.links);
    m_losses.addAllOfReview(m_corpus);
    m_losses.addAll(Aspect::Whole, Formats::tr("what only the format it came from understands"), m_corpus.remainders);
    return {{{u"codebook.qdc"_s, m_bytes}}, m_losses.report()};
}

}

Result<Written> writeRefiQda(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    return RefiQdaWriter(corpus).writeProject();
}

Result<Written> writeRefiCodebook(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    if (corpus.tags.isEmpty())
        return fail(Formats::tr("Nothing was written: a codebook needs one tag at least."));
    return RefiQdaWriter(corpus).writeCodebook();
}

}
