// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articles.h"
#include "app/cli/command.h"
#include "app/cli/losses.h"
#include "app/cli/output.h"

#include "core/formats/partfiles.h"
#include "core/formats/parts.h"
#include "core/formats/partwriter.h"
#include "core/formats/selection.h"
#include "core/model/names.h"
#include "core/text/fold.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

// export and formats.
namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toObject(const Capabilities &can)
{
    return {{"unit"_L1, QString::fromLatin1(can.unit)},
            {"texts"_L1, can.texts},
            {"discontinuous"_L1, can.discontinuous},
            {"overlapping"_L1, can.overlapping},
            {"relations"_L1, can.relations},
            {"attributes"_L1, can.attributes},
            {"notes"_L1, can.notes},
            {"claims"_L1, can.claims}};
}

/// What each of the option's values names in the project, by id or name; values may be several, with commas between.
template <class T>
Result<QSet<decltype(T::id)>> named(const Call &call, const QString &option, const Result<QList<T>> &all)
{
    QSet<decltype(T::id)> ids;
    if (!call.options.isSet(option))
        return ids;
    if (!all)
        return std::unexpected(all.error());
    QStringList given;
    for (const QStringList values = call.options.values(option); const QString &value : values)
        given += std::ranges::contains(*all, value, &T::name) ? QStringList{value} : value.split(u',');
    for (const QString &each : std::as_const(given)) {
        const auto before = ids.size();
        for (const T &thing : *all) {
            if (thing.id.toString() == each.toLower() || folded(thing.name) == folded(each))
                ids.insert(thing.id);
        }
        if (ids.size() == before)
            return fail(tr("--%1: the project has nothing that is called “%2”.").arg(option, each));
    }
    return ids;
}

Result<Selection> selectionOf(const Call &call, const Store &store)
{
    Selection selection;
    for (const QStringList all = call.options.values(u"article"_s); const QString &given : all) {
        const auto article = findArticle(store, given);
        if (!article)
            return std::unexpected(article.error());
        selection.articles.insert(*article);
    }
    const auto tags = named<Tag>(call, u"tags"_s, store.tags());
    if (!tags)
        return std::unexpected(tags.error());
    selection.tags = *tags;
    const auto annotators = named<Annotator>(call, u"annotators"_s, store.annotators());
    if (!annotators)
        return std::unexpected(annotators.error());
    selection.annotators = *annotators;
    for (const QStringList all = call.options.value(u"states"_s).split(u',', Qt::SkipEmptyParts);
         const QString &given : all) {
        const auto state = fromName<State>(given);
        if (!state)
            return fail(tr("--states: “%1” is no state; they are accepted, suggested and rejected.").arg(given));
        selection.states.insert(*state);
    }
    return selection;
}

/// Part by part where the format allows it and nobody chose articles, which are few.
Result<LossReport> write(const Call &call, const Store &store, const Format &format, const Selection &selection,
                         PartFiles &files)
{
    const bool inParts = selection.articles.isEmpty() && isWrittenInParts(format, call.options.value(u"out"_s));
    PartWriter writer(format, writeOptions(call), inParts,
                      [&files](QList<NamedFile> &&made) { return files.add(std::move(made)); });
    const auto take = [&](Excerpt &&part) { return writer.take(selected(std::move(part), selection)); };
    const auto takeWhole = [&take](Corpus &&whole) { return take({std::move(whole)}); };
    const Result<> taken = inParts     ? store.corpusInParts(partBytes, takeWhole)
        : selection.articles.isEmpty() ? store.corpus().and_then(takeWhole)
                                       : store.excerpt(selection.articles).and_then(take);
    if (!taken)
        return std::unexpected(taken.error());
    return writer.finish().transform([&writer] { return writer.loss(); });
}

}

QList<QCommandLineOption> exportOptions()
{
    return {{u"format"_s, tr("The format; see pullquote-cli formats."), u"ID"_s},
            {u"out"_s, tr("The file or, for formats of several files, the folder to write."), u"PATH"_s},
            {u"loss"_s, tr("Write what the format could not hold to this file, as JSON."), u"FILE"_s},
            {{u"article"_s, u"articles"_s},
             tr("Only this article and what belongs to it; may be given several times."),
             u"ID|TITLE"_s},
            {u"tags"_s, tr("Only passages with these tags, and claims with such passages."), u"NAME,…"_s},
            {u"annotators"_s, tr("Only what these annotators made."), u"NAME,…"_s},
            {u"states"_s, tr("Only what is accepted, suggested or rejected."), u"STATE,…"_s},
            {u"formulas"_s, tr("Leave cells of tables as they are, also those that a spreadsheet would run.")},
            {u"bioes"_s, tr("In CoNLL, mark the ends and singles of spans, too.")}};
}

ExitCode exportProject(const Call &call)
{
    for (const QString &needed : {u"format"_s, u"out"_s}) {
        if (call.options.value(needed).isEmpty())
            return misused(u"export"_s, tr("--%1 is missing.").arg(needed));
    }
    const QString out = call.options.value(u"out"_s);
    const Format *format = findFormat(call.options.value(u"format"_s));
    if (!format || !format->write)
        return misused(u"export"_s,
                       tr("No format “%1” can be written; pullquote-cli formats lists them.")
                           .arg(call.options.value(u"format"_s)));
    const auto store = openProject(call);
    if (!store)
        return Refused;

    const auto selection = selectionOf(call, *store);
    if (!selection)
        return refuse(selection.error());
    PartFiles files(*format, out);
    const auto loss = write(call, *store, *format, *selection, files);
    if (!loss)
        return refuse(loss.error());
    if (const auto saved = files.commit(); !saved)
        return refuse(saved.error());
    if (const auto saved = saveLosses(call, *loss); !saved)
        return refuse(saved.error());

    const QStringList paths = files.names();
    if (!call.json) {
        print(
            counted(paths.size(), QT_TRANSLATE_NOOP("Cli", "Wrote 1 file"), QT_TRANSLATE_NOOP("Cli", "Wrote %1 files"))
            + u": "_s + out);
        printLosses(*loss);
        return Done;
    }
    print(
        QJsonObject{{"format"_L1, QString::fromLatin1(format->id)},
                    {"out"_L1, out},
                    {"files"_L1, format->shape == Shape::Folder ? QJsonArray::fromStringList(paths) : QJsonArray{out}},
                    {"loss"_L1, QJsonDocument::fromJson(toJson(*loss)).array()}});
    return Done;
}

ExitCode listFormats(const Call &call)
{
    for (const Format &format : formats()) {
        const QString id = QString::fromLatin1(format.id);
        const QString name = QCoreApplication::translate("Format", format.name);
        if (call.json) {
            print(QJsonObject{{"id"_L1, id},
                              {"name"_L1, name},
                              {"suffix"_L1, QString::fromLatin1(format.suffix)},
                              {"folder"_L1, format.shape == Shape::Folder},
                              {"reads"_L1, format.read != nullptr},
                              {"writes"_L1, format.write != nullptr},
                              {"capabilities"_L1, toObject(format.can)}});
            continue;
        }
        const QString can = !format.read ? tr("export only")
            : !format.write              ? tr("import only")
                                         : tr("import and export");
        print({id, name, format.shape == Shape::Folder ? tr("folder") : tr("file"), can});
    }
    return Done;
}

}
