// SPDX-License-Identifier: GPL-3.0-or-later
// A NUL parts the bytes into annotations and a text beside them. They are a corpus or a refusal; a corpus can be kept
// as it is, and written so that the same corpus is read again.
#include "core/formats/format.h"
#include "tests/fuzz/fault.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QList<QByteArray> parts = bytes.split('\0');
    const pq::Format *format = pq::findFormat(u"webannotation");
    const auto read = format->read(
        {{QStringLiteral("a.jsonld"), parts.value(0)}, {QStringLiteral("page.txt"), parts.value(1)}});
    if (!read)
        return 0;
    const auto written = format->write(read->corpus, {});
    if (!written)
        pq::fuzz::fault(written.error().message);
    const auto again = format->read(written->files);
    if (!again)
        pq::fuzz::fault(again.error().message);
    if (again->corpus != read->corpus)
        pq::fuzz::fault(QStringLiteral("It was written, but not as it is."));
    return 0;
}
