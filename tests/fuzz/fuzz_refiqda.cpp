// SPDX-License-Identifier: GPL-3.0-or-later
// A NUL parts the bytes into a project and its text. They are a corpus or a refusal; a corpus can be kept as it is, and
// written in a way that can be read.
#include "core/formats/format.h"
#include "tests/fuzz/fault.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QList<QByteArray> parts = bytes.split('\0');
    const pq::Format *refi = pq::findFormat(u"refi-qda");
    const pq::Format *lossless = pq::findFormat(u"pullquote-jsonl");
    const auto read = refi->read(
        {{QStringLiteral("project.qde"), parts.value(0)}, {QStringLiteral("sources/a.txt"), parts.value(1)}});
    if (!read)
        return 0;
    const auto kept = lossless->write(read->corpus, {});
    if (!kept)
        pq::fuzz::fault(kept.error().message);
    const auto again = lossless->read(kept->files);
    if (!again)
        pq::fuzz::fault(again.error().message);
    if (again->corpus != read->corpus)
        pq::fuzz::fault(QStringLiteral("It was kept, but not as it is."));
    const auto written = refi->write(read->corpus, {});
    if (!written)
        pq::fuzz::fault(written.error().message);
    if (const auto reread = refi->read(written->files); !reread)
        pq::fuzz::fault(reread.error().message);
    return 0;
}
