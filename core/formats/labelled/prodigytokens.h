// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokens.h"

#include <QJsonArray>

namespace pq {

/// A Prodigy task's tokens, by which spans and relations say a second time where they are.
class ProdigyTokens
{
public:
    /// Words and marks of @p text, cut where a span begins or ends.
    ProdigyTokens(const Text &text, const QList<TextSpan> &spans) : m_spans(tokensFor(text, spans)) {}
    /// Those of a file; what is no token is as if it were not there.
    explicit ProdigyTokens(const QJsonArray &tokens);

    /// The token that begins there, or ends there; -1 when none does.
    [[nodiscard]] qsizetype beginningAt(TextPosition position) const;
    [[nodiscard]] qsizetype endingAt(TextPosition position) const;
    [[nodiscard]] const QList<TextSpan> &spans() const { return m_spans; }

    [[nodiscard]] QJsonArray toJson(const Text &text) const;

private:
    QList<TextSpan> m_spans; ///< in order; their places are their ids
};

}
