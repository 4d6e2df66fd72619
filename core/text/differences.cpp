// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/differences.h"

#include "core/text/alignment.h"
#include "core/text/segmentation.h"

namespace pq {

QList<TextDifference> differences(const Text &old, const Text &now)
{
    const Alignment alignment(old, now);
    const auto between = [](const Text &text, const Alignment::Side &side, qint32 begin, qint32 end) {
        const TextSpan span = text.toText(Utf16Span{{side.begins[begin]}, {side.begins[end]}});
        const TextSpan words = trimmed(text, span);
        return words.isEmpty() ? span : words; // white space alone may be what differs
    };
    QList<TextDifference> all;
    qint32 i = 0;
    qint32 j = 0;
    for (qint32 next = 0; next <= alignment.old().size(); ++next) {
        const bool isEnd = next == alignment.old().size();
        const qint32 kept = isEnd ? alignment.now().size() : alignment.kept(next);
        if (kept < 0)
            continue;
        if (next > i || kept > j)
            all.append({between(old, alignment.old(), i, next), between(now, alignment.now(), j, kept)});
        i = next + 1;
        j = kept + 1;
    }
    return all;
}

}
