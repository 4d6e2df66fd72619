// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/partfiles.h"

#include "core/formats/translated.h"

#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace pq {

using namespace Qt::StringLiterals;

PartFiles::PartFiles(const Format &format, const QString &path)
    : m_format(format), m_path(QDir::cleanPath(path)), m_file(m_path)
{
}

Result<> PartFiles::refusal(const QString &why) const
{
    return fail(Formats::tr("%1 could not be written: %2.").arg(m_path, why));
}

Result<> PartFiles::add(QList<NamedFile> &&files)
{
    for (const NamedFile &file : std::as_const(files))
        m_names.insert(file.path);
    if (m_format.shape == Shape::File)
        return addToFile(files);
    if (!isZipped(m_format, m_path))
        return addToFolder(files);
    for (NamedFile &file : files) { // in the order in which they came: of a document the type is the first
        const auto place = m_places.constFind(file.path);
        if (place != m_places.cend()) {
            m_zipped[*place] = std::move(file);
            continue;
        }
        m_places.insert(file.path, m_zipped.size());
        m_zipped.append(std::move(file));
    }
    return {};
}

Result<> PartFiles::addToFile(const QList<NamedFile> &files)
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly))
        return refusal(m_file.errorString());
    for (const NamedFile &file : files) {
        if (m_file.write(file.bytes) != file.bytes.size())
            return refusal(m_file.errorString());
    }
    return {};
}

Result<> PartFiles::addToFolder(const QList<NamedFile> &files)
{
    if (!m_folder) {
        const QFileInfo place(m_path);
        if (!QDir().mkpath(place.absolutePath()))
            return fail(Formats::tr("The folder %1 could not be made.").arg(place.absolutePath()));
        m_folder.emplace(place.absolutePath() + u"/."_s + place.fileName() + u"-XXXXXX"_s);
        if (!m_folder->isValid())
            return refusal(m_folder->errorString());
    }
    return save(m_format, {files, {}}, m_folder->path());
}

Result<> PartFiles::commit()
{
    if (isZipped(m_format, m_path))
        return save(m_format, {m_zipped, {}}, m_path);
    if (m_format.shape == Shape::Folder)
        return commitFolder();
    if (const auto opened = addToFile({}); !opened)
        return opened;
    return m_file.commit() ? Result<>() : refusal(m_file.errorString());
}

Result<> PartFiles::commitFolder()
{
    if (!QDir().mkpath(m_path))
        return fail(Formats::tr("The folder %1 could not be made.").arg(m_path));
    for (const QString &name : std::as_const(m_names)) {
        const std::filesystem::path place(QDir(m_path).filePath(name).toStdU16String());
        std::error_code failure;
        std::filesystem::create_directories(place.parent_path(), failure);
        if (!failure)
            std::filesystem::rename(m_folder->filePath(name).toStdU16String(), place, failure);
        if (failure)
            return refusal(QString::fromStdString(failure.message()));
    }
    return {};
}

QStringList PartFiles::names() const
{
    QStringList names = m_names.values();
    names.sort();
    return names;
}

}
