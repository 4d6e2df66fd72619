// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace pq {

/// Writes all of @p bytes to @p path, or nothing and leaves what is there.
[[nodiscard]] Result<> saveFile(const QString &path, const QByteArray &bytes);

}
