// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <algorithm>

namespace pq {

/// Brings every list into the order that a Corpus promises.
inline void sortById(Corpus &corpus)
{
    const auto sort = [](auto &...lists) {
        (std::sort(lists.begin(), lists.end(), [](const auto &a, const auto &b) { return a.id < b.id; }), ...);
    };
    sort(corpus.annotators, corpus.tagsets, corpus.tags, corpus.entities, corpus.portrayals, corpus.articles,
         corpus.versions, corpus.passages, corpus.relations, corpus.claims, corpus.links, corpus.evidence,
         corpus.verdicts, corpus.signOffs, corpus.notes, corpus.remainders);
}

}
