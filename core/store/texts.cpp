// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/private.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace pq {

Text textOf(StorePrivate &store, VersionId version)
{
    if (const Text *known = store.texts.object(version))
        return *known;
    Query query = store.database.query("SELECT text FROM version WHERE id = ?");
    query.bind(version);
    if (!query.next())
        throw Refusal(
            QCoreApplication::translate("Store", "There is no version %1 in the project.").arg(version.toString()));
    const Text text(query.text(0));
    store.texts.insert(version, new Text(text));
    return text;
}

QByteArray sha256Of(const Text &text)
{
    return QCryptographicHash::hash(text.string().toUtf8(), QCryptographicHash::Sha256);
}

}
