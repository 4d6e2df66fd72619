// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

/// Unicode's encoding forms, decoded with an account of what was wrong, which QStringDecoder does not give.
namespace pq::unicode {

enum class Form { Utf8, Utf16LittleEndian, Utf16BigEndian, Utf32LittleEndian, Utf32BigEndian };

struct Units
{
    QString string;
    qint64 invalid = 0;        ///< places that became U+FFFD
    qint64 sequences = 0;      ///< UTF-8 sequences of more than one byte that were in order
    qint64 surrogatePairs = 0; ///< in UTF-8, where only CESU-8 has them
};

/// @p bytes without a byte order mark. Surrogates come through as they are, alone or in pairs; a bad byte, an
/// unfinished sequence or unit each is one U+FFFD.
[[nodiscard]] Units toUtf16(QByteArrayView bytes, Form form);

}
