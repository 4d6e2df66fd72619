// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace pq {

enum class EntityKind;

/// The small marks that say of what kind a row is.
enum class Glyph { None, Person, Character, Organisation, Work, Quote, Idea, Told, Published, Again, Link, Note };

[[nodiscard]] Glyph glyph(EntityKind kind);

/// Drawn as lines of one colour, so that they suit every palette and resolution.
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour);

}
