// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/tagvisibility.h"

#include <algorithm>

namespace pq {

TagVisibilities withGroups(const TagVisibilities &chosen, const QList<Tag> &tags)
{
    if (chosen.isEmpty())
        return {};
    QHash<TagId, TagId> parents;
    for (const Tag &tag : tags)
        parents.insert(tag.id, tag.parent);
    TagVisibilities all;
    for (const Tag &tag : tags) {
        TagVisibility visibility = TagVisibility::Shown;
        qsizetype steps = 0; // a tree has no circles; a damaged one ends here all the same
        for (TagId at = tag.id; !at.isNull() && steps <= tags.size(); at = parents.value(at), ++steps)
            visibility = std::max(visibility, chosen.value(at));
        if (visibility != TagVisibility::Shown)
            all.insert(tag.id, visibility);
    }
    return all;
}

}
