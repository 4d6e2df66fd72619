// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QJsonObject>
#include <QString>

namespace pq::cli {

/// "Cli" is the context of everything that the command line says.
[[nodiscard]] QString tr(const char *text);
/// @p one for 1, else @p many with its %1 replaced by @p count.
[[nodiscard]] QString counted(qint64 count, const char *one, const char *many);

/// A line of text on standard output. Control characters, which would steer a terminal, become U+FFFD; a
/// tab separates columns.
void print(const QString &line);
/// Columns on one line, separated by tabs; white space within a column becomes single spaces.
void print(const QStringList &columns);
/// A JSON object on a line of its own.
void print(const QJsonObject &object);

/// A sentence on standard error.
void complain(const QString &sentence);
/// complain(), then Refused.
ExitCode refuse(const Error &error);
/// complain(), where help is, then WrongUsage.
ExitCode misused(const QString &command, const QString &sentence);

/// False when not everything printed has arrived.
[[nodiscard]] bool flushOutput();

}
