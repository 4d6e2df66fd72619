// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/changes.h"
#include "core/model/claim.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <variant>

namespace pq {

class Session;

/// Where a chain begins: its claims and the line that they hold.
struct ChainSeeds
{
    QSet<ClaimId> claims;
    QString line;

    friend bool operator==(const ChainSeeds &, const ChainSeeds &) = default;
};

/// Finds the claims that a chain begins with. Those that are tied to what was asked for are there at once; all
/// others with the same words are looked for in slices between two frames, however many claims there are.
class ChainSearch : public QObject
{
    Q_OBJECT

public:
    /// A passage, whose line is its words or, for a cue or evidence, those of its claim; a claim; or words.
    using Question = std::variant<std::monostate, PassageId, ClaimId, QString>;

    explicit ChainSearch(Session &session, QObject *parent = nullptr);

    /// Begins anew; the first slice is done when it returns, and often the search.
    void ask(const Question &question);
    /// Takes @p changes into account. True when seeds() are others than before.
    bool follow(const Changes &changes);

    [[nodiscard]] const ChainSeeds &seeds() const { return m_seeds; }
    [[nodiscard]] bool isSearching() const { return m_slices.isActive(); }
    /// So many claims hold the words that they are no line.
    [[nodiscard]] bool isTooCommon() const { return m_isTooCommon; }

Q_SIGNALS:
    /// A search that went on is done; seeds() may be others than before.
    void finished();

private:
    [[nodiscard]] ChainSeeds tied();
    void restart();
    void update();
    /// Stops the search when all claims are looked through.
    void searchSlice();
    void take(const QList<ContentWords> &contents);

    Session &m_session;
    Question m_question;
    ChainSeeds m_tied;       ///< those known without a search
    QString m_wanted;        ///< the line, folded
    QSet<ClaimId> m_holding; ///< those found so far
    ClaimId m_after;         ///< the last one looked at
    bool m_isTooCommon = false;
    ChainSeeds m_seeds;
    QTimer m_slices;
};

}
