// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articles.h"
#include "app/cli/command.h"
#include "app/cli/output.h"

#include "core/review/takeovers.h"

#include <QJsonArray>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

/// The words of the passage with this id, or of the content of the claim with it.
Result<Text> wordsOf(const Store &store, const QString &id)
{
    const auto passages = store.passages(QSet{PassageId::fromString(id)});
    if (!passages)
        return std::unexpected(passages.error());
    if (!passages->isEmpty())
        return Text(passages->first().words());
    const auto claims = store.claims(QSet{ClaimId::fromString(id)});
    if (!claims)
        return std::unexpected(claims.error());
    if (!claims->isEmpty()) {
        QSet<PassageId> parts;
        for (const ClaimPassage &part : claims->first().passages)
            parts.insert(part.passage);
        const auto read = store.passages(parts);
        if (!read)
            return std::unexpected(read.error());
        if (const Content content = contentOf(claims->first(), *read); !content.first.isNull())
            return content.text;
    }
    return fail(
        tr("%1 is no passage and no claim with words in this project. pullquote-cli list shows their ids.").arg(id));
}

QJsonObject toObject(const Text &quote, const Text &original, const QList<QuoteChange> &changes)
{
    QJsonArray array;
    for (const QuoteChange &change : changes) {
        array.append(QJsonObject{{"deviation"_L1, nameOf(change.deviation)},
                                 {"quote"_L1, quote.words(change.inQuote).toString()},
                                 {"original"_L1, original.words(change.inOriginal).toString()},
                                 {"quoteBegin"_L1, qint64(change.inQuote.begin.value)},
                                 {"quoteEnd"_L1, qint64(change.inQuote.end.value)},
                                 {"originalBegin"_L1, qint64(change.inOriginal.begin.value)},
                                 {"originalEnd"_L1, qint64(change.inOriginal.end.value)}});
    }
    return {{"quote"_L1, quote.string()}, {"original"_L1, original.string()}, {"changes"_L1, array}};
}

void printChanges(const Text &quote, const Text &original, const QList<QuoteChange> &changes)
{
    print(tr("Quotation: %1").arg(quote.string()));
    print(tr("Original:  %1").arg(original.string()));
    for (const QuoteChange &change : changes)
        print({nameOf(change.deviation), original.words(change.inOriginal).toString(),
               quote.words(change.inQuote).toString()});
}

ExitCode compareTwo(const Store &store, const Call &call)
{
    const auto quote = wordsOf(store, call.arguments[1]);
    const auto original = wordsOf(store, call.arguments[2]);
    if (!quote || !original)
        return refuse(quote ? original.error() : quote.error());
    const QList<QuoteChange> changes = compareQuote(*quote, *original);
    if (call.json) {
        print(toObject(*quote, *original, changes));
        return Done;
    }
    printChanges(*quote, *original, changes);
    if (changes.isEmpty())
        print(tr("The quotation is verbatim."));
    return Done;
}

ExitCode compareArticle(const Store &store, const Call &call)
{
    const auto article = findArticle(store, call.arguments[1]);
    if (!article)
        return refuse(article.error());
    const auto version = store.currentVersion(*article);
    if (!version)
        return refuse(version.error());
    const auto claims = store.claims(version->id);
    if (!claims)
        return refuse(claims.error());
    QSet<ClaimId> seeds;
    for (const Claim &claim : *claims)
        seeds.insert(claim.id);
    const auto corpus = store.connected(seeds);
    if (!corpus)
        return refuse(corpus.error());
    const QList<Takeover> all = takeovers(*corpus, *article);
    for (const Takeover &takeover : all) {
        const Text &quote = takeover.quote.text;
        const Text &original = takeover.original.text;
        if (call.json) {
            QJsonObject object = toObject(quote, original, takeover.changes);
            object.insert("link"_L1, nameOf(takeover.kind));
            object.insert("claim"_L1, takeover.quoting.toString());
            object.insert("originalClaim"_L1, takeover.quoted.toString());
            print(object);
            continue;
        }
        printChanges(quote, original, takeover.changes);
        if (takeover.kind == LinkKind::Paraphrases)
            print(tr("A paraphrase has its own words."));
        else if (takeover.changes.isEmpty())
            print(tr("The quotation is verbatim."));
        print(QString());
    }
    if (!call.json)
        print(all.isEmpty() ? tr("No claim of this article is linked to one that it takes over.")
                            : toSentence(counted(all)));
    return Done;
}

}

ExitCode compare(const Call &call)
{
    const auto store = openProject(call);
    if (!store)
        return Refused;
    return call.arguments.size() > 2 ? compareTwo(*store, call) : compareArticle(*store, call);
}

}
