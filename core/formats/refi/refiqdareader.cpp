// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/refiqdareader.h"

#include "core/formats/order.h"
#include "core/formats/palette.h"
#include "core/formats/refi/refiqda.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

void RefiQdaReader::makeAnnotators()
{
    for (const RefiUser &user : std::as_const(m_project.users)) {
        if (m_annotators.contains(user.guid))
            continue;
        const AnnotatorId id = idOf<AnnotatorId>(user.guid);
        m_annotators.insert(user.guid, id);
        m_corpus.annotators.append({id, user.name.isEmpty() ? user.guid : user.name});
    }
}

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
        tag.colour = code.colour.isEmpty() ? paletteColour(m_corpus.tags.size()) : code.colour;
        tag.description = code.description;
        tag.position = int(m_corpus.tags.size());
        tag.retired = !code.isCodable;
        if (!m_tags.contains(code.guid))
            m_tags.insert(code.guid, tag.id);
        m_corpus.tags.append(tag);
    }
    makeTagsets();
    for (qsizetype i = 0; i < m_project.codes.size(); ++i)
        makeNotes(m_project.codes[i].notes, m_corpus.tags[i].id);
}

/// Sets of codes alone that share no code are tagsets. Codes in none are in that of the code above them.
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
        if (!tagsets.contains(tag.id) && tagsets.contains(tag.parent))
            tagsets.insert(tag.id, tagsets.value(tag.parent));
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

TagId RefiQdaReader::addTag(TagId id, const QString &name)
{
    if (m_corpus.tagsets.isEmpty())
        m_corpus.tagsets.append({TagsetId::create(), u"REFI-QDA"_s, {}});
    Tag tag;
    tag.id = id;
    tag.tagset = m_corpus.tagsets.first().id;
    tag.name = name;
    tag.colour = paletteColour(m_corpus.tags.size());
    tag.position = int(m_corpus.tags.size());
    m_corpus.tags.append(tag);
    return id;
}

/// Selections that carry nothing but a note, or a code that is nowhere, need a tag here; cases may be codes, too.
TagId RefiQdaReader::tagOf(const QString &code)
{
    if (const TagId known = m_tags.value(code); !known.isNull())
        return known;
    if (const QString name = m_project.cases.value(code); !name.isEmpty()) {
        m_reading.remarkOnAll(Formats::tr("Tags were made for cases that words are coded with"));
        const TagId id = addTag(idOf<TagId>(code), name);
        m_tags.insert(code, id);
        return id;
    }
    TagId &uncoded = m_tags[QString()];
    if (uncoded.isNull()) {
        uncoded = addTag(TagId::create(), u"Selection"_s);
        m_reading.remarkOnAll(Formats::tr("A tag “Selection” was made for selections without a code"));
    }
    return uncoded;
}

std::optional<RefiText> RefiQdaReader::textOf(const RefiSource &source)
{
    m_reading.goTo(m_file, source.line);
    const NamedFile *file = nullptr;
    for (const QString &path : source.paths) {
        file = m_files.at(path);
        auto text = file ? plainText(file->bytes) : std::nullopt;
        if (text && text->isGuessed)
            m_reading.remark(Formats::tr("the text of “%1” is not in UTF-8 and was taken for Windows-1252: look at its "
                                         "accents and quotation marks")
                                 .arg(source.name));
        if (text && text->invalid > 0)
            m_reading.remark(Formats::tr("bytes in the text of “%1” are not UTF-8 and were replaced: %2")
                                 .arg(source.name, QString::number(text->invalid)));
        if (text)
            return text;
    }
    if (!source.content.isEmpty() || source.paths.isEmpty())
        return RefiText{source.content, u"UTF-8"_s};
    const QString what = source.name.isEmpty() ? source.paths.first() : source.name;
    if (file)
        m_reading.remark(Formats::tr("of “%1” there is no plain text, but %2; it was left out").arg(what, file->path));
    else
        m_reading.remark(Formats::tr("the text of “%1” (%2) is not in the archive; it was left out")
                             .arg(what, source.paths.first()));
    if (!file && m_files.isAlone())
        m_reading.remarkOnAll(Formats::tr("This is a project without its texts: read the .qdpx that it comes from"));
    return std::nullopt;
}

void RefiQdaReader::makeArticle(const RefiSource &source)
{
    const auto read = textOf(source);
    const qsizetype codings = source.selections.size() + source.codings.size();
    if (!read || CountedText(read->content).text().isEmpty()) {
        m_reading.goTo(m_file, source.line);
        if (read)
            m_reading.remark(Formats::tr("a source without text was left out"));
        if (codings > 0)
            m_reading.remark(
                Formats::tr("selections of “%1” were left out with it: %2").arg(source.name, QString::number(codings)));
        return;
    }
    const bool hasMark = read->content.startsWith(QChar(QChar::ByteOrderMark));
    const CountedText own(read->content, true);
    const CountedText text = hasMark ? CountedText(read->content.sliced(1), true) : own;
    Article article;
    article.id = ArticleId::create();
    article.title = source.name;
    if (source.name.isEmpty() && !source.paths.isEmpty() && m_project.origin != u"Pullquote")
        article.title = source.paths.first().section(u'/', -1);
    Version version;
    version.id = idOf<VersionId>(source.guid);
    version.article = article.id;
    version.text = text.text();
    version.encoding = read->encoding;
    version.encodingGuessed = read->isGuessed;
    version.added = source.made.time;
    for (const auto &[kind, count] :
         {std::pair(RepairKind::ByteOrderMark, own.byteOrderMarks()), std::pair(RepairKind::LineEnds, own.lineEnds()),
          std::pair(RepairKind::NullCharacters, own.nulls()), std::pair(RepairKind::InvalidBytes, read->invalid),
          std::pair(RepairKind::LoneSurrogates, own.loneSurrogates())}) {
        if (count > 0)
            version.repairs.append({kind, count});
    }
    m_articles.insert(source.guid, article.id);
    m_corpus.articles.append(article);
    m_texts.append({&source, text, read->content, article.id, m_corpus.versions.size()});
    m_corpus.versions.append(version);
    if (!source.others.isEmpty()) {
        const RefiKept kept{{{u"TextSource"_s, source.others}}};
        m_corpus.remainders.append({RemainderId::create(), article.id, u"refi-qda"_s, kept.toJson()});
    }
}

Passage &RefiQdaReader::addPassage(const QString &guid, const RefiCoding &coding, const RefiMade &made,
                                   const SourceText &from, const TextSpan &span)
{
    const Version &version = m_corpus.versions.at(from.version);
    Passage passage;
    passage.id = idOf<PassageId>(guid);
    passage.version = version.id;
    passage.tag = tagOf(coding.code);
    passage.annotator = annotator(coding.made.user.isEmpty() ? made.user : coding.made.user);
    passage.created = coding.made.time == Timestamp() ? made.time : coding.made.time;
    passage.fragments = {{span, version.text.words(span).toString()}};
    m_corpus.passages.append(passage);
    return m_corpus.passages.last();
}

/// Programs count one too far at the end, or select backwards.
std::optional<TextSpan> RefiQdaReader::spanOf(const RefiSelection &selection, const CountedText &text)
{
    if (const auto span = text.spanOf({selection.begin, selection.end}, m_howCounted))
        return span;
    if (selection.begin == selection.end) {
        m_reading.remark(Formats::tr("a selection of nothing was left out"));
        return std::nullopt;
    }
    const qint64 length = text.counted(text.text().span(), m_howCounted).end;
    const auto [begin, end] = std::minmax(
        {std::clamp<qint64>(selection.begin, 0, length), std::clamp<qint64>(selection.end, 0, length)});
    const qint64 last = m_howCounted.endsAreInclusive ? std::min(end + 1, length) : end;
    const TextSpan span = text.nearest({begin, last}, m_howCounted);
    if (begin == end || span.begin >= span.end) {
        m_reading.remark(Formats::tr("a selection outside of its text was left out"));
        return std::nullopt;
    }
    m_reading.remark(
        Formats::tr("a selection that reached beyond its text, ended before it began or cut a character was "
                    "moved to where it can be"));
    return span;
}

void RefiQdaReader::makePassages(const SourceText &from, const RefiSelection &selection, const QStringList &notes)
{
    m_reading.goTo(m_file, selection.line);
    const auto span = spanOf(selection, from.text);
    if (!span) {
        makeNotes(selection.notes + notes, from.article);
        describe(selection.description, from.article, selection.made);
        return;
    }
    const QList<RefiCoding> codings = selection.codings.isEmpty() ? QList<RefiCoding>{{}} : selection.codings;
    for (qsizetype i = 0; i < codings.size(); ++i) {
        if (i == 0)
            m_selections.insert(selection.guid, m_corpus.passages.size());
        const Passage &passage = addPassage(i == 0 ? selection.guid : codings[i].guid, codings[i], selection.made, from,
                                            *span);
        const PassageId id = passage.id;
        const QString words = passage.words();
        makeNotes(i == 0 ? selection.notes + notes + codings[i].notes : codings[i].notes, id);
        if (i == 0)
            describe(selection.description, id, selection.made, words);
    }
}

void RefiQdaReader::makePassages(const SourceText &from)
{
    const RefiSource &source = *from.source;
    for (const RefiSelection &selection : source.selections)
        makePassages(from, selection, {});
    for (const RefiCoding &coding : source.codings) {
        const PassageId id = addPassage(coding.guid, coding, source.made, from, from.text.text().span()).id;
        makeNotes(coding.notes, id);
    }
    for (const QString &guid : source.notes) {
        // Some programs say in the note where in the text of its source it stands.
        const qsizetype at = m_notes.value(guid, -1);
        const QList<RefiSelection> places = at < 0 ? QList<RefiSelection>() : m_project.notes[at].text.selections;
        if (places.isEmpty() || m_articles.contains(guid))
            makeNotes({guid}, from.article);
        for (RefiSelection place : m_articles.contains(guid) ? QList<RefiSelection>() : places) {
            const RefiMade &made = m_project.notes[at].text.made;
            place.made = {place.made.user.isEmpty() ? made.user : place.made.user,
                          place.made.time == Timestamp() ? made.time : place.made.time};
            makePassages(from, place, {guid});
        }
    }
    describe(source.description, from.article, source.made);
}

Result<Read> RefiQdaReader::read()
{
    const NamedFile *project = m_files.project();
    if (!project)
        return fail(Formats::tr("There is no project.qde here, so this is no REFI-QDA project."));
    m_file = project->path;
    m_project = parseRefi(*project, m_reading);
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    for (qsizetype i = 0; i < m_project.notes.size(); ++i)
        m_notes.insert(m_project.notes[i].text.guid, i);
    makeAnnotators();
    makeTags();
    for (const RefiSource &source : std::as_const(m_project.sources))
        makeArticle(source);
    // A memo that is coded is a text like others.
    for (const RefiNote &note : std::as_const(m_project.notes)) {
        const bool isCoded = !note.text.codings.isEmpty()
            || std::ranges::any_of(note.text.selections,
                                   [](const RefiSelection &selection) { return !selection.codings.isEmpty(); });
        if (isCoded)
            makeArticle(note.text);
    }
    findCounting();
    for (const SourceText &text : std::as_const(m_texts))
        makePassages(text);
    makeLinks();
    keepTheRest();
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    sortById(m_corpus);
    return Read{m_corpus, m_reading.remarks(), m_counting};
}

Result<Read> readRefiQda(const QList<NamedFile> &files)
{
    return RefiQdaReader(files).read();
}

bool isRefiQda(QStringView name, QByteArrayView beginning)
{
    // What is in UTF-16 does not tell.
    return (name.endsWith(u".qdpx") && beginning.startsWith("PK")) || name.endsWith(u".qde")
        || beginning.contains("urn:QDA-XML:project");
}

bool isRefiCodebook(QStringView name, QByteArrayView beginning)
{
    return name.endsWith(u".qdc") || beginning.contains("urn:QDA-XML:codebook");
}

}
