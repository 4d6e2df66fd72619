// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filehash.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace pq {

Result<QString> sha256OfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(QCoreApplication::translate("FileHash", "%1 could not be read: %2. Choose another file.")
                        .arg(path, file.errorString()));
    return QString::fromLatin1(hash.result().toHex());
}

}
