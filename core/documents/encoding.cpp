// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/encoding.h"

#include "core/documents/guess.h"
#include "core/documents/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

using namespace unicode;

QString name(Form form)
{
    switch (form) {
    case Form::Utf8:
        return u"UTF-8"_s;
    case Form::Utf16LittleEndian:
        return u"UTF-16LE"_s;
    case Form::Utf16BigEndian:
        return u"UTF-16BE"_s;
    case Form::Utf32LittleEndian:
        return u"UTF-32LE"_s;
    case Form::Utf32BigEndian:
        return u"UTF-32BE"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Decoded decoded(QByteArrayView bytes, Form form)
{
    if (form == Form::Utf8 && bytes.isValidUtf8())
        return {QString::fromUtf8(bytes), name(form)};
    Units units = toUtf16(bytes, form);
    return {std::move(units.string), units.surrogatePairs > 0 ? u"CESU-8"_s : name(form), false, 0, units.invalid};
}

struct Mark
{
    QByteArrayView bytes;
    Form form;
};

std::optional<Mark> markOf(QByteArrayView bytes)
{
    // The mark of UTF-32 first: in little-endian it begins with that of UTF-16.
    static constexpr std::array<std::pair<QByteArrayView, Form>, 5> marks{{
        {QByteArrayView("\xff\xfe\0\0", 4), Form::Utf32LittleEndian},
        {QByteArrayView("\0\0\xfe\xff", 4), Form::Utf32BigEndian},
        {QByteArrayView("\xff\xfe", 2), Form::Utf16LittleEndian},
        {QByteArrayView("\xfe\xff", 2), Form::Utf16BigEndian},
        {QByteArrayView("\xef\xbb\xbf", 3), Form::Utf8},
    }};
    for (const auto &[mark, form] : marks) {
        if (bytes.startsWith(mark))
            return Mark{mark, form};
    }
    return std::nullopt;
}

// Text of mostly Latin letters in UTF-16 or UTF-32 has a NUL in every unit, always at the same place.
std::optional<Form> formByNulls(QByteArrayView bytes)
{
    std::array<qsizetype, 4> nulls{};
    const qsizetype looked = std::min<qsizetype>(bytes.size(), qsizetype(64) * 1024) & ~qsizetype(3);
    for (qsizetype i = 0; i < looked; ++i)
        nulls[size_t(i & 3)] += bytes[i] == '\0' ? 1 : 0;
    const qsizetype quads = looked / 4;
    if (quads == 0)
        return std::nullopt;
    const auto mostly = [&](size_t i) { return nulls[i] > quads * 9 / 10; };
    const auto hardly = [&](size_t i) { return nulls[i] <= quads / 50; };
    if (bytes.size() % 4 == 0 && mostly(2) && mostly(3) && hardly(0))
        return Form::Utf32LittleEndian;
    if (bytes.size() % 4 == 0 && mostly(0) && mostly(1) && hardly(3))
        return Form::Utf32BigEndian;
    const auto often = [&](size_t i) { return nulls[i] > quads / 5; };
    if (often(1) && often(3) && hardly(0) && hardly(2))
        return Form::Utf16LittleEndian;
    if (often(0) && often(2) && hardly(1) && hardly(3))
        return Form::Utf16BigEndian;
    return std::nullopt;
}

// Text in other encodings has hardly a sequence that is also UTF-8.
bool isDamagedUtf8(const Units &units, qsizetype bytes)
{
    return units.sequences > 0 && units.invalid * 100 < bytes && units.invalid * 3 <= units.sequences;
}

Decoded decodedWithoutMark(QByteArrayView bytes)
{
    // NULs first: UTF-16 of Latin or Cyrillic letters is also valid UTF-8.
    if (bytes.contains('\0')) {
        if (const std::optional<Form> form = formByNulls(bytes))
            return decoded(bytes, *form);
        if (std::optional<Decoded> wide = guessedWide(bytes))
            return *std::move(wide);
    }
    if (bytes.isValidUtf8()) {
        std::optional<Decoded> escaped = guessedEscapes(bytes);
        return escaped ? *std::move(escaped) : decoded(bytes, Form::Utf8);
    }
    Units units = toUtf16(bytes, Form::Utf8);
    if (!isDamagedUtf8(units, bytes.size()))
        return guessed(bytes);
    return {std::move(units.string), units.surrogatePairs > 0 ? u"CESU-8"_s : name(Form::Utf8), false, 0,
            units.invalid};
}

}

Decoded decode(const QByteArray &bytes)
{
    QByteArrayView rest = bytes;
    qint64 marks = 0;
    const std::optional<Mark> mark = markOf(rest);
    if (mark) {
        for (; rest.startsWith(mark->bytes); ++marks)
            rest = rest.sliced(mark->bytes.size());
    }
    // UTF-8's mark is believed only when the bytes are UTF-8: some programs put it before anything.
    Decoded result = mark && mark->form != Form::Utf8 ? decoded(rest, mark->form) : decodedWithoutMark(rest);
    result.byteOrderMarks = marks;
    return result;
}

}
