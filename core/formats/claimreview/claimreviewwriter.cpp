// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/claimreview/claimreview.h"

#include "core/formats/distinctnames.h"
#include "core/formats/json.h"
#include "core/formats/losses.h"
#include "core/formats/translated.h"
#include "core/formats/words.h"
#include "core/model/names.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace pq {

using namespace Qt::StringLiterals;

QJsonObject ratingOf(VerdictValue value)
{
    static constexpr std::array<std::pair<VerdictValue, int>, 3> values{
        {{VerdictValue::Refuted, 1}, {VerdictValue::Disputed, 3}, {VerdictValue::Supported, 5}}};
    QString name = nameOf(value);
    name[0] = name[0].toUpper();
    QJsonObject rating{{"@type"_L1, u"Rating"_s}, {"alternateName"_L1, name}};
    const auto found = std::ranges::find(values, value, [](const auto &each) { return each.first; });
    if (found != values.end()) {
        rating.insert("ratingValue"_L1, found->second);
        rating.insert("worstRating"_L1, 1);
        rating.insert("bestRating"_L1, 5);
    }
    return rating;
}

namespace {

bool isRated(VerdictValue value)
{
    return value == VerdictValue::Supported || value == VerdictValue::Disputed || value == VerdictValue::Refuted
        || value == VerdictValue::Unverifiable;
}

QString schemaTypeOf(EntityKind kind)
{
    return kind == EntityKind::Organisation ? u"Organization"_s : u"Person"_s;
}

/// Whether @p kept, which may say more, names who is @p known.
bool isTheSame(const QJsonValue &kept, const QJsonValue &known)
{
    return statedName(kept) == statedName(known)
        && statedKind(kept, EntityKind::Person) == statedKind(known, EntityKind::Person);
}

class ClaimReviewWriter
{
public:
    explicit ClaimReviewWriter(const Corpus &corpus) : m_corpus(corpus) {}
    Written write();

private:
    void collect();
    void write(const Claim &claim, const Verdict &verdict);
    [[nodiscard]] QString wordsOf(const Claim &claim) const;
    [[nodiscard]] QList<const Article *> appearances(const Claim &claim) const;
    [[nodiscard]] QJsonObject pageOf(const Article &article) const;
    [[nodiscard]] QJsonObject itemOf(const Claim &claim);
    [[nodiscard]] QJsonObject restOf(const Claim &claim);
    void reportClaims();
    void reportTheRest();

    const Corpus &m_corpus;
    JsonWriter m_json{JsonWriter::Indented};
    Losses m_losses;
    QHash<PassageId, const Passage *> m_passages;
    QHash<VersionId, const Version *> m_versions;
    QHash<ArticleId, const Article *> m_articles;
    QHash<EntityId, const Entity *> m_entities;
    QHash<EntityId, QString> m_names;
    QHash<AnnotatorId, QString> m_annotators;
    QHash<ClaimId, const Claim *> m_claims;
    QHash<ClaimId, const Verdict *> m_latest;
    QHash<ClaimId, QList<ClaimId>> m_again; ///< claims that say the same words, either way
    QSet<ClaimId> m_written;
    QSet<VerdictId> m_writtenVerdicts;
    QSet<EntityId> m_writtenEntities;
    QSet<AnnotatorId> m_writtenAnnotators;
    QSet<RemainderId> m_writtenRemainders;
};

void ClaimReviewWriter::collect()
{
    for (const Passage &passage : m_corpus.passages)
        m_passages.insert(passage.id, &passage);
    for (const Version &version : m_corpus.versions)
        m_versions.insert(version.id, &version);
    for (const Article &article : m_corpus.articles)
        m_articles.insert(article.id, &article);
    DistinctNames names;
    for (const Entity &entity : m_corpus.entities) {
        m_entities.insert(entity.id, &entity);
        m_names.insert(entity.id, names.take(entity.name));
    }
    DistinctNames annotators;
    for (const Annotator &annotator : m_corpus.annotators)
        m_annotators.insert(annotator.id, annotators.take(annotator.name));
    for (const Claim &claim : m_corpus.claims)
        m_claims.insert(claim.id, &claim);
    for (const Verdict &verdict : m_corpus.verdicts) {
        const Verdict *&latest = m_latest[verdict.claim];
        if (!latest || isLater(verdict, *latest))
            latest = &verdict;
    }
    for (const Link &link : m_corpus.links) {
        if (link.state == State::Accepted && saysAgain(link.kind)) {
            m_again[link.from].append(link.to);
            m_again[link.to].append(link.from);
        }
    }
}

QString ClaimReviewWriter::wordsOf(const Claim &claim) const
{
    if (!claim.summary.isEmpty())
        return claim.summary;
    for (const ClaimPassage &part : claim.passages) {
        if (part.role == PassageRole::Content)
            return m_passages.value(part.passage)->words();
    }
    return {};
}

QList<const Article *> ClaimReviewWriter::appearances(const Claim &claim) const
{
    QList<const Article *> all;
    QList<ClaimId> open{claim.id};
    QSet<ClaimId> seen{claim.id};
    while (!open.isEmpty()) {
        const Claim &each = *m_claims.value(open.takeFirst());
        for (const ClaimPassage &part : each.passages) {
            const Version &version = *m_versions.value(m_passages.value(part.passage)->version);
            const Article *article = m_articles.value(version.article);
            if (part.role == PassageRole::Content && !all.contains(article))
                all.append(article);
        }
        for (const QList<ClaimId> again = m_again.value(each.id); const ClaimId other : again) {
            if (!seen.contains(other) && m_claims.value(other)->state == State::Accepted)
                open.append(other);
            seen.insert(other);
        }
    }
    // What has no date is no earlier than what has one.
    std::ranges::stable_sort(
        all, {}, [](const Article *article) { return std::pair(article->published.isEmpty(), article->published); });
    return all;
}

QJsonObject ClaimReviewWriter::pageOf(const Article &article) const
{
    QJsonObject page{{"@type"_L1, u"CreativeWork"_s}};
    const auto add = [&page](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            page.insert(key, value);
    };
    add("headline"_L1, article.title);
    add("url"_L1, article.url);
    add("datePublished"_L1, article.published);
    if (const QString outlet = m_names.value(article.outlet); !outlet.isEmpty())
        page.insert("publisher"_L1, QJsonObject{{"@type"_L1, u"Organization"_s}, {"name"_L1, outlet}});
    return page;
}

QJsonObject ClaimReviewWriter::itemOf(const Claim &claim)
{
    QJsonObject item{{"@type"_L1, u"Claim"_s}};
    const auto speaker = std::ranges::find(claim.participants, ParticipantRole::Speaker, &Participant::role);
    if (speaker != claim.participants.end()) {
        m_writtenEntities.insert(speaker->entity);
        item.insert("author"_L1,
                    QJsonObject{{"@type"_L1, schemaTypeOf(m_entities.value(speaker->entity)->kind)},
                                {"name"_L1, m_names.value(speaker->entity)}});
    }
    const QList<const Article *> all = appearances(claim);
    QJsonArray pages;
    for (const Article *article : all)
        pages.append(pageOf(*article));
    if (!pages.isEmpty()) {
        item.insert("firstAppearance"_L1, pages.first());
        item.insert("appearance"_L1, pages);
        if (!all.first()->published.isEmpty())
            item.insert("datePublished"_L1, all.first()->published);
        if (!all.first()->outlet.isNull())
            m_writtenEntities.insert(all.first()->outlet);
    }
    return item;
}

QJsonObject ClaimReviewWriter::restOf(const Claim &claim)
{
    for (const Remainder &remainder : m_corpus.remainders) {
        if (remainder.format != u"claimreview" || m_writtenRemainders.contains(remainder.id))
            continue;
        const bool isItsOwn = std::ranges::any_of(claim.passages, [&](const ClaimPassage &part) {
            return m_versions.value(m_passages.value(part.passage)->version)->article == remainder.article;
        });
        const QJsonObject rest = QJsonDocument::fromJson(remainder.content.toUtf8()).object();
        if (!isItsOwn || rest.isEmpty())
            continue;
        m_writtenRemainders.insert(remainder.id);
        m_losses.add(Aspect::Id, Formats::tr("ids of what only this format understands"), remainder.id);
        m_losses.add(Aspect::Words,
                     Formats::tr("what only this format understands, where it says what is known better"),
                     remainder.id);
        m_losses.add(Aspect::Parts, Formats::tr("which article it goes with what only this format understands"),
                     remainder.id);
        return rest;
    }
    return {};
}

void ClaimReviewWriter::write(const Claim &claim, const Verdict &verdict)
{
    QJsonObject review = restOf(claim);
    const bool ratingStands = verdictOf(review.value("reviewRating"_L1).toObject()) == verdict.value;
    review.insert("@type"_L1, u"ClaimReview"_s);
    review.insert("claimReviewed"_L1, wordsOf(claim));
    QJsonObject item = review.value("itemReviewed"_L1).toObject();
    for (const QJsonObject known = itemOf(claim); const QString &key : known.keys()) {
        if (!item.contains(key) || (key == "author"_L1 && !isTheSame(item.value(key), known.value(key))))
            item.insert(key, known.value(key));
    }
    review.insert("itemReviewed"_L1, item);
    if (!ratingStands)
        review.insert("reviewRating"_L1, ratingOf(verdict.value));
    if (!verdict.reason.isEmpty())
        review.insert("reviewBody"_L1, verdict.reason);
    if (verdict.created != Timestamp()
        && Timestamp::fromString(review.value("datePublished"_L1).toString()) != verdict.created)
        review.insert("datePublished"_L1, verdict.created.toString());
    if (!verdict.annotator.isNull()) {
        m_writtenAnnotators.insert(verdict.annotator);
        const QString name = m_annotators.value(verdict.annotator);
        if (statedName(review.value("author"_L1)) != name)
            review.insert("author"_L1, QJsonObject{{"@type"_L1, u"Person"_s}, {"name"_L1, name}});
    }
    m_json.any(review);
    m_written.insert(claim.id);
    m_writtenVerdicts.insert(verdict.id);
    m_losses.add(Aspect::Id, Formats::tr("ids of claims"), claim.id);
    m_losses.add(Aspect::Parts, Formats::tr("kinds, passages and participants of claims, but speakers"), claim.id);
    if (claim.summary != wordsOf(claim))
        m_losses.add(Aspect::Words, Formats::tr("that claims had no summary"), claim.id);
    if (!claim.annotator.isNull() || claim.created != Timestamp() || !claim.assignee.isNull())
        m_losses.add(Aspect::Maker, Formats::tr("who made claims and when, and who is to check them"), claim.id);
    m_losses.add(Aspect::Id, Formats::tr("ids of verdicts"), verdict.id);
}

void ClaimReviewWriter::reportClaims()
{
    for (const Claim &claim : m_corpus.claims) {
        if (m_written.contains(claim.id))
            continue;
        const Verdict *verdict = m_latest.value(claim.id);
        m_losses.add(Aspect::Whole,
                     claim.state != State::Accepted             ? Formats::tr("claims that are not accepted")
                         : !verdict || !isRated(verdict->value) ? Formats::tr("claims without a verdict to publish")
                                                                : Formats::tr("claims without words"),
                     claim.id);
    }
    for (const Verdict &verdict : m_corpus.verdicts) {
        if (!m_writtenVerdicts.contains(verdict.id))
            m_losses.add(Aspect::Whole, Formats::tr("verdicts that are not to be published, or not the latest"),
                         verdict.id);
    }
}

void ClaimReviewWriter::reportTheRest()
{
    reportClaims();
    for (const Entity &entity : m_corpus.entities) {
        if (!m_writtenEntities.contains(entity.id)) {
            m_losses.add(Aspect::Whole, Formats::tr("entities but speakers and outlets"), entity.id);
            continue;
        }
        m_losses.add(Aspect::Id, Formats::tr("ids of entities"), entity.id);
        m_losses.add(Aspect::Parts, Formats::tr("kinds, aliases, external ids and descriptions of entities"),
                     entity.id);
        if (m_names.value(entity.id) != entity.name)
            m_losses.add(Aspect::Words, Formats::tr("names of entities that were taken, which got a number"),
                         entity.id);
    }
    for (const Annotator &annotator : m_corpus.annotators) {
        if (!m_writtenAnnotators.contains(annotator.id)) {
            m_losses.add(Aspect::Whole, Formats::tr("annotators who gave no verdict"), annotator.id);
            continue;
        }
        m_losses.add(Aspect::Id, Formats::tr("ids of annotators"), annotator.id);
        if (m_annotators.value(annotator.id) != annotator.name)
            m_losses.add(Aspect::Words, Formats::tr("names of annotators that were taken, which got a number"),
                         annotator.id);
    }
    for (const Remainder &remainder : m_corpus.remainders) {
        if (!m_writtenRemainders.contains(remainder.id))
            m_losses.add(Aspect::Whole, Formats::tr("what only the format it came from understands"), remainder.id);
    }
    m_losses.addAll(Aspect::Whole, Formats::tr("tagsets"), m_corpus.tagsets);
    m_losses.addAll(Aspect::Whole, Formats::tr("tags"), m_corpus.tags);
    m_losses.addAll(Aspect::Whole, Formats::tr("articles, but where claims appeared"), m_corpus.articles);
    m_losses.addAll(Aspect::Whole, Formats::tr("texts of articles"), m_corpus.versions);
    m_losses.addAll(Aspect::Whole, Formats::tr("passages"), m_corpus.passages);
    m_losses.addAll(Aspect::Whole, Formats::tr("relations between passages"), m_corpus.relations);
    m_losses.addAll(Aspect::Whole, Formats::tr("portrayals"), m_corpus.portrayals);
    m_losses.addAll(Aspect::Whole, Formats::tr("links between claims"), m_corpus.links);
    m_losses.addAll(Aspect::Whole, Formats::tr("evidence"), m_corpus.evidence);
    m_losses.addAll(Aspect::Whole, Formats::tr("sign-offs"), m_corpus.signOffs);
    m_losses.addAll(Aspect::Whole, Formats::tr("notes"), m_corpus.notes);
}

Written ClaimReviewWriter::write()
{
    collect();
    m_json.beginObject();
    m_json.member("@context"_L1, "https://schema.org"_L1);
    m_json.beginArray("@graph"_L1);
    for (const Claim &claim : m_corpus.claims) {
        const Verdict *verdict = m_latest.value(claim.id);
        if (claim.state == State::Accepted && verdict && isRated(verdict->value) && !wordsOf(claim).trimmed().isEmpty())
            write(claim, *verdict);
    }
    m_json.end();
    m_json.end();
    reportTheRest();
    QByteArray bytes = m_json.bytes() + '\n';
    bytes.replace("</", "<\\/");
    return {{{u"claims.jsonld"_s, bytes}}, m_losses.report()};
}

}

Result<Written> writeClaimReview(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    return ClaimReviewWriter(corpus).write();
}

}
