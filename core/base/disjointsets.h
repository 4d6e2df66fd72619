// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace pq {

/// Numbers from 0 in sets that have none in common (union–find with path halving: Tarjan and van Leeuwen 1984); the
/// smallest number of a set stands for it.
class DisjointSets
{
public:
    /// A set of its own; its number is the count of numbers before.
    qsizetype add()
    {
        m_parents.append(m_parents.size());
        return m_parents.size() - 1;
    }
    void unite(qsizetype one, qsizetype other)
    {
        const qsizetype a = root(one);
        const qsizetype b = root(other);
        m_parents[qMax(a, b)] = qMin(a, b);
    }
    [[nodiscard]] qsizetype root(qsizetype number)
    {
        while (m_parents[number] != number) {
            m_parents[number] = m_parents[m_parents[number]];
            number = m_parents[number];
        }
        return number;
    }
    [[nodiscard]] qsizetype size() const { return m_parents.size(); }

private:
    QList<qsizetype> m_parents; ///< none is larger than its number
};

}
