// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <utility>

namespace pq {

/// A link between two of the things numbered from 0, from the later one to the one before it.
using NumberedLink = std::pair<qsizetype, qsizetype>;

/// For each of @p count things how many links lie between it and an origin, at the least; -1 for those that
/// @p seeds do not reach over links in either direction.
///
/// Origins, with depth 0, are the things that no link points away from. Where links run in a circle that no
/// link leaves, the thing with the lowest number in that circle is the origin. Takes time that grows with
/// the number of things and links, whatever the links are.
[[nodiscard]] QList<int> depths(qsizetype count, const QList<NumberedLink> &links, const QList<qsizetype> &seeds);

}
