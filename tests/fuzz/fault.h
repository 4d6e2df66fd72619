// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdio>
#include <cstdlib>

namespace pq::fuzz {

/// Ends the program, which then keeps its input, and says why.
[[noreturn]] inline void fault(const QString &why)
{
    (void)std::fprintf(stderr, "%s\n", qPrintable(why));
    std::abort();
}

}
