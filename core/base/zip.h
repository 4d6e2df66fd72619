// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace pq {

/// A file in a zip archive; its path is relative, with "/".
struct ZippedFile
{
    QString path;
    QByteArray bytes;
    bool isStored = false; ///< not compressed, as some formats want of their first file

    friend bool operator==(const ZippedFile &, const ZippedFile &) = default;
};

/// The files of the archive in its own order, folders left out; backslashes in their names become slashes. Refuses,
/// with a sentence to stand behind a file's name and a colon, what leads out of a folder (absolute, "..", drive
/// letters), names that are there twice, links, encrypted files, more than 100,000 entries, files of more than 512 MiB,
/// 1 GiB altogether, and more than 1 MiB that is packed a hundred times smaller. What @p needs does not want, which is
/// asked by paths in small letters, is passed over and may be of any size.
[[nodiscard]] Result<QList<ZippedFile>> unzip(const QByteArray &archive,
                                              const std::function<bool(QStringView path)> &needs = {});

/// An archive of the files in the order given, dated 1980-01-01 so that the same files make the same bytes.
[[nodiscard]] Result<QByteArray> zip(const QList<ZippedFile> &files);

/// Whether a zip archive begins like this.
[[nodiscard]] inline bool looksZipped(QByteArrayView beginning)
{
    return beginning.startsWith("PK\x03\x04") || beginning.startsWith("PK\x05\x06");
}

}
