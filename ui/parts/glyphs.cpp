// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/glyphs.h"

#include "core/model/entity.h"
#include "core/model/review.h"

#include <QPainter>
#include <QPainterPath>

namespace pq {

namespace {

/// On a field of 16 by 16.
QPainterPath path(Glyph glyph)
{
    QPainterPath p;
    switch (glyph) {
    case Glyph::None:
        break;
    case Glyph::Person:
        p.addEllipse(QPointF(8, 5), 3, 3);
        p.moveTo(2.5, 14);
        p.cubicTo(2.5, 9, 13.5, 9, 13.5, 14);
        break;
    case Glyph::Character: // a mask
        p.moveTo(3, 2.5);
        p.quadTo(8, 4.5, 13, 2.5);
        p.cubicTo(13.5, 9, 11.5, 13, 8, 14);
        p.cubicTo(4.5, 13, 2.5, 9, 3, 2.5);
        p.moveTo(5.2, 6.5);
        p.lineTo(6.8, 6.5);
        p.moveTo(9.2, 6.5);
        p.lineTo(10.8, 6.5);
        p.moveTo(6, 10);
        p.quadTo(8, 11.7, 10, 10);
        break;
    case Glyph::Organisation: // a house with two columns of windows
        p.addRect(3.5, 2.5, 9, 11.5);
        p.moveTo(6.2, 5.5);
        p.lineTo(6.2, 6.6);
        p.moveTo(9.8, 5.5);
        p.lineTo(9.8, 6.6);
        p.moveTo(6.2, 8.7);
        p.lineTo(6.2, 9.8);
        p.moveTo(9.8, 8.7);
        p.lineTo(9.8, 9.8);
        p.moveTo(8, 14);
        p.lineTo(8, 12);
        break;
    case Glyph::Work: // a strip of film
        p.addRoundedRect(2, 3.5, 12, 9.5, 1, 1);
        p.moveTo(5, 3.5);
        p.lineTo(5, 13);
        p.moveTo(11, 3.5);
        p.lineTo(11, 13);
        p.moveTo(5, 8.2);
        p.lineTo(11, 8.2);
        break;
    case Glyph::Quote: // a speech bubble
        p.moveTo(5, 11);
        p.lineTo(5, 14);
        p.lineTo(8.5, 11);
        p.lineTo(14, 11);
        p.lineTo(14, 3);
        p.lineTo(2, 3);
        p.lineTo(2, 11);
        p.closeSubpath();
        break;
    case Glyph::Idea: // a light bulb
        p.moveTo(6.2, 11);
        p.cubicTo(6.2, 9.5, 4, 9, 4, 6);
        p.cubicTo(4, 0.8, 12, 0.8, 12, 6);
        p.cubicTo(12, 9, 9.8, 9.5, 9.8, 11);
        p.closeSubpath();
        p.moveTo(6.6, 14);
        p.lineTo(9.4, 14);
        break;
    case Glyph::Told: // from one to another
        p.addEllipse(QPointF(3.6, 8), 1.8, 1.8);
        p.moveTo(7, 8);
        p.lineTo(14, 8);
        p.moveTo(11, 5);
        p.lineTo(14, 8);
        p.lineTo(11, 11);
        break;
    case Glyph::Published: // a page
        p.addRect(3, 2, 10, 12);
        p.moveTo(5.5, 5);
        p.lineTo(10.5, 5);
        p.moveTo(5.5, 8);
        p.lineTo(10.5, 8);
        p.moveTo(5.5, 11);
        p.lineTo(8.5, 11);
        break;
    case Glyph::Again: // round once more
        p.arcMoveTo(3, 3, 10, 10, 60);
        p.arcTo(3, 3, 10, 10, 60, 285);
        p.moveTo(8, 1);
        p.lineTo(10.7, 3.6);
        p.lineTo(7.8, 6);
        break;
    case Glyph::Link:
        p.addRoundedRect(1.5, 5.5, 7, 5, 2.5, 2.5);
        p.addRoundedRect(7.5, 5.5, 7, 5, 2.5, 2.5);
        break;
    case Glyph::Note:
        p.moveTo(2.5, 2.5);
        p.lineTo(13.5, 2.5);
        p.lineTo(13.5, 10);
        p.lineTo(10, 13.5);
        p.lineTo(2.5, 13.5);
        p.closeSubpath();
        p.moveTo(13.5, 10);
        p.lineTo(10, 10);
        p.lineTo(10, 13.5);
        break;
    case Glyph::NotChecked: // an empty ring
        p.addEllipse(QPointF(8, 8), 5.5, 5.5);
        break;
    case Glyph::InProgress: // an hourglass
        p.moveTo(4, 2.5);
        p.lineTo(12, 2.5);
        p.lineTo(4, 13.5);
        p.lineTo(12, 13.5);
        p.closeSubpath();
        break;
    case Glyph::Supported: // a tick
        p.moveTo(2.5, 8.5);
        p.lineTo(6.5, 12.5);
        p.lineTo(13.5, 3.5);
        break;
    case Glyph::Disputed: // one against the other
        p.moveTo(2.5, 4);
        p.lineTo(6.5, 8);
        p.lineTo(2.5, 12);
        p.moveTo(13.5, 4);
        p.lineTo(9.5, 8);
        p.lineTo(13.5, 12);
        break;
    case Glyph::Refuted: // a cross
        p.moveTo(3.5, 3.5);
        p.lineTo(12.5, 12.5);
        p.moveTo(12.5, 3.5);
        p.lineTo(3.5, 12.5);
        break;
    case Glyph::Unverifiable: // a question mark
        p.moveTo(4.5, 5.5);
        p.cubicTo(4.5, 1, 11.5, 1, 11.5, 5.2);
        p.cubicTo(11.5, 8, 8, 7.5, 8, 10.5);
        p.moveTo(8, 13.4);
        p.lineTo(8, 13.6);
        break;
    case Glyph::NoCheckNeeded: // a ring that is struck through
        p.addEllipse(QPointF(8, 8), 5.5, 5.5);
        p.moveTo(4.5, 8);
        p.lineTo(11.5, 8);
        break;
    case Glyph::Contradicted: // is not the same
        p.moveTo(2.5, 6);
        p.lineTo(13.5, 6);
        p.moveTo(2.5, 10.5);
        p.lineTo(13.5, 10.5);
        p.moveTo(11, 2.5);
        p.lineTo(5, 14);
        break;
    }
    return p;
}

}

Glyph glyph(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Person:
        return Glyph::Person;
    case EntityKind::Character:
        return Glyph::Character;
    case EntityKind::Organisation:
        return Glyph::Organisation;
    case EntityKind::Work:
        return Glyph::Work;
    }
    return Glyph::None;
}

Glyph glyph(VerdictValue value)
{
    switch (value) {
    case VerdictValue::NotChecked:
        return Glyph::NotChecked;
    case VerdictValue::InProgress:
        return Glyph::InProgress;
    case VerdictValue::Supported:
        return Glyph::Supported;
    case VerdictValue::Disputed:
        return Glyph::Disputed;
    case VerdictValue::Refuted:
        return Glyph::Refuted;
    case VerdictValue::Unverifiable:
        return Glyph::Unverifiable;
    case VerdictValue::NoCheckNeeded:
        return Glyph::NoCheckNeeded;
    }
    return Glyph::None;
}

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour, double thickness)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16, rect.height() / 16);
    painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path(glyph));
    painter.restore();
}

}
