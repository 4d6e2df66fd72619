// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/searchable.h"

#include "core/text/fold.h"

namespace pq {

QString searchable(QStringView words)
{
    QString result = folded(words).normalized(QString::NormalizationForm_D);
    result.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return result;
}

}
