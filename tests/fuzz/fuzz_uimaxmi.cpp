// SPDX-License-Identifier: GPL-3.0-or-later
// A NUL parts the bytes into the XMI and its type system, which may be missing.
#include "tests/fuzz/roundtrip.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = pq::fuzz::bytesOf(data, size);
    const qsizetype end = bytes.indexOf('\0');
    QList<pq::NamedFile> files = {{QStringLiteral("a.xmi"), end < 0 ? bytes : bytes.first(end)}};
    if (end >= 0)
        files.append({QStringLiteral("TypeSystem.xml"), bytes.sliced(end + 1)});
    return pq::fuzz::roundTrip("uima-xmi", files);
}
