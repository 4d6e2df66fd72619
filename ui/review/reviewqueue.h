// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/changes.h"
#include "core/review/queue.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <vector>

namespace pq {

class Session;

/// Every claim of the project as a row of the review queue. Read a little at a time while nobody waits, so that
/// opening a project of any size holds nobody up; afterwards only what changes is read anew.
class ReviewQueue : public QObject
{
    Q_OBJECT

public:
    explicit ReviewQueue(Session &session, QObject *parent = nullptr);

    /// In no order that matters; a claim keeps its place here. Where one is gone, its id is null.
    [[nodiscard]] const std::vector<QueueRow> &rows() const { return m_rows; }
    /// The place of a claim in rows(); -1 when it is not there.
    [[nodiscard]] int placeOf(ClaimId claim) const { return m_places.value(claim, -1); }
    /// Of the claims of the article, of all when it is null.
    [[nodiscard]] ReviewProgress progress(ArticleId article = {}) const;
    /// True when every claim has been read.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// Reads what is missing at once.
    void complete();

Q_SIGNALS:
    /// All rows are others.
    void reset();
    /// Rows came, from @p first to the end.
    void added(int first);
    /// The row is another now, or gone; @p former is what it was.
    void changed(int place, const pq::QueueRow &former);
    /// After all the signals of one step.
    void settled();

private:
    void restart();
    void readSome();
    bool readPage();
    void onChanged(const Changes &changes);
    [[nodiscard]] QSet<ClaimId> touchedBy(const Changes &changes) const;
    void readAnew(const QSet<ClaimId> &claims);

    Session &m_session;
    std::vector<QueueRow> m_rows;
    QHash<ClaimId, int> m_places;
    ClaimId m_last; ///< read so far
    bool m_isComplete = true;
    QTimer m_slices;
};

}
