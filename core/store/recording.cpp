// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recording.h"

#include "core/store/private.h"

namespace pq {

namespace {

/// An entry holds about as many bytes of changes, at most, before it is compressed.
constexpr qint64 muchBytes = qint64(8) * 1024 * 1024;

}

Recording::Recording(StorePrivate &store, JournalKind kind, QString label)
    : m_store(store), m_kind(kind), m_label(std::move(label)), m_recorder(std::make_unique<Recorder>(store.database))
{
    m_store.recording = this;
}

Recording::~Recording()
{
    m_store.recording = nullptr;
}

void Recording::enter(bool isLast)
{
    const QByteArray changeset = m_recorder->changeset();
    m_recorder.reset(); // what follows is recorded by another, as the entry itself is not
    // The last entry is what ends the act, also where nothing was changed since the one before.
    if (!changeset.isEmpty() || (isLast && m_isEntered)) {
        append(m_store, m_kind, m_label, changeset, isLast ? EndsAct::Yes : EndsAct::No);
        m_changes.unite(changesIn(changeset));
        m_isEntered = true;
    }
    if (!isLast)
        m_recorder = std::make_unique<Recorder>(m_store.database);
}

void Recording::relieve()
{
    // An entry is applied by itself when it is undone, so nothing in it may refer to what only the next one brings.
    if (m_recorder->bytes() >= muchBytes && !hasDanglingReference(m_store.database))
        enter(false);
}

bool Recording::attempt(const std::function<bool()> &change)
{
    // What was changed before stays, so it must not be in an entry that goes.
    requireNoDanglingReference(m_store);
    enter(false);
    const Changes before = m_changes;
    const bool isEntered = m_isEntered;
    Database &database = m_store.database;
    database.exec("SAVEPOINT attempt");
    const bool stays = change();
    if (!stays) {
        m_recorder.reset();
        database.exec("ROLLBACK TO attempt");
        m_recorder = std::make_unique<Recorder>(database);
        m_changes = before;
        m_isEntered = isEntered;
    }
    database.exec("RELEASE attempt");
    return stays;
}

Changes Recording::finish()
{
    enter(true);
    return m_changes;
}

}
