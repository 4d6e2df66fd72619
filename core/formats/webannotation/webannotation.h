// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// W3C Web Annotations (JSON-LD), one AnnotationCollection with all items on one page. Passages are tagging
/// annotations with position (code points) and quote selectors, notes comment and reply, claims classify,
/// links link. What the W3C model has no words for stands under our own prefix "pq", the articles with
/// their texts included, so that nothing is lost.
[[nodiscard]] Result<Written> writeWebAnnotation(const Corpus &corpus, const WriteOptions &options = {});

/// Reads what writeWebAnnotation() wrote, and other people's annotations, also as the API of Hypothes.is gives them
/// out, on texts that stand in the same file under "pq:text": [{"id": the target's source, "text": …}] or beside it in
/// .txt files that are called like the source. They are anchored by quote, then by position, whose unit is found by
/// evidence. All of them, and those on texts that are not here, are kept with all their members and written again.
[[nodiscard]] Result<Read> readWebAnnotation(const QList<NamedFile> &files);

[[nodiscard]] bool isWebAnnotation(QStringView name, QByteArrayView beginning);

}
