// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/people/cast.h"

namespace pq {

class Session;

/// Who plays whom, from @p entity's side; the value of a row is the other's EntityId.
[[nodiscard]] QList<Row> portrayalRows(const Cast &cast, EntityId entity);

/// A row for each role that @p entity has in a claim, in order of the claims; the value of a row is the
/// PassageId of the words that prove it (null when there are none).
[[nodiscard]] QList<Row> participationRows(Session &session, const Cast &cast, EntityId entity);

}
