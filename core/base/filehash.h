// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace pq {

/// SHA-256 of a file's bytes, 64 hexadecimal digits in small letters. Takes time that grows with the file.
[[nodiscard]] Result<QString> sha256OfFile(const QString &path);

}
