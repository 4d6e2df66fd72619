// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"
#include "core/review/fidelity.h"

#include <array>

namespace pq {

/// What a claim says: its accepted content passages among @p passages in the order of the text.
struct Content
{
    PassageId first; ///< null when there is none
    Text text;       ///< their words, with " … " between passages
};
[[nodiscard]] Content contentOf(const Claim &claim, const QList<Passage> &passages);

/// A claim that says again what another one says, and how far it keeps to the words.
struct Takeover
{
    LinkId link;
    LinkKind kind = LinkKind::ReReports; ///< or Repeats, Paraphrases
    ClaimId quoting;
    ClaimId quoted;
    Content quote;
    Content original;
    QList<QuoteChange> changes; ///< none looked for in a paraphrase, which has its own words

    /// Nothing for what is verbatim or a paraphrase.
    [[nodiscard]] std::optional<Deviation> gravest() const { return pq::gravest(changes); }
};

/// The takeovers by claims with content in @p article, over accepted links to claims with content; the gravest
/// first, then in the order of the article. Of @p corpus the claims, links, passages and versions are read.
[[nodiscard]] QList<Takeover> takeovers(const Corpus &corpus, ArticleId article);

/// How many of them depart how.
struct TakeoverCounts
{
    qsizetype verbatim = 0;
    qsizetype paraphrased = 0;
    std::array<qsizetype, 4> departing{}; ///< by their gravest deviation

    friend bool operator==(const TakeoverCounts &, const TakeoverCounts &) = default;
};
[[nodiscard]] TakeoverCounts counted(const QList<Takeover> &takeovers);
/// "5 taken over: 2 verbatim, 1 silent change"; translated. Empty when there are none.
[[nodiscard]] QString toSentence(const TakeoverCounts &counts);

}
