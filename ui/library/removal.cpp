// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/removal.h"

#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

}

Removal removalOf(Session &session, const QList<ArticleId> &articles)
{
    Removal removal{.articles = articles, .claims = {}};
    QSet<PassageId> gone;
    QHash<ClaimId, Claim> touched;
    for (const ArticleId &article : articles) {
        const QList<Version> versions = session.value(session.store().versions(article));
        for (const Version &version : versions) {
            const QList<Passage> passages = session.value(session.store().passages(version.id));
            for (const Passage &passage : passages)
                gone.insert(passage.id);
            const QList<Claim> claims = session.value(session.store().claims(version.id));
            for (const Claim &claim : claims)
                touched.insert(claim.id, claim);
        }
    }
    removal.passages = gone.size();
    for (const Claim &claim : std::as_const(touched)) {
        const bool isHereOnly = std::ranges::all_of(
            claim.passages, [&gone](const ClaimPassage &passage) { return gone.contains(passage.passage); });
        if (isHereOnly)
            removal.claims.append(claim.id);
        else
            ++removal.weakened;
    }
    return removal;
}

Question questionOf(Session &session, const Removal &removal)
{
    Question question;
    question.accept = Words::tr("Remove");
    const auto number = [](qsizetype n) { return static_cast<int>(n); };
    if (removal.articles.size() == 1) {
        const Article article = session.value(session.store().article(removal.articles.first()));
        question.text = Words::tr("Remove “%1”?").arg(article.title);
    } else {
        question.text = Words::tr("Remove %n article(s)?", nullptr, number(removal.articles.size()));
    }
    QStringList sentences;
    if (removal.passages == 0) {
        sentences.append(Words::tr("Nothing is annotated there yet."));
    } else {
        sentences.append(
            Words::tr("With the text go %n passage(s) and all notes on it.", nullptr, number(removal.passages)));
        if (!removal.claims.isEmpty())
            sentences.append(
                Words::tr("So do %n claim(s) resting on these words alone.", nullptr, number(removal.claims.size())));
        if (removal.weakened > 0)
            sentences.append(Words::tr("Left with only the words they have elsewhere: %n claim(s).", nullptr,
                                       number(removal.weakened)));
    }
    sentences.append(Words::tr("Undo brings everything back."));
    question.details = sentences.join(u' ');
    return question;
}

}
