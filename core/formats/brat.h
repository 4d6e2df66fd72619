// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// brat standoff: for each version of an article a .txt and an .ann, and brat's configuration. Passages are
/// text-bound annotations, claims are events (triggered by their first content), links are relations,
/// entities are normalisations of the words that show them. Offsets count code points.
[[nodiscard]] Result<Written> writeBrat(const Corpus &corpus, const WriteOptions &options = {});

/// Reads what writeBrat() wrote, and other people's folders as far as they fit: types become tags, events
/// whose types or roles fit become claims, notes become notes. The rest is remarked on.
[[nodiscard]] Result<Read> readBrat(const QList<NamedFile> &files);

[[nodiscard]] bool isBrat(QStringView name, QByteArrayView beginning);

}
