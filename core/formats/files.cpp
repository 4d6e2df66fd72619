// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"

#include "core/base/savefile.h"
#include "core/base/zip.h"
#include "core/formats/translated.h"

#include <QDir>
#include <QDirListing>
#include <QFile>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// A reader holds a file and what it makes of it in memory several times over.
constexpr qint64 mostBytes = qint64(512) * 1024 * 1024;

/// Below the folder it is written to, and not that folder itself.
bool isSafe(const QString &path)
{
    return !path.isEmpty() && QDir::isRelativePath(path) && !path.contains(u'\\') && !path.contains(u':')
        && !path.contains(QChar(u'\0')) && QDir::cleanPath(path) == path && path != u"." && path != u".."
        && !path.startsWith(u"../");
}

/// An archive may be larger than what is needed of it: it is mapped, not read.
Result<QList<ZippedFile>> unzipLarge(const QString &path, bool (*needs)(QStringView path))
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.errorString());
    const uchar *bytes = file.map(0, file.size());
    if (!bytes)
        return fail(file.errorString());
    return unzip(QByteArray::fromRawData(reinterpret_cast<const char *>(bytes), file.size()), needs);
}

Result<NamedFile> loadFile(const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Formats::tr("%1 could not be read: %2.").arg(path, file.errorString()));
    if (file.size() > mostBytes)
        return fail(Formats::tr("%1 is larger than 512 MiB, which is too much to read at once.").arg(path));
    NamedFile loaded{name, file.readAll()};
    if (file.error() != QFileDevice::NoError)
        return fail(Formats::tr("%1 could not be read: %2.").arg(path, file.errorString()));
    return loaded;
}

}

bool isZipped(const Format &format, const QString &path)
{
    return format.shape == Shape::Archive
        || (format.shape == Shape::Folder && path.endsWith(u".zip", Qt::CaseInsensitive));
}

Result<> save(const Format &format, const Written &written, const QString &path)
{
    if (format.shape == Shape::File) {
        if (written.files.size() != 1)
            return fail(Formats::tr("%1 was not written: there are %2 files for one place.")
                            .arg(path, QString::number(written.files.size())));
        return saveFile(path, written.files.first().bytes);
    }
    for (const NamedFile &file : written.files) {
        if (!isSafe(file.path))
            return fail(
                Formats::tr("%1 was not written: the file name “%2” would lead out of it.").arg(path, file.path));
    }
    if (isZipped(format, path)) {
        QList<ZippedFile> zipped;
        for (const NamedFile &file : written.files)
            zipped.append({file.path, file.bytes, file.path == u"mimetype"});
        const auto archive = zip(zipped);
        return archive ? saveFile(path, *archive) : std::unexpected(archive.error());
    }
    const QDir folder(path);
    for (const NamedFile &file : written.files) {
        const QString place = folder.filePath(file.path);
        const QString parent = QFileInfo(place).path();
        if (!QDir().mkpath(parent))
            return fail(Formats::tr("The folder %1 could not be made.").arg(parent));
        if (const auto saved = saveFile(place, file.bytes); !saved)
            return saved;
    }
    if (written.files.isEmpty() && !QDir().mkpath(path))
        return fail(Formats::tr("The folder %1 could not be made.").arg(path));
    return {};
}

Result<QStringList> inputFiles(const Format &format, const QString &path)
{
    if (!format.read)
        return fail(Formats::tr("%1 cannot be read: Pullquote only writes this format.").arg(path));
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Formats::tr("%1 is not there.").arg(path));
    if (info.isDir() && format.principal) {
        const QString name = QString::fromLatin1(format.principal);
        if (!QDir(path).exists(name))
            return fail(Formats::tr("There is no %1 in the folder %2.").arg(name, path));
        return QStringList{name};
    }
    const bool isFolderFormat = format.shape == Shape::Folder || format.division == Division::Files;
    if (info.isDir() && !isFolderFormat)
        return fail(Formats::tr("%1 is a folder; this format is one file.").arg(path));
    if (QFile file(path); !info.isDir()
        && (format.shape != Shape::Folder || (file.open(QIODevice::ReadOnly) && looksZipped(file.peek(4)))))
        return QStringList{info.fileName()};

    QStringList names;
    const QDir folder(info.isDir() ? path : info.path());
    if (info.isDir()) {
        for (const auto &entry :
             QDirListing(path, QDirListing::IteratorFlag::FilesOnly | QDirListing::IteratorFlag::Recursive))
            names.append(folder.relativeFilePath(entry.absoluteFilePath()));
    } else {
        // One file of several brings what stands beside it under its name, and what all of them share.
        for (const auto &entry : QDirListing(folder.path(), QDirListing::IteratorFlag::FilesOnly)) {
            const bool isShared = format.shared
                && entry.fileName().endsWith(QLatin1StringView(format.shared), Qt::CaseInsensitive);
            if (entry.completeBaseName() == info.completeBaseName() || isShared)
                names.append(entry.fileName());
        }
    }
    names.sort();
    return names;
}

Result<QList<NamedFile>> loadFiles(const Format &format, const QString &path, const QStringList &names)
{
    const QFileInfo info(path);
    const QDir folder(info.isDir() ? path : info.path());
    QList<NamedFile> files;
    for (const QString &name : names) {
        const QString place = folder.filePath(name);
        const bool isLarge = format.needs && names.size() == 1 && QFileInfo(place).size() > mostBytes;
        auto file = isLarge ? Result<NamedFile>(NamedFile()) : loadFile(place, name);
        if (!file)
            return std::unexpected(file.error());
        if (!isLarge && (names.size() > 1 || !looksZipped(file->bytes))) {
            files.append(*std::move(file));
            continue;
        }
        auto unpacked = isLarge ? unzipLarge(place, format.needs) : unzip(file->bytes, format.needs);
        if (!unpacked)
            return fail(Formats::tr("%1: %2").arg(name, unpacked.error().message));
        for (ZippedFile &each : *unpacked)
            files.append({each.path, std::move(each.bytes)});
    }
    return files;
}

Result<Read> load(const Format &format, const QString &path)
{
    const auto names = inputFiles(format, path);
    if (!names)
        return std::unexpected(names.error());
    const auto files = loadFiles(format, path, *names);
    if (!files)
        return std::unexpected(files.error());
    return format.read(*files);
}

const Format *recognise(const QString &path)
{
    constexpr qint64 enough = 256 * 1024; // what tells formats of records apart stands behind the first text
    const QFileInfo info(path);
    QStringList paths{path};
    if (info.isDir()) {
        paths.clear();
        for (const auto &entry :
             QDirListing(path, QDirListing::IteratorFlag::FilesOnly | QDirListing::IteratorFlag::Recursive))
            paths.append(entry.absoluteFilePath());
        paths.sort();
    }
    for (const QString &each : std::as_const(paths)) {
        QFile file(each);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString name = QFileInfo(each).fileName().toLower();
        const QByteArray beginning = file.read(enough);
        for (const Format &format : formats()) {
            const bool canBeFolder = format.shape == Shape::Folder || format.division == Division::Files
                || format.principal;
            if (format.recognises && (canBeFolder || !info.isDir()) && format.recognises(name, beginning))
                return &format;
        }
    }
    return nullptr;
}

}
