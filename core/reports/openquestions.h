// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/record.h"
#include "core/reports/report.h"

namespace pq {

/// What is still to be done in a project: claims not decided (not checked, or in progress), claims supported, disputed
/// or refuted without evidence, verdicts nobody has signed off (none is needed where no check is), and threads of notes
/// that are not resolved. Also as one table.
[[nodiscard]] Report openQuestions(const Record &record, QDate made);

}
