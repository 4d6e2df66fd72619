// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

namespace pq {

struct Tokens
{
    QList<TextSpan> tokens;    ///< ascending; in a sentence each
    QList<TextSpan> sentences; ///< ascending, from the begin of their first token to the end of their last one
};

/// Words, marks and sentences of a text that comes without; a text of nothing but white space is one token.
[[nodiscard]] Tokens deriveTokens(const Text &text);

}
