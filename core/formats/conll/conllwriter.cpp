// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/conll/conll.h"

#include "core/formats/conll/conlltext.h"
#include "core/formats/distinctnames.h"
#include "core/formats/words.h"
#include "core/text/segmentation.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// A passage that is written, and the stretch that its tokens cover.
struct Chunk
{
    const Passage *passage;
    TextSpan span;
};

/// A text that is written.
struct Document
{
    const Version *version;
    QList<Chunk> chunks;
    ConllTokens tokens;
};

class ConllWriter
{
public:
    ConllWriter(const Corpus &corpus, const WriteOptions &options) : m_corpus(corpus), m_options(options) {}
    Written write();

private:
    void nameTags();
    void chooseChunks();
    [[nodiscard]] QList<Document> documents();
    void writeRows(const Document &document, qsizetype columns);
    void report(const Document &document);
    [[nodiscard]] ConllTokens tokensOf(const Version &version, const QList<Chunk> &chunks);
    void reportTheRest();

    const Corpus &m_corpus;
    const WriteOptions &m_options;
    QByteArray m_bytes;
    Losses m_losses;
    QHash<TagId, QString> m_tags;
    QHash<VersionId, QList<Chunk>> m_chunks; ///< in order, none overlapping another
    QSet<TagId> m_writtenTags;
    QSet<ArticleId> m_writtenArticles;
    QSet<RemainderId> m_writtenRemainders;
};

void ConllWriter::nameTags()
{
    DistinctNames names(u"-%1"_s);
    for (const Tag &tag : m_corpus.tags) {
        QString name = tag.name;
        for (QChar &c : name) {
            if (c.isSpace() || c.category() == QChar::Other_Control)
                c = u'_';
        }
        m_tags.insert(tag.id, names.take(name));
    }
}

void ConllWriter::chooseChunks()
{
    QHash<VersionId, const Text *> texts;
    for (const Version &version : m_corpus.versions)
        texts.insert(version.id, &version.text);
    QList<const Passage *> passages;
    for (const Passage &passage : m_corpus.passages)
        passages.append(&passage);
    // Of those that begin at the same place, the longest first.
    std::ranges::stable_sort(passages, {}, [](const Passage *passage) {
        return std::pair(passage->extent().begin, TextPosition{0} - passage->extent().end.value);
    });
    for (const Passage *passage : std::as_const(passages)) {
        if (passage->fragments.size() > 1) {
            m_losses.add(Aspect::Whole, Formats::tr("passages of several fragments"), passage->id);
            continue;
        }
        const TextSpan span = trimmed(*texts.value(passage->version), passage->extent());
        QList<Chunk> &chunks = m_chunks[passage->version];
        if (span.isEmpty())
            m_losses.add(Aspect::Whole, Formats::tr("passages of nothing but white space"), passage->id);
        else if (!chunks.isEmpty() && span.begin < chunks.last().span.end)
            m_losses.add(Aspect::Whole, Formats::tr("passages in or across others"), passage->id);
        else
            chunks.append({passage, span});
    }
}

ConllTokens ConllWriter::tokensOf(const Version &version, const QList<Chunk> &chunks)
{
    QList<TextSpan> spans;
    for (const Chunk &chunk : chunks)
        spans.append(chunk.span);
    for (const Remainder &remainder : m_corpus.remainders) {
        if (remainder.format != u"conll" || remainder.article != version.article
            || m_writtenArticles.contains(version.article))
            continue;
        if (auto tokens = ConllTokens::fromJson(remainder.content, version.text, spans)) {
            m_writtenRemainders.insert(remainder.id);
            m_losses.add(Aspect::Id, Formats::tr("ids of what only this format understands"), remainder.id);
            m_losses.add(Aspect::Words, Formats::tr("places of tokens that came from this format"), remainder.id);
            return *tokens;
        }
    }
    return ConllTokens::of(version.text, spans);
}

/// Where other texts have more than @p document between a token and its label, there is "_", as in other CoNLL formats:
/// all lines of a file have as many columns.
void ConllWriter::writeRows(const Document &document, qsizetype columns)
{
    const auto &[version, chunks, tokens] = document;
    m_bytes += "-DOCSTART-" + QByteArray(" -X-").repeated(columns) + " O\n\n";
    auto chunk = chunks.begin();
    auto sentence = tokens.sentences.begin();
    for (qsizetype i = 0; i < tokens.spans.size(); ++i) {
        const TextSpan token = tokens.spans[i];
        while (chunk != chunks.end() && chunk->span.end <= token.begin)
            ++chunk;
        QString label = u"O"_s;
        if (chunk != chunks.end() && chunk->span.contains(token)) {
            const bool begins = token.begin == chunk->span.begin;
            const bool ends = m_options.marksSingles && token.end == chunk->span.end;
            const QChar kind = begins ? (ends ? u'S' : u'B') : (ends ? u'E' : u'I');
            label = kind + u'-' + m_tags.value(chunk->passage->tag);
        }
        QStringList row = QStringList{version->text.words(token).toString()} + tokens.columns[i];
        row.resize(columns + 1, u"_"_s);
        row.append(label);
        m_bytes += row.join(u' ').toUtf8() + '\n';
        if (sentence != tokens.sentences.end() && *sentence == i + 1) {
            m_bytes += '\n';
            ++sentence;
        }
    }
}

void ConllWriter::report(const Document &document)
{
    const auto &[version, chunks, tokens] = document;
    const Text text(tokens.joined(version->text));
    m_losses.add(Aspect::Id, Formats::tr("ids of versions"), version->id);
    m_losses.add(Aspect::Parts, Formats::tr("numbers, sources and corrections of versions"), version->id);
    if (text.string() != version->text.string())
        m_losses.add(Aspect::Words, Formats::tr("white space in texts, which are made anew of their tokens"),
                     version->id);
    // Where things stand in the text that will be read.
    QHash<TextPosition, TextPosition> begins;
    QHash<TextPosition, TextPosition> ends;
    TextPosition at{0};
    for (const TextSpan &token : tokens.spans) {
        begins.insert(token.begin, at);
        at = at + token.length();
        ends.insert(token.end, at);
        at = at + 1;
    }
    for (const Chunk &chunk : chunks) {
        const Passage &passage = *chunk.passage;
        const TextSpan now{begins.value(chunk.span.begin), ends.value(chunk.span.end)};
        if (now != passage.extent() || text.words(now) != passage.fragments.first().words)
            m_losses.add(Aspect::Spans, Formats::tr("places of passages in texts that are made anew"), passage.id);
        m_writtenTags.insert(passage.tag);
        m_losses.add(Aspect::Id, Formats::tr("ids of passages"), passage.id);
        if (!passage.annotator.isNull() || passage.created != Timestamp())
            m_losses.add(Aspect::Maker, Formats::tr("who marked passages, and when"), passage.id);
        if (passage.state != State::Accepted)
            m_losses.add(Aspect::State, Formats::tr("states of passages, which now seem accepted"), passage.id);
        if (!passage.attributes.isEmpty())
            m_losses.add(Aspect::Attributes, Formats::tr("attributes of passages"), passage.id);
    }
}

QList<Document> ConllWriter::documents()
{
    QList<Document> documents;
    for (const Version &version : m_corpus.versions) {
        const QList<Chunk> chunks = m_chunks.value(version.id);
        const ConllTokens tokens = tokensOf(version, chunks);
        if (tokens.spans.isEmpty()) {
            m_losses.add(Aspect::Whole, Formats::tr("texts of nothing but white space"), version.id);
            continue;
        }
        m_writtenArticles.insert(version.article);
        documents.append({&version, chunks, tokens});
    }
    return documents;
}

void ConllWriter::reportTheRest()
{
    for (const Tag &tag : m_corpus.tags) {
        if (!m_writtenTags.contains(tag.id)) {
            m_losses.add(Aspect::Whole, Formats::tr("tags that no passage in the file has"), tag.id);
            continue;
        }
        m_losses.add(Aspect::Id, Formats::tr("ids of tags"), tag.id);
        m_losses.add(Aspect::Parts, Formats::tr("tagsets, parents, colours, keys, descriptions and attributes of tags"),
                     tag.id);
        if (m_tags.value(tag.id) != tag.name)
            m_losses.add(Aspect::Words, Formats::tr("names of tags that were taken or held white space"), tag.id);
    }
    for (const Article &article : m_corpus.articles) {
        if (!m_writtenArticles.contains(article.id)) {
            m_losses.add(Aspect::Whole, Formats::tr("articles without a text"), article.id);
            continue;
        }
        m_losses.add(Aspect::Id, Formats::tr("ids of articles"), article.id);
        m_losses.add(Aspect::Parts, Formats::tr("titles, outlets, bylines, dates and addresses of articles"),
                     article.id);
    }
    for (const Remainder &remainder : m_corpus.remainders) {
        if (!m_writtenRemainders.contains(remainder.id))
            m_losses.add(Aspect::Whole, Formats::tr("what only the format it came from understands"), remainder.id);
    }
    m_losses.addAll(Aspect::Whole, Formats::tr("relations between passages"), m_corpus.relations);
    m_losses.addAll(Aspect::Whole, Formats::tr("people, characters, organisations and works"), m_corpus.entities);
    m_losses.addAll(Aspect::Whole, Formats::tr("annotators"), m_corpus.annotators);
    m_losses.addAllAboutClaims(m_corpus);
}

Written ConllWriter::write()
{
    nameTags();
    chooseChunks();
    const QList<Document> all = documents();
    qsizetype columns = 0;
    for (const Document &document : all) {
        for (const QStringList &each : document.tokens.columns)
            columns = qMax(columns, each.size());
    }
    for (const Document &document : all) {
        writeRows(document, columns);
        report(document);
    }
    reportTheRest();
    return {{{u"texts.conll"_s, m_bytes}}, m_losses.report()};
}

}

Result<Written> writeConll(const Corpus &corpus, const WriteOptions &options)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    return ConllWriter(corpus, options).write();
}

}
