// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/textwidth.h"

#include "core/text/segmentation.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Nobody reads more of a text in a picture.
constexpr qsizetype longest = 600;

bool isMark(char32_t c)
{
    switch (u_charType(static_cast<UChar32>(c))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
        return true;
    default:
        return false;
    }
}

double asciiWidth(char32_t c)
{
    if (QLatin1StringView("iljI|!.,:;'` ").contains(QLatin1Char(static_cast<char>(c))))
        return 0.42;
    if (QLatin1StringView("mwMWQ@%&").contains(QLatin1Char(static_cast<char>(c))))
        return 1.03;
    return c >= 'A' && c <= 'Z' ? 0.8 : c == '+' || c == '=' || c == '<' || c == '>' || c == '~' ? 0.86 : 0.68;
}

/// In parts of the size.
double widthOf(char32_t c)
{
    if (c < 0x7f)
        return c == '\n' || c == '\t' ? 0.42 : asciiWidth(c);
    const auto point = static_cast<UChar32>(c);
    if (isMark(c))
        return 0;
    if (u_hasBinaryProperty(point, UCHAR_EMOJI_PRESENTATION) || u_hasBinaryProperty(point, UCHAR_EXTENDED_PICTOGRAPHIC))
        return 1.4;
    const int eastAsian = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    if (eastAsian == U_EA_WIDE || eastAsian == U_EA_FULLWIDTH)
        return 1.1;
    if (c == U'’' || c == U'‘' || c == U'·')
        return 0.42;
    if (c == U'“' || c == U'”' || c == U'–')
        return 0.6;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(point, &status)) {
    case USCRIPT_LATIN:
        return u_isupper(point) ? 1.15 : 0.8;
    case USCRIPT_HEBREW:
        return 0.75;
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
        return 1.15;
    default:
        return 1.3;
    }
}

/// How many UTF-16 units of @p text, whole grapheme clusters, fit into @p width together with @p more. Added up as
/// estimatedWidth() does, so that no rounding comes between the two.
qsizetype fitting(const Text &text, double width, double size, QStringView more = {})
{
    double used = 0;
    qsizetype count = 0;
    for (const char32_t c : text.string().toUcs4()) {
        used += widthOf(c);
        double all = used;
        for (const char32_t behind : more.toUcs4())
            all += widthOf(behind);
        if (all * size > width)
            break;
        ++count;
    }
    if (count == text.length())
        return text.string().size();
    return text.toUtf16(unitAt(text, {count}, Unit::Character).begin).value;
}

}

double estimatedWidth(QStringView text, double size)
{
    double width = 0;
    for (const char32_t c : text.toUcs4())
        width += widthOf(c);
    return width * size;
}

QString elided(const QString &text, double width, double size)
{
    const QString line = text.left(longest);
    if (line.size() == text.size() && estimatedWidth(line, size) <= width)
        return line;
    return line.first(fitting(Text(line), width, size, u"…")).trimmed() + u'…';
}

QStringList wrapped(const QString &text, double width, double size, qsizetype most)
{
    const QString whole = text.simplified();
    QString rest = whole.left(longest);
    QStringList lines;
    while (!rest.isEmpty() && lines.size() < most) {
        if (lines.size() == most - 1) {
            lines.append(elided(rest, width, size));
            break;
        }
        qsizetype end = fitting(Text(rest), width, size);
        if (end < rest.size() && !rest.at(end).isSpace()) {
            if (const qsizetype space = rest.lastIndexOf(u' ', end); space > 0)
                end = space;
        }
        if (end == 0) // one cluster wider than the line: nothing can be done about that
            end = Text(rest).toUtf16(unitAt(Text(rest), {0}, Unit::Character).end).value;
        lines.append(rest.first(end).trimmed());
        rest = rest.sliced(end).trimmed();
    }
    return lines;
}

}
