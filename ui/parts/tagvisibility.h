// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"

#include <QHash>

namespace pq {

/// How much of a tag's passages an article shows; from most to least.
enum class TagVisibility { Shown, Dimmed, Hidden };

using TagVisibilities = QHash<TagId, TagVisibility>; ///< of the tags that are not simply shown

/// What becomes of every tag when @p chosen is set on some: a tag is seen no more than those above it in the tree.
[[nodiscard]] TagVisibilities withGroups(const TagVisibilities &chosen, const QList<Tag> &tags);

}
