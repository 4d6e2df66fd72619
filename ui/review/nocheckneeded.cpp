// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/nocheckneeded.h"

#include "ui/claims/claimstart.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace pq {

Result<void> noCheckNeeded(Session &session, VersionId version, ArticleId article, const QList<Fragment> &selection,
                           PassageId current)
{
    QList<ClaimId> claims;
    if (selection.isEmpty() && !current.isNull()) {
        const QList<Claim> all = session.value(session.store().claims(QSet{current}));
        for (const Claim &claim : all) {
            if (claim.state != State::Rejected && claim.passages.contains(ClaimPassage{current, PassageRole::Content}))
                claims.append(claim.id);
        }
    }
    std::optional<ClaimStart> start;
    if (claims.isEmpty()) {
        const Result<ClaimStart> started = startedClaim(session, version, article, selection, current);
        if (!started)
            return std::unexpected(started.error());
        start = *started;
        claims.append(start->claim.id);
    }
    session.edit(QCoreApplication::translate("NoCheckNeeded", "No check needed"), [&](Edit &edit) {
        if (start)
            start->apply(edit);
        for (const ClaimId claim : std::as_const(claims)) {
            Verdict verdict;
            verdict.id = VerdictId::create();
            verdict.claim = claim;
            verdict.value = VerdictValue::NoCheckNeeded;
            edit.put(verdict);
        }
    });
    return {};
}

}
