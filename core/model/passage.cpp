// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/passage.h"

namespace pq {

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
