// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/castokens.h"

#include "core/text/segmentation.h"

namespace pq {

Tokens deriveTokens(const Text &text)
{
    Tokens all;
    for (const TextSpan &sentence : sentences(text)) {
        const QList<TextSpan> tokens = tokensIn(text, sentence);
        if (tokens.isEmpty())
            continue;
        all.sentences.append({tokens.first().begin, tokens.last().end});
        all.tokens += tokens;
    }
    if (all.tokens.isEmpty() && !text.isEmpty()) {
        all.tokens = {text.span()};
        all.sentences = {text.span()};
    }
    return all;
}

}
