// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/article/passageboundary.h"

namespace pq {

class Actions;
class ArticleView;

/// A row for each unit of reading that can be selected, and that a passage can be grown to.
struct Surrounding
{
    const char *select; ///< the commands' ids
    const char *grow;
    Surroundings around; ///< at best more than the span given
};

/// The sentence, the paragraph, the quotation and the turn; each of them once more gives more.
[[nodiscard]] std::span<const Surrounding> surroundings();

/// Connects the commands that select.
void serveSelection(ArticleView &view, const Actions &actions);

}
