// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/claimentry.h"

#include "core/model/labels.h"
#include "core/text/markup.h"
#include "core/reports/translated.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

const Attributes inItsDirection{{"dir"_L1, u"auto"_s}};

QString line(const QString &text)
{
    return textElement("p"_L1, text, {{"class"_L1, u"words"_s}, {"dir"_L1, u"auto"_s}}) + u'\n';
}

QString quotation(const QString &words)
{
    return textElement("blockquote"_L1, words, {{"class"_L1, u"words"_s}, {"dir"_L1, u"auto"_s}, {"lang"_L1, {}}})
        + u'\n';
}

QString participants(const Record &record, const Claim &claim)
{
    QString items;
    for (const Participant &participant : claim.participants) {
        QString text = u"%1: %2"_s.arg(label(participant.role), record.name(participant.entity));
        QStringList playing;
        for (const EntityId performer : record.performers(claim, participant.entity))
            playing.append(record.name(performer));
        if (!playing.isEmpty())
            text = Reports::tr("%1, played by %2").arg(text, playing.join(u", "_s));
        if (const Passage *evidence = record.passage(participant.evidence))
            text += u" (“%1”)"_s.arg(evidence->words());
        items += textElement("li"_L1, text, inItsDirection) + u'\n';
    }
    return items;
}

/// "Re-reports: The Gazette, 2025-03-12, “I kept it lit …”", from either end.
QString links(const Record &record, const ClaimRecord &claim, const QHash<ClaimId, qsizetype> &numbers)
{
    QString items;
    for (const Link *link : claim.links) {
        const bool isFrom = link->from == claim.claim->id;
        const ClaimRecord &other = *record.claim(isFrom ? link->to : link->from);
        QString text = escaped(isFrom ? label(link->kind) : reverseLabel(link->kind)) + u": "_s;
        if (const qsizetype number = numbers.value(other.claim->id))
            text += textElement("a"_L1, Reports::tr("claim %1").arg(number), {{"href"_L1, u"#claim-%1"_s.arg(number)}});
        else if (other.article)
            text += escaped(record.placeName(*other.article));
        items += element("li"_L1, inItsDirection, text + escaped(u", “%1”"_s.arg(other.words))) + u'\n';
    }
    return items;
}

QString evidence(const Record &record, const ClaimRecord &claim)
{
    QString items;
    for (const Evidence *piece : claim.evidence)
        items += textElement("li"_L1, sentence(*piece, record), inItsDirection) + u'\n';
    return items;
}

QString verdict(const Record &record, const ClaimRecord &claim)
{
    QString text = label(claim.value());
    if (claim.verdict) {
        text = Reports::tr("%1, by %2 on %3")
                   .arg(text, record.name(claim.verdict->annotator), dayOf(claim.verdict->created));
        if (!claim.verdict->reason.isEmpty())
            text += u": "_s + claim.verdict->reason;
    }
    for (const SignOff *signOff : claim.signOffs)
        text += Reports::tr(" · signed off by %1 on %2").arg(record.name(signOff->annotator), dayOf(signOff->created));
    return text;
}

}

QString claimEntry(const Record &record, const ClaimRecord &claim, const QHash<ClaimId, qsizetype> &numbers,
                   VersionId shown)
{
    const qsizetype number = numbers.value(claim.claim->id);
    const bool isHere = !claim.place || claim.place->version == shown;
    const QString back = isHere ? textElement("a"_L1, QString::number(number), {{"href"_L1, u"#mark-%1"_s.arg(number)}})
                                : QString::number(number);
    QString body = element("h3"_L1, {},
                           back + u' ' + escaped(label(claim.claim->kind)) + u" · "_s + escaped(label(claim.value())))
        + u'\n';
    if (!isHere) {
        const Version *version = record.versionOf(*claim.place);
        body += line(Reports::tr("In version %1 of the text.").arg(version ? version->number : 0));
    }
    if (!claim.contents.isEmpty())
        body += quotation(claim.words);
    if (!claim.claim->summary.isEmpty())
        body += line(claim.claim->summary);
    const auto section = [&body](const QString &items) {
        if (!items.isEmpty())
            body += element("ul"_L1, {}, u'\n' + items) + u'\n';
    };
    section(participants(record, *claim.claim));
    section(links(record, claim, numbers));
    if (!claim.evidence.isEmpty())
        body += line(Reports::tr("Evidence:"));
    section(evidence(record, claim));
    body += line(Reports::tr("Verdict: %1").arg(verdict(record, claim)));
    return element("div"_L1, {{"class"_L1, u"claim"_s}, {"id"_L1, u"claim-%1"_s.arg(number)}}, u'\n' + body) + u'\n';
}

}
