// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv.h"

#include "core/formats/losses.h"
#include "core/formats/translated.h"
#include "core/formats/words.h"
#include "core/model/names.h"
#include "core/text/csv.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class CsvWriter
{
public:
    explicit CsvWriter(const Corpus &corpus) : m_corpus(corpus) {}
    Written write();

private:
    void collect();
    void row(const QStringList &cells, const QString &object);
    void reportTheRest();

    const Corpus &m_corpus;
    QByteArray m_bytes;
    Losses m_losses;
    QHash<VersionId, const Version *> m_versions;
    QHash<ArticleId, const Article *> m_articles;
    QHash<EntityId, QString> m_entities;
    QHash<TagId, QString> m_tags;
    QHash<AnnotatorId, QString> m_annotators;
    QHash<PassageId, QStringList> m_claims;       ///< "quote (content)"
    QHash<PassageId, QStringList> m_participants; ///< "speaker: Osric"
};

void CsvWriter::row(const QStringList &cells, const QString &object)
{
    for (const QString &cell : cells) {
        if (looksLikeFormula(cell))
            m_losses.add(Aspect::Words, Formats::tr("cells like formulas, which got an apostrophe in front"), object);
    }
    m_bytes += csvRecord(cells);
}

void CsvWriter::collect()
{
    for (const Version &version : m_corpus.versions)
        m_versions.insert(version.id, &version);
    for (const Article &article : m_corpus.articles)
        m_articles.insert(article.id, &article);
    for (const Entity &entity : m_corpus.entities)
        m_entities.insert(entity.id, entity.name);
    for (const Tag &tag : m_corpus.tags)
        m_tags.insert(tag.id, tag.name);
    for (const Annotator &annotator : m_corpus.annotators)
        m_annotators.insert(annotator.id, annotator.name);
    for (const Claim &claim : m_corpus.claims) {
        QStringList participants;
        for (const Participant &participant : claim.participants)
            participants.append(QString(nameOf(participant.role)) + u": "_s + m_entities.value(participant.entity));
        for (const ClaimPassage &part : claim.passages) {
            m_claims[part.passage].append(u"%1 (%2)"_s.arg(nameOf(claim.kind), nameOf(part.role)));
            m_participants[part.passage] += participants;
        }
    }
}

void CsvWriter::reportTheRest()
{
    for (const Passage &passage : m_corpus.passages) {
        if (!passage.attributes.isEmpty())
            m_losses.add(Aspect::Attributes, Formats::tr("passages' attributes"), passage.id);
    }
    m_losses.addAll(Aspect::Parts, Formats::tr("texts, sources and corrections of versions"), m_corpus.versions);
    m_losses.addAll(Aspect::Parts, Formats::tr("ids, bylines and addresses of articles"), m_corpus.articles);
    m_losses.addAll(Aspect::Parts,
                    Formats::tr("ids, summaries, states and makers of claims, and which words show their participants"),
                    m_corpus.claims);
    m_losses.addAll(Aspect::Whole, Formats::tr("relations between passages"), m_corpus.relations);
    m_losses.addAll(Aspect::Whole, Formats::tr("what only the format it came from understands"), m_corpus.remainders);
    m_losses.addAll(Aspect::Whole, Formats::tr("links"), m_corpus.links);
    m_losses.addAll(Aspect::Whole, Formats::tr("tagsets"), m_corpus.tagsets);
    m_losses.addAll(Aspect::Parts, Formats::tr("ids, places, colours, keys, descriptions and attributes of tags"),
                    m_corpus.tags);
    m_losses.addAll(Aspect::Parts, Formats::tr("ids, kinds, aliases, external ids and descriptions of entities"),
                    m_corpus.entities);
    m_losses.addAll(Aspect::Whole, Formats::tr("portrayals"), m_corpus.portrayals);
    m_losses.addAll(Aspect::Whole, Formats::tr("evidence"), m_corpus.evidence);
    m_losses.addAll(Aspect::Whole, Formats::tr("verdicts"), m_corpus.verdicts);
    m_losses.addAll(Aspect::Whole, Formats::tr("sign-offs"), m_corpus.signOffs);
    m_losses.addAll(Aspect::Whole, Formats::tr("notes"), m_corpus.notes);
    m_losses.addAll(Aspect::Parts, Formats::tr("ids of annotators"), m_corpus.annotators);
}

Written CsvWriter::write()
{
    collect();
    m_bytes =
        "article_title,outlet,published,version_id,passage_id,fragment_no,tag,begin_cp,end_cp,words,state,annotator,"
        "created,claims,participants\r\n";
    for (const Passage &passage : m_corpus.passages) {
        const Article &article = *m_articles.value(m_versions.value(passage.version)->article);
        QStringList participants = m_participants.value(passage.id);
        participants.removeDuplicates();
        qsizetype number = 0;
        for (const Fragment &fragment : passage.fragments) {
            row({article.title, m_entities.value(article.outlet), article.published, passage.version.toString(),
                 passage.id.toString(), QString::number(++number), m_tags.value(passage.tag),
                 QString::number(fragment.span.begin.value), QString::number(fragment.span.end.value), fragment.words,
                 nameOf(passage.state), m_annotators.value(passage.annotator), passage.created.toString(),
                 m_claims.value(passage.id).join(u"; "_s), participants.join(u"; "_s)},
                passage.id.toString());
        }
    }
    reportTheRest();
    return {{{u"passages.csv"_s, m_bytes}}, m_losses.report()};
}

}

Result<Written> writeCsv(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    return CsvWriter(corpus).write();
}

}
