// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/chain.h"

#include "core/model/names.h"
#include "core/review/origins.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Chain", text);
}

QString spoken(const Hop &hop)
{
    if (!hop.performerName.isEmpty() && !hop.addresseeName.isEmpty())
        return tr("Spoken by %1 (played by %2) to %3").arg(hop.name, hop.performerName, hop.addresseeName);
    if (!hop.performerName.isEmpty())
        return tr("Spoken by %1 (played by %2)").arg(hop.name, hop.performerName);
    if (!hop.addresseeName.isEmpty())
        return tr("Spoken by %1 to %2").arg(hop.name, hop.addresseeName);
    return tr("Spoken by %1").arg(hop.name);
}

/// @p before: the number of the hop that the link leads to; 0 when it is not in the chain.
QString later(const Hop &hop, qsizetype before)
{
    const QString outlet = hop.name.isEmpty() ? tr("an unnamed outlet") : hop.name;
    const QString number = before > 0 ? QString::number(before) : u"?"_s;
    if (hop.isAround)
        return tr("Quoted by %1 within longer words (around %2)").arg(outlet, number);
    switch (hop.linkKind) {
    case LinkKind::Within:
        return tr("Quoted by %1 within %2").arg(outlet, number);
    case LinkKind::ReReports:
        return tr("Re-reported by %1 (re-reports %2)").arg(outlet, number);
    case LinkKind::Repeats:
        return tr("Repeated by %1 (repeats %2)").arg(outlet, number);
    case LinkKind::Paraphrases:
        return tr("Paraphrased by %1 (paraphrases %2)").arg(outlet, number);
    case LinkKind::Supports:
        return tr("Supported by %1 (supports %2)").arg(outlet, number);
    case LinkKind::Contradicts:
        return tr("Contradicted by %1 (contradicts %2)").arg(outlet, number);
    case LinkKind::Corrects:
        return tr("Corrected by %1 (corrects %2)").arg(outlet, number);
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString said(const Hop &hop, qsizetype before)
{
    switch (hop.kind) {
    case HopKind::Spoken:
        return spoken(hop);
    case HopKind::Contributed:
        return tr("Contributed by %1").arg(hop.name);
    case HopKind::Told:
        return hop.addresseeName.isEmpty() ? tr("Told by %1").arg(hop.name)
                                           : tr("Told by %1 to %2").arg(hop.name, hop.addresseeName);
    case HopKind::Published:
        return hop.name.isEmpty() ? tr("Published") : tr("Published by %1").arg(hop.name);
    case HopKind::ReReported:
        return later(hop, before);
    }
    Q_UNREACHABLE_RETURN(QString());
}

/// Where the words stand, unless the sentence before says so already.
QString place(const Hop &hop)
{
    QString all;
    const bool named = hop.outletName.isEmpty() || hop.outletName == hop.name || hop.outletName == hop.addresseeName;
    if (!named)
        all += tr(", in %1").arg(hop.outletName);
    if (!hop.published.isEmpty())
        all += u", "_s + hop.published;
    return all;
}

/// What was said where the hop's own words only say who did, then those words.
QString quoted(const Hop &hop)
{
    const QString words = hop.words.simplified();
    if (hop.kind == HopKind::Spoken && !hop.content.isEmpty() && hop.content != hop.words)
        return u": “%1” (“%2”)"_s.arg(hop.content.simplified(), words);
    if (!words.isEmpty())
        return u": “%1”"_s.arg(words);
    return hop.claimSummary.isEmpty() ? QString() : u": "_s + hop.claimSummary.simplified();
}

QJsonValue idValue(const auto &id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.toString());
}

QLatin1StringView nameOf(HopKind kind)
{
    static constexpr QLatin1StringView all[] = {"spoken"_L1, "contributed"_L1, "told"_L1, "published"_L1,
                                                "re-reported"_L1};
    return all[static_cast<size_t>(kind)];
}

QJsonObject toObject(const Hop &hop)
{
    const bool later = hop.kind == HopKind::ReReported;
    const bool proven = !hop.passage.isNull();
    return {
        {"kind"_L1, nameOf(hop.kind)},
        {"depth"_L1, hop.depth},
        {"claim"_L1, idValue(hop.claim)},
        {"claimKind"_L1, nameOf(hop.claimKind)},
        {"claimSummary"_L1, hop.claimSummary},
        {"ofLine"_L1, hop.ofLine},
        {"link"_L1, idValue(hop.link)},
        {"linkKind"_L1, later ? QJsonValue(nameOf(hop.linkKind)) : QJsonValue(QJsonValue::Null)},
        {"to"_L1, idValue(hop.to)},
        {"around"_L1, hop.isAround},
        {"entity"_L1, idValue(hop.entity)},
        {"name"_L1, hop.name},
        {"performer"_L1, idValue(hop.performer)},
        {"performerName"_L1, hop.performerName},
        {"addressee"_L1, idValue(hop.addressee)},
        {"addresseeName"_L1, hop.addresseeName},
        {"passage"_L1, idValue(hop.passage)},
        {"begin"_L1, proven ? QJsonValue(qint64(hop.span.begin.value)) : QJsonValue(QJsonValue::Null)},
        {"end"_L1, proven ? QJsonValue(qint64(hop.span.end.value)) : QJsonValue(QJsonValue::Null)},
        {"words"_L1, hop.words},
        {"content"_L1, hop.content},
        {"article"_L1, idValue(hop.article)},
        {"version"_L1, idValue(hop.version)},
        {"articleTitle"_L1, hop.articleTitle},
        {"outletName"_L1, hop.outletName},
        {"published"_L1, hop.published},
    };
}

void addOnce(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

/// Another article says it again; a link within one article or a contradiction is no re-report.
bool isReReport(const Hop &hop, const QHash<ClaimId, ArticleId> &articles)
{
    return saysAgain(hop.linkKind) && (hop.article.isNull() || hop.article != articles.value(hop.to));
}

/// The names that answer for the line, each once and in the chain's order.
struct Answer
{
    QStringList speakers;
    QStringList spokenBy; ///< the speakers, each with who plays them
    QStringList performers, contributors, sources, outlets, reReportedBy;
};

Answer answerOf(const Chain &chain)
{
    QHash<ClaimId, ArticleId> articles;
    for (const Hop &hop : chain.hops) {
        if (!hop.article.isNull())
            articles.insert(hop.claim, hop.article);
    }
    Answer answer;
    QStringList around; // where only the passage around a nested line says who published it
    for (const Hop &hop : chain.hops) {
        if (!hop.ofLine)
            continue;
        switch (hop.kind) {
        case HopKind::Spoken:
            addOnce(answer.speakers, hop.name);
            addOnce(answer.spokenBy,
                    hop.performerName.isEmpty() ? hop.name : tr("%1 (played by %2)").arg(hop.name, hop.performerName));
            for (const QString &performer : hop.performers)
                addOnce(answer.performers, performer);
            break;
        case HopKind::Contributed:
            addOnce(answer.contributors, hop.name);
            break;
        case HopKind::Told:
            addOnce(answer.sources, hop.name);
            break;
        case HopKind::Published:
            addOnce(answer.outlets, hop.name);
            break;
        case HopKind::ReReported:
            if (isReReport(hop, articles))
                addOnce(answer.reReportedBy, hop.name);
            else if (hop.linkKind == LinkKind::Within)
                addOnce(around, hop.name);
            break;
        }
    }
    for (const QString &outlet : std::as_const(around)) {
        if (!answer.reReportedBy.contains(outlet))
            addOnce(answer.outlets, outlet);
    }
    return answer;
}

QString answerText(const Answer &answer)
{
    QStringList sentences;
    const auto add = [&sentences](const QString &sentence, const QStringList &names) {
        if (!names.isEmpty())
            sentences.append(sentence.arg(names.join(", "_L1)));
    };
    add(tr("Spoken by %1."), answer.spokenBy);
    add(tr("Contributed by %1."), answer.contributors);
    add(tr("Told by %1."), answer.sources);
    add(tr("Published by %1."), answer.outlets);
    add(tr("Re-reported by %1."), answer.reReportedBy);
    return sentences.isEmpty() ? QString() : sentences.join(u' ') + u'\n';
}

QJsonObject toObject(const Answer &answer)
{
    return {
        {"speakers"_L1, QJsonArray::fromStringList(answer.speakers)},
        {"performers"_L1, QJsonArray::fromStringList(answer.performers)},
        {"contributors"_L1, QJsonArray::fromStringList(answer.contributors)},
        {"sources"_L1, QJsonArray::fromStringList(answer.sources)},
        {"outlets"_L1, QJsonArray::fromStringList(answer.outlets)},
        {"reReportedBy"_L1, QJsonArray::fromStringList(answer.reReportedBy)},
    };
}

}

QStringList hopSentences(const Chain &chain)
{
    QHash<ClaimId, qsizetype> firstHops;
    for (qsizetype i = chain.hops.size() - 1; i >= 0; --i)
        firstHops.insert(chain.hops[i].claim, i + 1);

    QStringList sentences;
    for (qsizetype i = 0; i < chain.hops.size(); ++i) {
        const Hop &hop = chain.hops[i];
        const Hop *before = i > 0 ? &chain.hops[i - 1] : nullptr;
        const bool sameArticle = before && !hop.article.isNull() && before->article == hop.article;
        // A claim with several links would say the same words for each of them.
        const bool sameLink = before && hop.kind == HopKind::ReReported && before->kind == hop.kind
            && before->claim == hop.claim;
        QString sentence = said(hop, firstHops.value(hop.to));
        if (!sameArticle)
            sentence += place(hop);
        if (!sameLink)
            sentence += quoted(hop);
        if (!sameArticle && !hop.articleTitle.isEmpty())
            sentence += u" [%1]"_s.arg(hop.articleTitle);
        sentences.append(sentence);
    }
    return sentences;
}

QString toText(const Chain &chain)
{
    QString text = u"“%1”\n"_s.arg(chain.line.simplified()) + answerText(answerOf(chain));
    if (const QString from = toSentence(origins(chain)); !from.isEmpty())
        text += from + u'\n';
    const QStringList sentences = hopSentences(chain);
    for (qsizetype i = 0; i < sentences.size(); ++i)
        text += u"%1. %2\n"_s.arg(QString::number(i + 1), sentences[i]);
    return text;
}

QByteArray toJson(const Chain &chain)
{
    QJsonArray hops;
    for (const Hop &hop : chain.hops)
        hops.append(toObject(hop));
    const Origins from = origins(chain);
    QJsonObject summary = toObject(answerOf(chain));
    summary.insert("origins"_L1, QJsonArray::fromStringList(from.origins));
    summary.insert("singleOrigin"_L1, from.isSingle());
    return QJsonDocument(QJsonObject{{"line"_L1, chain.line}, {"hops"_L1, hops}, {"summary"_L1, summary}}).toJson();
}

}
