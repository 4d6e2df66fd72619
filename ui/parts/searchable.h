// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pq {

/// A copy of @p words for finding things by what people type: folded, and without the marks over and under
/// letters, so that "noe" finds "Noé" however it is composed.
[[nodiscard]] QString searchable(QStringView words);

}
