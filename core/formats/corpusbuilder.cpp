// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/corpusbuilder.h"

#include "core/formats/order.h"
#include "core/formats/palette.h"

namespace pq {

using namespace Qt::StringLiterals;

VersionId CorpusBuilder::addArticle(const QString &title, const CountedText &text, const QString &sourceName)
{
    Article article;
    article.id = ArticleId::create();
    article.title = title;
    Version version;
    version.id = VersionId::create();
    version.article = article.id;
    version.text = text.text();
    version.sourceName = sourceName;
    version.encoding = u"UTF-8"_s;
    const auto repaired = [&version](RepairKind kind, qsizetype count) {
        if (count > 0)
            version.repairs.append({kind, count});
    };
    repaired(RepairKind::ByteOrderMark, text.byteOrderMarks());
    repaired(RepairKind::LineEnds, text.lineEnds());
    repaired(RepairKind::NullCharacters, text.nulls());
    repaired(RepairKind::LoneSurrogates, text.loneSurrogates());
    m_versions.insert(version.id, m_corpus.versions.size());
    m_corpus.articles.append(article);
    m_corpus.versions.append(version);
    return version.id;
}

TagId CorpusBuilder::tag(const QString &name)
{
    if (const auto known = m_tags.constFind(name); known != m_tags.cend())
        return m_corpus.tags[*known].id;
    if (m_tagsetId.isNull()) {
        m_tagsetId = TagsetId::create();
        m_corpus.tagsets.append({m_tagsetId, m_tagset, {}});
    }
    Tag tag;
    tag.id = TagId::create();
    tag.tagset = m_tagsetId;
    tag.name = name;
    tag.colour = paletteColour(m_tags.size());
    tag.position = int(m_tags.size());
    m_tags.insert(name, m_corpus.tags.size());
    m_tagPlaces.insert(tag.id, m_corpus.tags.size());
    m_corpus.tags.append(tag);
    return tag.id;
}

AttributeId CorpusBuilder::attribute(TagId tag, const QString &name, AttributeKind kind)
{
    AttributeId &id = m_attributes[{tag, name}];
    if (id.isNull()) {
        id = AttributeId::create();
        m_corpus.tags[m_tagPlaces.value(tag)].attributes.append({id, name, kind, {}});
    }
    return id;
}

AnnotatorId CorpusBuilder::annotator(const QString &name)
{
    if (name.isEmpty())
        return {};
    AnnotatorId &id = m_annotators[name];
    if (id.isNull()) {
        id = AnnotatorId::create();
        m_corpus.annotators.append({id, name});
    }
    return id;
}

Passage &CorpusBuilder::addPassage(VersionId version, TagId tag, const QList<TextSpan> &spans)
{
    const Text &text = m_corpus.versions[m_versions.value(version)].text;
    Passage passage;
    passage.id = PassageId::create();
    passage.version = version;
    passage.tag = tag;
    for (const TextSpan &span : spans)
        passage.fragments.append({span, text.words(span).toString()});
    m_corpus.passages.append(passage);
    return m_corpus.passages.last();
}

Relation &CorpusBuilder::addRelation(PassageId from, PassageId to, const QString &label)
{
    Relation relation;
    relation.id = RelationId::create();
    relation.from = from;
    relation.to = to;
    relation.label = label;
    m_corpus.relations.append(relation);
    return m_corpus.relations.last();
}

Note &CorpusBuilder::addNote(const NoteTarget &target, const QString &body)
{
    Note note;
    note.id = NoteId::create();
    note.target = target;
    note.body = body;
    m_corpus.notes.append(note);
    return m_corpus.notes.last();
}

Corpus CorpusBuilder::take()
{
    sortById(m_corpus);
    return std::move(m_corpus);
}

}
