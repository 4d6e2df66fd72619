// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/formats/format.h"

namespace pq::cli {

/// The options --formulas and --bioes.
[[nodiscard]] WriteOptions writeOptions(const Call &call);

void printLosses(const LossReport &loss);
/// To the file that --loss names, if it is given.
[[nodiscard]] Result<> saveLosses(const Call &call, const LossReport &loss);

}
