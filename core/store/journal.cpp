// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset.h"
#include "core/store/private.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QScopeGuard>
#include <QtEndian>

#include <sqlite3.h>

#include <array>

namespace pq {

template <> std::span<const QLatin1StringView> names<JournalKind>()
{
    using namespace Qt::StringLiterals;
    static constexpr QLatin1StringView all[] = {"setup"_L1, "edit"_L1, "undo"_L1, "redo"_L1};
    return all;
}

namespace {

/// Smaller changesets are not worth the time to compress them.
constexpr qsizetype compressFrom = 512;

struct Row
{
    qint64 number = 0;
    JournalId id;
    QString kind; ///< the word as stored, so that a damaged one is noticed
    qint64 undoTop = 0;
    qint64 redoTop = 0;
    QString label;
    AnnotatorId annotator;
    Timestamp time;
    qint64 changesetBytes = 0;
    QByteArray changeset; ///< as stored
    QByteArray hash;
};

constexpr auto selectRows = "SELECT number, id, kind, undo_top, redo_top, label, annotator_id, time, changeset_bytes, "
                            "changeset, hash FROM journal ORDER BY number";

Row rowFrom(const Query &query)
{
    return {.number = query.integer(0),
            .id = query.id<JournalId>(1),
            .kind = query.text(2),
            .undoTop = query.integer(3),
            .redoTop = query.integer(4),
            .label = query.text(5),
            .annotator = query.id<AnnotatorId>(6),
            .time = query.time(7),
            .changesetBytes = query.integer(8),
            .changeset = query.bytes(9),
            .hash = query.bytes(10)};
}

// Each part with its length before it, so that no two rows give the same bytes.
QByteArray hashOf(const Row &row, const QByteArray &previous)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        std::array<char, 8> size{};
        qToBigEndian(static_cast<qint64>(part.size()), size.data());
        hash.addData(QByteArrayView(size));
        hash.addData(part);
    };
    add(previous);
    add(QByteArray::number(row.number));
    add(row.id.toBytes());
    add(row.kind.toUtf8());
    add(QByteArray::number(row.undoTop));
    add(QByteArray::number(row.redoTop));
    add(row.label.toUtf8());
    add(row.annotator.toBytes());
    add(QByteArray::number(row.time.microseconds));
    add(QByteArray::number(row.changesetBytes));
    add(row.changeset);
    return hash.result();
}

/// The newest entry without its changeset; number 0 when there is none.
Row top(Database &database)
{
    Query query = database.query("SELECT number, undo_top, redo_top, hash FROM journal ORDER BY number DESC LIMIT 1");
    Row row;
    if (query.next()) {
        row.number = query.integer(0);
        row.undoTop = query.integer(1);
        row.redoTop = query.integer(2);
        row.hash = query.bytes(3);
    }
    return row;
}

/// undo_top and redo_top as they were before entry @p number.
std::pair<qint64, qint64> topsBefore(Database &database, qint64 number)
{
    Query query = database.query("SELECT undo_top, redo_top FROM journal WHERE number = ?");
    query.bind(number - 1);
    if (!query.next())
        return {0, 0};
    return {query.integer(0), query.integer(1)};
}

void append(StorePrivate &store, JournalKind kind, const QString &label, const QByteArray &changeset)
{
    const Row previous = top(store.database);
    Row row{.number = previous.number + 1,
            .id = JournalId::create(),
            .kind = nameOf(kind),
            .undoTop = previous.undoTop,
            .redoTop = previous.redoTop,
            .label = label,
            .annotator = store.annotator.id,
            .time = Timestamp::now(),
            .changesetBytes = changeset.size(),
            .changeset = changeset,
            .hash = {}};
    // Undo and redo are the same act: they take back an entry, undo an edit or a redo, redo an undo. What stood
    // on top before the entry taken back stands on top again.
    switch (kind) {
    case JournalKind::Setup:
        break;
    case JournalKind::Edit:
        row.undoTop = row.number;
        row.redoTop = 0;
        break;
    case JournalKind::Undo:
        row.undoTop = topsBefore(store.database, previous.undoTop).first;
        row.redoTop = row.number;
        break;
    case JournalKind::Redo:
        row.undoTop = row.number;
        row.redoTop = topsBefore(store.database, previous.redoTop).second;
        break;
    }
    if (changeset.size() >= compressFrom) {
        const QByteArray compressed = qCompress(changeset, 1);
        if (compressed.size() < changeset.size())
            row.changeset = compressed;
    }
    row.hash = hashOf(row, previous.hash);
    store.database
        .query("INSERT INTO journal (number, id, kind, undo_top, redo_top, label, annotator_id, time, "
               "changeset_bytes, changeset, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(row.number, row.id, row.kind, row.undoTop, row.redoTop, row.label, row.annotator, row.time,
             row.changesetBytes, row.changeset, row.hash);
}

void storeAnnotator(StorePrivate &store)
{
    if (store.annotatorIsStored)
        return;
    Recorder recorder(store.database);
    store.database.query("INSERT INTO annotator (id, name) VALUES (?, ?)")
        .run(store.annotator.id, store.annotator.name);
    append(store, JournalKind::Setup,
           QCoreApplication::translate("Store", "Add annotator %1").arg(store.annotator.name), recorder.changeset());
}

/// References are looked at here, all at once, so that an edit may put things in any order.
void requireNoDanglingReference(StorePrivate &store)
{
    int dangling = 0;
    int highest = 0;
    sqlite3_db_status(store.database.handle(), SQLITE_DBSTATUS_DEFERRED_FKS, &dangling, &highest, 0);
    if (dangling == 0)
        return;
    Query query = store.database.query("PRAGMA foreign_key_check");
    if (query.next())
        throw Refusal(
            QCoreApplication::translate(
                "Store", "A row of “%1” would refer to a row of “%2” that is not in the project. Nothing was changed.")
                .arg(query.text(0), query.text(2)));
}

}

Changes record(StorePrivate &store, JournalKind kind, const QString &label, const std::function<void()> &change)
{
    if (store.isEditing)
        throw Refusal(QCoreApplication::translate("Store", "An edit cannot begin within another one."));
    store.isEditing = true;
    const auto finished = qScopeGuard([&store] { store.isEditing = false; });

    Transaction transaction(store.database);
    store.database.exec("PRAGMA defer_foreign_keys = ON");
    storeAnnotator(store);
    QByteArray changeset;
    {
        Recorder recorder(store.database);
        change();
        changeset = recorder.changeset();
    }
    if (changeset.isEmpty())
        return {};
    requireNoDanglingReference(store);
    append(store, kind, label, changeset);
    transaction.commit();
    store.annotatorIsStored = true;
    return changesIn(changeset);
}

Changes takeBack(StorePrivate &store, JournalKind kind)
{
    const bool isUndo = kind == JournalKind::Undo;
    const Row newest = top(store.database);
    const qint64 number = isUndo ? newest.undoTop : newest.redoTop;
    if (number == 0)
        throw Refusal(isUndo ? QCoreApplication::translate("Store", "There is nothing to undo.")
                             : QCoreApplication::translate("Store", "There is nothing to redo."));
    const QString label = *topLabel(store.database, kind);
    const QByteArray changeset = inverted(changesetOf(store.database, number));

    Transaction transaction(store.database);
    storeAnnotator(store);
    apply(store.database, changeset);
    append(store, kind, label, changeset);
    transaction.commit();
    store.annotatorIsStored = true;
    return changesIn(changeset);
}

std::optional<QString> topLabel(Database &database, JournalKind kind)
{
    const Row newest = top(database);
    const qint64 number = kind == JournalKind::Undo ? newest.undoTop : newest.redoTop;
    Query query = database.query("SELECT label FROM journal WHERE number = ?");
    query.bind(number);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

QByteArray changesetOf(Database &database, qint64 number)
{
    Query query = database.query("SELECT changeset_bytes, changeset FROM journal WHERE number = ?");
    query.bind(number);
    if (!query.next())
        throw Refusal(
            QCoreApplication::translate("Store", "Journal entry %1 is missing. Check the project.").arg(number));
    const QByteArray stored = query.bytes(1);
    const QByteArray plain = stored.size() < query.integer(0) ? qUncompress(stored) : stored;
    if (plain.size() != query.integer(0))
        throw Refusal(
            QCoreApplication::translate("Store", "Journal entry %1 is damaged. Check the project.").arg(number));
    return plain;
}

QStringList checkJournal(Database &database)
{
    QStringList problems;
    qint64 expected = 1;
    QByteArray previous;
    Query query = database.query(selectRows);
    while (query.next()) {
        const Row row = rowFrom(query);
        if (row.number != expected)
            problems << QCoreApplication::translate("Store", "Journal: entry %1 is missing before entry %2.")
                            .arg(expected)
                            .arg(row.number);
        if (row.hash != hashOf(row, previous))
            problems << QCoreApplication::translate(
                            "Store", "Journal entry %1 (“%2”) or the one before it was altered: its hash is wrong.")
                            .arg(row.number)
                            .arg(row.label);
        previous = row.hash;
        expected = row.number + 1;
    }
    return problems;
}

}
