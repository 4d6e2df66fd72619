// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/guess.h"

#include "core/documents/unicode.h"

#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype enough = qsizetype(256) * 1024; // bytes to look at for a guess

bool isHigh(char byte)
{
    return static_cast<uchar>(byte) >= 0x80;
}

// From a little before the first byte beyond ASCII, so that a late one counts as well.
QByteArrayView telling(QByteArrayView bytes)
{
    const qsizetype first = std::ranges::find_if(bytes, [](char c) { return isHigh(c) || c == '\x1b'; })
        - bytes.begin();
    const qsizetype begin = std::max<qsizetype>(0, first - 1024);
    return bytes.sliced(begin, std::min(enough, bytes.size() - begin));
}

QByteArray uchardetsName(QByteArrayView bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
    const QByteArrayView part = telling(bytes);
    if (!detector || uchardet_handle_data(detector.get(), part.data(), size_t(part.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

// English, and other languages of Western Europe: apart from the curly quotation marks, dashes and the ellipsis
// of windows-1252 hardly a byte beyond ASCII, and no two side by side as in texts of other scripts. uchardet is
// often wrong about these for want of evidence; languages of Central Europe have far more accents.
bool isMostlyAscii(QByteArrayView bytes)
{
    const QByteArrayView part = telling(bytes);
    qsizetype letters = 0;
    bool afterLetter = false;
    for (const char c : part) {
        const auto byte = static_cast<uchar>(c);
        const bool isMark = byte == 0x85 || (byte >= 0x91 && byte <= 0x97);
        const bool isLetter = isHigh(c) && !isMark;
        if (isLetter && afterLetter)
            return false;
        afterLetter = isLetter;
        letters += isLetter ? 1 : 0;
    }
    return letters * 100 < part.size() * 3;
}

QByteArray likelyName(QByteArrayView bytes)
{
    if (isMostlyAscii(bytes))
        return "windows-1252";
    const QByteArray name = uchardetsName(bytes);
    // As browsers do: ISO-8859-1 is windows-1252, which only adds to it.
    return name.isEmpty() || name == "ASCII" || name == "UTF-8" || name == "ISO-8859-1" ? "windows-1252" : name;
}

// Nothing when ICU does not know the encoding.
std::optional<Decoded> converted(QByteArrayView bytes, const QByteArray &name)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name.constData(), &error), ucnv_close);
    if (U_FAILURE(error))
        return std::nullopt;
    QString string(bytes.size() * 2 + 16, Qt::Uninitialized); // the most that ICU's conversions make of a byte
    const int32_t length = ucnv_toUChars(converter.get(), reinterpret_cast<UChar *>(string.data()),
                                         int32_t(string.size()), bytes.data(), int32_t(bytes.size()), &error);
    if (U_FAILURE(error))
        return std::nullopt;
    string.resize(length);
    error = U_ZERO_ERROR;
    const char *standard = ucnv_getStandardName(name.constData(), "IANA", &error);
    const qint64 invalid = string.count(QChar(QChar::ReplacementCharacter));
    return Decoded{std::move(string), QString::fromLatin1(standard ? standard : name.constData()), true, 0, invalid};
}

}

std::optional<Decoded> guessedEscapes(QByteArrayView bytes)
{
    if (!bytes.contains("\x1b$") && !bytes.contains("\x1b("))
        return std::nullopt;
    const QByteArray name = uchardetsName(bytes);
    return name.startsWith("ISO-2022") ? converted(bytes, name) : std::nullopt;
}

std::optional<Decoded> guessedWide(QByteArrayView bytes)
{
    const auto controls = std::ranges::count_if(bytes, [](char c) { return static_cast<uchar>(c) < 0x20; });
    if (bytes.size() % 2 != 0 || controls < 4 || controls * 30 < bytes.size() || !bytes.contains('\0'))
        return std::nullopt;
    using unicode::Form;
    for (const Form form : {Form::Utf16LittleEndian, Form::Utf16BigEndian}) {
        const unicode::Units part = unicode::toUtf16(bytes.first(std::min(enough, bytes.size())), form);
        const bool sound = std::ranges::all_of(part.string, [](QChar c) {
            return c == u'\n' || c == u'\r' || c == u'\t' || (c.isPrint() && c.category() != QChar::Other_PrivateUse);
        });
        if (sound)
            return Decoded{unicode::toUtf16(bytes, form).string,
                           form == Form::Utf16LittleEndian ? u"UTF-16LE"_s : u"UTF-16BE"_s, true, 0, 0};
    }
    return std::nullopt;
}

Decoded guessed(QByteArrayView bytes)
{
    if (std::optional<Decoded> result = converted(bytes, likelyName(bytes))) {
        if (result->invalidBytes * 100 <= result->string.size())
            return *std::move(result);
    }
    if (std::optional<Decoded> result = converted(bytes, "windows-1252"))
        return *std::move(result);
    return {QString::fromLatin1(bytes), u"ISO-8859-1"_s, true, 0, 0};
}

}
