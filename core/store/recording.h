// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/changes.h"
#include "core/store/changeset.h"
#include "core/store/journal.h"

#include <QString>

#include <functional>
#include <memory>

namespace pq {

struct StorePrivate;

/// What one act changes, entered into the journal within the act's transaction: in one entry or, where it is much, in
/// several, so that not all of it need be in memory at once.
class Recording
{
public:
    Recording(StorePrivate &store, JournalKind kind, QString label);
    ~Recording();
    Q_DISABLE_COPY_MOVE(Recording)

    /// Enters what was changed until now if that is much. To be called where a little more may have been changed.
    void relieve();
    /// All that @p change does or, when it returns false, nothing of it.
    bool attempt(const std::function<bool()> &change);
    /// Enters the rest. All that was changed in the act; empty when nothing was, and then there is no entry.
    [[nodiscard]] Changes finish();

private:
    void enter(bool isLast);

    StorePrivate &m_store;
    JournalKind m_kind;
    QString m_label;
    std::unique_ptr<Recorder> m_recorder;
    Changes m_changes;
    bool m_isEntered = false; ///< whether there is an entry of this act
};

}
