// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QSet>

namespace pq {

/// What reached over the edge of an excerpt: kept without the part beyond it, or left out where nothing would be left.
struct Severed
{
    QSet<ClaimId> claims;       ///< kept, without passages or participants' words outside
    QSet<LinkId> links;         ///< left out: one of their claims is outside
    QSet<RelationId> relations; ///< left out: one of their passages is outside
    QSet<EvidenceId> evidence;  ///< left out: on claims inside, with words outside
    QSet<NoteId> notes;         ///< kept, as answers to nothing

    void unite(const Severed &other);

    friend bool operator==(const Severed &, const Severed &) = default;
};

/// A part of a corpus that refers to nothing outside itself.
struct Excerpt
{
    Corpus corpus;
    Severed severed = {};

    friend bool operator==(const Excerpt &, const Excerpt &) = default;
};

/// Of @p corpus, from which articles, versions, passages, relations, claims, links or notes were taken out, what still
/// has what it refers to. A claim whose words are all gone goes with them; entities stay that something refers to, with
/// the portrayals between them.
[[nodiscard]] Excerpt excerptOf(Corpus corpus);

/// Whether it names a passage at all, as its own or as a participant's evidence.
[[nodiscard]] bool hasWords(const Claim &claim);

}
