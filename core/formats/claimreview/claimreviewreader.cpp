// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/claimreview/claimreview.h"

#include "core/formats/corpusbuilder.h"
#include "core/formats/json.h"
#include "core/formats/jsonread.h"
#include "core/text/segmentation.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// "@type" or "type", one or several, with or without the vocabulary's address.
bool isOfType(const QJsonObject &object, QLatin1StringView type)
{
    for (const auto key : {"@type"_L1, "type"_L1}) {
        const QJsonValue given = object.value(key);
        for (const QJsonArray all = given.isArray() ? given.toArray() : QJsonArray{given}; const auto &each : all) {
            const QString name = each.toString();
            if (name == type || name.endsWith(u'/' + QString(type)))
                return true;
        }
    }
    return false;
}

/// The first of several.
QJsonValue firstOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray().at(0) : value;
}

QString textOf(const QJsonValue &value)
{
    const QJsonValue one = firstOf(value);
    return one.isDouble() ? QString::fromUtf8(compactJson(one)) : one.toString();
}

QString addressOf(const QJsonValue &value)
{
    const QJsonValue one = firstOf(value);
    const QString address = one.isObject() ? textOf(one.toObject().value("url"_L1)) : one.toString();
    return address.startsWith(u"http://") || address.startsWith(u"https://") ? address : QString();
}

/// A day, month or year; empty when it is none.
QString dayOf(const QJsonValue &value)
{
    static const QRegularExpression date(u"\\A([0-9]{4}(?:-[01][0-9](?:-[0-3][0-9])?)?)(?:T|\\z)"_s);
    return date.match(textOf(value)).captured(1);
}

}

QString statedName(const QJsonValue &value)
{
    const QJsonValue one = firstOf(value);
    if (!one.isObject())
        return textOf(one);
    for (const auto key : {"name"_L1, "headline"_L1}) {
        if (const QString name = textOf(one.toObject().value(key)); !name.isEmpty())
            return name;
    }
    return {};
}

EntityKind statedKind(const QJsonValue &value, EntityKind otherwise)
{
    const QJsonObject object = firstOf(value).toObject();
    if (isOfType(object, "Organization"_L1) || isOfType(object, "NewsMediaOrganization"_L1))
        return EntityKind::Organisation;
    return isOfType(object, "Person"_L1) ? EntityKind::Person : otherwise;
}

namespace {

class ClaimReviewReader
{
public:
    Result<Read> read(const NamedFile &file);

private:
    void readPage(const NamedFile &file);
    void find(const QJsonValue &value, int depth);
    void readReview(const QJsonObject &review);
    void describe(Article &article, const QJsonObject &item, const QString &claimed);
    [[nodiscard]] EntityId entity(const QJsonValue &value, EntityKind otherwise);
    void keep(ArticleId article, QJsonObject review);

    Reading m_reading;
    CorpusBuilder m_builder{u"ClaimReview"_s};
    QHash<std::pair<QString, EntityKind>, EntityId> m_entities;
    QString m_file;
    int m_number = 0;
};

EntityId ClaimReviewReader::entity(const QJsonValue &value, EntityKind otherwise)
{
    const QString name = statedName(value);
    if (name.isEmpty())
        return {};
    const EntityKind kind = statedKind(value, otherwise);
    EntityId &id = m_entities[{name, kind}];
    if (id.isNull()) {
        id = EntityId::create();
        m_builder.corpus().entities.append({id, kind, name, {}, {}, {}});
    }
    return id;
}

void ClaimReviewReader::describe(Article &article, const QJsonObject &item, const QString &claimed)
{
    const QJsonValue first = firstOf(item.value("firstAppearance"_L1));
    const QJsonValue where = first.isUndefined() ? firstOf(item.value("appearance"_L1)) : first;
    article.title = statedName(where);
    if (article.title.isEmpty() || article.title == addressOf(where))
        article.title = claimed.simplified();
    article.url = addressOf(where);
    const QJsonObject page = where.toObject();
    article.outlet = entity(page.value("publisher"_L1), EntityKind::Organisation);
    article.published = dayOf(page.value("datePublished"_L1));
    if (article.published.isEmpty())
        article.published = dayOf(item.value("datePublished"_L1));
}

/// What has become part of the corpus need not be kept.
void ClaimReviewReader::keep(ArticleId article, QJsonObject review)
{
    for (const char *known : {"@context", "@type", "type", "claimReviewed", "reviewBody"})
        review.remove(QLatin1StringView(known));
    const QString published = review.value("datePublished"_L1).toString();
    if (!published.isEmpty() && Timestamp::fromString(published).toString() == published)
        review.remove("datePublished"_L1);
    if (review.value("author"_L1)
        == QJsonObject{{"@type"_L1, u"Person"_s}, {"name"_L1, statedName(review.value("author"_L1))}})
        review.remove("author"_L1);
    if (const auto value = verdictOf(review.value("reviewRating"_L1).toObject());
        value && review.value("reviewRating"_L1) == ratingOf(*value))
        review.remove("reviewRating"_L1);
    if (review.value("itemReviewed"_L1).isArray())
        review.insert("itemReviewed"_L1, firstOf(review.value("itemReviewed"_L1)));
    if (!review.isEmpty())
        m_builder.corpus().remainders.append(
            {RemainderId::create(), article, u"claimreview"_s, QString::fromUtf8(compactJson(review))});
}

void ClaimReviewReader::readReview(const QJsonObject &review)
{
    m_reading.place = Formats::tr("%1, review %2").arg(m_file, QString::number(++m_number));
    const QJsonObject item = firstOf(review.value("itemReviewed"_L1)).toObject();
    QString claimed = textOf(review.value("claimReviewed"_L1));
    for (const char *other : {"text", "name", "headline", "description"}) {
        if (claimed.trimmed().isEmpty())
            claimed = textOf(item.value(QLatin1StringView(other)));
    }
    const CountedText counted(claimed);
    const TextSpan words = trimmed(counted.text(), counted.text().span());
    if (words.isEmpty()) {
        m_reading.refuse(
            Formats::tr("there is no “claimReviewed”. A review without the words it is about cannot be read."));
        return;
    }
    const VersionId version = m_builder.addArticle(claimed, counted, m_file);
    describe(m_builder.corpus().articles.last(), item, claimed);
    const ArticleId article = m_builder.corpus().articles.last().id;
    const PassageId passage = m_builder.addPassage(version, m_builder.tag(u"Claim"_s), {words}).id;

    Claim claim;
    claim.id = ClaimId::create();
    claim.kind = ClaimKind::Fact;
    claim.summary = counted.text().string();
    claim.passages = {{passage, PassageRole::Content}};
    if (const EntityId speaker = entity(item.value("author"_L1), EntityKind::Person); !speaker.isNull())
        claim.participants = {{speaker, ParticipantRole::Speaker, {}}};
    m_builder.corpus().claims.append(claim);

    const QJsonObject rating = firstOf(review.value("reviewRating"_L1)).toObject();
    const QString said = textOf(rating.value("alternateName"_L1));
    Verdict verdict;
    verdict.id = VerdictId::create();
    verdict.claim = claim.id;
    if (const auto value = verdictOf(rating)) {
        verdict.value = *value;
    } else {
        verdict.value = VerdictValue::Unverifiable;
        m_reading.remark(
            Formats::tr("the rating “%1” has no verdict of that meaning and became “unverifiable”").arg(said));
    }
    verdict.reason = textOf(review.value("reviewBody"_L1));
    if (verdict.reason.isEmpty() && rating != ratingOf(verdict.value))
        verdict.reason = said;
    verdict.annotator = m_builder.annotator(statedName(review.value("author"_L1)));
    verdict.created = Timestamp::fromString(textOf(review.value("datePublished"_L1)));
    m_builder.corpus().verdicts.append(verdict);
    keep(article, review);
}

void ClaimReviewReader::find(const QJsonValue &value, int depth)
{
    constexpr int deepest = 32;
    if (m_reading.failed() || depth > deepest)
        return;
    if (value.isArray()) {
        for (const QJsonArray array = value.toArray(); const auto &each : array)
            find(each, depth + 1);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (isOfType(object, "ClaimReview"_L1)) {
            readReview(object);
            return;
        }
        for (const auto &each : object)
            find(each, depth + 1);
    }
}

void ClaimReviewReader::readPage(const NamedFile &file)
{
    static const QRegularExpression script(
        u"<script\\b[^>]*\\btype\\s*=\\s*[\"']?application/ld\\+json\\b[^>]*>(.*?)</script"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QString page = QString::fromUtf8(file.bytes);
    for (const QRegularExpressionMatch &match : script.globalMatch(page)) {
        const qint64 line = file.firstLine + QStringView(page).first(match.capturedStart(1)).count(u'\n');
        const QJsonDocument document = parseJson({file.path, match.captured(1).toUtf8(), line}, m_reading);
        if (m_reading.failed())
            return;
        find(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0);
    }
}

Result<Read> ClaimReviewReader::read(const NamedFile &file)
{
    m_file = file.path;
    bool isEmpty = false;
    if (file.bytes.trimmed().startsWith('<')) {
        readPage(file);
    } else {
        const QJsonDocument document = parseJson(file, m_reading);
        find(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0);
        const QJsonValue graph = document.object().value("@graph"_L1);
        isEmpty = graph.isArray() && graph.toArray().isEmpty();
    }
    if (!m_reading.failed() && m_number == 0 && !isEmpty) {
        m_reading.place = m_file;
        m_reading.refuse(Formats::tr("there is no ClaimReview in it."));
    }
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    return Read{m_builder.take(), m_reading.remarks()};
}

struct Wording
{
    VerdictValue value;
    QStringList words;
};

}

std::optional<VerdictValue> verdictOf(const QJsonObject &rating)
{
    static const QList<Wording> wordings = {
        {VerdictValue::Disputed,
         {u"disputed"_s, u"mixed"_s, u"mixture"_s, u"misleading"_s, u"partly"_s, u"partially"_s, u"half"_s,
          u"missing context"_s, u"lacks context"_s, u"exaggerated"_s}},
        {VerdictValue::Unverifiable,
         {u"unverifiable"_s, u"unproven"_s, u"unverified"_s, u"no evidence"_s, u"unsupported"_s,
          u"can't be verified"_s}},
        {VerdictValue::Refuted,
         {u"refuted"_s, u"false"_s, u"fake"_s, u"incorrect"_s, u"inaccurate"_s, u"wrong"_s, u"untrue"_s, u"not true"_s,
          u"pants on fire"_s, u"hoax"_s, u"fabricated"_s, u"debunked"_s, u"misattributed"_s}},
        {VerdictValue::Supported,
         {u"supported"_s, u"true"_s, u"correct"_s, u"accurate"_s, u"verified"_s, u"confirmed"_s}},
    };
    const QString said = textOf(rating.value("alternateName"_L1)).toLower();
    for (const Wording &wording : wordings) {
        if (std::ranges::any_of(wording.words, [&said](const QString &word) { return said.contains(word); }))
            return wording.value;
    }
    const auto number = [&rating](QLatin1StringView key, double otherwise) {
        const QString given = textOf(rating.value(key));
        bool isNumber = false;
        const double value = given.toDouble(&isNumber);
        return isNumber && std::isfinite(value) ? value : otherwise;
    };
    const double nothing = std::nan("");
    const double value = number("ratingValue"_L1, nothing);
    const double worst = number("worstRating"_L1, 1);
    const double best = number("bestRating"_L1, 5);
    // Publishers without a scale of their own write -1 or 0.
    if (std::isnan(value) || best <= worst || value < worst || value > best)
        return std::nullopt;
    const double share = (value - worst) / (best - worst);
    return share < 0.25 ? VerdictValue::Refuted : share > 0.75 ? VerdictValue::Supported : VerdictValue::Disputed;
}

Result<Read> readClaimReview(const QList<NamedFile> &files)
{
    if (files.size() != 1)
        return fail(Formats::tr("ClaimReviews are in one file; here are %1.").arg(files.size()));
    return ClaimReviewReader().read(files.first());
}

bool isClaimReview(QStringView, QByteArrayView beginning)
{
    return beginning.contains("\"ClaimReview\"") || beginning.contains("schema.org/ClaimReview\"");
}

}
