// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/roundtrip.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return pq::fuzz::roundTrip("taguette", {{QStringLiteral("a.sqlite3"), pq::fuzz::bytesOf(data, size)}});
}
