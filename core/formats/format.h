// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/corpus.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <span>

namespace pq {

/// A file's contents under its path relative to the export's place (with "/"), such as "article-1.ann".
struct NamedFile
{
    QString path;
    QByteArray bytes;

    friend bool operator==(const NamedFile &, const NamedFile &) = default;
};

/// One kind of thing that a format could not hold.
struct Loss
{
    QString what;        ///< for people, such as "links between claims"
    qint64 count = 0;
    QStringList objects; ///< ids, in full

    friend bool operator==(const Loss &, const Loss &) = default;
};

/// What an export left out or weakened; empty when the file holds everything.
using LossReport = QList<Loss>;

struct Written
{
    QList<NamedFile> files;
    LossReport loss;
};

struct Read
{
    Corpus corpus;
    QStringList remarks; ///< what had to be guessed or left out, a sentence each
};

/// One row a format: menus, the command line and the tests read this table.
struct Format
{
    const char *id;     ///< for the command line and settings
    const char *name;   ///< QT_TRANSLATE_NOOP("Format", …)
    const char *suffix; ///< of the single file; for a folder, of its principal files
    bool isFolder;      ///< writes several files
    const char *syntax; ///< the name of the KSyntaxHighlighting definition for previews
    /// Null when the format cannot be written. Refuses a corpus with a fragment whose words are not its
    /// text's.
    Result<Written> (*write)(const Corpus &corpus);
    /// Null when the format cannot be read. Errors name file and line.
    Result<Read> (*read)(const QList<NamedFile> &files);
};

[[nodiscard]] std::span<const Format> formats();
/// Null when there is none with this id.
[[nodiscard]] const Format *findFormat(QStringView id);

/// Writes the files to @p path (a file, or a folder for folder formats), each of them completely or not at
/// all.
[[nodiscard]] Result<> save(const Format &format, const Written &written, const QString &path);
/// Reads @p path, a file or a folder with its files, and hands them to the format.
[[nodiscard]] Result<Read> load(const Format &format, const QString &path);

/// The loss report as people read it (plain text, a line each) and as JSON.
[[nodiscard]] QString toText(const LossReport &loss);
[[nodiscard]] QByteArray toJson(const LossReport &loss);

}
