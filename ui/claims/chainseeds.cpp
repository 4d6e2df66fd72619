// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainseeds.h"

#include "core/review/chain.h"

#include <QHash>

#include <algorithm>

namespace pq {

namespace {

bool hasPassage(const Claim &claim, PassageId id)
{
    return std::ranges::contains(claim.passages, id, &ClaimPassage::passage)
           || std::ranges::contains(claim.participants, id, &Participant::evidence);
}

/// The words of the claim's first content passage.
QString contentWords(const Claim &claim, const QList<Passage> &passages)
{
    for (const ClaimPassage &part : claim.passages) {
        if (part.role != PassageRole::Content)
            continue;
        const auto content = std::ranges::find(passages, part.passage, &Passage::id);
        if (content != passages.end())
            return content->words();
    }
    return {};
}

}

ChainSeeds seedsOfPassage(const Passage &passage, const QList<Claim> &claims, const QList<Passage> &passages)
{
    ChainSeeds seeds{.claims = {}, .line = passage.words()};
    bool isContent = false;
    for (const Claim &claim : claims) {
        if (!hasPassage(claim, passage.id))
            continue;
        seeds.claims.insert(claim.id);
        isContent = isContent || claim.passages.contains(ClaimPassage{passage.id, PassageRole::Content});
    }
    if (!seeds.claims.isEmpty() && !isContent) { // a cue or evidence: the line is what it is about
        const auto first = std::ranges::find_if(claims, [&](const Claim &c) { return seeds.claims.contains(c.id); });
        const QString words = contentWords(*first, passages);
        if (!words.isEmpty())
            seeds.line = words;
    }
    seeds.claims.unite(claimsWithWords(claims, passages, seeds.line));
    if (!seeds.claims.isEmpty())
        return seeds;

    QSet<PassageId> cut;
    for (const Passage &other : passages) {
        if (other.version == passage.version && other.extent().overlaps(passage.extent()))
            cut.insert(other.id);
    }
    for (const Claim &claim : claims) {
        const bool isCut = std::ranges::any_of(claim.passages, [&cut](const ClaimPassage &part) {
            return part.role == PassageRole::Content && cut.contains(part.passage);
        });
        if (!isCut)
            continue;
        seeds.claims.insert(claim.id);
        seeds.line = contentWords(claim, passages);
    }
    return seeds;
}

ChainSeeds seedsOfClaim(const Claim &claim, const QList<Claim> &claims, const QList<Passage> &passages)
{
    ChainSeeds seeds{.claims = {claim.id}, .line = contentWords(claim, passages)};
    if (seeds.line.isEmpty())
        seeds.line = claim.summary;
    else
        seeds.claims.unite(claimsWithWords(claims, passages, seeds.line));
    return seeds;
}

}
