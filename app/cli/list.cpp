// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articles.h"
#include "app/cli/command.h"
#include "app/cli/listrows.h"
#include "app/cli/output.h"

#include <algorithm>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

using Rows = Result<QList<Row>>;

/// What to list from: the whole project, or only what belongs to one article.
struct Source
{
    const Store &store;
    Names names;
    std::optional<ArticleId> article;
    Corpus part; ///< of that article
};

template <class T>
Result<QList<T>> all(const Source &source, QList<T> Corpus::*part, Result<QList<T>> (Store::*whole)() const)
{
    return source.article ? source.part.*part : (source.store.*whole)();
}

Rows rowsOf(const auto &list, auto toRow)
{
    if (!list)
        return std::unexpected(list.error());
    QList<Row> rows;
    for (const auto &each : *list)
        rows.append(toRow(each));
    return rows;
}

Rows articles(const Source &source)
{
    const auto counts = source.store.articleCounts();
    if (!counts)
        return std::unexpected(counts.error());
    return rowsOf(all(source, &Corpus::articles, &Store::articles),
                  [&](const Article &article) { return rowOf(article, counts->value(article.id), source.names); });
}

Rows passages(const Source &source)
{
    return rowsOf(all<Passage>(source, &Corpus::passages, &Store::passages),
                  [&](const Passage &passage) { return rowOf(passage, source.names); });
}

Rows claims(const Source &source)
{
    const auto passages = source.store.passages();
    if (!passages)
        return std::unexpected(passages.error());
    QHash<PassageId, QString> words;
    for (const Passage &passage : *passages)
        words.insert(passage.id, passage.words());
    return rowsOf(all<Claim>(source, &Corpus::claims, &Store::claims),
                  [&](const Claim &claim) { return rowOf(claim, words, source.names); });
}

Rows entities(const Source &source)
{
    const auto portrayals = source.store.portrayals();
    if (!portrayals)
        return std::unexpected(portrayals.error());
    return rowsOf(all(source, &Corpus::entities, &Store::entities), [&](const Entity &entity) {
        QList<Portrayal> its = *portrayals;
        its.removeIf([&entity](const Portrayal &portrayal) {
            return portrayal.performer != entity.id && portrayal.character != entity.id;
        });
        return rowOf(entity, its, source.names);
    });
}

Rows tags(const Source &source)
{
    const auto counts = source.store.passagesPerTag();
    if (!counts)
        return std::unexpected(counts.error());
    return rowsOf(source.store.tags(), [&](const Tag &tag) { return rowOf(tag, counts->value(tag.id), source.names); });
}

Rows notes(const Source &source)
{
    return rowsOf(all<Note>(source, &Corpus::notes, &Store::notes),
                  [&](const Note &note) { return rowOf(note, source.names); });
}

Rows journal(const Source &source)
{
    auto entries = source.store.journal();
    if (entries)
        std::ranges::reverse(*entries);
    return rowsOf(entries, [&](const JournalEntry &entry) { return rowOf(entry, source.names); });
}

struct Kind
{
    const char *name;
    Rows (*rows)(const Source &source);
    bool isOfArticles; ///< so that --article makes sense
};

constexpr Kind kinds[] = {{"articles", articles, true}, {"passages", passages, true}, {"claims", claims, true},
                          {"entities", entities, true}, {"tags", tags, false},        {"notes", notes, true},
                          {"journal", journal, false}};

}

QList<QCommandLineOption> listOptions()
{
    return {{u"article"_s, tr("Only what belongs to this article."), u"ID|TITLE"_s}};
}

ExitCode list(const Call &call)
{
    const QString wanted = call.arguments[1];
    const auto kind = std::ranges::find_if(
        kinds, [&wanted](const Kind &each) { return wanted == QLatin1StringView(each.name); });
    if (kind == std::end(kinds))
        return misused(u"list"_s, tr("There is no list of “%1”.").arg(wanted));
    if (call.options.isSet(u"article"_s) && !kind->isOfArticles)
        return misused(u"list"_s, tr("The %1 do not belong to single articles.").arg(wanted));
    const auto store = openProject(call);
    if (!store)
        return Refused;
    auto names = namesIn(*store);
    if (!names)
        return refuse(names.error());
    Source source{*store, *std::move(names), {}, {}};
    if (call.options.isSet(u"article"_s)) {
        const auto article = findArticle(*store, call.options.value(u"article"_s));
        if (!article)
            return refuse(article.error());
        auto part = store->excerpt({*article});
        if (!part)
            return refuse(part.error());
        source.article = *article;
        source.part = std::move(part->corpus);
    }
    const Rows rows = kind->rows(source);
    if (!rows)
        return refuse(rows.error());
    for (const Row &row : *rows)
        print(row, call.json);
    return Done;
}

}
