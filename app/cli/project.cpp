// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"

#include "core/formats/tagset.h"

#include <QFile>
#include <QJsonArray>

// new, info and check.
namespace pq::cli {

using namespace Qt::StringLiterals;

QList<QCommandLineOption> newOptions()
{
    return {{u"empty"_s, tr("Without any tags.")}};
}

ExitCode newProject(const Call &call)
{
    const QString path = call.arguments.first();
    Corpus tagset;
    if (!call.options.isSet(u"empty"_s)) {
        QFile file(u":/tagsets/interview.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return refuse({file.errorString()});
        auto read = readTagset(file.readAll(), u"interview.json"_s);
        if (!read)
            return refuse(read.error());
        tagset = *std::move(read);
    }
    auto store = Store::create(path, call.annotator);
    if (!store)
        return refuse(store.error());
    if (!tagset.tags.isEmpty()) {
        const auto made = store->edit(tr("Add the default tagset"), [&tagset](Edit &edit) { edit.put(tagset); });
        if (!made)
            return refuse(made.error());
    }

    if (call.json) {
        const QJsonValue name = tagset.tagsets.isEmpty() ? QJsonValue(QJsonValue::Null) : tagset.tagsets.first().name;
        print(QJsonObject{{"project"_L1, path}, {"tagset"_L1, name}, {"tags"_L1, tagset.tags.size()}});
    } else if (tagset.tags.isEmpty()) {
        print(tr("Made %1, empty.").arg(path));
    } else {
        print(tr("Made %1 with the tagset “%2” (%3 tags).")
                  .arg(path, tagset.tagsets.first().name, QString::number(tagset.tags.size())));
    }
    return Done;
}

ExitCode info(const Call &call)
{
    const auto store = openProject(call);
    if (!store)
        return Refused;
    const auto counts = store->counts();
    if (!counts)
        return refuse(counts.error());
    const std::optional<QString> undo = store->undoLabel();
    const std::optional<QString> redo = store->redoLabel();

    if (call.json) {
        const auto label = [](const std::optional<QString> &of) {
            return of ? QJsonValue(*of) : QJsonValue(QJsonValue::Null);
        };
        print(QJsonObject{{"project"_L1, call.arguments.first()},
                          {"articles"_L1, counts->articles},
                          {"passages"_L1, counts->passages},
                          {"tags"_L1, counts->tags},
                          {"entities"_L1, counts->entities},
                          {"claims"_L1, counts->claims},
                          {"links"_L1, counts->links},
                          {"notes"_L1, counts->notes},
                          {"journalEntries"_L1, counts->journalEntries},
                          {"undo"_L1, label(undo)},
                          {"redo"_L1, label(redo)}});
        return Done;
    }
    const auto row = [](const QString &what, const QString &value) {
        print(u"%1 %2"_s.arg(what.leftJustified(16), value));
    };
    row(tr("Project"), call.arguments.first());
    row(tr("Articles"), QString::number(counts->articles));
    row(tr("Passages"), QString::number(counts->passages));
    row(tr("Tags"), QString::number(counts->tags));
    row(tr("Entities"), QString::number(counts->entities));
    row(tr("Claims"), QString::number(counts->claims));
    row(tr("Links"), QString::number(counts->links));
    row(tr("Notes"), QString::number(counts->notes));
    row(tr("Journal entries"), QString::number(counts->journalEntries));
    if (undo)
        row(tr("Undo takes back"), *undo);
    if (redo)
        row(tr("Redo does again"), *redo);
    return Done;
}

ExitCode check(const Call &call)
{
    const auto store = openProject(call);
    if (!store)
        return Refused;
    const auto problems = store->check();
    if (!problems)
        return refuse(problems.error());
    if (call.json) {
        print(QJsonObject{{"problems"_L1, QJsonArray::fromStringList(*problems)}});
    } else {
        for (const QString &problem : *problems)
            print(problem);
        if (problems->isEmpty())
            print(tr("No problem was found."));
    }
    if (problems->isEmpty())
        return Done;
    complain(counted(problems->size(), QT_TRANSLATE_NOOP("Cli", "1 problem was found."),
                     QT_TRANSLATE_NOOP("Cli", "%1 problems were found.")));
    return Refused;
}

}
