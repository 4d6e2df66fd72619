// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/corpusparts.h"

#include "core/formats/plainnames.h"
#include "core/formats/translated.h"

#include <QSet>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// The place of what goes with no text.
constexpr qsizetype nowhere = -1;

/// What the objects of one part refer to.
struct Needs
{
    QSet<AnnotatorId> annotators;
    QSet<TagId> tags;
    QSet<EntityId> entities;

    template <class T>
    void maker(const T &made)
    {
        annotators.insert(made.annotator);
    }
};

class Partition
{
public:
    Partition(const Corpus &corpus, Losses &losses) : m_corpus(corpus), m_losses(losses) {}
    QList<CorpusPart> parts();

private:
    void findHomesOfClaims();
    void placePassages();
    void placeClaims();
    void placeNotes();
    void placeTheRest();
    void fill(qsizetype home);

    [[nodiscard]] qsizetype homeOf(PassageId passage) const { return m_passages.value(passage, nowhere); }
    [[nodiscard]] Corpus &at(qsizetype home) { return m_parts[home == nowhere ? m_parts.size() - 1 : home].corpus; }
    [[nodiscard]] Needs &needs(qsizetype home) { return m_needs[home == nowhere ? m_needs.size() - 1 : home]; }

    const Corpus &m_corpus;
    Losses &m_losses;
    QList<CorpusPart> m_parts; ///< the last one is of what goes with no text
    QList<Needs> m_needs;
    QHash<ArticleId, qsizetype> m_articles;
    QHash<PassageId, qsizetype> m_passages;
    QHash<ClaimId, qsizetype> m_claims;
    QHash<VerdictId, qsizetype> m_verdicts;
};

void Partition::findHomesOfClaims()
{
    for (const Claim &claim : m_corpus.claims) {
        qsizetype home = nowhere;
        for (const ClaimPassage &part : claim.passages)
            home = home == nowhere ? homeOf(part.passage) : home;
        for (const Participant &participant : claim.participants)
            home = home == nowhere ? homeOf(participant.evidence) : home;
        m_claims.insert(claim.id, home);
    }
    for (const Evidence &evidence : m_corpus.evidence) {
        if (m_claims.value(evidence.claim) == nowhere)
            m_claims[evidence.claim] = homeOf(evidence.passage);
    }
    // A claim without words goes where those are that it is tied to.
    QHash<ClaimId, QList<ClaimId>> tied;
    for (const Link &link : m_corpus.links) {
        tied[link.from].append(link.to);
        tied[link.to].append(link.from);
    }
    QList<ClaimId> open;
    for (const Claim &claim : m_corpus.claims) {
        if (m_claims.value(claim.id) != nowhere)
            open.append(claim.id);
    }
    for (qsizetype i = 0; i < open.size(); ++i) {
        for (const QList<ClaimId> others = tied.value(open[i]); const ClaimId &other : others) {
            if (m_claims.value(other) == nowhere) {
                m_claims[other] = m_claims.value(open[i]);
                open.append(other);
            }
        }
    }
}

void Partition::placePassages()
{
    for (const Passage &passage : m_corpus.passages) {
        const qsizetype home = homeOf(passage.id);
        at(home).passages.append(passage);
        needs(home).maker(passage);
        needs(home).tags.insert(passage.tag);
    }
    for (const Relation &relation : m_corpus.relations) {
        const qsizetype home = homeOf(relation.from);
        if (home != homeOf(relation.to)) {
            m_losses.add(Aspect::Whole, Formats::tr("relations between passages of different texts"), relation.id);
            continue;
        }
        at(home).relations.append(relation);
        needs(home).maker(relation);
    }
}

void Partition::placeClaims()
{
    for (const Claim &claim : m_corpus.claims) {
        const qsizetype home = m_claims.value(claim.id);
        Claim kept = claim;
        kept.passages.removeIf([&](const ClaimPassage &part) { return homeOf(part.passage) != home; });
        for (Participant &participant : kept.participants) {
            if (homeOf(participant.evidence) != home)
                participant.evidence = {};
            needs(home).entities.insert(participant.entity);
        }
        if (kept != claim)
            m_losses.add(Aspect::Parts, Formats::tr("passages of claims in other texts"), claim.id);
        needs(home).maker(claim);
        needs(home).annotators.insert(claim.assignee);
        at(home).claims.append(kept);
    }
    for (const Link &link : m_corpus.links) {
        const qsizetype from = m_claims.value(link.from);
        const qsizetype home = from == m_claims.value(link.to) ? from : nowhere;
        at(home).links.append(link);
        needs(home).maker(link);
    }
    for (const Evidence &evidence : m_corpus.evidence) {
        const qsizetype home = m_claims.value(evidence.claim);
        if (!evidence.passage.isNull() && homeOf(evidence.passage) != home) {
            m_losses.add(Aspect::Whole, Formats::tr("evidence in other texts"), evidence.id);
            continue;
        }
        at(home).evidence.append(evidence);
        needs(home).maker(evidence);
    }
    for (const Verdict &verdict : m_corpus.verdicts) {
        const qsizetype home = m_claims.value(verdict.claim);
        m_verdicts.insert(verdict.id, home);
        at(home).verdicts.append(verdict);
        needs(home).maker(verdict);
    }
    for (const SignOff &signOff : m_corpus.signOffs) {
        const qsizetype home = m_verdicts.value(signOff.verdict);
        at(home).signOffs.append(signOff);
        needs(home).maker(signOff);
    }
}

void Partition::placeNotes()
{
    for (const Note &note : m_corpus.notes) {
        const qsizetype home = std::visit(
            [this]<class T>(const T &target) {
                if constexpr (std::is_same_v<T, ArticleId>)
                    return m_articles.value(target, nowhere);
                else if constexpr (std::is_same_v<T, PassageId>)
                    return homeOf(target);
                else if constexpr (std::is_same_v<T, ClaimId>)
                    return m_claims.value(target, nowhere);
                else
                    return nowhere;
            },
            note.target);
        at(home).notes.append(note);
        needs(home).maker(note);
        if (const auto *entity = std::get_if<EntityId>(&note.target))
            needs(home).entities.insert(*entity);
        else if (const auto *tag = std::get_if<TagId>(&note.target))
            needs(home).tags.insert(*tag);
    }
}

void Partition::placeTheRest()
{
    for (const Remainder &remainder : m_corpus.remainders)
        at(m_articles.value(remainder.article, nowhere)).remainders.append(remainder);
    for (const Portrayal &portrayal : m_corpus.portrayals) {
        at(nowhere).portrayals.append(portrayal);
        needs(nowhere).entities.unite({portrayal.performer, portrayal.character, portrayal.work});
    }
    for (const Article &article : m_corpus.articles) {
        if (!m_articles.contains(article.id)) {
            at(nowhere).articles.append(article);
            needs(nowhere).entities.insert(article.outlet);
        }
    }
    for (qsizetype home = 0; home + 1 < m_parts.size(); ++home)
        fill(home);
    // Whatever no text needs must not get lost.
    Needs unneeded;
    for (const Annotator &annotator : m_corpus.annotators)
        unneeded.annotators.insert(annotator.id);
    for (const Tag &tag : m_corpus.tags)
        unneeded.tags.insert(tag.id);
    for (const Entity &entity : m_corpus.entities)
        unneeded.entities.insert(entity.id);
    QSet<TagsetId> tagsets;
    for (const Needs &each : std::as_const(m_needs)) {
        unneeded.annotators.subtract(each.annotators);
        unneeded.tags.subtract(each.tags);
        unneeded.entities.subtract(each.entities);
    }
    needs(nowhere).annotators.unite(unneeded.annotators);
    needs(nowhere).tags.unite(unneeded.tags);
    needs(nowhere).entities.unite(unneeded.entities);
    fill(nowhere);
    for (const CorpusPart &part : std::as_const(m_parts)) {
        for (const Tagset &tagset : part.corpus.tagsets)
            tagsets.insert(tagset.id);
    }
    for (const Tagset &tagset : m_corpus.tagsets) {
        if (!tagsets.contains(tagset.id))
            at(nowhere).tagsets.append(tagset);
    }
}

/// Puts in what is needed, with what that needs itself.
void Partition::fill(qsizetype home)
{
    Needs &needed = needs(home);
    Corpus &corpus = at(home);
    QHash<TagId, const Tag *> tags;
    for (const Tag &tag : m_corpus.tags)
        tags.insert(tag.id, &tag);
    for (const QSet<TagId> direct = needed.tags; const TagId &id : direct) {
        const Tag *tag = tags.value(id);
        while (tag && !tag->parent.isNull() && !needed.tags.contains(tag->parent)) {
            needed.tags.insert(tag->parent);
            tag = tags.value(tag->parent);
        }
    }
    QSet<TagsetId> tagsets;
    const auto copy = []<class T>(const QList<T> &all, QList<T> &to, const auto &wanted) {
        for (const T &each : all) {
            if (wanted.contains(each.id))
                to.append(each);
        }
    };
    copy(m_corpus.tags, corpus.tags, needed.tags);
    for (const Tag &tag : std::as_const(corpus.tags))
        tagsets.insert(tag.tagset);
    copy(m_corpus.tagsets, corpus.tagsets, tagsets);
    copy(m_corpus.annotators, corpus.annotators, needed.annotators);
    copy(m_corpus.entities, corpus.entities, needed.entities);
}

QList<CorpusPart> Partition::parts()
{
    PlainNames names(u'-');
    const QStringList wanted = textNames(m_corpus);
    m_parts.resize(m_corpus.versions.size() + 1);
    m_needs.resize(m_parts.size());
    QHash<ArticleId, const Article *> articles;
    for (const Article &article : m_corpus.articles)
        articles.insert(article.id, &article);
    QHash<VersionId, qsizetype> versions;
    for (qsizetype home = 0; home < m_corpus.versions.size(); ++home) {
        const Version &version = m_corpus.versions[home];
        const Article *article = articles.value(version.article);
        versions.insert(version.id, home);
        if (!m_articles.contains(article->id))
            m_articles.insert(article->id, home);
        m_parts[home].name = names.take(wanted[home], {});
        m_parts[home].corpus.articles.append(*article);
        m_parts[home].corpus.versions.append(version);
        needs(home).entities.insert(article->outlet);
    }
    for (const Passage &passage : m_corpus.passages)
        m_passages.insert(passage.id, versions.value(passage.version));
    findHomesOfClaims();
    placePassages();
    placeClaims();
    placeNotes();
    placeTheRest();
    if (m_parts.last().corpus == Corpus{})
        m_parts.removeLast();
    return m_parts;
}

}

QList<CorpusPart> partsByText(const Corpus &corpus, Losses &losses)
{
    return Partition(corpus, losses).parts();
}

}
