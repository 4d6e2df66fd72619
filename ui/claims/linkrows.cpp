// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/linkrows.h"

#include "core/model/labels.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace pq {

QList<Row> linkRows(Session &session, ClaimId claim, const Cast &cast)
{
    QList<Link> links = session.value(session.store().links());
    links.removeIf([claim](const Link &link) { return link.from != claim && link.to != claim; });
    QSet<ClaimId> others;
    for (const Link &link : std::as_const(links))
        others.insert(link.from == claim ? link.to : link.from);
    QHash<ClaimId, ClaimSummary> summaryOf;
    if (!others.isEmpty()) {
        for (const QList<ClaimSummary> all = summaries(session, session.value(session.store().claims(others)), cast);
             const ClaimSummary &summary : all)
            summaryOf.insert(summary.claim.id, summary);
    }
    QList<Row> rows;
    for (const Link &link : std::as_const(links)) {
        const bool isOutgoing = link.from == claim;
        const ClaimSummary other = summaryOf.value(isOutgoing ? link.to : link.from);
        Row row = other.row();
        row.detail = QCoreApplication::translate("LinkRows", "%1, %2", "claim and place").arg(row.title, row.detail);
        row.title = isOutgoing ? label(link.kind) : reverseLabel(link.kind);
        row.glyph = Glyph::Link;
        row.value = QVariant::fromValue(LinkEnd{link.id, other.claim.id, other.passage});
        rows.append(row);
    }
    return rows;
}

}
