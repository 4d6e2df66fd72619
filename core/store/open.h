// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/private.h"

namespace pq {

/// The SQL of each schema step: step n brings a file from user_version n to n + 1.
[[nodiscard]] QList<QByteArray> schemaSteps();

/// Runs the steps that the file lacks in one transaction. Throws a Refusal when the file does not hold
/// afterwards what it must.
void migrate(Database &database, const QList<QByteArray> &steps);

/// The CREATE statements of a project, sorted: what is in the file, or what the steps make.
[[nodiscard]] QStringList schemaOf(Database &database);
[[nodiscard]] QStringList schemaOf(const QList<QByteArray> &steps);

/// Refuses, by its first bytes and its size alone, what cannot be a project.
void requireProjectFile(const QString &path);

/// Opens the file with all precautions and brings it up to date; @p steps is schemaSteps() but in tests.
[[nodiscard]] std::unique_ptr<StorePrivate> openProject(const QString &path, const QList<QByteArray> &steps);
/// Makes the file, complete or not at all.
void createProject(const QString &path, const QList<QByteArray> &steps);
[[nodiscard]] std::unique_ptr<StorePrivate> projectInMemory(const QList<QByteArray> &steps);

/// So that the project is one file again.
void closeProject(StorePrivate &store);

}
