// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/passage.h"

namespace pq {

QList<TextSpan> Passage::spans() const
{
    QList<TextSpan> spans;
    for (const Fragment &fragment : fragments)
        spans.append(fragment.span);
    return spans;
}

QString Passage::words() const
{
    QString all;
    for (const Fragment &fragment : fragments) {
        if (!all.isEmpty())
            all += u" … ";
        all += fragment.words;
    }
    return all;
}

}
