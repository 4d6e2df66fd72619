// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/changes.h"

namespace pq {

void Changes::unite(const Changes &other)
{
    articles.unite(other.articles);
    versions.unite(other.versions);
    tagsets.unite(other.tagsets);
    tags.unite(other.tags);
    passages.unite(other.passages);
    relations.unite(other.relations);
    entities.unite(other.entities);
    portrayals.unite(other.portrayals);
    claims.unite(other.claims);
    links.unite(other.links);
    evidence.unite(other.evidence);
    verdicts.unite(other.verdicts);
    signOffs.unite(other.signOffs);
    notes.unite(other.notes);
    remainders.unite(other.remainders);
    annotators.unite(other.annotators);
    reviewed.unite(other.reviewed);
    noted.unite(other.noted);
}

}
