// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articles.h"

#include "app/cli/output.h"
#include "core/text/fold.h"

namespace pq::cli {

Result<ArticleId> findArticle(const Store &store, const QString &given)
{
    const auto articles = store.articles();
    if (!articles)
        return std::unexpected(articles.error());
    QList<ArticleId> titled;
    for (const Article &article : *articles) {
        if (article.id.toString() == given.toLower())
            return article.id;
        if (folded(article.title) == folded(given))
            titled.append(article.id);
    }
    if (titled.isEmpty())
        return fail(tr("There is no article “%1” in the project.").arg(given));
    if (titled.size() > 1)
        return fail(tr("%1 articles have the title “%2”: give the id.").arg(QString::number(titled.size()), given));
    return titled.first();
}

}
