// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/signature.h"

#include <QCoreApplication>

namespace pq {

namespace {

struct Signature
{
    QByteArrayView bytes;
    const char *kind;
};

constexpr Signature signatures[] = {
    {"%PDF-", QT_TRANSLATE_NOOP("Documents", "a PDF document")},
    {"{\\rtf", QT_TRANSLATE_NOOP("Documents", "an RTF document")},
    {"PK\x03\x04", QT_TRANSLATE_NOOP("Documents", "a ZIP archive, as word processors' documents and e-books are")},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", QT_TRANSLATE_NOOP("Documents", "an old Office document")},
    {"\x1f\x8b\x08", QT_TRANSLATE_NOOP("Documents", "a compressed file")},
    {"\x89PNG\r\n", QT_TRANSLATE_NOOP("Documents", "a picture")},
    {"\xff\xd8\xff", QT_TRANSLATE_NOOP("Documents", "a picture")},
    {"GIF8", QT_TRANSLATE_NOOP("Documents", "a picture")},
    {"SQLite format 3", QT_TRANSLATE_NOOP("Documents", "a database")},
};

}

QString foreignKind(QByteArrayView bytes)
{
    for (const Signature &signature : signatures) {
        if (bytes.startsWith(signature.bytes))
            return QCoreApplication::translate("Documents", signature.kind);
    }
    return {};
}

}
