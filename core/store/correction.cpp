// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/correction.h"

#include <algorithm>

namespace pq {

QList<TextSpan> placeIn(const Correction &correction, qsizetype i)
{
    const PassageId passage = correction.passages[i];
    if (const auto accepted = correction.accepted.constFind(passage); accepted != correction.accepted.cend())
        return *accepted;
    const Anchor &anchor = correction.reanchoring.anchors()[i];
    return anchor.isCertain && !correction.declined.contains(passage) ? anchor.places.first().spans : QList<TextSpan>();
}

QSet<PassageId> touchedBy(const Correction &correction)
{
    const Reanchoring &found = correction.reanchoring;
    QSet<PassageId> touched;
    for (qsizetype i = 0; i < correction.passages.size(); ++i) {
        const QList<TextSpan> place = placeIn(correction, i);
        const QList<TextSpan> &was = found.passages()[i];
        const auto isSame = [&found](const TextSpan &old, const TextSpan &now) {
            return found.old().words(old) == found.now().words(now);
        };
        const Anchoring anchoring = found.anchors()[i].anchoring;
        const bool stays = place.isEmpty();
        if (stays ? anchoring == Anchoring::Changed || anchoring == Anchoring::Lost
                  : !std::ranges::equal(was, place, isSame))
            touched.insert(correction.passages[i]);
    }
    return touched;
}

}
