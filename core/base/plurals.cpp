// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plurals.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace pq {

QString EnglishPlurals::translate(const char *, const char *text, const char *, int n) const
{
    // A null string means "I do not know it", and Qt goes on with the source.
    if (n < 0 || !std::strstr(text, "%n"))
        return {};
    return QString::fromUtf8(text).replace("(s)"_L1, n == 1 ? ""_L1 : "s"_L1);
}

}
