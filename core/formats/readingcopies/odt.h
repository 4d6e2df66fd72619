// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// An OpenDocument text for LibreOffice and Word with all texts, one behind the other: passages have a ground in the
/// tint of their tag and a comment that says what they are.
[[nodiscard]] Result<Written> writeOdt(const Corpus &corpus, const WriteOptions &options = {});

}
