// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// TEI P5, valid by the schema of version 4.11.0: one teiCorpus with a TEI for each version. Texts are kept character
/// for character, a p for each line. Passages that overlap nothing are inline (said; persName or orgName, where they
/// are names; seg), all others span's of anchors in standOff; people are in listPerson, listOrg and listBibl,
/// portrayals in listRelation, claims are interp's, links and relations link's. What TEI has no words for stands as
/// Pullquote JSON Lines in the header's xenoData, so that nothing is lost.
[[nodiscard]] Result<Written> writeTei(const Corpus &corpus, const WriteOptions &options = {});

/// Reads what writeTei() wrote, and other people's TEI: of their texts paragraphs, divisions, verses, lines and
/// speeches, one of several readings; said, q, quote, sp, u, persName, orgName, placeName, name, rs and seg become
/// passages, who they point at entities, spans in standOff passages. Their headers are kept for writing.
[[nodiscard]] Result<Read> readTei(const QList<NamedFile> &files);

[[nodiscard]] bool isTei(QStringView name, QByteArrayView beginning);

}
