// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace pq {

/// Of a file's ground.
enum class Tone { Light, Dark };

// Pieces of SVG 1.1, of what QtSvg and every browser draw alike. Their ink is "currentColor": within a page that of
// the text around.

/// At most two decimals, with a point in every language.
[[nodiscard]] QString svgNumber(double number);
[[nodiscard]] QString svgPath(const QList<QPointF> &points, bool isClosed);

struct SvgTextLook
{
    bool isBold = false;
    bool isQuiet = false;
    enum class Anchor { Start, Middle, End } anchor = Anchor::Middle; ///< of the place; in either direction
};
/// One line of text in @p rect.
[[nodiscard]] QString svgText(const QRectF &rect, const QString &text, double size, const SvgTextLook &look);

/// A file of its own, on a ground of its own.
[[nodiscard]] QString svgDocument(const QSizeF &size, const QString &title, const QString &content, Tone tone);
/// To stand within a page.
[[nodiscard]] QString svgFigure(const QSizeF &size, const QString &title, const QString &content);

}
