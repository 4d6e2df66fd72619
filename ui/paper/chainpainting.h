// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/chainpicture.h"

#include <QByteArray>
#include <QColor>

class QPainter;

namespace pq {

/// What a chain's picture is painted with.
struct PictureInk
{
    QColor ink = Qt::black;
    QColor ground = Qt::white;
    QColor focus; ///< of the ring around the current hop; none when not valid
};

/// Paints what toSvg() writes, in the picture's units. @p current: which of the picture's hops has the ring, or -1.
/// Text that the painter's font makes wider than its place is set narrower.
void paint(QPainter &painter, const ChainPicture &picture, const PictureInk &ink, qsizetype current = -1);

/// On one sheet of the picture's own size. Both need a QGuiApplication and may run in any thread.
[[nodiscard]] QByteArray toPdf(const ChainPicture &picture);
/// Twice as many pixels as the picture has units, each way; fewer for one too large for an image.
[[nodiscard]] QByteArray toPng(const ChainPicture &picture);

}
