// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a text or a refusal, and what is a text is fit to be kept.
#include "core/documents/reader.h"
#include "tests/fuzz/fault.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto document = pq::readText(bytes, QStringLiteral("fuzz.txt"));
    if (document) {
        const QString &text = document->text.string();
        if (text.isEmpty() || !text.isValidUtf16() || text.contains(QChar(u'\0')) || text.contains(u'\r'))
            pq::fuzz::fault(QStringLiteral("This is no text to be kept: ") + text);
    }
    return 0;
}
