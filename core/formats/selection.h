// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QSet>

namespace pq {

/// Which part of a corpus to write; an empty set is no condition.
struct Selection
{
    QSet<ArticleId> articles;
    QSet<TagId> tags;
    QSet<AnnotatorId> annotators; ///< who made the passages, relations, claims, links and notes
    QSet<State> states;           ///< of passages, relations, claims and links

    [[nodiscard]] bool isEmpty() const
    {
        return articles.isEmpty() && tags.isEmpty() && annotators.isEmpty() && states.isEmpty();
    }
};

/// What the selection lets through, and whatever that needs: a sound corpus again. A claim whose passages are all left
/// out goes with them; of one that loses some, the others stay. Articles stay with their texts even where no passage
/// does; entities stay that something refers to, with the portrayals between them.
[[nodiscard]] Corpus selected(Corpus corpus, const Selection &selection);

}
