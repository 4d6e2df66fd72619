// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/picturelines.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr double ear = 14;

QList<QPointF> rounded(const QRectF &rect, double radius)
{
    constexpr int steps = 8; // a corner
    const double r = std::min({radius, rect.width() / 2, rect.height() / 2});
    const QPointF centres[] = {{rect.right() - r, rect.top() + r},
                               {rect.right() - r, rect.bottom() - r},
                               {rect.left() + r, rect.bottom() - r},
                               {rect.left() + r, rect.top() + r}};
    QList<QPointF> points;
    for (int corner = 0; corner < 4; ++corner) {
        for (int i = 0; i <= steps; ++i) {
            const double angle = std::numbers::pi / 2 * (corner - 1 + double(i) / steps);
            points.append(centres[corner] + r * QPointF(std::cos(angle), std::sin(angle)));
        }
    }
    return points;
}

QList<QPointF> cut(const QRectF &rect)
{
    constexpr double c = 12;
    return {{rect.left() + c, rect.top()},     {rect.right() - c, rect.top()},    {rect.right(), rect.top() + c},
            {rect.right(), rect.bottom() - c}, {rect.right() - c, rect.bottom()}, {rect.left() + c, rect.bottom()},
            {rect.left(), rect.bottom() - c},  {rect.left(), rect.top() + c}};
}

QList<QPointF> corners(const QRectF &rect)
{
    return {rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()};
}

}

QList<QPointF> outlineOf(const PictureNode &node)
{
    const QRectF &rect = node.rect;
    switch (node.kind) {
    case NodeKind::Person:
        return rounded(rect, 24);
    case NodeKind::Character:
        return cut(rect);
    case NodeKind::Outlet:
        return corners(rect);
    case NodeKind::Article:
        return {rect.topLeft(),
                {rect.right() - ear, rect.top()},
                {rect.right(), rect.top() + ear},
                rect.bottomRight(),
                rect.bottomLeft()};
    }
    Q_UNREACHABLE_RETURN({});
}

QList<QList<QPointF>> detailsOf(const PictureNode &node)
{
    const QRectF &rect = node.rect;
    if (node.kind == NodeKind::Outlet) {
        QList<QPointF> inner = corners(rect.adjusted(3, 3, -3, -3));
        inner.append(inner.first());
        return {inner};
    }
    if (node.kind == NodeKind::Article) {
        const double x = rect.right() - ear;
        return {{{x, rect.top()}, {x, rect.top() + ear}, {rect.right(), rect.top() + ear}}};
    }
    return {};
}

QList<QPointF> headOf(const PictureArrow &arrow)
{
    if (arrow.points.size() < 2)
        return {};
    const QPointF tip = arrow.points.last();
    const QPointF along = tip - arrow.points[arrow.points.size() - 2];
    const double length = std::hypot(along.x(), along.y());
    if (length == 0)
        return {};
    const QPointF back = along / length * 8;
    const QPointF aside(-back.y() / 2, back.x() / 2);
    return {tip, tip - back + aside, tip - back - aside};
}

QString colourOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Person:
        return u"#0f76b5"_s;
    case NodeKind::Character:
        return u"#b0568a"_s;
    case NodeKind::Outlet:
        return u"#0b8a66"_s;
    case NodeKind::Article:
        return {};
    }
    Q_UNREACHABLE_RETURN(QString());
}

}
