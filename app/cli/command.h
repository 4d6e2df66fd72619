// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QStringList>

#include <span>

namespace pq::cli {

/// The exit codes that pullquote-cli(1) promises.
enum ExitCode { Done = 0, Refused = 1, WrongUsage = 2 };

/// What a command was called with.
struct Call
{
    QStringList arguments;             ///< behind the command's name, without the options
    const QCommandLineParser &options; ///< has parsed the command's own options
    bool json = false;
    QString annotator;
};

/// One row a command: dispatching, usage errors and help read the table.
struct Command
{
    const char *name;
    const char *arguments;   ///< as help shows them, such as "PROJECT FILE…"
    const char *description; ///< QT_TRANSLATE_NOOP("Cli", …)
    qsizetype least;         ///< number of arguments
    qsizetype most;          ///< -1 for any number
    QList<QCommandLineOption> (*options)(); ///< null for none of its own
    ExitCode (*run)(const Call &call);
};

[[nodiscard]] std::span<const Command> commands();

/// Opens the call's first argument; says why when it cannot be opened.
[[nodiscard]] std::optional<Store> openProject(const Call &call);

[[nodiscard]] ExitCode newProject(const Call &call);
[[nodiscard]] ExitCode info(const Call &call);
[[nodiscard]] ExitCode check(const Call &call);
[[nodiscard]] ExitCode importFiles(const Call &call);
[[nodiscard]] ExitCode exportProject(const Call &call);
[[nodiscard]] ExitCode listFormats(const Call &call);
[[nodiscard]] ExitCode convertFile(const Call &call);
[[nodiscard]] ExitCode validate(const Call &call);
[[nodiscard]] ExitCode list(const Call &call);
[[nodiscard]] ExitCode listClaims(const Call &call);
[[nodiscard]] ExitCode review(const Call &call);
[[nodiscard]] ExitCode showCoverage(const Call &call);
[[nodiscard]] ExitCode traceLine(const Call &call);
[[nodiscard]] ExitCode compare(const Call &call);
[[nodiscard]] ExitCode report(const Call &call);
[[nodiscard]] ExitCode reanchorArticle(const Call &call);
[[nodiscard]] ExitCode undo(const Call &call);
[[nodiscard]] ExitCode redo(const Call &call);
[[nodiscard]] ExitCode log(const Call &call);

[[nodiscard]] QList<QCommandLineOption> newOptions();
[[nodiscard]] QList<QCommandLineOption> importOptions();
[[nodiscard]] QList<QCommandLineOption> exportOptions();
[[nodiscard]] QList<QCommandLineOption> convertOptions();
[[nodiscard]] QList<QCommandLineOption> validateOptions();
[[nodiscard]] QList<QCommandLineOption> listOptions();
[[nodiscard]] QList<QCommandLineOption> claimsOptions();
[[nodiscard]] QList<QCommandLineOption> reviewOptions();
[[nodiscard]] QList<QCommandLineOption> reportOptions();
[[nodiscard]] QList<QCommandLineOption> reanchorOptions();
[[nodiscard]] QList<QCommandLineOption> logOptions();

}
