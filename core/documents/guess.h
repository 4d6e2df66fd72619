// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/encoding.h"

#include <optional>

namespace pq {

/// ISO-2022: plain ASCII to look at, and yet Japanese, in escape sequences.
[[nodiscard]] std::optional<Decoded> guessedEscapes(QByteArrayView bytes);

/// UTF-16 without a mark and with few Latin letters: too many control bytes for any other text, and yet every
/// unit is an assigned character.
[[nodiscard]] std::optional<Decoded> guessedWide(QByteArrayView bytes);

/// Decodes what is no UTF-8 by uchardet's guess, or as windows-1252 where that is likelier or nothing helps.
[[nodiscard]] Decoded guessed(QByteArrayView bytes);

}
