// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tables/tables.h"

#include "core/formats/translated.h"
#include "core/model/names.h"

#include <QHash>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What things are called, and what goes with what.
class Index
{
public:
    explicit Index(const Corpus &corpus);

    [[nodiscard]] const Article &articleOf(const Passage &passage) const
    {
        return *articles.value(versions.value(passage.version)->article);
    }
    [[nodiscard]] QStringList participantsOf(const Claim &claim) const;
    /// The first content, or null.
    [[nodiscard]] const Passage *contentOf(const Claim &claim) const;
    [[nodiscard]] QString wordsOf(const Claim &claim) const;

    QHash<VersionId, const Version *> versions;
    QHash<ArticleId, const Article *> articles;
    QHash<PassageId, const Passage *> passages;
    QHash<ClaimId, const Claim *> claims;
    QHash<EntityId, QString> entities;
    QHash<TagId, QString> tags;
    QHash<AnnotatorId, QString> annotators;
    QHash<ClaimId, const Verdict *> latest;
    QHash<ClaimId, QList<const Evidence *>> evidence;
    QHash<VerdictId, QStringList> seconds; ///< who signed off
};

Index::Index(const Corpus &corpus)
{
    for (const Version &version : corpus.versions)
        versions.insert(version.id, &version);
    for (const Article &article : corpus.articles)
        articles.insert(article.id, &article);
    for (const Passage &passage : corpus.passages)
        passages.insert(passage.id, &passage);
    for (const Claim &claim : corpus.claims)
        claims.insert(claim.id, &claim);
    for (const Entity &entity : corpus.entities)
        entities.insert(entity.id, entity.name);
    for (const Tag &tag : corpus.tags)
        tags.insert(tag.id, tag.name);
    for (const Annotator &annotator : corpus.annotators)
        annotators.insert(annotator.id, annotator.name);
    for (const Verdict &verdict : corpus.verdicts) {
        const Verdict *&known = latest[verdict.claim];
        if (!known || isLater(verdict, *known))
            known = &verdict;
    }
    for (const Evidence &piece : corpus.evidence)
        evidence[piece.claim].append(&piece);
    for (const SignOff &signOff : corpus.signOffs)
        seconds[signOff.verdict].append(annotators.value(signOff.annotator));
}

QStringList Index::participantsOf(const Claim &claim) const
{
    QStringList all;
    for (const Participant &participant : claim.participants)
        all.append(QString(nameOf(participant.role)) + u": "_s + entities.value(participant.entity));
    return all;
}

const Passage *Index::contentOf(const Claim &claim) const
{
    for (const ClaimPassage &part : claim.passages) {
        if (part.role == PassageRole::Content)
            return passages.value(part.passage);
    }
    return nullptr;
}

QString Index::wordsOf(const Claim &claim) const
{
    const Passage *content = contentOf(claim);
    return content ? content->words() : QString();
}

Sheet passagesOf(const Corpus &corpus, const Index &index)
{
    Sheet sheet{.name = u"Passages"_s,
                .headings = {u"article_title"_s, u"outlet"_s, u"published"_s, u"version_id"_s, u"passage_id"_s,
                             u"fragment_no"_s, u"tag"_s, u"begin_cp"_s, u"end_cp"_s, u"words"_s, u"state"_s,
                             u"annotator"_s, u"created"_s, u"claims"_s, u"participants"_s},
                .rows = {},
                .numbers = {5, 7, 8}};
    QHash<PassageId, QStringList> claims;       // "quote (content)"
    QHash<PassageId, QStringList> participants; // "speaker: Osric"
    for (const Claim &claim : corpus.claims) {
        const QStringList who = index.participantsOf(claim);
        for (const ClaimPassage &part : claim.passages) {
            claims[part.passage].append(u"%1 (%2)"_s.arg(nameOf(claim.kind), nameOf(part.role)));
            participants[part.passage] += who;
        }
    }
    for (const Passage &passage : corpus.passages) {
        const Article &article = index.articleOf(passage);
        QStringList who = participants.value(passage.id);
        who.removeDuplicates();
        qsizetype number = 0;
        for (const Fragment &fragment : passage.fragments) {
            sheet.rows.append(
                {passage.id.toString(),
                 {article.title, index.entities.value(article.outlet), article.published, passage.version.toString(),
                  passage.id.toString(), QString::number(++number), index.tags.value(passage.tag),
                  QString::number(fragment.span.begin.value), QString::number(fragment.span.end.value), fragment.words,
                  nameOf(passage.state), index.annotators.value(passage.annotator), passage.created.toString(),
                  claims.value(passage.id).join(u"; "_s), who.join(u"; "_s)}});
        }
    }
    return sheet;
}

Sheet claimsOf(const Corpus &corpus, const Index &index)
{
    Sheet sheet{.name = u"Claims"_s,
                .headings = {u"claim_id"_s, u"kind"_s, u"summary"_s, u"words"_s, u"article_title"_s, u"outlet"_s,
                             u"published"_s, u"participants"_s, u"state"_s, u"annotator"_s, u"created"_s, u"assignee"_s,
                             u"verdict"_s, u"reason"_s, u"checker"_s, u"checked"_s},
                .rows = {}};
    static const Article nowhere;
    static const Verdict none;
    for (const Claim &claim : corpus.claims) {
        const Passage *content = index.contentOf(claim);
        const Article &article = content ? index.articleOf(*content) : nowhere;
        const Verdict *latest = index.latest.value(claim.id);
        const Verdict &verdict = latest ? *latest : none;
        sheet.rows.append(
            {claim.id.toString(),
             {claim.id.toString(), nameOf(claim.kind), claim.summary, index.wordsOf(claim), article.title,
              index.entities.value(article.outlet), article.published, index.participantsOf(claim).join(u"; "_s),
              nameOf(claim.state), index.annotators.value(claim.annotator), claim.created.toString(),
              index.annotators.value(claim.assignee), latest ? QString(nameOf(verdict.value)) : QString(),
              verdict.reason, index.annotators.value(verdict.annotator), verdict.created.toString()}});
    }
    return sheet;
}

Sheet linksOf(const Corpus &corpus, const Index &index)
{
    Sheet sheet{.name = u"Links"_s,
                .headings = {u"link_id"_s, u"from_claim"_s, u"from_words"_s, u"kind"_s, u"to_claim"_s, u"to_words"_s,
                             u"state"_s, u"annotator"_s, u"created"_s},
                .rows = {}};
    const auto words = [&](ClaimId id) {
        const Claim &claim = *index.claims.value(id);
        const QString said = index.wordsOf(claim);
        return said.isEmpty() ? claim.summary : said;
    };
    for (const Link &link : corpus.links) {
        sheet.rows.append(
            {link.id.toString(),
             {link.id.toString(), link.from.toString(), words(link.from), nameOf(link.kind), link.to.toString(),
              words(link.to), nameOf(link.state), index.annotators.value(link.annotator), link.created.toString()}});
    }
    return sheet;
}

Sheet peopleOf(const Corpus &corpus, const Index &index)
{
    Sheet sheet{.name = u"People"_s,
                .headings = {u"entity_id"_s, u"kind"_s, u"name"_s, u"aliases"_s, u"external_ids"_s, u"description"_s,
                             u"plays"_s},
                .rows = {}};
    QHash<EntityId, QStringList> roles;
    for (const Portrayal &portrayal : corpus.portrayals) {
        QString role = index.entities.value(portrayal.character);
        if (!portrayal.work.isNull())
            role += u" in "_s + index.entities.value(portrayal.work);
        if (!portrayal.episodes.isEmpty())
            role += u" ("_s + portrayal.episodes + u')';
        roles[portrayal.performer].append(role);
    }
    for (const Entity &entity : corpus.entities) {
        QStringList ids;
        for (const ExternalId &id : entity.externalIds)
            ids.append(id.scheme + u':' + id.value);
        sheet.rows.append({entity.id.toString(),
                           {entity.id.toString(), nameOf(entity.kind), entity.name, entity.aliases.join(u"; "_s),
                            ids.join(u"; "_s), entity.description, roles.value(entity.id).join(u"; "_s)}});
    }
    return sheet;
}

QString sentence(const Evidence &evidence, const Index &index)
{
    QStringList parts{evidence.title, evidence.url, evidence.locator, evidence.contact, evidence.retrieved};
    if (const Passage *passage = index.passages.value(evidence.passage))
        parts.prepend(u'“' + passage->words() + u'”');
    parts.removeAll(QString());
    return QString(nameOf(evidence.stance)) + u": "_s + parts.join(u", "_s);
}

Sheet factsOf(const Corpus &corpus, const Index &index)
{
    Sheet sheet{.name = u"Fact sheet"_s,
                .headings = {u"article_title"_s, u"claim_id"_s, u"claim"_s, u"words"_s, u"participants"_s,
                             u"evidence"_s, u"verdict"_s, u"reason"_s, u"checker"_s, u"second_checkers"_s,
                             u"checked"_s},
                .rows = {}};
    static const Verdict none;
    for (const Claim &claim : corpus.claims) {
        if (claim.state != State::Accepted)
            continue;
        QStringList evidence;
        for (const Evidence *piece : index.evidence.value(claim.id))
            evidence.append(sentence(*piece, index));
        const Passage *content = index.contentOf(claim);
        const Verdict *latest = index.latest.value(claim.id);
        const Verdict &verdict = latest ? *latest : none;
        sheet.rows.append({claim.id.toString(),
                           {content ? index.articleOf(*content).title : QString(), claim.id.toString(), claim.summary,
                            index.wordsOf(claim), index.participantsOf(claim).join(u"; "_s), evidence.join(u'\n'),
                            nameOf(verdict.value), verdict.reason, index.annotators.value(verdict.annotator),
                            index.seconds.value(verdict.id).join(u"; "_s), verdict.created.toString()}});
    }
    return sheet;
}

}

Sheet passageSheet(const Corpus &corpus)
{
    return passagesOf(corpus, Index(corpus));
}

QList<Sheet> sheets(const Corpus &corpus)
{
    const Index index(corpus);
    return {passagesOf(corpus, index), claimsOf(corpus, index), linksOf(corpus, index), peopleOf(corpus, index),
            factsOf(corpus, index)};
}

void reportBeyondSheets(const Corpus &corpus, Losses &losses)
{
    const Index index(corpus);
    for (const Passage &passage : corpus.passages) {
        if (!passage.attributes.isEmpty())
            losses.add(Aspect::Attributes, Formats::tr("passages' attributes"), passage.id);
    }
    for (const Verdict &verdict : corpus.verdicts) {
        if (index.latest.value(verdict.claim) != &verdict)
            losses.add(Aspect::Whole, Formats::tr("verdicts but the latest"), verdict.id);
        else
            losses.add(Aspect::Id, Formats::tr("ids of verdicts"), verdict.id);
    }
    for (const SignOff &signOff : corpus.signOffs)
        losses.add(Aspect::Parts, Formats::tr("ids and times of sign-offs"), signOff.id);
    for (const Evidence &evidence : corpus.evidence) {
        if (index.claims.value(evidence.claim)->state != State::Accepted)
            losses.add(Aspect::Whole, Formats::tr("evidence on claims that are not accepted"), evidence.id);
        else
            losses.add(Aspect::Parts, Formats::tr("ids, kinds, hashes and makers of evidence"), evidence.id);
    }
    losses.addAll(Aspect::Parts, Formats::tr("texts, sources and corrections of versions"), corpus.versions);
    losses.addAll(Aspect::Parts, Formats::tr("ids, bylines and addresses of articles"), corpus.articles);
    losses.addAll(Aspect::Parts,
                  Formats::tr("passages of claims but the first, and which words show their participants"),
                  corpus.claims);
    losses.addAll(Aspect::Whole, Formats::tr("relations between passages"), corpus.relations);
    losses.addAll(Aspect::Whole, Formats::tr("what only the format it came from understands"), corpus.remainders);
    losses.addAll(Aspect::Whole, Formats::tr("tagsets"), corpus.tagsets);
    losses.addAll(Aspect::Parts, Formats::tr("ids, places, colours, keys, descriptions and attributes of tags"),
                  corpus.tags);
    losses.addAll(Aspect::Parts, Formats::tr("ids of portrayals"), corpus.portrayals);
    losses.addAll(Aspect::Whole, Formats::tr("notes"), corpus.notes);
    losses.addAll(Aspect::Parts, Formats::tr("ids of annotators"), corpus.annotators);
}

}
