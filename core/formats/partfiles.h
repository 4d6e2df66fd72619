// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <QHash>
#include <QSaveFile>
#include <QSet>
#include <QTemporaryDir>

#include <optional>

namespace pq {

/// Files that come part by part, put in their place when all are there: until commit() nothing is changed at @p path,
/// and when it is never called nothing remains. A zip file is held in memory, others are not.
class PartFiles
{
public:
    /// As save() has it, @p path is a file, or a folder for folder formats.
    PartFiles(const Format &format, const QString &path);

    /// Of a format that is one file the bytes go on; of others a later file replaces an earlier one of its name.
    [[nodiscard]] Result<> add(QList<NamedFile> &&files);
    [[nodiscard]] Result<> commit();

    /// Relative to the folder for formats of several files; ascending.
    [[nodiscard]] QStringList names() const;

private:
    [[nodiscard]] Result<> addToFile(const QList<NamedFile> &files);
    [[nodiscard]] Result<> addToFolder(const QList<NamedFile> &files);
    [[nodiscard]] Result<> commitFolder();
    [[nodiscard]] Result<> refusal(const QString &why) const;

    const Format &m_format;
    QString m_path;
    QSet<QString> m_names;
    // One of them, as the format wants it:
    QSaveFile m_file;
    std::optional<QTemporaryDir> m_folder; ///< beside the place
    QList<NamedFile> m_zipped;
    QHash<QString, qsizetype> m_places; ///< in m_zipped, by path
};

}
