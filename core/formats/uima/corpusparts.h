// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/losses.h"

namespace pq {

/// What of a corpus goes with one of its texts, as a corpus of its own: what its objects refer to is in it, too.
struct CorpusPart
{
    QString name; ///< for a file, without a suffix; empty for what goes with no text
    Corpus corpus;
};

/// One part for each version, in their order; what goes with no text, when there is anything, comes last. There are
/// also the links between claims of different texts, without the claims; other ties between what goes with different
/// texts are lost.
[[nodiscard]] QList<CorpusPart> partsByText(const Corpus &corpus, Losses &losses);

}
