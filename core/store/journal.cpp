// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset.h"
#include "core/store/private.h"
#include "core/store/recording.h"

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

/// To where they are after @p row; they are in it as they were before.
void moveTops(Database &database, JournalKind kind, Row &row)
{
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
        row.undoTop = topsBefore(database, row.undoTop).first;
        row.redoTop = row.number;
        break;
    case JournalKind::Redo:
        row.undoTop = row.number;
        row.redoTop = topsBefore(database, row.redoTop).second;
        break;
    }
}

void storeAnnotator(StorePrivate &store)
{
    if (store.annotatorIsStored)
        return;
    Recorder recorder(store.database);
    store.database.query("INSERT INTO annotator (id, name) VALUES (?, ?)")
        .run(store.annotator.id, store.annotator.name);
    append(store, JournalKind::Setup,
           QCoreApplication::translate("Store", "Add annotator %1").arg(store.annotator.name), recorder.changeset(),
           EndsAct::Yes);
}

/// The numbers of the entries of the act that ends with entry @p last, newest first.
QList<qint64> entriesOfAct(Database &database, qint64 last)
{
    QList<qint64> numbers{last};
    Query query = database.query("SELECT number, kind = 'setup' OR number IN (undo_top, redo_top) FROM journal "
                                 "WHERE number < ? ORDER BY number DESC");
    query.bind(last);
    while (query.next() && !query.boolean(1))
        numbers.append(query.integer(0));
    return numbers;
}

}

void append(StorePrivate &store, JournalKind kind, const QString &label, const QByteArray &changeset, EndsAct ends)
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
    if (ends == EndsAct::Yes)
        moveTops(store.database, kind, row);
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

bool hasDanglingReference(Database &database)
{
    int dangling = 0;
    int highest = 0;
    sqlite3_db_status(database.handle(), SQLITE_DBSTATUS_DEFERRED_FKS, &dangling, &highest, 0);
    return dangling != 0;
}

void requireNoDanglingReference(StorePrivate &store)
{
    if (!hasDanglingReference(store.database))
        return;
    Query query = store.database.query("PRAGMA foreign_key_check");
    if (query.next())
        throw Refusal(
            QCoreApplication::translate(
                "Store", "A row of “%1” would refer to a row of “%2” that is not in the project. Nothing was changed.")
                .arg(query.text(0), query.text(2)));
}

Changes record(StorePrivate &store, JournalKind kind, const QString &label, const std::function<void()> &change)
{
    if (store.recording)
        throw Refusal(QCoreApplication::translate("Store", "An edit cannot begin within another one."));
    Transaction transaction(store.database);
    store.database.exec("PRAGMA defer_foreign_keys = ON");
    storeAnnotator(store);
    Recording recording(store, kind, label);
    change();
    Changes changes = recording.finish();
    if (changes.isEmpty())
        return {};
    requireNoDanglingReference(store);
    transaction.commit();
    store.annotatorIsStored = true;
    return changes;
}

Changes takeBack(StorePrivate &store, JournalKind kind)
{
    const bool isUndo = kind == JournalKind::Undo;
    const Row newest = top(store.database);
    const qint64 last = isUndo ? newest.undoTop : newest.redoTop;
    if (last == 0)
        throw Refusal(isUndo ? QCoreApplication::translate("Store", "There is nothing to undo.")
                             : QCoreApplication::translate("Store", "There is nothing to redo."));
    const QString label = *topLabel(store.database, kind);
    const QList<qint64> numbers = entriesOfAct(store.database, last);

    Transaction transaction(store.database);
    storeAnnotator(store);
    Changes changes;
    for (const qint64 number : numbers) {
        const QByteArray changeset = inverted(changesetOf(store.database, number));
        apply(store.database, changeset);
        append(store, kind, label, changeset, number == numbers.last() ? EndsAct::Yes : EndsAct::No);
        changes.unite(changesIn(changeset));
    }
    transaction.commit();
    store.annotatorIsStored = true;
    return changes;
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
    bool isEnded = true;
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
        isEnded = row.kind == nameOf(JournalKind::Setup) || row.number == row.undoTop || row.number == row.redoTop;
    }
    if (!isEnded)
        problems << QCoreApplication::translate("Store", "Journal: of the last change only a part is there.");
    return problems;
}

}
