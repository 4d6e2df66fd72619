// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/savefile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace pq {

Result<> saveFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(
            QCoreApplication::translate("SaveFile", "%1 could not be written: %2.").arg(path, file.errorString()));
    return {};
}

}
