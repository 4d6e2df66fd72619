// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/changes.h"
#include "core/model/note.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/text/text.h"

#include <QCache>

#include <functional>
#include <optional>

namespace pq {

struct Copying;
class Recording;

/// The state behind a Store, shared by the files of this folder.
struct StorePrivate
{
    StorePrivate(const QString &file, int flags);
    ~StorePrivate();
    Q_DISABLE_COPY_MOVE(StorePrivate)

    Database database;
    QString path;
    Annotator annotator;
    bool annotatorIsStored = false; ///< the row is made with the first edit
    Recording *recording = nullptr; ///< of the edit that is going on
    QCache<VersionId, Text> texts{8}; ///< versions do not change, so these are never stale
    std::unique_ptr<Copying> copying; ///< after the database, so that it ends before it
};

/// Runs @p f and turns what core/store throws into an Error.
template <class F>
auto guarded(const StorePrivate &store, F f) -> Result<decltype(f())>
{
    try {
        if constexpr (std::is_void_v<decltype(f())>) {
            f();
            return {};
        } else {
            return f();
        }
    } catch (const Refusal &refusal) {
        return fail(refusal.message);
    } catch (const SQLite::Exception &failure) {
        return fail(explain(failure, store.path));
    }
}

/// Edits say when and by whom only where it is not now and by the one who edits.
[[nodiscard]] inline Timestamp orNow(Timestamp time)
{
    return time == Timestamp{} ? Timestamp::now() : time;
}
[[nodiscard]] inline AnnotatorId orOwn(const StorePrivate &store, AnnotatorId annotator)
{
    return annotator.isNull() ? store.annotator.id : annotator;
}

// journal.cpp

/// Runs @p change in a transaction and enters it into the journal.
[[nodiscard]] Changes record(StorePrivate &store, JournalKind kind, const QString &label,
                             const std::function<void()> &change);
/// Takes the act back on whose last entry undo_top or redo_top stands.
[[nodiscard]] Changes takeBack(StorePrivate &store, JournalKind kind);
enum class EndsAct { No, Yes };
/// An act has one entry, or several one after the other, of which all but the last leave undo_top and redo_top alone.
void append(StorePrivate &store, JournalKind kind, const QString &label, const QByteArray &changeset, EndsAct ends);
[[nodiscard]] bool hasDanglingReference(Database &database);
/// References are looked at all at once, so that an edit may put things in any order.
void requireNoDanglingReference(StorePrivate &store);
[[nodiscard]] std::optional<QString> topLabel(Database &database, JournalKind kind);
/// The changeset as it was recorded.
[[nodiscard]] QByteArray changesetOf(Database &database, qint64 number);
/// What is wrong with the chain of hashes.
[[nodiscard]] QStringList checkJournal(Database &database);

// texts.cpp

/// The version's text; a Refusal when there is no such version.
[[nodiscard]] Text textOf(StorePrivate &store, VersionId version);
[[nodiscard]] QByteArray sha256Of(const Text &text);

}
