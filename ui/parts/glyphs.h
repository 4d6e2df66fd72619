// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace pq {

enum class EntityKind;
enum class VerdictValue;

/// The small marks that say of what kind a row is.
enum class Glyph {
    None,
    Person,
    Character,
    Organisation,
    Work,
    Quote,
    Idea,
    Told,
    Published,
    Again,
    Link,
    Note,
    NotChecked,
    InProgress,
    Supported,
    Disputed,
    Refuted,
    Unverifiable,
    NoCheckNeeded,
    Contradicted
};

[[nodiscard]] Glyph glyph(EntityKind kind);
[[nodiscard]] Glyph glyph(VerdictValue value);

/// Drawn as lines of one colour, so that they suit every palette and resolution. @p thickness: in sixteenths of
/// the width; small ones want more.
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour, double thickness = 1.3);

}
