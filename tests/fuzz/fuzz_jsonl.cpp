// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a corpus or a refusal, and a corpus that was read can be written and is read again as it was.
#include "core/formats/format.h"
#include "tests/fuzz/fault.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const pq::Format *format = pq::findFormat(u"pullquote-jsonl");
    const auto read = format->read({{QStringLiteral("fuzz.jsonl"), bytes}});
    if (!read)
        return 0;
    const auto written = format->write(read->corpus, {});
    if (!written)
        pq::fuzz::fault(written.error().message);
    const auto again = format->read(written->files);
    if (!again)
        pq::fuzz::fault(again.error().message);
    if (again->corpus != read->corpus)
        pq::fuzz::fault(QStringLiteral("It is read again as something else."));
    return 0;
}
