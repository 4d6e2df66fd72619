// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>
#include <QStringView>

namespace pq {

/// Where the pieces begin by which two texts are compared, in UTF-16, and behind them the text's length: runs of
/// letters and digits, runs of white space, and each other character for itself, as are those of scripts that put
/// no spaces between words. The pieces cover the text without a gap and keep marks, emoji sequences and flags with
/// what they belong to.
[[nodiscard]] QList<qsizetype> tokenBegins(QStringView text);

/// What a piece is, by its first character.
enum class TokenKind { Word, Space, Mark };
[[nodiscard]] TokenKind tokenKind(QStringView token);

/// The pieces of @p text, cut also where one of @p spans begins or ends; white space only where a span begins or ends
/// with it.
[[nodiscard]] QList<TextSpan> tokensFor(const Text &text, const QList<TextSpan> &spans);

}
