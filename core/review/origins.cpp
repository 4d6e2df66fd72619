// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/origins.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Origins)
};

}

Origins origins(const Chain &chain)
{
    QHash<ClaimId, ArticleId> articles;
    for (const Hop &hop : chain.hops) {
        if (!hop.article.isNull())
            articles.insert(hop.claim, hop.article);
    }
    QSet<ArticleId> derived;
    for (const Hop &hop : chain.hops) {
        if (hop.kind != HopKind::ReReported || hop.isAround || !saysAgain(hop.linkKind))
            continue;
        if (const ArticleId before = articles.value(hop.to); !before.isNull() && before != hop.article)
            derived.insert(hop.article);
    }
    Origins result;
    QSet<ArticleId> known;
    for (const Hop &hop : chain.hops) {
        if (!hop.ofLine || hop.article.isNull() || known.contains(hop.article))
            continue;
        known.insert(hop.article);
        const QString outlet = hop.outletName.isEmpty() ? hop.articleTitle : hop.outletName;
        if (!result.outlets.contains(outlet))
            result.outlets.append(outlet);
        if (!derived.contains(hop.article))
            result.origins.append(hop.published.isEmpty() ? outlet : outlet + u", "_s + hop.published);
    }
    return result;
}

QString toSentence(const Origins &origins)
{
    const auto outlets = static_cast<int>(origins.outlets.size());
    if (outlets < 2 || origins.origins.isEmpty())
        return {};
    if (origins.isSingle())
        return Words::tr("All %n outlets go back to one origin: %1.", nullptr, outlets).arg(origins.origins.first());
    return Words::tr("%n outlets, %1 origins: %2.", nullptr, outlets)
        .arg(QString::number(origins.origins.size()), origins.origins.join(u"; "_s));
}

}
