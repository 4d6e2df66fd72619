// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/participations.h"

#include "core/model/labels.h"
#include "ui/claims/claimsummary.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace pq {

namespace {

QString where(const Cast &cast, const Portrayal &portrayal)
{
    const QString work = cast.name(portrayal.work);
    if (work.isEmpty() || portrayal.episodes.isEmpty())
        return work + portrayal.episodes;
    return QCoreApplication::translate("Portrayal", "%1, %2").arg(work, portrayal.episodes);
}

}

QList<Row> portrayalRows(const Cast &cast, EntityId entity)
{
    QList<Row> rows;
    for (const Portrayal &portrayal : cast.portrayals) {
        Row row;
        if (portrayal.performer == entity) {
            row.title = QCoreApplication::translate("Portrayal", "Plays %1").arg(cast.name(portrayal.character));
            row.detail = where(cast, portrayal);
            row.glyph = Glyph::Character;
            row.value = QVariant::fromValue(portrayal.character);
        } else if (portrayal.character == entity) {
            row.title = QCoreApplication::translate("Portrayal", "Played by %1").arg(cast.name(portrayal.performer));
            row.detail = where(cast, portrayal);
            row.glyph = Glyph::Person;
            row.value = QVariant::fromValue(portrayal.performer);
        } else if (portrayal.work == entity) {
            row.title = QCoreApplication::translate("Portrayal", "%1, played by %2")
                            .arg(cast.name(portrayal.character), cast.name(portrayal.performer));
            row.detail = portrayal.episodes;
            row.glyph = Glyph::Character;
            row.value = QVariant::fromValue(portrayal.character);
        } else {
            continue;
        }
        row.isPlain = true;
        rows.append(row);
    }
    return rows;
}

QList<Row> participationRows(Session &session, const Cast &cast, EntityId entity)
{
    QList<Claim> claims = session.value(session.store().claims());
    claims.removeIf([entity](const Claim &claim) {
        return std::ranges::none_of(claim.participants, [entity](const Participant &p) { return p.entity == entity; });
    });
    QList<Row> rows;
    for (const QList<ClaimSummary> all = summaries(session, claims, cast); const ClaimSummary &summary : all) {
        for (const Participant &participant : summary.claim.participants) {
            if (participant.entity != entity)
                continue;
            const PassageId proof = participant.evidence.isNull() ? summary.passage : participant.evidence;
            Row row;
            row.title = QCoreApplication::translate("Participation", "%1 · %2")
                            .arg(label(participant.role), label(summary.claim.kind));
            row.words = summary.words;
            row.detail = summary.place.shortName();
            row.glyph = glyph(summary.claim.kind);
            row.value = QVariant::fromValue(proof);
            rows.append(row);
        }
    }
    return rows;
}

}
