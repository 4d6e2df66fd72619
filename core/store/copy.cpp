// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of the project, page by page.
#include "core/store/private.h"
#include "core/store/store.h"

#include <QCoreApplication>

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <algorithm>

namespace pq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

}

struct Copying
{
    Copying(SQLite::Database &from, const QString &file)
        : path(file), to(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), backup(to, from)
    {
    }

    QString path;
    SQLite::Database to;
    SQLite::Backup backup;
};

StorePrivate::StorePrivate(const QString &file, int flags) : database(file, flags), path(file) {}

StorePrivate::~StorePrivate() = default;

Result<void> Store::startCopy(const QString &path) const
{
    try {
        d->copying.reset();
        d->copying = std::make_unique<Copying>(d->database.connection(), path);
        d->copying->to.exec("PRAGMA synchronous = OFF"); // a copy that a crash cuts off is of no use anyway
        return {};
    } catch (const SQLite::Exception &failure) {
        return fail(explain(failure, path));
    }
}

Result<CopyProgress> Store::continueCopy(int pages) const
{
    if (!d->copying)
        return fail(tr("No copy was begun."));
    try {
        SQLite::Backup &backup = d->copying->backup;
        const bool isDone = backup.executeStep(pages) == SQLITE_DONE;
        const int total = backup.getTotalPageCount();
        const int left = isDone ? 0 : std::max(backup.getRemainingPageCount(), 1);
        if (isDone)
            d->copying.reset();
        return CopyProgress{total - left, total};
    } catch (const SQLite::Exception &failure) {
        const QString path = d->copying->path;
        d->copying.reset();
        return fail(explain(failure, path));
    }
}

void Store::stopCopy() const
{
    d->copying.reset();
}

}
