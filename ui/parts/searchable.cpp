// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/searchable.h"

#include "core/text/fold.h"

namespace pq {

QString searchable(QStringView words)
{
    return folded(words, {.dropsMarks = true});
}

}
