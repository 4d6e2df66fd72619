// SPDX-License-Identifier: GPL-3.0-or-later
// The review queue with its filters.
#include "app/cli/articles.h"
#include "app/cli/command.h"
#include "app/cli/find.h"
#include "app/cli/listrows.h"
#include "app/cli/output.h"

#include "core/model/names.h"
#include "core/review/queue.h"

#include <QJsonArray>

#include <algorithm>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array progresses{"any"_L1, "open"_L1, "awaiting"_L1, "signed-off"_L1};
constexpr std::array orders{"place"_L1, "words"_L1,  "kind"_L1,     "verdict"_L1,
                            "age"_L1,   "people"_L1, "assignee"_L1, "notes"_L1};
constexpr qsizetype claimsAtOnce = 1000;

QString joined(const auto &names)
{
    QStringList all;
    for (const auto name : names)
        all.append(name);
    return all.join(u", "_s);
}

/// Where @p given stands among the names; refuses what is none of them.
Result<size_t> choice(const auto &names, const QString &given, const QString &option)
{
    const auto found = std::ranges::find_if(names, [&given](QLatin1StringView name) { return name == given; });
    if (found == names.end())
        return fail(tr("%1 is not a value of --%2: %3.").arg(given, option, joined(names)));
    return static_cast<size_t>(found - names.begin());
}

Result<QueueFilter> filterOf(const Call &call, const Store &store)
{
    QueueFilter filter;
    const QCommandLineParser &options = call.options;
    filter.words = options.value(u"words"_s).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QStringList given = options.values(u"article"_s); const QString &each : given) {
        const auto article = findArticle(store, each);
        if (!article)
            return std::unexpected(article.error());
        filter.articles.insert(*article);
    }
    for (const QStringList given = options.values(u"tag"_s); const QString &each : given) {
        const auto tag = findTag(store, each);
        if (!tag)
            return std::unexpected(tag.error());
        filter.tags.insert(*tag);
    }
    for (const QStringList given = options.values(u"verdict"_s); const QString &each : given) {
        const auto value = choice(names<VerdictValue>(), each, u"verdict"_s);
        if (!value)
            return std::unexpected(value.error());
        filter.verdicts.insert(static_cast<VerdictValue>(*value));
    }
    if (options.isSet(u"kind"_s)) {
        const auto kind = choice(names<ClaimKind>(), options.value(u"kind"_s), u"kind"_s);
        if (!kind)
            return std::unexpected(kind.error());
        filter.kind = static_cast<ClaimKind>(*kind);
    }
    if (options.isSet(u"progress"_s)) {
        const auto progress = choice(progresses, options.value(u"progress"_s), u"progress"_s);
        if (!progress)
            return std::unexpected(progress.error());
        filter.progress = static_cast<QueueFilter::Progress>(*progress);
    }
    if (options.isSet(u"person"_s)) {
        const auto person = findEntity(store, options.value(u"person"_s));
        if (!person)
            return std::unexpected(person.error());
        filter.person = *person;
    }
    if (options.isSet(u"assignee"_s)) {
        const auto assignee = findAnnotator(store, options.value(u"assignee"_s));
        if (!assignee)
            return std::unexpected(assignee.error());
        filter.assignee = *assignee;
    }
    if (options.isSet(u"mine"_s))
        filter.mine = store.annotator().id;
    if (options.isSet(u"older-than"_s)) {
        bool isNumber = false;
        const double days = options.value(u"older-than"_s).toDouble(&isNumber);
        if (!isNumber || days < 0)
            return fail(tr("%1 is not a number of days.").arg(options.value(u"older-than"_s)));
        filter.sinceAtMost = {Timestamp::now().microseconds - qint64(days * 86'400'000'000.0)};
    }
    filter.openNotes = options.isSet(u"open-notes"_s);
    return filter;
}

Result<QList<QueueRow>> rowsOf(const Store &store, const QueueFilter &filter)
{
    QList<QueueRow> rows;
    for (ClaimId after;;) {
        const auto page = store.queue(after, claimsAtOnce);
        if (!page)
            return std::unexpected(page.error());
        if (page->last.isNull())
            return rows;
        std::ranges::copy_if(page->rows, std::back_inserter(rows),
                             [&filter](const QueueRow &row) { return accepts(filter, row); });
        after = page->last;
    }
}

template <class Key>
QHash<Key, int> ranksOf(const QHash<Key, QString> &names)
{
    QList<Key> keys = names.keys();
    std::ranges::sort(keys, [&names](const Key &a, const Key &b) {
        const int order = QString::compare(names[a], names[b], Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a < b;
    });
    QHash<Key, int> ranks;
    for (const Key &key : std::as_const(keys))
        ranks.insert(key, static_cast<int>(ranks.size()));
    return ranks;
}

QJsonValue idValue(const auto &id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.toString());
}

Row rowOf(const QueueRow &row, const Names &names)
{
    QStringList people;
    QJsonArray ids;
    for (const EntityId person : row.people) {
        people.append(names.entities.value(person));
        ids.append(person.toString());
    }
    const QString verdict = row.isSignedOff() ? tr("%1, signed off").arg(nameOf(row.value)) : nameOf(row.value);
    return {{row.claim.toString(), verdict, nameOf(row.kind), names.articles.value(row.article), people.join(u", "_s),
             names.annotators.value(row.assignee), row.since().toString(),
             row.words.isEmpty() ? row.summary : row.words},
            {{"id"_L1, row.claim.toString()},
             {"kind"_L1, nameOf(row.kind)},
             {"state"_L1, nameOf(row.state)},
             {"summary"_L1, row.summary},
             {"words"_L1, row.words},
             {"article"_L1, idValue(row.article)},
             {"articleTitle"_L1, names.articles.value(row.article)},
             {"passage"_L1, idValue(row.passage)},
             {"begin"_L1, qint64(row.begin.value)},
             {"tag"_L1, idValue(row.tag)},
             {"tagName"_L1, names.tags.value(row.tag)},
             {"people"_L1, ids},
             {"peopleNames"_L1, QJsonArray::fromStringList(people)},
             {"verdict"_L1, nameOf(row.value)},
             {"checker"_L1, names.annotators.value(row.checker)},
             {"checked"_L1, row.checked.toString()},
             {"secondChecker"_L1, names.annotators.value(row.secondChecker)},
             {"assignee"_L1, names.annotators.value(row.assignee)},
             {"openNotes"_L1, row.openNotes},
             {"created"_L1, row.created.toString()}}};
}

}

QList<QCommandLineOption> claimsOptions()
{
    return {{u"article"_s, tr("Only of this article; may be given more than once."), u"ID|TITLE"_s},
            {u"tag"_s, tr("Only on passages with this tag; may be given more than once."), u"ID|NAME"_s},
            {u"kind"_s, tr("Only of this kind: %1.").arg(joined(names<ClaimKind>())), u"KIND"_s},
            {u"verdict"_s,
             tr("Only with this verdict: %1; may be given more than once.").arg(joined(names<VerdictValue>())),
             u"VALUE"_s},
            {u"progress"_s, tr("Only so far: %1.").arg(joined(progresses)), u"HOW"_s},
            {u"person"_s, tr("Only with this person, character, organisation or work."), u"ID|NAME"_s},
            {u"assignee"_s, tr("Only those that this annotator is to check; none for nobody."), u"NAME"_s},
            {u"mine"_s, tr("Only those that the annotator made, checked or is to check.")},
            {u"older-than"_s, tr("Only those that have been as they are for this many days."), u"DAYS"_s},
            {u"open-notes"_s, tr("Only those with notes that nobody has resolved.")},
            {u"words"_s, tr("Only those whose words or summary hold all of these."), u"WORDS"_s},
            {u"sort"_s, tr("The order: %1; place when left out.").arg(joined(orders)), u"ORDER"_s},
            {u"reverse"_s, tr("The other way round.")}};
}

ExitCode listClaims(const Call &call)
{
    const auto store = openProject(call);
    if (!store)
        return Refused;
    const auto filter = filterOf(call, *store);
    if (!filter)
        return refuse(filter.error());
    auto order = QueueOrder::Place;
    if (call.options.isSet(u"sort"_s)) {
        const auto chosen = choice(orders, call.options.value(u"sort"_s), u"sort"_s);
        if (!chosen)
            return refuse(chosen.error());
        order = static_cast<QueueOrder>(*chosen);
    }
    const auto names = namesIn(*store);
    if (!names)
        return refuse(names.error());
    auto rows = rowsOf(*store, *filter);
    if (!rows)
        return refuse(rows.error());
    const QueueRanks ranks{ranksOf(names->articles), ranksOf(names->entities), ranksOf(names->annotators)};
    std::ranges::sort(*rows, [&](const QueueRow &a, const QueueRow &b) { return comesBefore(a, b, order, ranks); });
    if (call.options.isSet(u"reverse"_s))
        std::ranges::reverse(*rows);
    for (const QueueRow &row : *rows)
        print(rowOf(row, *names), call.json);
    return Done;
}

}
