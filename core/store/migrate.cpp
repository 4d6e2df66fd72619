// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/open.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

// Outside the namespace, as Qt demands.
static void initSchemaResource()
{
    Q_INIT_RESOURCE(schema);
}

namespace pq {

QList<QByteArray> schemaSteps()
{
    static const QList<QByteArray> steps = [] {
        initSchemaResource();
        const QDir folder(QStringLiteral(":/schema"));
        QList<QByteArray> all;
        for (const QStringList names = folder.entryList(QDir::Files, QDir::Name); const QString &name : names) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("The schema step %s is not in the program.", qPrintable(name));
            all.append(file.readAll());
        }
        return all;
    }();
    return steps;
}

void migrate(Database &database, const QList<QByteArray> &steps)
{
    const qint64 version = database.pragma("PRAGMA user_version");
    if (version >= steps.size())
        return;
    Transaction transaction(database);
    database.exec("PRAGMA defer_foreign_keys = ON");
    for (qint64 n = version; n < steps.size(); ++n) {
        database.exec(steps[n]);
        database.exec("PRAGMA user_version = " + QByteArray::number(n + 1));
    }
    if (Query query = database.query("PRAGMA foreign_key_check"); query.next())
        throw Refusal(QCoreApplication::translate(
            "Store", "The project could not be brought up to date; it was left as it was."));
    transaction.commit();
}

QStringList schemaOf(Database &database)
{
    QStringList statements;
    Query query = database.query(
        "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_schema "
        "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1");
    while (query.next())
        statements << query.text(0);
    return statements;
}

QStringList schemaOf(const QList<QByteArray> &steps)
{
    return schemaOf(projectInMemory(steps)->database);
}

}
