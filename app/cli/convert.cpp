// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/losses.h"
#include "app/cli/output.h"

#include "core/formats/convert.h"
#include "core/formats/evidence.h"

#include <QJsonArray>
#include <QJsonDocument>

// convert and validate: work on files, without a project.
namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

/// The format that --@p option names, or, where it may be left out, the one that @p path is of; null when there is none
/// that can be read, which is complained about.
const Format *readableFormat(const Call &call, const QString &command, const QString &option, const QString &path)
{
    const QString given = call.options.value(option);
    const Format *format = given.isEmpty() ? recognise(path) : findFormat(given);
    if (format && format->read)
        return format;
    if (given.isEmpty())
        misused(command, tr("The format of %1 is not plain from its content: name it with --%2.").arg(path, option));
    else
        misused(command, tr("No format “%1” can be read; pullquote-cli formats lists them.").arg(given));
    return nullptr;
}

QString countsText(qint64 articles, qint64 passages, qint64 claims)
{
    return tr("%1, %2, %3")
        .arg(counted(articles, QT_TRANSLATE_NOOP("Cli", "1 article"), QT_TRANSLATE_NOOP("Cli", "%1 articles")),
             counted(passages, QT_TRANSLATE_NOOP("Cli", "1 passage"), QT_TRANSLATE_NOOP("Cli", "%1 passages")),
             counted(claims, QT_TRANSLATE_NOOP("Cli", "1 claim"), QT_TRANSLATE_NOOP("Cli", "%1 claims")));
}

void printFindings(const QStringList &remarks, const QList<CountingEvidence> &counting)
{
    for (const CountingEvidence &evidence : counting)
        print(u"  "_s + toText(evidence));
    for (const QString &remark : remarks)
        print(u"  "_s + remark);
}

QJsonObject toObject(const Findings &found)
{
    return {{"articles"_L1, found.articles},
            {"passages"_L1, found.passages},
            {"claims"_L1, found.claims},
            {"remarks"_L1, QJsonArray::fromStringList(found.remarks)},
            {"counting"_L1, QJsonDocument::fromJson(toJson(found.counting)).array()},
            {"refused"_L1, QJsonArray::fromStringList(found.refused)}};
}

}

QList<QCommandLineOption> convertOptions()
{
    return {{u"from"_s, tr("The format of what is read; when left out, its content tells."), u"ID"_s},
            {u"to"_s, tr("The format to write; see pullquote-cli formats."), u"ID"_s},
            {u"loss"_s, tr("Write what the format could not hold to this file, as JSON."), u"FILE"_s},
            {u"keep-going"_s, tr("Leave out documents that are refused and convert the others.")},
            {u"formulas"_s, tr("Leave cells of tables as they are, also those that a spreadsheet would run.")},
            {u"bioes"_s, tr("In CoNLL, mark the ends and singles of spans, too.")}};
}

ExitCode convertFile(const Call &call)
{
    const QString in = call.arguments[0];
    const QString out = call.arguments[1];
    const Format *from = readableFormat(call, u"convert"_s, u"from"_s, in);
    if (!from)
        return WrongUsage;
    const QString id = call.options.value(u"to"_s);
    const Format *to = findFormat(id);
    if (!to || !to->write)
        return misused(u"convert"_s, tr("No format “%1” can be written; pullquote-cli formats lists them.").arg(id));

    const auto converted = convert(*from, in, *to, out, {.keepsGoing = call.options.isSet(u"keep-going"_s)},
                                   writeOptions(call));
    if (!converted)
        return refuse(converted.error());
    for (const QString &refusal : converted->found.refused)
        complain(refusal);
    if (const auto saved = saveLosses(call, converted->loss); !saved)
        return refuse(saved.error());
    if (call.json) {
        QJsonObject object = toObject(converted->found);
        object.insert("from"_L1, QString::fromLatin1(from->id));
        object.insert("to"_L1, QString::fromLatin1(to->id));
        object.insert("out"_L1, out);
        object.insert("loss"_L1, QJsonDocument::fromJson(toJson(converted->loss)).array());
        print(object);
    } else {
        print(tr("%1: read as %2: %3")
                  .arg(in, QString::fromLatin1(from->id),
                       countsText(converted->found.articles, converted->found.passages, converted->found.claims)));
        printFindings(converted->found.remarks, converted->found.counting);
        print(converted->paths.isEmpty()
                  ? tr("There is nothing that %1 has a file for.").arg(QString::fromLatin1(to->id))
                  : tr("Written as %1: %2").arg(QString::fromLatin1(to->id), out));
        printLosses(converted->loss);
    }
    return converted->found.refused.isEmpty() ? Done : Refused;
}

QList<QCommandLineOption> validateOptions()
{
    return {{u"format"_s, tr("The format that it should be in; when left out, its content tells."), u"ID"_s}};
}

ExitCode validate(const Call &call)
{
    const QString path = call.arguments.first();
    const Format *format = readableFormat(call, u"validate"_s, u"format"_s, path);
    if (!format)
        return WrongUsage;
    Findings found;
    const auto read = loadParts(*format, path, {.keepsGoing = true}, [&found](Read &&part) -> Result<> {
        addFindings(found, part);
        return {};
    });
    if (!read)
        found.refused.append(read.error().message);
    for (const QString &refusal : std::as_const(found.refused))
        complain(refusal);
    const bool isSound = found.refused.isEmpty();
    if (call.json) {
        QJsonObject object = toObject(found);
        object.insert("file"_L1, path);
        object.insert("format"_L1, QString::fromLatin1(format->id));
        object.insert("sound"_L1, isSound);
        print(object);
    } else {
        const QString counts = countsText(found.articles, found.passages, found.claims);
        print(isSound ? tr("%1: sound %2: %3").arg(path, QString::fromLatin1(format->id), counts)
                      : tr("%1: not sound %2; what is: %3").arg(path, QString::fromLatin1(format->id), counts));
        printFindings(found.remarks, found.counting);
    }
    return isSound ? Done : Refused;
}

}
