// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/textselection.h"

#include <algorithm>

namespace pq {

namespace {

QList<TextSpan> joined(QList<TextSpan> spans)
{
    std::ranges::sort(spans);
    QList<TextSpan> result;
    for (const TextSpan &span : std::as_const(spans)) {
        if (span.isEmpty())
            continue;
        if (!result.isEmpty() && span.begin <= result.last().end)
            result.last().end = std::max(result.last().end, span.end);
        else
            result.append(span);
    }
    return result;
}

}

TextSpan TextSelection::live() const
{
    return {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
}

QList<TextSpan> TextSelection::spans() const
{
    return joined(m_added + QList<TextSpan>{live()});
}

void TextSelection::moveTo(TextPosition caret, bool select)
{
    m_caret = caret;
    if (!select)
        m_anchor = caret;
}

void TextSelection::select(TextPosition anchor, TextPosition caret)
{
    m_anchor = anchor;
    m_caret = caret;
}

void TextSelection::addLive()
{
    m_added = spans();
    m_anchor = m_caret;
}

void TextSelection::clear()
{
    m_added.clear();
    m_anchor = m_caret;
}

}
