// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/unicode.h"

#include <QtEndian>

namespace pq::unicode {

namespace {

constexpr char16_t replacement = 0xfffd;

void append(Units &units, char32_t c)
{
    if (c >= 0x10000) {
        units.string += QChar(QChar::highSurrogate(c));
        units.string += QChar(QChar::lowSurrogate(c));
        return;
    }
    units.string += QChar(static_cast<char16_t>(c));
}

void appendInvalid(Units &units)
{
    units.string += QChar(replacement);
    ++units.invalid;
}

// How many bytes the lead byte announces, and the smallest character that needs so many.
struct Lead
{
    int length;
    char32_t bits;
    char32_t smallest;
};

Lead lead(uchar byte)
{
    if (byte >= 0xc2 && byte <= 0xdf)
        return {2, byte & 0x1fu, 0x80};
    if (byte >= 0xe0 && byte <= 0xef)
        return {3, byte & 0x0fu, 0x800};
    if (byte >= 0xf0 && byte <= 0xf4)
        return {4, byte & 0x07u, 0x10000};
    return {0, 0, 0};
}

Units fromUtf8(QByteArrayView bytes)
{
    Units units;
    units.string.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        const auto byte = static_cast<uchar>(bytes[i]);
        if (byte < 0x80) {
            units.string += QChar(char16_t(byte));
            ++i;
            continue;
        }
        const Lead first = lead(byte);
        char32_t c = first.bits;
        int length = 1;
        for (; length < first.length && i + length < bytes.size(); ++length) {
            const auto next = static_cast<uchar>(bytes[i + length]);
            if ((next & 0xc0) != 0x80)
                break;
            c = (c << 6) | (next & 0x3fu);
        }
        if (first.length > 0 && length == first.length && c >= first.smallest && c <= QChar::LastValidCodePoint) {
            if (QChar::isLowSurrogate(c) && !units.string.isEmpty() && units.string.back().isHighSurrogate())
                ++units.surrogatePairs;
            append(units, c);
            ++units.sequences;
        } else {
            appendInvalid(units);
        }
        i += length;
    }
    return units;
}

template <class Unit>
Units fromUnits(QByteArrayView bytes, bool bigEndian)
{
    Units units;
    const qsizetype count = bytes.size() / qsizetype(sizeof(Unit));
    units.string.reserve(count + 1);
    for (qsizetype i = 0; i < count; ++i) {
        const char *at = bytes.data() + i * qsizetype(sizeof(Unit));
        const char32_t c = bigEndian ? qFromBigEndian<Unit>(at) : qFromLittleEndian<Unit>(at);
        if (c > QChar::LastValidCodePoint)
            appendInvalid(units);
        else
            append(units, c);
    }
    if (bytes.size() % qsizetype(sizeof(Unit)) != 0)
        appendInvalid(units);
    return units;
}

}

Units toUtf16(QByteArrayView bytes, Form form)
{
    switch (form) {
    case Form::Utf8:
        return fromUtf8(bytes);
    case Form::Utf16LittleEndian:
        return fromUnits<quint16>(bytes, false);
    case Form::Utf16BigEndian:
        return fromUnits<quint16>(bytes, true);
    case Form::Utf32LittleEndian:
        return fromUnits<quint32>(bytes, false);
    case Form::Utf32BigEndian:
        return fromUnits<quint32>(bytes, true);
    }
    Q_UNREACHABLE_RETURN({});
}

}
