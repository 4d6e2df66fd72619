// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"

#include "core/base/plurals.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>
#include <memory>

#include <pwd.h>
#include <unistd.h>

namespace pq::cli {

using namespace Qt::StringLiterals;

std::span<const Command> commands()
{
    static constexpr Command all[] = {
        {"new", "PROJECT", QT_TRANSLATE_NOOP("Cli", "Make a project with the default tagset."), 1, 1, newOptions,
         newProject},
        {"info", "PROJECT", QT_TRANSLATE_NOOP("Cli", "Say what the project holds."), 1, 1, nullptr, info},
        {"import", "PROJECT FILE|FOLDER…",
         QT_TRANSLATE_NOOP("Cli", "Add articles, or an annotated corpus with all that is in it."), 2, -1, importOptions,
         importFiles},
        {"list", "PROJECT articles|passages|claims|entities|tags|notes|journal",
         QT_TRANSLATE_NOOP("Cli", "List everything of one kind, one a line."), 2, 2, listOptions, list},
        {"claims", "PROJECT",
         QT_TRANSLATE_NOOP("Cli",
                           "List the review queue: the claims that the options let through, with their verdicts."),
         1, 1, claimsOptions, listClaims},
        {"review", "PROJECT list|verdict|evidence|signoff|assign CLAIM …",
         QT_TRANSLATE_NOOP("Cli",
                           "Show the check of a claim, or go on with it: verdict CLAIM VALUE, evidence CLAIM KIND, "
                           "signoff CLAIM, assign CLAIM NAME|none."),
         3, 4, reviewOptions, review},
        {"coverage", "PROJECT [ARTICLE]",
         QT_TRANSLATE_NOOP(
             "Cli",
             "Say how many words are under a claim, in every article or, with each stretch that is not, in one."),
         1, 2, nullptr, showCoverage},
        {"trace", "PROJECT WORDS",
         QT_TRANSLATE_NOOP("Cli", "Show the chain of a line: who spoke, contributed, told and re-reported it."), 2, -1,
         nullptr, traceLine},
        {"compare", "PROJECT QUOTATION ORIGINAL|ARTICLE",
         QT_TRANSLATE_NOOP("Cli",
                           "Compare the words of two passages or claims, or all that an article takes over from "
                           "others: what the quotation changes, and what of it is marked."),
         2, 3, nullptr, compare},
        {"report", "PROJECT article|factsheet|open|person|charts|chain [ARTICLE|NAME|WORDS] --out FILE",
         QT_TRANSLATE_NOOP("Cli",
                           "Write a report to read, print or hand on: of an article, a project, a person, or the "
                           "picture of a chain."),
         2, -1, reportOptions, report},
        {"reanchor", "PROJECT ARTICLE [FILE]",
         QT_TRANSLATE_NOOP("Cli",
                           "Make a corrected version of an article and find its passages again in it; without a file, "
                           "find those that stayed on older versions."),
         2, 3, reanchorOptions, reanchorArticle},
        {"check", "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "Look at every word, reference and journal entry and list what is wrong."), 1, 1,
         nullptr, check},
        {"export", "PROJECT --format ID --out PATH",
         QT_TRANSLATE_NOOP("Cli", "Write the project in a format and say what the format could not hold."), 1, 1,
         exportOptions, exportProject},
        {"convert", "IN OUT --to ID",
         QT_TRANSLATE_NOOP("Cli", "Turn an annotated corpus of one format into one of another, without a project."), 2,
         2, convertOptions, convertFile},
        {"validate", "FILE|FOLDER",
         QT_TRANSLATE_NOOP("Cli", "Read an annotated corpus and list what is wrong with it, without a project."), 1, 1,
         validateOptions, validate},
        {"formats", "", QT_TRANSLATE_NOOP("Cli", "List the formats with their ids."), 0, 0, nullptr, listFormats},
        {"log", "PROJECT", QT_TRANSLATE_NOOP("Cli", "List the changes, newest first."), 1, 1, logOptions, log},
        {"undo", "PROJECT [N]", QT_TRANSLATE_NOOP("Cli", "Take back the last change, or the last N."), 1, 2, nullptr,
         undo},
        {"redo", "PROJECT [N]", QT_TRANSLATE_NOOP("Cli", "Do again what was taken back last, or the last N."), 1, 2,
         nullptr, redo},
    };
    return all;
}

std::optional<Store> openProject(const Call &call)
{
    auto store = Store::open(call.arguments.first(), call.annotator);
    if (!store) {
        refuse(store.error());
        return {};
    }
    return std::move(*store);
}

namespace {

QList<QCommandLineOption> globalOptions()
{
    return {{u"json"_s, tr("Write JSON, one object a line, instead of text.")},
            {u"annotator"_s, tr("Whose changes these are; your login name when left out."), u"NAME"_s},
            {{u"h"_s, u"help"_s}, tr("Show the commands, or the options of one command.")},
            {{u"v"_s, u"version"_s}, tr("Show the version.")}};
}

QString optionHelp(const QList<QCommandLineOption> &options)
{
    QString text;
    for (const QCommandLineOption &option : options) {
        QStringList names;
        for (const QStringList given = option.names(); const QString &name : given)
            names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
        QString left = names.join(u", "_s);
        if (!option.valueName().isEmpty())
            left += u' ' + option.valueName();
        text += u"  %1  %2\n"_s.arg(left.leftJustified(20), option.description());
    }
    return text;
}

QString help()
{
    QString text = tr("Work on Pullquote projects from the command line.") + u"\n\n"_s;
    text += tr("Usage: pullquote-cli COMMAND …") + u"\n\n"_s;
    for (const Command &command : commands())
        text += u"  %1  %2\n"_s.arg(QString::fromUtf8(command.name).leftJustified(8), tr(command.description));
    text += u"  %1  %2\n\n"_s.arg(u"help"_s.leftJustified(8), tr("Show the options of one command: help COMMAND."));
    text += tr("Options of every command:") + u'\n' + optionHelp(globalOptions()) + u'\n';
    text += tr("Exit status: 0 done, 1 refused or a problem found, 2 wrong command line.") + u'\n';
    return text;
}

QString help(const Command &command)
{
    QString usage = u"pullquote-cli "_s + QString::fromUtf8(command.name);
    if (*command.arguments)
        usage += u' ' + QString::fromUtf8(command.arguments);
    const QString text = tr("Usage: %1").arg(usage) + u'\n' + tr(command.description) + u"\n\n"_s;
    return text + optionHelp((command.options ? command.options() : QList<QCommandLineOption>()) + globalOptions());
}

ExitCode show(const QString &text)
{
    for (const QStringList lines = text.chopped(1).split(u'\n'); const QString &line : lines)
        print(line);
    return Done;
}

/// Where the command's name stands in @p arguments; -1 when there is none.
qsizetype commandAt(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size() && arguments[i] != u"--"; ++i) {
        if (arguments[i] == u"--annotator")
            ++i;
        else if (!arguments[i].startsWith(u'-'))
            return i;
    }
    return -1;
}

const Command *findCommand(const QString &name)
{
    const auto all = commands();
    const auto found = std::ranges::find_if(
        all, [&name](const Command &command) { return name == QLatin1StringView(command.name); });
    return found == all.end() ? nullptr : &*found;
}

QString loginName()
{
    for (const char *variable : {"USER", "LOGNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    const passwd *user = ::getpwuid(::geteuid()); // NOLINT(concurrency-mt-unsafe): before there is a second thread
    return user ? QString::fromLocal8Bit(user->pw_name) : QString();
}

ExitCode run(const Command &command, const QStringList &arguments)
{
    const QString name = QString::fromUtf8(command.name);
    QCommandLineParser parser;
    parser.addOptions(globalOptions());
    if (command.options)
        parser.addOptions(command.options());
    if (!parser.parse(arguments))
        return misused(name, parser.errorText());
    if (parser.isSet(u"help"_s))
        return show(help(command));
    const QStringList given = parser.positionalArguments();
    if (given.size() < command.least || (command.most >= 0 && given.size() > command.most)) {
        return misused(name,
                       given.size() < command.least
                           ? tr("Something is missing: %1 %2.").arg(name, QString::fromUtf8(command.arguments))
                           : tr("Too many arguments for %1.").arg(name));
    }
    const QString annotator = parser.isSet(u"annotator"_s) ? parser.value(u"annotator"_s) : loginName();
    return command.run({given, parser, parser.isSet(u"json"_s), annotator});
}

ExitCode run(QStringList arguments)
{
    const qsizetype at = commandAt(arguments);
    const QString name = at < 0 ? QString() : arguments.takeAt(at);
    if (at < 0) {
        QCommandLineParser parser;
        parser.addOptions(globalOptions());
        if (!parser.parse(arguments))
            return misused({}, parser.errorText());
        if (parser.isSet(u"version"_s))
            return show(u"pullquote-cli "_s + QStringLiteral(PULLQUOTE_VERSION) + u'\n');
        if (parser.isSet(u"help"_s))
            return show(help());
        return misused({}, tr("A command is missing."));
    }
    if (name == u"help") {
        const qsizetype about = commandAt(arguments);
        if (about < 0)
            return show(help());
        if (const Command *command = findCommand(arguments[about]))
            return show(help(*command));
        return misused({}, tr("There is no command “%1”.").arg(arguments[about]));
    }
    const Command *command = findCommand(name);
    return command ? run(*command, arguments) : misused({}, tr("There is no command “%1”.").arg(name));
}

}

}

namespace {

/// Whether fonts are needed: for a report that is painted.
bool paints(std::span<char *const> arguments)
{
    const auto is = [](const char *name) { return [name](const char *each) { return QByteArrayView(each) == name; }; };
    const auto endsLikePicture = [](const char *each) {
        const QByteArray lower = QByteArray(each).toLower();
        return lower.endsWith("pdf") || lower.endsWith("png");
    };
    return std::ranges::any_of(arguments, is("report")) && std::ranges::any_of(arguments, endsLikePicture);
}

/// The command line never opens a display; what is painted is painted beside it.
std::unique_ptr<QCoreApplication> application(int &argc, char *argv[])
{
    if (!paints({argv, size_t(argc)}))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

}

int main(int argc, char *argv[])
{
    const std::unique_ptr<QCoreApplication> app = application(argc, argv);
    pq::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    QCoreApplication::setApplicationName(QStringLiteral("pullquote-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PULLQUOTE_VERSION));
    const pq::cli::ExitCode code = pq::cli::run(QCoreApplication::arguments());
    if (!pq::cli::flushOutput()) {
        pq::cli::complain(pq::cli::tr("Not everything could be written to standard output."));
        return pq::cli::Refused;
    }
    return code;
}
