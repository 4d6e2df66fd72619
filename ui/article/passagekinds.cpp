// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passagekinds.h"

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

}
