// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"
#include "core/model/names.h"

#include <QString>

namespace pq {

enum class JournalKind { Setup, Edit, Undo, Redo };

template <> std::span<const QLatin1StringView> names<JournalKind>();

/// One change of the project, as recorded for good. Where much is changed at once, several one after the other.
struct JournalEntry
{
    qint64 number = 0; ///< from 1, without gaps
    JournalId id;
    JournalKind kind = JournalKind::Edit;
    QString label;
    AnnotatorId annotator;
    Timestamp time;
    bool endsAct = true;       ///< false where the next entry is of the same change
    qint64 changesetBytes = 0; ///< before compression
    QByteArray hash;           ///< SHA-256 over the previous entry's hash and all of this entry

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

}
