// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passagekinds.h"

#include <algorithm>

namespace pq {

QSet<PassageId> claimedPassages(const QList<Claim> &claims)
{
    QSet<PassageId> result;
    for (const Claim &claim : claims) {
        if (claim.state == State::Rejected)
            continue;
        for (const ClaimPassage &part : claim.passages)
            result.insert(part.passage);
        for (const Participant &participant : claim.participants) {
            if (!participant.evidence.isNull())
                result.insert(participant.evidence);
        }
    }
    return result;
}

QSet<PassageId> notedPassages(const QList<Note> &notes)
{
    QSet<PassageId> result;
    for (const Note &note : notes) {
        if (const auto *passage = std::get_if<PassageId>(&note.target); passage && !note.resolved)
            result.insert(*passage);
    }
    return result;
}

QHash<ClaimId, VerdictValue> newestVerdicts(const QList<Verdict> &verdicts)
{
    QHash<ClaimId, Verdict> newest;
    for (const Verdict &verdict : verdicts) {
        const auto known = newest.constFind(verdict.claim);
        if (known == newest.constEnd() || isLater(verdict, *known))
            newest.insert(verdict.claim, verdict);
    }
    QHash<ClaimId, VerdictValue> result;
    for (const Verdict &verdict : std::as_const(newest))
        result.insert(verdict.claim, verdict.value);
    return result;
}

QSet<PassageId> uncheckedPassages(const QList<Claim> &claims, const QHash<ClaimId, VerdictValue> &verdicts)
{
    QSet<PassageId> result;
    for (const Claim &claim : claims) {
        const VerdictValue verdict = verdicts.value(claim.id, VerdictValue::NotChecked);
        if (claim.state == State::Rejected || verdict != VerdictValue::NotChecked)
            continue;
        for (const ClaimPassage &part : claim.passages) {
            if (part.role == PassageRole::Content)
                result.insert(part.passage);
        }
    }
    return result;
}

QHash<PassageId, PassageSigns> passageSigns(const QList<Claim> &claims, const QHash<ClaimId, VerdictValue> &verdicts,
                                            const QHash<ClaimId, QSet<ClaimId>> &contradictions,
                                            const QList<Note> &notes)
{
    QHash<PassageId, PassageSigns> result;
    for (const Claim &claim : claims) {
        const auto verdict = verdicts.constFind(claim.id);
        const bool isContradicted = contradictions.contains(claim.id);
        if ((verdict == verdicts.constEnd() && !isContradicted) || claim.state == State::Rejected)
            continue;
        for (const ClaimPassage &part : claim.passages) {
            if (part.role != PassageRole::Content)
                continue;
            PassageSigns &signs = result[part.passage];
            signs.isContradicted |= isContradicted;
            if (verdict == verdicts.constEnd())
                continue;
            const auto at = std::ranges::lower_bound(signs.verdicts, *verdict);
            if (at == signs.verdicts.end() || *at != *verdict)
                signs.verdicts.insert(at, *verdict);
        }
    }
    for (const QSet<PassageId> noted = notedPassages(notes); const PassageId passage : noted)
        result[passage].hasNote = true;
    return result;
}

}
