// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/chainwords.h"

#include "core/review/chain.h"
#include "core/text/fold.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace pq {

QString wantedWords(QStringView words)
{
    const QString all = folded(words);
    const auto isAround = [](QChar c) { return c == u'\'' || c == u' '; };
    const auto begin = std::ranges::find_if_not(all, isAround);
    const auto end = std::ranges::find_if_not(all.crbegin(), all.crend(), isAround).base();
    return begin < end ? QString(std::to_address(begin), end - begin) : QString();
}

bool holdsWords(const Passage &passage, const QString &wanted)
{
    QStringList fragments;
    for (const Fragment &fragment : passage.fragments)
        fragments.append(fragment.words);
    return holdsWords(fragments, wanted);
}

bool holdsWords(const QStringList &fragments, const QString &wanted)
{
    // A line that the article interrupts ("…," he said, "…") stands in several fragments.
    if (folded(fragments.join(u' ')).contains(wanted))
        return true;
    return fragments.size() > 1 && folded(fragments.join(u" … "_s)).contains(wanted);
}

QSet<ClaimId> claimsWithWords(const QList<Claim> &claims, const QList<Passage> &passages, QStringView words)
{
    const QString wanted = wantedWords(words);
    if (wanted.isEmpty())
        return {};
    QSet<PassageId> holding;
    for (const Passage &passage : passages) {
        if (passage.state != State::Rejected && holdsWords(passage, wanted))
            holding.insert(passage.id);
    }
    QSet<ClaimId> found;
    for (const Claim &claim : claims) {
        const bool holdsWords = std::ranges::any_of(claim.passages, [&holding](const ClaimPassage &part) {
            return part.role == PassageRole::Content && holding.contains(part.passage);
        });
        if (claim.state == State::Accepted && holdsWords)
            found.insert(claim.id);
    }
    return found;
}

}
