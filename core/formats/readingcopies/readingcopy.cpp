// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/readingcopies/readingcopy.h"

#include "core/formats/plainnames.h"
#include "core/formats/translated.h"
#include "core/model/labels.h"

#include <QHash>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class Copyist
{
public:
    Copyist(const Corpus &corpus, Losses &losses) : m_corpus(corpus), m_losses(losses) {}
    QList<ReadingCopy> copy();

private:
    void collect();
    [[nodiscard]] ShownPassage show(const Passage &passage) const;
    [[nodiscard]] QStringList headOf(const Article &article, const Version &version) const;
    [[nodiscard]] QString lineOf(const Claim &claim) const;
    void report();

    const Corpus &m_corpus;
    Losses &m_losses;
    QHash<ArticleId, const Article *> m_articles;
    QHash<TagId, const Tag *> m_tags;
    QHash<AttributeId, QString> m_attributes;
    QHash<EntityId, QString> m_entities;
    QHash<AnnotatorId, QString> m_annotators;
    QHash<PassageId, QStringList> m_claims;
    QHash<PassageId, QStringList> m_notes;
    QHash<ArticleId, QStringList> m_articleNotes;
};

QString Copyist::lineOf(const Claim &claim) const
{
    QStringList parts{claim.summary.isEmpty() ? label(claim.kind) : label(claim.kind) + u": "_s + claim.summary};
    for (const Participant &participant : claim.participants)
        parts.append(label(participant.role) + u": "_s + m_entities.value(participant.entity));
    return parts.join(u"; "_s);
}

void Copyist::collect()
{
    for (const Article &article : m_corpus.articles)
        m_articles.insert(article.id, &article);
    for (const Tag &tag : m_corpus.tags) {
        m_tags.insert(tag.id, &tag);
        for (const TagAttribute &attribute : tag.attributes)
            m_attributes.insert(attribute.id, attribute.name);
    }
    for (const Entity &entity : m_corpus.entities)
        m_entities.insert(entity.id, entity.name);
    for (const Annotator &annotator : m_corpus.annotators)
        m_annotators.insert(annotator.id, annotator.name);
    for (const Claim &claim : m_corpus.claims) {
        if (claim.state == State::Rejected)
            continue;
        for (const ClaimPassage &part : claim.passages)
            m_claims[part.passage].append(u"%1 (%2)"_s.arg(lineOf(claim), label(part.role)));
    }
    for (const Note &note : m_corpus.notes) {
        const QString name = m_annotators.value(note.annotator);
        const QString line = name.isEmpty() ? note.body : name + u": "_s + note.body;
        if (const auto *passage = std::get_if<PassageId>(&note.target))
            m_notes[*passage].append(line);
        else if (const auto *article = std::get_if<ArticleId>(&note.target))
            m_articleNotes[*article].append(line);
    }
}

ShownPassage Copyist::show(const Passage &passage) const
{
    const Tag &tag = *m_tags.value(passage.tag);
    QStringList lines;
    if (passage.state != State::Accepted)
        lines.append(label(passage.state));
    for (const AttributeValue &value : passage.attributes)
        lines.append(m_attributes.value(value.attribute) + u": "_s + value.value);
    lines += m_claims.value(passage.id) + m_notes.value(passage.id);
    return {&passage, tag.name, tag.colour, m_annotators.value(passage.annotator), lines};
}

QStringList Copyist::headOf(const Article &article, const Version &version) const
{
    QStringList parts{m_entities.value(article.outlet), article.published, article.byline};
    parts.removeAll(QString());
    QStringList lines{parts.join(u" · "_s), article.url};
    if (version.number > 1)
        lines.append(Formats::tr("Version %1. %2").arg(QString::number(version.number), version.correction));
    lines += m_articleNotes.value(article.id);
    lines.removeAll(QString());
    return lines;
}

void Copyist::report()
{
    QSet<ArticleId> withText;
    for (const Version &version : m_corpus.versions)
        withText.insert(version.article);
    for (const Article &article : m_corpus.articles) {
        if (withText.contains(article.id))
            m_losses.add(Aspect::Id, Formats::tr("ids of articles"), article.id);
        else
            m_losses.add(Aspect::Whole, Formats::tr("articles without a text"), article.id);
    }
    QSet<PassageId> claimed;
    for (const Claim &claim : m_corpus.claims) {
        if (claim.passages.isEmpty() || claim.state == State::Rejected)
            m_losses.add(Aspect::Whole, Formats::tr("claims without a passage, and rejected ones"), claim.id);
        else
            m_losses.add(Aspect::Parts,
                         Formats::tr("ids and makers of claims, and which words show their participants"), claim.id);
    }
    for (const Note &note : m_corpus.notes) {
        if (!std::holds_alternative<PassageId>(note.target) && !std::holds_alternative<ArticleId>(note.target))
            m_losses.add(Aspect::Whole, Formats::tr("notes on anything but passages and articles"), note.id);
        else
            m_losses.add(Aspect::Parts, Formats::tr("ids and times of notes, and which answer which"), note.id);
    }
    m_losses.addAll(Aspect::Id, Formats::tr("ids of passages"), m_corpus.passages);
    m_losses.addAll(Aspect::Parts, Formats::tr("ids and sources of versions"), m_corpus.versions);
    m_losses.addAll(Aspect::Parts, Formats::tr("ids, places, keys, descriptions and attributes of tags"),
                    m_corpus.tags);
    m_losses.addAll(Aspect::Parts, Formats::tr("ids, kinds, aliases, external ids and descriptions of entities"),
                    m_corpus.entities);
    m_losses.addAll(Aspect::Parts, Formats::tr("ids of annotators"), m_corpus.annotators);
    m_losses.addAll(Aspect::Whole, Formats::tr("tagsets"), m_corpus.tagsets);
    m_losses.addAll(Aspect::Whole, Formats::tr("relations between passages"), m_corpus.relations);
    m_losses.addAll(Aspect::Whole, Formats::tr("links between claims"), m_corpus.links);
    m_losses.addAllOfReview(m_corpus);
    m_losses.addAll(Aspect::Whole, Formats::tr("what only the format it came from understands"), m_corpus.remainders);
}

QList<ReadingCopy> Copyist::copy()
{
    collect();
    QHash<VersionId, QList<ShownPassage>> passages;
    for (const Passage &passage : m_corpus.passages)
        passages[passage.version].append(show(passage));
    const QStringList wanted = textNames(m_corpus);
    PlainNames names(u'-');
    QList<ReadingCopy> copies;
    for (const Version &version : m_corpus.versions) {
        const Article &article = *m_articles.value(version.article);
        ReadingCopy copy{&version,
                         article.title.isEmpty() ? Formats::tr("Untitled article") : article.title,
                         {},
                         headOf(article, version),
                         passages.value(version.id)};
        copy.name = names.take(wanted[copies.size()], {});
        std::ranges::stable_sort(copy.passages, {},
                                 [](const ShownPassage &shown) { return shown.passage->extent().begin; });
        copies.append(copy);
    }
    report();
    return copies;
}

}

QList<ReadingCopy> readingCopies(const Corpus &corpus, Losses &losses)
{
    return Copyist(corpus, losses).copy();
}

}
