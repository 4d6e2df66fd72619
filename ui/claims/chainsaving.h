// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/review/chain.h"

namespace pq {

/// The kinds of file for a file dialog.
[[nodiscard]] QString chainFileFilter();

/// Writes the picture of @p chain as SVG, PDF or PNG, or its text, as @p path ends; SVG with any other ending, which is
/// put behind the name. The result is the path. For any thread.
[[nodiscard]] Result<QString> saveChain(const Chain &chain, const QString &path);

}
