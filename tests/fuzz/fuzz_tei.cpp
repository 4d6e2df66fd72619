// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes are a corpus or a refusal; a corpus can be written so that the same corpus is read again.
#include "core/formats/format.h"
#include "tests/fuzz/fault.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const pq::Format *tei = pq::findFormat(u"tei");
    const auto read = tei->read({{QStringLiteral("a.xml"), bytes}});
    if (!read)
        return 0;
    const auto written = tei->write(read->corpus, {});
    if (!written)
        pq::fuzz::fault(written.error().message);
    const auto again = tei->read(written->files);
    if (!again)
        pq::fuzz::fault(again.error().message);
    if (again->corpus != read->corpus)
        pq::fuzz::fault(QStringLiteral("It was written, but not as it is."));
    return 0;
}
