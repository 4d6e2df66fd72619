// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace pq {

/// Names that differ from each other, for formats in which things are known by nothing else.
class DistinctNames
{
public:
    /// @p ending: what comes behind a name that is taken, with %1 for a number.
    explicit DistinctNames(const QString &ending = QStringLiteral(" (%1)")) : m_ending(ending) {}

    /// @p wanted, with a number when it is taken.
    [[nodiscard]] QString take(const QString &wanted)
    {
        QString name = wanted;
        for (int &n = m_numbers[wanted]; m_taken.contains(name);)
            name = wanted + m_ending.arg(++n + 1);
        m_taken.insert(name);
        return name;
    }

private:
    QString m_ending;
    QSet<QString> m_taken;
    QHash<QString, int> m_numbers; ///< the last one tried
};

}
