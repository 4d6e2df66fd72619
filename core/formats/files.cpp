// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"

#include "core/base/savefile.h"
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

Result<> save(const Format &format, const Written &written, const QString &path)
{
    if (!format.isFolder) {
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

Result<Read> load(const Format &format, const QString &path)
{
    if (!format.read)
        return fail(Formats::tr("%1 cannot be read: Pullquote only writes this format.").arg(path));
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Formats::tr("%1 is not there.").arg(path));

    // One file of several brings what stands beside it under its name, and the folder's settings.
    QStringList names;
    const QDir folder(info.isDir() ? path : info.path());
    if (info.isDir() && !format.isFolder)
        return fail(Formats::tr("%1 is a folder; this format is one file.").arg(path));
    if (!info.isDir() && !format.isFolder) {
        names = {info.fileName()};
    } else if (info.isDir()) {
        for (const auto &entry :
             QDirListing(path, QDirListing::IteratorFlag::FilesOnly | QDirListing::IteratorFlag::Recursive))
            names.append(folder.relativeFilePath(entry.absoluteFilePath()));
    } else {
        for (const auto &entry : QDirListing(folder.path(), QDirListing::IteratorFlag::FilesOnly)) {
            if (entry.completeBaseName() == info.completeBaseName() || entry.suffix() == u"conf")
                names.append(entry.fileName());
        }
    }
    names.sort();
    QList<NamedFile> files;
    for (const QString &name : std::as_const(names)) {
        auto file = loadFile(folder.filePath(name), name);
        if (!file)
            return std::unexpected(file.error());
        files.append(*std::move(file));
    }
    return format.read(files);
}

}
