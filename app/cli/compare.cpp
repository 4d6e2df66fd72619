// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"

#include "core/review/fidelity.h"

#include <QJsonArray>

#include <array>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array deviations{"punctuation"_L1, "insertion"_L1, "omission"_L1, "silent"_L1};

/// The words of the passage with this id, or of the content of the claim with it.
Result<QString> wordsOf(const Store &store, const QString &id)
{
    auto passages = store.passages(QSet{PassageId::fromString(id)});
    if (!passages)
        return std::unexpected(passages.error());
    if (passages->isEmpty()) {
        const auto claims = store.claims(QSet{ClaimId::fromString(id)});
        if (!claims)
            return std::unexpected(claims.error());
        QSet<PassageId> contents;
        for (const Claim &claim : *claims) {
            for (const ClaimPassage &part : claim.passages) {
                if (part.role == PassageRole::Content)
                    contents.insert(part.passage);
            }
        }
        passages = store.passages(contents);
        if (!passages)
            return std::unexpected(passages.error());
    }
    if (passages->isEmpty())
        return fail(tr("%1 is no passage and no claim with words in this project. pullquote-cli list shows their ids.")
                        .arg(id));
    QStringList words;
    for (const Passage &passage : *passages)
        words.append(passage.words());
    return words.join(u" … "_s);
}

}

ExitCode compare(const Call &call)
{
    const auto store = openProject(call);
    if (!store)
        return Refused;
    const auto quoted = wordsOf(*store, call.arguments[1]);
    const auto said = wordsOf(*store, call.arguments[2]);
    if (!quoted || !said)
        return refuse(quoted ? said.error() : quoted.error());
    const Text quote(*quoted);
    const Text original(*said);
    const QList<QuoteChange> changes = compareQuote(quote, original);
    const auto name = [](const QuoteChange &change) { return deviations[size_t(change.deviation)]; };
    if (call.json) {
        QJsonArray array;
        for (const QuoteChange &change : changes) {
            array.append(QJsonObject{{"deviation"_L1, name(change)},
                                     {"quote"_L1, quote.words(change.inQuote).toString()},
                                     {"original"_L1, original.words(change.inOriginal).toString()},
                                     {"quoteBegin"_L1, qint64(change.inQuote.begin.value)},
                                     {"quoteEnd"_L1, qint64(change.inQuote.end.value)},
                                     {"originalBegin"_L1, qint64(change.inOriginal.begin.value)},
                                     {"originalEnd"_L1, qint64(change.inOriginal.end.value)}});
        }
        print(QJsonObject{{"quote"_L1, *quoted}, {"original"_L1, *said}, {"changes"_L1, array}});
        return Done;
    }
    print(tr("Quotation: %1").arg(*quoted));
    print(tr("Original:  %1").arg(*said));
    if (changes.isEmpty())
        print(tr("The quotation is verbatim."));
    for (const QuoteChange &change : changes)
        print({name(change), original.words(change.inOriginal).toString(), quote.words(change.inQuote).toString()});
    return Done;
}

}
