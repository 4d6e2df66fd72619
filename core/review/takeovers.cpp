// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/takeovers.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Takeovers)
};

using Passages = QHash<PassageId, const Passage *>;

Content contentOf(const Claim &claim, const Passages &passages)
{
    QList<const Passage *> parts;
    for (const ClaimPassage &part : claim.passages) {
        const Passage *passage = passages.value(part.passage);
        if (part.role == PassageRole::Content && passage && passage->state != State::Rejected)
            parts.append(passage);
    }
    if (parts.isEmpty())
        return {};
    std::ranges::stable_sort(parts, {}, [](const Passage *p) { return std::pair(p->version, p->extent().begin); });
    QStringList words;
    for (const Passage *passage : std::as_const(parts))
        words.append(passage->words());
    return {parts.first()->id, Text(words.join(u" … "_s))};
}

Passages byId(const QList<Passage> &passages)
{
    Passages result;
    for (const Passage &passage : passages)
        result.insert(passage.id, &passage);
    return result;
}

}

Content contentOf(const Claim &claim, const QList<Passage> &passages)
{
    return contentOf(claim, byId(passages));
}

QList<Takeover> takeovers(const Corpus &corpus, ArticleId article)
{
    const Passages passages = byId(corpus.passages);
    QHash<VersionId, ArticleId> articles;
    for (const Version &version : corpus.versions)
        articles.insert(version.id, version.article);
    QHash<ClaimId, const Claim *> claims;
    for (const Claim &claim : corpus.claims) {
        if (claim.state == State::Accepted)
            claims.insert(claim.id, &claim);
    }

    QList<Takeover> all;
    QHash<LinkId, TextPosition> places;
    for (const Link &link : corpus.links) {
        const Claim *from = claims.value(link.from);
        const Claim *to = claims.value(link.to);
        if (link.state != State::Accepted || !saysAgain(link.kind) || !from || !to)
            continue;
        Takeover takeover{link.id, link.kind, link.from, link.to, contentOf(*from, passages), contentOf(*to, passages),
                          {}};
        if (takeover.quote.first.isNull() || takeover.original.first.isNull())
            continue;
        const Passage &first = *passages[takeover.quote.first];
        if (articles.value(first.version) != article)
            continue;
        if (link.kind != LinkKind::Paraphrases)
            takeover.changes = compareQuote(takeover.quote.text, takeover.original.text);
        places.insert(link.id, first.extent().begin);
        all.append(takeover);
    }
    std::ranges::stable_sort(all, {}, [&places](const Takeover &takeover) {
        const auto gravest = takeover.gravest();
        return std::pair(gravest ? -static_cast<int>(*gravest) : 1, places[takeover.link]);
    });
    return all;
}

TakeoverCounts counted(const QList<Takeover> &takeovers)
{
    TakeoverCounts counts;
    for (const Takeover &takeover : takeovers) {
        if (const auto gravest = takeover.gravest())
            ++counts.departing[static_cast<size_t>(*gravest)];
        else if (takeover.kind == LinkKind::Paraphrases)
            ++counts.paraphrased;
        else
            ++counts.verbatim;
    }
    return counts;
}

QString toSentence(const TakeoverCounts &counts)
{
    QStringList parts;
    const auto add = [&parts](const QString &text, qsizetype count) {
        if (count > 0)
            parts.append(text);
    };
    const auto n = [](qsizetype count) { return static_cast<int>(count); };
    const auto &[punctuation, insertion, omission, silent] = counts.departing;
    add(Words::tr("%n with silent changes", nullptr, n(silent)), silent);
    add(Words::tr("%n with marked omissions", nullptr, n(omission)), omission);
    add(Words::tr("%n with bracketed insertions", nullptr, n(insertion)), insertion);
    add(Words::tr("%n with other punctuation", nullptr, n(punctuation)), punctuation);
    add(Words::tr("%n verbatim", nullptr, n(counts.verbatim)), counts.verbatim);
    add(Words::tr("%n paraphrased", nullptr, n(counts.paraphrased)), counts.paraphrased);
    if (parts.isEmpty())
        return {};
    const qsizetype all = counts.verbatim + counts.paraphrased
        + std::accumulate(counts.departing.begin(), counts.departing.end(), qsizetype(0));
    return Words::tr("%n taken over: %1.", nullptr, n(all)).arg(parts.join(u", "_s));
}

}
