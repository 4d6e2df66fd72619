// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a corpus or a refusal, and a corpus that was read can be written.
#include "core/formats/format.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const pq::Format *format = pq::findFormat(u"pullquote-jsonl");
    const auto read = format->read({{QStringLiteral("fuzz.jsonl"), bytes}});
    if (read && !format->write(read->corpus))
        std::abort();
    return 0;
}
