// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hittagging.h"

#include "core/store/store.h"

#include <QSet>

namespace pq {

Result<QList<Passage>> passagesOn(const QList<Hit> &hits, TagId tag, const Store &store)
{
    QList<Passage> made;
    VersionId version;
    QHash<qsizetype, QSet<qsizetype>> ends; // by begin: of the passages that have this tag already
    for (const Hit &hit : hits) {
        if (hit.version != version) {
            version = hit.version;
            ends.clear();
            const Result<QList<Passage>> there = store.passages(version);
            if (!there)
                return std::unexpected(there.error());
            for (const Passage &passage : *there) {
                if (passage.tag == tag && passage.fragments.size() == 1 && passage.state != State::Rejected)
                    ends[passage.extent().begin.value].insert(passage.extent().end.value);
            }
        }
        if (ends.value(hit.span.begin.value).contains(hit.span.end.value))
            continue;
        Passage passage;
        passage.id = PassageId::create();
        passage.version = hit.version;
        passage.tag = tag;
        passage.fragments = {{hit.span, hit.words}};
        passage.annotator = store.annotator().id;
        passage.created = Timestamp::now();
        made.append(passage);
    }
    return made;
}

}
