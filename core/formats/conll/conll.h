// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// The columns of CoNLL-2003: a token and its label on each line (B-, I- and O, with options.marksSingles also E- and
/// S-), an empty line behind a sentence, "-DOCSTART-" before a text. Of passages that overlap the outer one or the
/// first is written. Columns that came with a text are written again while its tokens still fit.
[[nodiscard]] Result<Written> writeConll(const Corpus &corpus, const WriteOptions &options = {});

/// Columns parted by tabs or, where there are no tabs, by spaces, with the token first (behind its number where tokens
/// are counted) and in the last column with labels these in BIO, BIOES, BILOU, BMES or IOB1; comments are left out; or
/// CoNLL-U with entities in its last column ("Entity=", "NER=") and "start_char", "SpaceAfter" and "SpacesAfter" for
/// the text. Otherwise the text is made of the tokens, with a space between them and a line feed between sentences.
[[nodiscard]] Result<Read> readConll(const QList<NamedFile> &files);

[[nodiscard]] bool isConll(QStringView name, QByteArrayView beginning);

}
