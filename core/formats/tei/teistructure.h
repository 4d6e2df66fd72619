// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/tei/teidocument.h"
#include "core/text/text.h"

#include <QJsonArray>

namespace pq {

/// What stands around and in the words of a text: text, body, divisions, heads, paragraphs, lists, verses, speeches,
/// highlighted words, … Elements in the order in which they begin, each behind its parent; the first is the text.
using TeiStructure = QList<TeiElement>;

/// Of somebody else's text: what can be written around its words again, without what became passages. Empty where that
/// cannot be done, or there is no more than a paragraph for each line.
[[nodiscard]] TeiStructure structureOf(const QList<TeiElement> &elements, const Text &words);

/// A paragraph for each line that is not empty, one at least.
[[nodiscard]] TeiStructure structureOfLines(const Text &words);

/// Whether all words stand where TEI lets words stand, and each element where and as often as TEI lets it. By a table
/// of our own that allows less than TEI P5 does.
[[nodiscard]] bool canBeWritten(const TeiStructure &structure, const Text &words);

/// Whether words may stand in it.
[[nodiscard]] bool takesWords(const QString &element);
/// Whether quotations may stand in it, as names may wherever words may.
[[nodiscard]] bool takesQuotations(const QString &element);
/// Whether it may stand within a line.
[[nodiscard]] bool isInline(const QString &element);

[[nodiscard]] QJsonArray toJson(const TeiStructure &structure);
/// As far as it can be read; to be looked at by canBeWritten().
[[nodiscard]] TeiStructure structureFrom(const QJsonArray &json);

}
