// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes before the first NUL are the text, those behind it its annotations.
#include "core/formats/format.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype cut = qMax<qsizetype>(0, bytes.indexOf('\0'));
    const pq::Format *format = pq::findFormat(u"brat");
    const auto read = format->read({{QStringLiteral("a.txt"), bytes.first(cut)}, {QStringLiteral("a.ann"), bytes.sliced(cut)}});
    if (read && !format->write(read->corpus))
        std::abort();
    return 0;
}
