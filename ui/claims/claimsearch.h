// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claims/claimsummary.h"

#include <QObject>

#include <optional>

namespace pq {

class Session;

/// Finds claims anywhere in the project by words that they hold. Reads the claims when first asked, and
/// anew after they changed.
class ClaimSearch : public QObject
{
    Q_OBJECT

public:
    explicit ClaimSearch(Session &session, QObject *parent = nullptr);

    /// Those that hold all of the words, in any order and case, in their words, summary, people or outlet;
    /// at most @p most. The value of a row is a ClaimId.
    [[nodiscard]] QList<Row> find(const QString &words, const QSet<ClaimId> &without, qsizetype most = 20);

private:
    struct Entry
    {
        ClaimId id;
        QString words; ///< searchable
        Row row;
    };
    Session &m_session;
    std::optional<QList<Entry>> m_entries;
};

}
