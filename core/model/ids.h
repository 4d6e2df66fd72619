// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

namespace pq {

/// The ids of things that have one each.
template <class T>
[[nodiscard]] auto idsOf(const QList<T> &list)
{
    QSet<decltype(T::id)> ids;
    ids.reserve(list.size());
    for (const T &each : list)
        ids.insert(each.id);
    return ids;
}

}
