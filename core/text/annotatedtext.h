// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>

namespace pq {

/// A stretch of a text that is shown as marked.
struct TextMark
{
    TextSpan span;
    QString colour; ///< "#rrggbb"; anything else is shown grey
    QString label;  ///< the numbers of what it belongs to, such as "2" or "2, 3c"; may be empty
    qsizetype target = 0; ///< the number that its label leads to, "#claim-2"
    QString tip;    ///< what the pointer says over it
    QString anchor; ///< the id that it can be led to by; may be empty

    friend bool operator==(const TextMark &, const TextMark &) = default;
};

/// The paragraphs of @p text as markup, with @p marks on it. A mark begins with its label and "[" and ends with "]",
/// with its label again where marks lie over each other or it goes on in another paragraph; its ground is tinted
/// and, in browsers, each of up to five marks over each other has an underline of its own. Time grows with the text
/// and the marks, and with how many lie over each other at one place.
[[nodiscard]] QString annotatedText(const Text &text, const QList<TextMark> &marks);

}
