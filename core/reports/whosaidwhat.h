// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/record.h"
#include "core/reports/report.h"

namespace pq {

/// Everything that an entity said, contributed or told, and was told to have said or contributed, over all articles in
/// the order of their dates; of an outlet also what it published. Who plays a character is named; what a performer
/// speaks as a character stands apart from what they say themselves. With counts by manner, tag and verdict. Also as a
/// table.
[[nodiscard]] Report whoSaidWhat(const Record &record, const Entity &entity, QDate made);

}
