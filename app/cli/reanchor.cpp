// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articles.h"
#include "app/cli/command.h"
#include "app/cli/output.h"

#include "core/documents/reader.h"

#include <QJsonArray>

#include <array>

// A corrected version of an article, and its passages in it.
namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array anchorings{"exact"_L1, "moved"_L1, "changed"_L1, "lost"_L1};

QString wordsAt(const Text &text, const QList<TextSpan> &spans)
{
    QStringList words;
    for (const TextSpan &span : spans)
        words.append(text.words(span).toString());
    return words.join(u" … "_s);
}

QJsonArray toArray(const Text &text, const QList<TextSpan> &spans)
{
    QJsonArray array;
    for (const TextSpan &span : spans) {
        array.append(QJsonObject{{"begin"_L1, qint64(span.begin.value)},
                                 {"end"_L1, qint64(span.end.value)},
                                 {"words"_L1, text.words(span).toString()}});
    }
    return array;
}

template <class List>
QJsonArray idsOf(const List &list)
{
    QJsonArray ids;
    for (const auto &each : list)
        ids.append(each.toString());
    return ids;
}

/// The passages of @p from, looked for in @p now.
Result<Correction> correctionFrom(const Store &store, const Version &from, const Text &now)
{
    const auto passages = store.passages(from.id);
    if (!passages)
        return std::unexpected(passages.error());
    QList<PassageId> ids;
    QList<QList<TextSpan>> spans;
    for (const Passage &passage : *passages) {
        ids.append(passage.id);
        spans.append(passage.spans());
    }
    return Correction{.from = from.id,
                      .to = {},
                      .document = {},
                      .note = {},
                      .passages = ids,
                      .reanchoring = reanchor(from.text, now, spans),
                      .accepted = {},
                      .declined = {}};
}

/// The current version's passages in the text of a file.
Result<QList<Correction>> corrections(const Store &store, const Version &current, const QString &path,
                                      const QString &note)
{
    auto document = readDocument(path);
    if (!document)
        return std::unexpected(document.error());
    auto correction = correctionFrom(store, current, document->text);
    if (!correction)
        return std::unexpected(correction.error());
    correction->document = *document;
    correction->note = note;
    return QList{*correction};
}

/// What stayed on older versions in the current one.
Result<QList<Correction>> corrections(const Store &store, const Version &current)
{
    const auto versions = store.versions(current.article);
    if (!versions)
        return std::unexpected(versions.error());
    QList<Correction> all;
    for (const Version &each : *versions) {
        if (each.id == current.id)
            continue;
        const auto version = store.version(each.id);
        if (!version)
            return std::unexpected(version.error());
        auto correction = correctionFrom(store, *version, current.text);
        if (!correction)
            return std::unexpected(correction.error());
        correction->to = current.id;
        if (!correction->passages.isEmpty())
            all.append(*correction);
    }
    return all;
}

/// Says yes to every proposal.
void acceptAll(Correction &correction)
{
    for (qsizetype i = 0; i < correction.passages.size(); ++i) {
        const Anchor &anchor = correction.reanchoring.anchors()[i];
        if (anchor.anchoring != Anchoring::Lost)
            correction.accepted.insert(correction.passages[i], anchor.places.first().spans);
    }
}

void printPassages(const Correction &correction, bool json)
{
    const Reanchoring &found = correction.reanchoring;
    for (qsizetype i = 0; i < correction.passages.size(); ++i) {
        const Anchor &anchor = found.anchors()[i];
        const QList<TextSpan> best = anchor.places.isEmpty() ? QList<TextSpan>() : anchor.places.first().spans;
        const double confidence = anchor.places.isEmpty() ? 0 : anchor.places.first().confidence;
        const bool follows = !placeIn(correction, i).isEmpty();
        const QLatin1StringView name = anchorings[size_t(anchor.anchoring)];
        if (!json) {
            print({name, QString::number(confidence, 'f', 2), follows ? tr("follows") : tr("stays"),
                   wordsAt(found.old(), found.passages()[i]), wordsAt(found.now(), best)});
            continue;
        }
        QJsonArray places;
        for (const AnchorPlace &place : anchor.places) {
            places.append(QJsonObject{{"anchoring"_L1, anchorings[size_t(place.anchoring)]},
                                      {"confidence"_L1, place.confidence},
                                      {"fragments"_L1, toArray(found.now(), place.spans)}});
        }
        print(QJsonObject{{"passage"_L1, correction.passages[i].toString()},
                          {"anchoring"_L1, name},
                          {"certain"_L1, anchor.isCertain},
                          {"follows"_L1, follows},
                          {"fragments"_L1, toArray(found.old(), found.passages()[i])},
                          {"places"_L1, places}});
    }
}

QString nameOf(const Claim &claim)
{
    return claim.summary.isEmpty() ? claim.id.toString() : claim.id.toString() + u' ' + claim.summary;
}

void printClaims(const Consequences &consequences)
{
    if (!consequences.checked.isEmpty())
        print(tr("Their words changed or were not found, so these claims go back to not-checked:"));
    for (const Claim &claim : consequences.claims) {
        if (consequences.checked.contains(claim.id))
            print(u"  "_s + nameOf(claim));
    }
    if (!consequences.linked.isEmpty())
        print(tr("These claims elsewhere are linked to claims whose words changed or were not found:"));
    for (const Claim &claim : consequences.linked)
        print(u"  "_s + nameOf(claim));
}

}

QList<QCommandLineOption> reanchorOptions()
{
    return {{u"correction"_s, tr("What the outlet says it corrected."), u"NOTE"_s},
            {u"accept"_s,
             tr("Which passages follow: those that are certain, or all that are proposed; certain when left out."),
             u"certain|all"_s},
            {u"dry-run"_s, tr("Show what would become of the passages and change nothing.")}};
}

ExitCode reanchorArticle(const Call &call)
{
    const QString accept = call.options.isSet(u"accept"_s) ? call.options.value(u"accept"_s) : u"certain"_s;
    if (accept != "certain"_L1 && accept != "all"_L1)
        return misused(u"reanchor"_s, tr("“%1” cannot be accepted: certain or all.").arg(accept));
    const bool hasFile = call.arguments.size() > 2;
    if (!hasFile && call.options.isSet(u"correction"_s))
        return misused(u"reanchor"_s, tr("A correction belongs to a new version: give its file."));
    auto store = openProject(call);
    if (!store)
        return Refused;
    const auto article = findArticle(*store, call.arguments[1]);
    if (!article)
        return refuse(article.error());
    const auto current = store->currentVersion(*article);
    if (!current)
        return refuse(current.error());
    auto all = hasFile ? corrections(*store, *current, call.arguments[2], call.options.value(u"correction"_s))
                       : corrections(*store, *current);
    if (!all)
        return refuse(all.error());
    if (all->isEmpty())
        return refuse({tr("No passage stands on an older version of this article.")});
    QSet<PassageId> touched;
    for (Correction &correction : *all) {
        if (accept == "all"_L1)
            acceptAll(correction);
        touched += touchedBy(correction);
    }
    const auto consequences = store->consequences(touched);
    if (!consequences)
        return refuse(consequences.error());

    // The refusals of the real edit are those of the trial.
    Corrected total;
    const bool isTrial = call.options.isSet(u"dry-run"_s);
    const QString label = hasFile ? tr("New version of an article") : tr("Let passages follow their words");
    const auto corrected = store->edit(label, [&](Edit &edit) {
        for (const Correction &correction : std::as_const(*all)) {
            const Corrected one = edit.correct(correction);
            total.version = one.version;
            total.followed += one.followed;
            total.changed += one.changed;
            total.left += one.left;
            total.reopened += one.reopened;
        }
        if (isTrial)
            edit.refuse({});
    });
    if (!corrected && !(isTrial && corrected.error().message.isEmpty()))
        return refuse(corrected.error());

    for (const Correction &correction : std::as_const(*all))
        printPassages(correction, call.json);
    if (call.json) {
        QJsonArray linked;
        for (const Claim &claim : consequences->linked)
            linked.append(claim.id.toString());
        print(QJsonObject{{"article"_L1, article->toString()},
                          {"version"_L1, isTrial ? QJsonValue() : QJsonValue(total.version.toString())},
                          {"dryRun"_L1, isTrial},
                          {"followed"_L1, idsOf(total.followed)},
                          {"changed"_L1, idsOf(total.changed)},
                          {"left"_L1, idsOf(total.left)},
                          {"reopened"_L1, idsOf(total.reopened)},
                          {"linked"_L1, linked}});
        return Done;
    }
    printClaims(*consequences);
    print((isTrial ? tr("%1 would follow, %2 of them with other words; %3 would stay on the older version. Nothing was "
                        "changed.")
                   : tr("%1 followed, %2 of them with other words; %3 stayed on the older version."))
              .arg(counted(total.followed.size(), QT_TRANSLATE_NOOP("Cli", "1 passage"),
                           QT_TRANSLATE_NOOP("Cli", "%1 passages")),
                   QString::number(total.changed.size()), QString::number(total.left.size())));
    return Done;
}

}
