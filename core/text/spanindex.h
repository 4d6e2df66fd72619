// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/span.h"

#include <QList>

#include <optional>
#include <vector>

namespace pq {

/// Spans with a number each, found by the window that they meet. Ordered by begin, then by end descending
/// (outer before inner), then by number; kept in pieces of bounded size whose bounds are known, so that a change
/// costs the same in a text with a hundred spans and with a million. Positions up to 2^31.
class SpanIndex
{
public:
    struct Entry
    {
        qint32 begin = 0;
        qint32 end = 0;
        quint32 number = 0;

        [[nodiscard]] TextSpan span() const { return {{begin}, {end}}; }
        friend bool operator==(const Entry &, const Entry &) = default;
        friend bool operator<(const Entry &a, const Entry &b)
        {
            if (a.begin != b.begin)
                return a.begin < b.begin;
            return a.end != b.end ? a.end > b.end : a.number < b.number;
        }
    };

    [[nodiscard]] qsizetype size() const { return m_size; }
    void insert(const TextSpan &span, quint32 number);
    /// False when there is no such entry.
    bool remove(const TextSpan &span, quint32 number);

    /// Calls visit(entry) in order for every span that shares a character with @p window.
    template <class Visit>
    void visit(const TextSpan &window, Visit visit) const
    {
        for (size_t i = 0; i < m_bounds.size(); ++i) {
            if (m_bounds[i].leastBegin >= window.end.value)
                return;
            if (m_bounds[i].greatestEnd <= window.begin.value)
                continue;
            for (const Entry &entry : m_pieces[i]) {
                if (entry.begin >= window.end.value)
                    return;
                if (entry.end > window.begin.value)
                    visit(entry);
            }
        }
    }
    [[nodiscard]] QList<Entry> meeting(const TextSpan &window) const;

    /// The first entry after @p entry in the order, the last one before it; @p entry need not be in here.
    [[nodiscard]] std::optional<Entry> after(const Entry &entry) const;
    [[nodiscard]] std::optional<Entry> before(const Entry &entry) const;

private:
    using Piece = std::vector<Entry>; ///< never empty
    struct Bounds
    {
        qint32 leastBegin = 0;
        qint32 greatestEnd = 0;
    };
    static Bounds boundsOf(const Piece &piece);
    /// The last piece that does not begin after @p entry, or the first one.
    [[nodiscard]] size_t pieceFor(const Entry &entry) const;

    std::vector<Piece> m_pieces;
    std::vector<Bounds> m_bounds; ///< of the pieces; apart from them, for visit() reads them all
    qsizetype m_size = 0;
};

}
