// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/listrows.h"
#include "app/cli/output.h"

// undo, redo and log.
namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

struct Direction
{
    QString name; ///< the command's
    QString done; ///< said of each, with %1 for its label
    QString nothing;
    std::optional<QString> (Store::*label)() const;
    Result<Changes> (Store::*step)();
};

ExitCode walk(const Call &call, const Direction &direction)
{
    bool isNumber = true;
    const int count = call.arguments.size() > 1 ? call.arguments[1].toInt(&isNumber) : 1;
    if (!isNumber || count < 1)
        return misused(direction.name, tr("“%1” is no number of changes.").arg(call.arguments[1]));
    auto store = openProject(call);
    if (!store)
        return Refused;
    for (int i = 0; i < count; ++i) {
        const std::optional<QString> label = (*store.*direction.label)();
        if (!label)
            return refuse({direction.nothing});
        if (const auto stepped = (*store.*direction.step)(); !stepped)
            return refuse(stepped.error());
        if (call.json)
            print(QJsonObject{{"action"_L1, direction.name}, {"label"_L1, *label}});
        else
            print(direction.done.arg(*label));
    }
    return Done;
}

}

ExitCode undo(const Call &call)
{
    return walk(
        call, {u"undo"_s, tr("Took back: %1"), tr("There is nothing more to undo."), &Store::undoLabel, &Store::undo});
}

ExitCode redo(const Call &call)
{
    return walk(
        call, {u"redo"_s, tr("Did again: %1"), tr("There is nothing more to redo."), &Store::redoLabel, &Store::redo});
}

QList<QCommandLineOption> logOptions()
{
    return {{u"limit"_s, tr("At most so many changes."), u"N"_s}};
}

ExitCode log(const Call &call)
{
    bool isNumber = true;
    const qint64 limit = call.options.isSet(u"limit"_s) ? call.options.value(u"limit"_s).toLongLong(&isNumber) : -1;
    if (!isNumber || (call.options.isSet(u"limit"_s) && limit < 0))
        return misused(u"log"_s, tr("“%1” is no number of changes.").arg(call.options.value(u"limit"_s)));
    const auto store = openProject(call);
    if (!store)
        return Refused;
    const auto entries = store->journal(limit);
    const auto names = namesIn(*store);
    if (!entries || !names)
        return refuse(entries ? names.error() : entries.error());
    for (const JournalEntry &entry : *entries) {
        if (entry.endsAct) // one line for each change that undo takes back
            print(rowOf(entry, *names), call.json);
    }
    return Done;
}

}
