// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/chain.h"
#include "core/store/store.h"

namespace pq::cli {

/// @p words without the quotation marks that people type around a line; empty when nothing of a line is left.
[[nodiscard]] QString lineOf(const QString &words);

/// The chain of the accepted claims among @p claims whose words hold @p line; without hops when there is none.
[[nodiscard]] Result<Chain> chainOf(const Store &store, const QString &line, const QList<Claim> &claims,
                                    const QList<Passage> &passages);

}
