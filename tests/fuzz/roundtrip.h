// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"
#include "tests/fuzz/fault.h"

namespace pq::fuzz {

/// Files are a corpus or a refusal; a corpus can be kept as it is, and written in a way that can be read.
inline int roundTrip(const char *id, const QList<NamedFile> &files)
{
    const Format *format = findFormat(QString::fromLatin1(id));
    const Format *lossless = findFormat(u"pullquote-jsonl");
    const auto read = format->read(files);
    if (!read)
        return 0;
    const auto kept = lossless->write(read->corpus, {});
    if (!kept)
        fault(kept.error().message);
    const auto again = lossless->read(kept->files);
    if (!again)
        fault(again.error().message);
    if (again->corpus != read->corpus)
        fault(QStringLiteral("It was kept, but not as it is."));
    if (!format->write)
        return 0;
    const auto written = format->write(read->corpus, {});
    if (!written)
        fault(written.error().message);
    if (read->corpus.versions.isEmpty())
        return 0;
    if (const auto reread = format->read(written->files); !reread)
        fault(reread.error().message);
    return 0;
}

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

}
