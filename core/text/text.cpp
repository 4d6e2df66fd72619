// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/text.h"

#include <algorithm>

namespace pq {

namespace {

/// Without a way out of the loop, so that the compiler looks at many at once: most stretches have none.
bool hasSurrogate(const char16_t *units, qsizetype count)
{
    bool any = false;
    for (qsizetype i = 0; i < count; ++i)
        any |= (units[i] & 0xf800) == 0xd800;
    return any;
}

}

Text::Text(QString string) : m_string(std::move(string))
{
    const char16_t *units = QStringView(m_string).utf16();
    constexpr qsizetype stretch = 1024;
    for (qsizetype i = 0, end = m_string.size(); i < end;) {
        const qsizetype last = std::min(end, i + stretch);
        if (!hasSurrogate(units + i, last - i)) {
            i = last;
            continue;
        }
        for (; i < last; ++i) {
            // A pair may go over the end of the stretch.
            if (QChar::isHighSurrogate(units[i]) && i + 1 < end && QChar::isLowSurrogate(units[i + 1])) {
                m_astral.append(i - m_astral.size());
                ++i;
            }
        }
    }
}

bool Text::covers(const TextSpan &span) const
{
    return span.begin.value >= 0 && span.begin <= span.end && span.end.value <= length();
}

Utf16Position Text::toUtf16(TextPosition position) const
{
    const qsizetype n = std::clamp<qsizetype>(position.value, 0, length());
    const auto before = std::ranges::lower_bound(m_astral, n) - m_astral.begin();
    return {n + before};
}

Utf16Span Text::toUtf16(const TextSpan &span) const
{
    return {toUtf16(span.begin), toUtf16(span.end)};
}

TextPosition Text::toText(Utf16Position position) const
{
    const qsizetype n = std::clamp<qsizetype>(position.value, 0, m_string.size());
    // The astral character number i stands at the UTF-16 positions m_astral[i] + i and the one behind it.
    qsizetype low = 0;
    qsizetype high = m_astral.size();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (m_astral[middle] + middle + 1 < n)
            low = middle + 1;
        else
            high = middle;
    }
    const bool insidePair = low < m_astral.size() && m_astral[low] + low + 1 == n;
    return {n - low - (insidePair ? 1 : 0)};
}

TextSpan Text::toText(const Utf16Span &span) const
{
    const TextPosition end = toText(span.end);
    const bool endInsidePair = toUtf16(end) < span.end && span.end.value <= m_string.size();
    return {toText(span.begin), endInsidePair ? end + 1 : end};
}

QStringView Text::words(const TextSpan &span) const
{
    const Utf16Span units = toUtf16(span);
    return QStringView(m_string).sliced(units.begin.value, std::max<qsizetype>(0, units.length()));
}

}
