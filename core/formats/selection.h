// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"
#include "core/model/excerpt.h"

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

/// What the selection lets through, and whatever that needs. Articles stay with their texts even where no passage does;
/// claims without any words stay unless articles or tags were chosen.
[[nodiscard]] Excerpt selected(Excerpt from, const Selection &selection);

/// Reports what was severed.
void addSevered(LossReport &loss, const Severed &severed);
/// As writeChecked() does the corpus; what was severed comes into the loss report, too.
[[nodiscard]] Result<Written> writeChecked(const Format &format, const Excerpt &excerpt, const WriteOptions &options);

}
