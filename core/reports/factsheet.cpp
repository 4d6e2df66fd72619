// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/factsheet.h"

#include "core/model/labels.h"
#include "core/model/names.h"
#include "core/reports/page.h"
#include "core/reports/table.h"
#include "core/reports/translated.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QString whoSaidIt(const Record &record, const Claim &claim)
{
    QStringList lines;
    for (const ParticipantRole role :
         {ParticipantRole::Speaker, ParticipantRole::Contributor, ParticipantRole::Source}) {
        const QStringList names = record.who(claim, {role});
        if (!names.isEmpty())
            lines.append(u"%1: %2"_s.arg(label(role), names.join(u", "_s)));
    }
    return lines.join(u'\n');
}

QStringList rowOf(const Record &record, const ClaimRecord &claim, qsizetype number)
{
    QStringList evidence;
    for (const Evidence *piece : claim.evidence)
        evidence.append(sentence(*piece, record));
    QStringList second;
    for (const SignOff *signOff : claim.signOffs)
        second.append(record.name(signOff->annotator));
    QString verdict = label(claim.value());
    if (claim.verdict && !claim.verdict->reason.isEmpty())
        verdict += u'\n' + claim.verdict->reason;
    QString what = label(claim.claim->kind);
    if (!claim.claim->summary.isEmpty())
        what += u": "_s + claim.claim->summary;
    return {QString::number(number),
            what,
            claim.contents.isEmpty() ? QString() : claim.words,
            whoSaidIt(record, *claim.claim),
            evidence.join(u'\n'),
            verdict,
            claim.verdict ? record.name(claim.verdict->annotator) : QString(),
            second.join(u", "_s),
            claim.verdict ? dayOf(claim.verdict->created) : QString()};
}

/// "5 claims: 3 Supported, 2 Not checked".
QString tally(const QList<ClaimRecord> &claims)
{
    QStringList parts;
    for (size_t i = 0; i < names<VerdictValue>().size(); ++i) {
        const auto value = static_cast<VerdictValue>(i);
        if (const auto count = std::ranges::count(claims, value, &ClaimRecord::value))
            parts.append(u"%1 %2"_s.arg(QString::number(count), label(value)));
    }
    const QString all = Reports::tr("%n claim(s)", nullptr, static_cast<int>(claims.size()));
    return parts.isEmpty() ? all : u"%1: %2"_s.arg(all, parts.join(u", "_s));
}

}

Report factSheet(const Record &record, const Article &article, QDate made)
{
    const QList<ClaimRecord> claims = record.claims(article.id);
    Table table{.headings = {Reports::tr("No."), Reports::tr("Claim"), Reports::tr("Words"), Reports::tr("Who said it"),
                             Reports::tr("Evidence"), Reports::tr("Verdict"), Reports::tr("Checker"),
                             Reports::tr("Second checker"), Reports::tr("Date")}};
    for (qsizetype i = 0; i < claims.size(); ++i)
        table.rows.append(rowOf(record, claims[i], i + 1));
    const QString title = Reports::tr("Fact sheet: %1").arg(article.title);
    QStringList lines{record.placeName(article), article.url, tally(claims)};
    lines.removeAll(QString());
    return {.title = title,
            .html = page({.title = title, .lines = lines, .made = made, .isWide = true}, toHtml(table)),
            .csv = toCsv(table),
            .isWide = true,
            .count = claims.size()};
}

}
