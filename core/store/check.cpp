// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset.h"
#include "core/store/open.h"
#include "core/store/read.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <sqlite3.h>

#include <array>

namespace pq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

/// Enough to see what happened; a project that is damaged all over needs no list of a million lines.
constexpr qsizetype mostOfAKind = 100;

/// Asks now and then, while SQLite is at work, whether to go on.
struct Asking
{
    Asking(sqlite3 *connection, const std::function<bool(int)> &question) : handle(connection), goesOn(question)
    {
        if (goesOn)
            sqlite3_progress_handler(handle, 20'000, &Asking::ask, this);
    }
    ~Asking() { sqlite3_progress_handler(handle, 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(Asking)

    static int ask(void *self)
    {
        auto *asking = static_cast<Asking *>(self);
        asking->isStopped = asking->isStopped || !asking->goesOn(asking->done);
        return asking->isStopped ? 1 : 0;
    }

    sqlite3 *handle;
    const std::function<bool(int)> &goesOn;
    int done = 0;
    bool isStopped = false;
};

QStringList checkPages(Database &database)
{
    QStringList problems;
    {
        Query query = database.query("PRAGMA integrity_check(100)");
        while (query.next()) {
            if (query.text(0) != QLatin1String("ok"))
                problems << tr("The file's structure is damaged: %1.").arg(query.text(0));
        }
    }
    Query query = database.query("PRAGMA foreign_key_check");
    while (query.next() && problems.size() < mostOfAKind)
        problems << tr("A row of “%1” refers to a row of “%2” that is not there.").arg(query.text(0), query.text(2));
    return problems;
}

QStringList checkTexts(Database &database)
{
    QStringList problems;
    Query query = database.query(
        "SELECT version.id, title, number, sha256, text FROM version LEFT JOIN article ON article.id = article_id");
    while (query.next()) {
        // The bytes as stored: a damaged character must not be mended on the way to the hash.
        if (QCryptographicHash::hash(query.bytes(4), QCryptographicHash::Sha256) != query.bytes(3)) {
            problems
                << tr("Article “%1”, version %2 (%3): the text is not the one that was imported; its hash is wrong.")
                       .arg(query.text(1), query.text(2), query.id<VersionId>(0).toString());
        }
    }
    return problems;
}

QStringList checkWords(Database &database)
{
    QStringList problems;
    Query query = database.query(
        "SELECT passage_id, begin_pos, end_pos, words, title, substr(text, begin_pos + 1, end_pos - begin_pos) "
        "FROM passage_fragment LEFT JOIN passage ON passage.id = passage_id LEFT JOIN version ON version.id = "
        "version_id "
        "LEFT JOIN article ON article.id = article_id "
        "WHERE substr(text, begin_pos + 1, end_pos - begin_pos) IS NOT words");
    while (query.next() && problems.size() < mostOfAKind) {
        problems << tr("Passage %1 in article “%2”: the words at %3–%4 are “%5”, the passage says “%6”.")
                        .arg(query.id<PassageId>(0).toString(), query.text(4), query.text(1), query.text(2),
                             query.text(5), query.text(3));
    }
    return problems;
}

// The only table that the journal does not know: it repeats what two others say.
QStringList checkPlaces(Database &database)
{
    QStringList problems;
    Query query = database.query(
        "WITH place AS (SELECT version_id, begin_pos, passage_id, end_pos, tag_id, state FROM passage_place), "
        "told AS (SELECT version_id, begin_pos, id, end_pos, tag_id, state FROM passage JOIN passage_fragment "
        "ON passage_id = id) "
        "SELECT passage_id FROM (SELECT * FROM place EXCEPT SELECT * FROM told) "
        "UNION SELECT id FROM (SELECT * FROM told EXCEPT SELECT * FROM place)");
    while (query.next() && problems.size() < mostOfAKind)
        problems << tr("The list of places does not agree with passage %1.").arg(query.id<PassageId>(0).toString());
    return problems;
}

using RowHashes = QList<size_t>;

// What every row must hold according to the journal: each change since the beginning, played through.
QHash<QByteArray, QHash<QByteArray, RowHashes>> journaledRows(Database &database, QStringList &problems)
{
    QHash<QByteArray, QHash<QByteArray, RowHashes>> tables;
    QList<qint64> numbers;
    {
        Query query = database.query("SELECT number FROM journal ORDER BY number");
        while (query.next())
            numbers << query.integer(0);
    }
    for (const qint64 number : std::as_const(numbers)) {
        try {
            forEachRow(changesetOf(database, number), [&tables](const RowChange &change) {
                auto &rows = tables[change.table];
                if (change.operation == SQLITE_DELETE) {
                    rows.remove(change.key);
                    return;
                }
                RowHashes &hashes = rows[change.key];
                hashes.resize(change.values.size());
                for (qsizetype i = 0; i < change.values.size(); ++i) {
                    if (change.values[i].present)
                        hashes[i] = qHash(change.values[i].bytes, 0x50515031);
                }
            });
        } catch (const Refusal &refusal) {
            problems << refusal.message;
        }
    }
    return tables;
}

struct Column
{
    QByteArray name;
    bool isKey = false;
};

QList<Column> columnsOf(Database &database, const QByteArray &table)
{
    QList<Column> columns;
    Query query = database.query("SELECT name, pk FROM pragma_table_info(?)");
    query.bind(QString::fromUtf8(table));
    while (query.next())
        columns.append({.name = query.text(0).toUtf8(), .isKey = query.boolean(1)});
    return columns;
}

// Integrity alone does not protect the words: most single flipped bits change a row and leave the file sound.
// But every row came in through the journal, so the journal knows what each must hold.
QStringList checkRows(Database &database)
{
    QStringList problems;
    auto journaled = journaledRows(database, problems);

    QList<QByteArray> tables;
    {
        Query query = database.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        while (query.next()) {
            if (const QByteArray table = query.text(0).toUtf8(); isJournaled(table))
                tables << table;
        }
    }
    for (const QByteArray &table : std::as_const(tables)) {
        const QList<Column> columns = columnsOf(database, table);
        QHash<QByteArray, RowHashes> &expected = journaled[table];
        qsizetype wrong = 0;
        const auto report = [&](const QString &problem) {
            if (++wrong <= mostOfAKind)
                problems << problem;
        };
        const auto nameOf = [](const QByteArray &key) {
            return QString::fromLatin1(key.sliced(1, qMin<qsizetype>(16, key.size() - 1)).toHex());
        };

        Query query = database.query("SELECT * FROM " + table);
        while (query.next()) {
            const QList<QByteArray> row = query.contents();
            QByteArray key;
            for (qsizetype i = 0; i < columns.size(); ++i) {
                if (columns[i].isKey)
                    key += row[i] + '\0';
            }
            const RowHashes hashes = expected.take(key);
            if (hashes.isEmpty()) {
                report(tr("A row of “%1” (%2) is not in the journal.").arg(QString::fromUtf8(table), nameOf(key)));
                continue;
            }
            for (qsizetype i = 0; i < columns.size(); ++i) {
                if (hashes.value(i) != qHash(row[i], 0x50515031)) {
                    report(tr("“%1” of a row of “%2” (%3) is not what the journal says.")
                               .arg(QString::fromUtf8(columns[i].name), QString::fromUtf8(table), nameOf(key)));
                }
            }
        }
        for (auto missing = expected.cbegin(); missing != expected.cend(); ++missing)
            report(tr("A row of “%1” (%2) that the journal knows is not there.")
                       .arg(QString::fromUtf8(table), nameOf(missing.key())));
        if (wrong > mostOfAKind)
            problems << tr("… and %1 more of “%2”.").arg(wrong - mostOfAKind).arg(QString::fromUtf8(table));
    }
    return problems;
}

}

Result<QStringList> Store::check(const std::function<bool(int)> &goesOn) const
{
    Asking asking(d->database.handle(), goesOn);
    return guarded(*d, [&] {
        Database &database = d->database;
        QStringList problems;
        // Each part looks on its own: what is damaged may stop one of them and must not hide the rest.
        constexpr std::array parts{checkPages, checkTexts, checkWords, checkPlaces, checkJournal, checkRows};
        for (size_t i = 0; i < parts.size(); ++i) {
            try {
                problems += parts[i](database);
            } catch (const SQLite::Exception &failure) {
                problems << explain(failure, d->path);
            } catch (const Refusal &refusal) {
                problems << refusal.message;
            }
            asking.done = static_cast<int>((i + 1) * 100 / parts.size());
            if (goesOn && Asking::ask(&asking))
                throw Refusal(tr("The check was stopped."));
        }
        problems.removeDuplicates();
        return problems;
    });
}

}
