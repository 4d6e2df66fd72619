// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trace.h"
#include "app/cli/command.h"
#include "app/cli/listrows.h"
#include "app/cli/output.h"

#include "core/review/chain.h"
#include "core/text/fold.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

/// Where a line stands in an article's text.
struct Place
{
    Article article;
    VersionId version;
    TextSpan span;
    QString words;
};

/// The places of @p line in the articles' current texts that no accepted claim's content covers. One text
/// at a time is in memory.
Result<QList<Place>> unclaimed(const Store &store, const QString &line, const QList<Claim> &claims,
                               const QList<Passage> &passages)
{
    QSet<PassageId> contents;
    for (const Claim &claim : claims) {
        for (const ClaimPassage &part : claim.passages) {
            if (claim.state == State::Accepted && part.role == PassageRole::Content)
                contents.insert(part.passage);
        }
    }
    QHash<VersionId, QList<TextSpan>> claimed;
    for (const Passage &passage : passages) {
        if (passage.state != State::Rejected && contents.contains(passage.id))
            claimed[passage.version].append(passage.extent());
    }

    const auto articles = store.articles();
    if (!articles)
        return std::unexpected(articles.error());
    QList<Place> places;
    for (const Article &article : *articles) {
        const auto version = store.currentVersion(article.id);
        if (!version)
            return std::unexpected(version.error());
        const QList<TextSpan> covering = claimed.value(version->id);
        for (const QList<TextSpan> found = find(version->text, line); const TextSpan &span : found) {
            if (std::ranges::none_of(covering, [&span](const TextSpan &other) { return other.contains(span); }))
                places.append({article, version->id, span, version->text.words(span).toString()});
        }
    }
    return places;
}

void printText(const Chain &chain, const QList<Place> &places, const Names &names)
{
    for (const QStringList lines = toText(chain).chopped(1).split(u'\n'); const QString &each : lines)
        print(each);
    if (chain.hops.isEmpty())
        print(tr("No claim holds this line."));
    if (!places.isEmpty())
        print(chain.hops.isEmpty() ? tr("It stands here:") : tr("It also stands here, in no claim:"));
    for (const Place &place : places) {
        QStringList where{place.article.title, names.entities.value(place.article.outlet), place.article.published};
        where.removeAll(QString());
        print(u"  %1: %2–%3"_s.arg(where.join(u", "_s), QString::number(place.span.begin.value),
                                   QString::number(place.span.end.value)));
    }
}

QJsonObject toObject(const Chain &chain, const QList<Place> &places, const Names &names)
{
    QJsonObject object = QJsonDocument::fromJson(toJson(chain)).object();
    QJsonArray array;
    for (const Place &place : places) {
        array.append(QJsonObject{{"article"_L1, place.article.id.toString()},
                                 {"articleTitle"_L1, place.article.title},
                                 {"outletName"_L1, names.entities.value(place.article.outlet)},
                                 {"published"_L1, place.article.published},
                                 {"version"_L1, place.version.toString()},
                                 {"begin"_L1, qint64(place.span.begin.value)},
                                 {"end"_L1, qint64(place.span.end.value)},
                                 {"words"_L1, place.words}});
    }
    object.insert("unclaimed"_L1, array);
    return object;
}

}

QString lineOf(const QString &words)
{
    static constexpr QStringView pairs[] = {u"“”", u"\"\"", u"‘’", u"''", u"«»", u"„“"};
    QString line = words.trimmed();
    for (const QStringView pair : pairs) {
        if (line.size() > 2 && line.front() == pair.front() && line.back() == pair.back()) {
            line = line.sliced(1, line.size() - 2).trimmed();
            break;
        }
    }
    return folded(line).remove(u'\'').trimmed().isEmpty() ? QString() : line;
}

Result<Chain> chainOf(const Store &store, const QString &line, const QList<Claim> &claims,
                      const QList<Passage> &passages)
{
    const QSet<ClaimId> seeds = claimsWithWords(claims, passages, line);
    const auto corpus = store.connected(seeds);
    if (!corpus)
        return std::unexpected(corpus.error());
    return trace(*corpus, seeds, line);
}

ExitCode traceLine(const Call &call)
{
    const QString line = lineOf(call.arguments.sliced(1).join(u' '));
    if (line.isEmpty())
        return misused(u"trace"_s, tr("The words of the line are missing."));
    const auto store = openProject(call);
    if (!store)
        return Refused;
    const auto claims = store->claims();
    const auto passages = store->passages();
    const auto names = namesIn(*store);
    if (!claims || !passages || !names)
        return refuse(!claims ? claims.error() : !passages ? passages.error() : names.error());

    const auto chain = chainOf(*store, line, *claims, *passages);
    const auto places = unclaimed(*store, line, *claims, *passages);
    if (!chain || !places)
        return refuse(chain ? places.error() : chain.error());
    if (chain->hops.isEmpty() && places->isEmpty())
        return refuse({tr("The words “%1” stand in no article and no claim of this project.").arg(line)});
    if (call.json)
        print(toObject(*chain, *places, *names));
    else
        printText(*chain, *places, *names);
    return Done;
}

}
