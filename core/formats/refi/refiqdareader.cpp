// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/refiqda.h"

#include "core/formats/order.h"
#include "core/formats/palette.h"
#include "core/formats/refi/refiqdaparts.h"
#include "core/text/counting.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class RefiQdaReader
{
public:
    Result<Read> read(const QList<NamedFile> &files);

private:
    struct SourceText
    {
        const RefiSource *source = nullptr;
        CountedText text;
        qsizetype version = 0; ///< its place in the corpus
    };

    /// What @p guid is here. A new id where that is none, or something else's.
    template <class T>
    T idOf(const QString &guid)
    {
        const T id = T::fromString(guid);
        const bool isFree = !id.isNull() && !m_taken.contains(guid);
        m_taken.insert(guid);
        return isFree ? id : T::create();
    }
    [[nodiscard]] AnnotatorId annotator(const QString &guid);
    void makeTags();
    void makeTagsets();
    [[nodiscard]] TagId tagOf(const QString &guid);
    [[nodiscard]] QByteArray fileOf(const QString &path, qint64 line);
    [[nodiscard]] QString textOf(const RefiSource &source);
    void makeArticle(const RefiSource &source);
    void findCounting();
    void makePassages(const SourceText &from);
    Passage &addPassage(const QString &guid, const RefiCoding &coding, const RefiMade &made, VersionId version);
    void makeLinks();
    /// Of the passage that a selection is part of; -1 when there is none.
    [[nodiscard]] qsizetype placeOf(const QString &selection) const;
    [[nodiscard]] bool join(const RefiLink &link);
    void makeNotes(const QStringList &guids, const NoteTarget &target);
    void keepTheRest();

    QString m_file;
    QHash<QString, const NamedFile *> m_files; ///< by their names in small letters, without folders
    Reading m_reading;
    RefiProject m_project;
    Corpus m_corpus;
    QSet<QString> m_taken;
    QHash<QString, AnnotatorId> m_annotators;
    QHash<QString, TagId> m_tags;
    TagId m_uncoded;
    QHash<QString, qsizetype> m_selections; ///< by GUID, places in m_corpus.passages
    QHash<qsizetype, qsizetype> m_joined;   ///< places of passages that are part of others now, and of those
    QHash<QString, qsizetype> m_notes;      ///< by GUID, places in m_project.notes
    QSet<QString> m_usedNotes;
    QList<SourceText> m_texts;
    Counting m_howCounted;
    QList<CountingEvidence> m_counting;
    RefiKept m_kept;
};

AnnotatorId RefiQdaReader::annotator(const QString &guid)
{
    if (guid.isEmpty())
        return {};
    AnnotatorId &id = m_annotators[guid];
    if (id.isNull()) {
        id = idOf<AnnotatorId>(guid);
        m_corpus.annotators.append({id, guid});
        m_reading.remarkOnAll(Formats::tr("Users that are nowhere named are called by their GUID"));
    }
    return id;
}

void RefiQdaReader::makeTags()
{
    for (const RefiCode &code : std::as_const(m_project.codes)) {
        Tag tag;
        tag.id = idOf<TagId>(code.guid);
        tag.parent = m_tags.value(code.parent);
        tag.name = code.name.isEmpty() ? u"code"_s : code.name;
        tag.colour = code.colour.size() == 7 && isRefiColour(code.colour) ? code.colour
                                                                          : paletteColour(m_corpus.tags.size());
        if (code.colour.size() == 4 && isRefiColour(code.colour)) {
            tag.colour = u"#"_s;
            for (const QChar c : code.colour.sliced(1))
                tag.colour += QString(2, c);
        }
        tag.description = code.description;
        tag.position = int(m_corpus.tags.size());
        tag.retired = !code.isCodable;
        m_tags.insert(code.guid, tag.id);
        m_corpus.tags.append(tag);
    }
    makeTagsets();
    for (qsizetype i = 0; i < m_project.codes.size(); ++i)
        makeNotes(m_project.codes[i].notes, m_corpus.tags[i].id);
}

/// Sets of codes alone that share no code are tagsets.
void RefiQdaReader::makeTagsets()
{
    QHash<QString, int> uses;
    for (const RefiSet &set : std::as_const(m_project.sets)) {
        for (const QString &code : set.codes)
            ++uses[code];
    }
    QHash<TagId, TagsetId> tagsets;
    for (const RefiSet &set : std::as_const(m_project.sets)) {
        const bool isAlone = !set.hasOthers && std::ranges::all_of(set.codes, [&](const QString &code) {
            return uses.value(code) == 1 && m_tags.contains(code);
        });
        if (!isAlone) {
            m_kept.elements[u"Sets"_s].append(set.element);
            continue;
        }
        const TagsetId id = idOf<TagsetId>(set.guid);
        m_corpus.tagsets.append({id, set.name.isEmpty() ? u"REFI-QDA"_s : set.name, set.description});
        for (const QString &code : set.codes)
            tagsets.insert(m_tags.value(code), id);
    }
    TagsetId others;
    for (Tag &tag : m_corpus.tags) {
        tag.tagset = tagsets.value(tag.id);
        if (!tag.tagset.isNull())
            continue;
        if (others.isNull()) {
            others = TagsetId::create();
            m_corpus.tagsets.append({others, u"REFI-QDA"_s, {}});
        }
        tag.tagset = others;
    }
}

/// Selections that carry nothing but a note, or a code that is nowhere, need a tag here.
TagId RefiQdaReader::tagOf(const QString &guid)
{
    if (const TagId known = m_tags.value(guid); !known.isNull())
        return known;
    if (m_uncoded.isNull()) {
        Tag tag;
        tag.id = m_uncoded = TagId::create();
        if (m_corpus.tagsets.isEmpty())
            m_corpus.tagsets.append({TagsetId::create(), u"REFI-QDA"_s, {}});
        tag.tagset = m_corpus.tagsets.first().id;
        tag.name = u"Selection"_s;
        tag.colour = paletteColour(m_corpus.tags.size());
        tag.position = int(m_corpus.tags.size());
        m_corpus.tags.append(tag);
        m_reading.remarkOnAll(Formats::tr("A tag “Selection” was made for selections without a code"));
    }
    return m_uncoded;
}

QByteArray RefiQdaReader::fileOf(const QString &path, qint64 line)
{
    m_reading.goTo(m_file, line);
    const QString name = path.sliced(qMin(path.size(), qsizetype(11)));
    if (!path.startsWith(u"internal://") || name.isEmpty() || name.contains(u'/') || name.contains(u'\\')) {
        m_reading.refuse(Formats::tr("the path “%1” leads out of the archive. Export the project with its sources "
                                     "inside (“internal://…”).")
                             .arg(path));
        return {};
    }
    const NamedFile *file = m_files.value(name.toLower());
    if (!file)
        m_reading.refuse(Formats::tr("the text %1 is not in the archive.").arg(name));
    else if (!QUtf8StringView(file->bytes).isValidUtf8())
        m_reading.refuse(Formats::tr("the text %1 is not valid UTF-8. Save the file in UTF-8.").arg(name));
    return file ? file->bytes : QByteArray();
}

QString RefiQdaReader::textOf(const RefiSource &source)
{
    return source.path.isEmpty() ? source.content : QString::fromUtf8(fileOf(source.path, source.line));
}

/// How the program counts, by the evidence of all its sources together.
void RefiQdaReader::findCounting()
{
    if (m_project.origin == u"Pullquote")
        return;
    // Who keeps texts with CRLF counts it so in copies with LF.
    if (m_project.origin.contains(u"NVivo", Qt::CaseInsensitive))
        m_howCounted = {PositionUnit::Utf16Units, true, false};
    QList<CountedPart> parts;
    for (const SourceText &each : m_texts) {
        CountedPart part{&each.text, {}};
        const QString all = each.text.text().string().simplified();
        for (const RefiSelection &selection : each.source->selections) {
            CountedSpan span{selection.begin, selection.end, {}};
            // Some programs call a selection by its words, others by a number.
            for (const QString &words : {selection.description, selection.name}) {
                if (!words.trimmed().isEmpty() && all.contains(words.simplified()))
                    span.words = words;
            }
            part.spans.append(span);
        }
        if (!part.spans.isEmpty())
            parts.append(part);
    }
    if (parts.isEmpty())
        return;
    const FoundCounting found = pq::findCounting(parts, m_howCounted);
    m_howCounted = found.counting;
    m_counting.append({m_file, found});
}

Passage &RefiQdaReader::addPassage(const QString &guid, const RefiCoding &coding, const RefiMade &made,
                                   VersionId version)
{
    Passage passage;
    passage.id = idOf<PassageId>(guid);
    passage.version = version;
    passage.tag = tagOf(coding.code);
    passage.annotator = annotator(coding.made.user.isEmpty() ? made.user : coding.made.user);
    passage.created = coding.made.time == Timestamp() ? made.time : coding.made.time;
    m_corpus.passages.append(passage);
    return m_corpus.passages.last();
}

void RefiQdaReader::makePassages(const SourceText &from)
{
    const RefiSource &source = *from.source;
    const CountedText &text = from.text;
    const Version version = m_corpus.versions[from.version];
    for (const RefiSelection &selection : source.selections) {
        m_reading.goTo(m_file, selection.line);
        const auto span = text.spanOf({selection.begin, selection.end, {}}, m_howCounted);
        if (!span && selection.begin == selection.end) {
            m_reading.remark(Formats::tr("a selection of nothing was left out"));
            continue;
        }
        if (!span) {
            m_reading.refuse(Formats::tr("there is nothing at %1–%2 of the source “%3”, which has %4 characters.")
                                 .arg(QString::number(selection.begin), QString::number(selection.end), source.name)
                                 .arg(text.text().length()));
            return;
        }
        const QList<RefiCoding> codings = selection.codings.isEmpty() ? QList<RefiCoding>{{}} : selection.codings;
        for (qsizetype i = 0; i < codings.size(); ++i) {
            if (i == 0)
                m_selections.insert(selection.guid, m_corpus.passages.size());
            Passage &passage = addPassage(i == 0 ? selection.guid : codings[i].guid, codings[i], selection.made,
                                          version.id);
            passage.fragments = {{*span, version.text.words(*span).toString()}};
            const PassageId id = passage.id;
            if (i == 0)
                makeNotes(selection.notes, id);
            makeNotes(codings[i].notes, id);
        }
    }
    for (const RefiCoding &coding : source.codings) {
        Passage &passage = addPassage(coding.guid, coding, source.made, version.id);
        passage.fragments = {{version.text.span(), version.text.string()}};
        makeNotes(coding.notes, passage.id);
    }
}

void RefiQdaReader::makeArticle(const RefiSource &source)
{
    const CountedText text(textOf(source), true);
    if (m_reading.failed())
        return;
    if (text.text().isEmpty()) {
        m_reading.goTo(m_file, source.line);
        m_reading.remark(Formats::tr("a source without text was left out"));
        return;
    }
    Article article;
    article.id = ArticleId::create();
    article.title = source.name;
    Version version;
    version.id = idOf<VersionId>(source.guid);
    version.article = article.id;
    version.text = text.text();
    version.encoding = u"UTF-8"_s;
    version.added = source.made.time;
    for (const auto &[kind, count] :
         {std::pair(RepairKind::ByteOrderMark, text.byteOrderMarks()), std::pair(RepairKind::LineEnds, text.lineEnds()),
          std::pair(RepairKind::NullCharacters, text.nulls())}) {
        if (count > 0)
            version.repairs.append({kind, count});
    }
    m_corpus.articles.append(article);
    m_texts.append({&source, text, m_corpus.versions.size()});
    m_corpus.versions.append(version);
    makeNotes(source.notes, article.id);
    if (!source.others.isEmpty()) {
        const RefiKept kept{{{u"TextSource"_s, source.others}}};
        m_corpus.remainders.append({RemainderId::create(), article.id, u"refi-qda"_s, kept.toJson()});
    }
}

qsizetype RefiQdaReader::placeOf(const QString &selection) const
{
    qsizetype place = m_selections.value(selection, -1);
    while (m_joined.contains(place))
        place = m_joined.value(place);
    return place;
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

void RefiQdaReader::makeLinks()
{
    QList<const RefiLink *> others;
    for (const RefiLink &link : std::as_const(m_project.links)) {
        if (!join(link))
            others.append(&link);
    }
    for (const RefiLink *each : std::as_const(others)) {
        const RefiLink &link = *each;
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

/// A note on several things becomes one on each.
void RefiQdaReader::makeNotes(const QStringList &guids, const NoteTarget &target)
{
    for (const QString &guid : guids) {
        const qsizetype at = m_notes.value(guid, -1);
        if (at < 0) {
            m_reading.remark(Formats::tr("a reference to a note that is not there was left out"));
            continue;
        }
        const RefiSource &source = m_project.notes[at].text;
        const QString content = CountedText(textOf(source)).text().string();
        const QString title = source.name.simplified();
        Note note;
        note.id = m_usedNotes.contains(guid) ? NoteId::create() : idOf<NoteId>(guid);
        m_usedNotes.insert(guid);
        note.target = target;
        note.body = title.isEmpty() || content.simplified().startsWith(title)
            ? content
            : source.name + (content.isEmpty() ? u""_s : u"\n\n"_s) + content;
        note.annotator = annotator(source.made.user);
        note.created = source.made.time;
        if (!source.selections.isEmpty())
            m_reading.remark(Formats::tr("codings of notes were left out"));
        if (note.body.trimmed().isEmpty())
            m_reading.remark(Formats::tr("a note that says nothing was left out"));
        else
            m_corpus.notes.append(note);
    }
}

void RefiQdaReader::keepTheRest()
{
    if (!m_project.others.isEmpty())
        m_kept.elements.insert(u"Project"_s, m_project.others);
    for (const RefiNote &note : std::as_const(m_project.notes)) {
        if (m_usedNotes.contains(note.text.guid))
            continue;
        if (note.text.path.isEmpty()) {
            m_kept.elements[u"Notes"_s].append(note.element);
            continue;
        }
        // Its file is not kept, so its text has to be.
        qsizetype replaced = 0;
        QString element;
        QXmlStreamWriter writer(&element);
        writer.writeStartElement(u"Note"_s);
        writer.writeAttribute(u"guid"_s, note.text.guid);
        writer.writeAttribute(u"name"_s, note.text.name);
        writer.writeTextElement(u"PlainTextContent"_s, xmlText(textOf(note.text), replaced));
        writer.writeEndElement();
        m_kept.elements[u"Notes"_s].append(element);
    }
    if (!m_kept.elements.isEmpty())
        m_corpus.remainders.append({RemainderId::create(), {}, u"refi-qda"_s, m_kept.toJson()});
}

Result<Read> RefiQdaReader::read(const QList<NamedFile> &files)
{
    for (const NamedFile &file : files)
        m_files.insert(file.path.section(u'/', -1).toLower(), &file);
    const auto isProject = [](const NamedFile &file) {
        return file.path.endsWith(u".qde", Qt::CaseInsensitive) || file.path.endsWith(u".qdc", Qt::CaseInsensitive);
    };
    auto project = std::ranges::find_if(files, isProject);
    if (project == files.end() && files.size() == 1)
        project = files.begin();
    if (project == files.end())
        return fail(Formats::tr("There is no project.qde here, so this is no REFI-QDA project."));
    m_file = project->path;
    m_project = parseRefi(*project, m_reading);
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    for (const RefiUser &user : std::as_const(m_project.users)) {
        if (user.guid.isEmpty() || m_annotators.contains(user.guid))
            continue;
        const AnnotatorId id = idOf<AnnotatorId>(user.guid);
        m_annotators.insert(user.guid, id);
        m_corpus.annotators.append({id, user.name.isEmpty() ? user.guid : user.name});
    }
    for (qsizetype i = 0; i < m_project.notes.size(); ++i)
        m_notes.insert(m_project.notes[i].text.guid, i);
    makeTags();
    for (const RefiSource &source : std::as_const(m_project.sources)) {
        if (!m_reading.failed())
            makeArticle(source);
    }
    findCounting();
    for (const SourceText &text : std::as_const(m_texts)) {
        if (!m_reading.failed())
            makePassages(text);
    }
    makeLinks();
    keepTheRest();
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    sortById(m_corpus);
    return Read{m_corpus, m_reading.remarks(), m_counting};
}

}

Result<Read> readRefiQda(const QList<NamedFile> &files)
{
    return RefiQdaReader().read(files);
}

bool isRefiQda(QStringView name, QByteArrayView beginning)
{
    return (name.endsWith(u".qdpx") && beginning.startsWith("PK")) || beginning.contains("urn:QDA-XML:project");
}

bool isRefiCodebook(QStringView, QByteArrayView beginning)
{
    return beginning.contains("urn:QDA-XML:codebook");
}

}
