// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/corpus.h"
#include "core/text/counting.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <span>

namespace pq {

/// A file's contents under its path relative to the export's place (with "/"), such as "article-1.ann".
struct NamedFile
{
    QString path;
    QByteArray bytes;
    qint64 firstLine = 1; ///< what messages call the first line, where this is a later part of a file

    friend bool operator==(const NamedFile &, const NamedFile &) = default;
};

/// What of an object a format could not hold.
enum class Aspect {
    Whole,      ///< it is not in the file
    Id,         ///< reading the file makes a new id
    Maker,      ///< who made it, and when
    State,      ///< it will seem accepted
    Spans,      ///< its fragments are others than before
    Words,      ///< what people wrote or named was altered
    Attributes, ///< attributes of passages, values of relations
    Parts,      ///< anything else that it says or refers to
};

/// One kind of thing that a format could not hold.
struct Loss
{
    Aspect aspect = Aspect::Whole;
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

/// How one file was found to count positions.
struct CountingEvidence
{
    QString file;
    FoundCounting found;

    friend bool operator==(const CountingEvidence &, const CountingEvidence &) = default;
};

struct Read
{
    Corpus corpus;
    QStringList remarks;              ///< what had to be guessed or left out, a sentence each
    QList<CountingEvidence> counting; ///< where a format does not say how it counts
    QStringList refused;         ///< why documents were left out, where reading went on without them
};

/// The user's choices, of which each format heeds those that concern it.
struct WriteOptions
{
    bool escapesFormulas = true; ///< in tables: an apostrophe before what a spreadsheet would run
    bool marksSingles = false;   ///< in CoNLL: BIOES rather than BIO
};

enum class Shape {
    File,
    Folder,  ///< several files; in a zip file when the path ends in ".zip"
    Archive, ///< several files in a zip file of the format's own
};

/// How a large input may be divided into parts that can be read one after the other.
enum class Division {
    None,  ///< what is in it refers to each other
    Lines, ///< each line is a document
    Files, ///< each file, or files whose names differ in their suffixes only
    Ids,   ///< lines that refer to each other by ids: those that are tied to no others; see Format::readParts
};

/// What a format has room for.
struct Capabilities
{
    const char *unit = "code points"; ///< of its positions
    bool texts = true; ///< articles with their texts; a codebook has none
    bool discontinuous = false;
    bool overlapping = false;
    bool relations = false;
    bool attributes = false;
    bool notes = false;
    bool claims = false; ///< and the links between them
};

/// Writes corpora whose files go to one place: what they have in common has one name in all of them, and the files
/// that Format::shared tells hold what earlier corpora needed, too, so that the last ones are right for all.
class SeriesWriter
{
public:
    SeriesWriter() = default;
    Q_DISABLE_COPY_MOVE(SeriesWriter)
    virtual ~SeriesWriter() = default;
    /// As Format::write().
    [[nodiscard]] virtual Result<Written> write(const Corpus &corpus) = 0;
    /// What of the last files goes behind the earlier ones, where a format is one file.
    [[nodiscard]] virtual QList<NamedFile> news(QList<NamedFile> files) { return files; }
};

struct PartOptions;

/// One row a format: menus, the command line and the tests read this table.
struct Format
{
    const char *id;     ///< for the command line and settings
    const char *name;   ///< QT_TRANSLATE_NOOP("Format", …)
    const char *suffix; ///< of the single file; for a folder, of its principal files
    Shape shape = Shape::File;
    Division division = Division::None;
    const char *shared = nullptr; ///< the end of the names of files that every document needs, or null
    const char *principal = nullptr; ///< the only file of a folder that is read, where a project is one, or null
    /// Which files of an archive are read, by their paths in small letters; null where all are.
    bool (*needs)(QStringView path) = nullptr;
    const char *syntax; ///< the name of the KSyntaxHighlighting definition for previews
    Capabilities can = {};
    /// Null when the format cannot be written. Refuses a corpus with a fragment whose words are not its
    /// text's.
    Result<Written> (*write)(const Corpus &corpus, const WriteOptions &options) = nullptr;
    /// Null where documents have nothing in common.
    std::unique_ptr<SeriesWriter> (*series)() = nullptr;
    /// Null when the format cannot be read. Errors name file and line.
    Result<Read> (*read)(const QList<NamedFile> &files) = nullptr;
    /// Reads one file part by part; false where that cannot be done with this file. Null but for Division::Ids.
    Result<bool> (*readParts)(const QString &path, const PartOptions &options,
                              const std::function<Result<>(Read &&part)> &take) = nullptr;
    /// Whether a file of this name, in lower case, that begins with these bytes (at most 262,144) is of this format;
    /// null when nothing tells.
    bool (*recognises)(QStringView name, QByteArrayView beginning) = nullptr;
};

[[nodiscard]] std::span<const Format> formats();
/// Null when there is none with this id.
[[nodiscard]] const Format *findFormat(QStringView id);
/// What the file, or the files of the folder, at @p path seem to be by their content; null for what is no corpus.
[[nodiscard]] const Format *recognise(const QString &path);

/// What was @p written of @p corpus, after reading it back where the format can be read: refuses when a passage of
/// which the loss report does not say that it is left out or has other fragments does not cover the same words.
[[nodiscard]] Result<Written> checked(const Format &format, const Corpus &corpus, Result<Written> written);
[[nodiscard]] inline Result<Written> writeChecked(const Format &format, const Corpus &corpus,
                                                  const WriteOptions &options = {})
{
    return checked(format, corpus, format.write(corpus, options));
}

/// Whether what is written to @p path becomes one zip file.
[[nodiscard]] bool isZipped(const Format &format, const QString &path);
/// Writes the files to @p path (a file, or a folder for folder formats), each of them completely or not at
/// all.
[[nodiscard]] Result<> save(const Format &format, const Written &written, const QString &path);
/// Reads @p path, a file (which may be a zip archive) or a folder with its files, and hands them to the format.
[[nodiscard]] Result<Read> load(const Format &format, const QString &path);
/// The names of the files that load() would hand over, relative to the folder that @p path is or is in.
[[nodiscard]] Result<QStringList> inputFiles(const Format &format, const QString &path);
/// Those files' contents; those in it that @p format needs where there is but one and it is a zip archive.
[[nodiscard]] Result<QList<NamedFile>> loadFiles(const Format &format, const QString &path, const QStringList &names);

/// The loss report as people read it (plain text, a line each) and as JSON.
[[nodiscard]] QString toText(const LossReport &loss);
[[nodiscard]] QByteArray toJson(const LossReport &loss);
[[nodiscard]] QLatin1StringView nameOf(Aspect aspect);

}
