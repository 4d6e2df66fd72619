// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pq {

/// Bytes made into UTF-16. May hold lone surrogates where the bytes encode some.
struct Decoded
{
    QString string;
    QString encoding;     ///< IANA name
    bool guessed = false; ///< true when the bytes alone do not prove the encoding
    qint64 byteOrderMarks = 0;
    qint64 invalidBytes = 0; ///< places that became U+FFFD
};

/// By the byte order mark; else strict UTF-8; else UTF-16 or UTF-32 by its pattern of NULs; else UTF-8 with a
/// few damaged places; else uchardet's guess, and windows-1252 when that is of no use. Never fails: what
/// cannot be decoded is U+FFFD and counted.
[[nodiscard]] Decoded decode(const QByteArray &bytes);

}
