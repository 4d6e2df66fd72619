// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pq {

/// The first words of @p title, of characters that every file system takes; "export" when there are none.
[[nodiscard]] QString fileNameFrom(const QString &title);

}
