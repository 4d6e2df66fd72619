// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/chainpainting.h"

#include "core/reports/picturelines.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QPolygonF>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr double lineWidth = 1.4;

class PicturePainter
{
public:
    PicturePainter(QPainter &painter, const PictureInk &ink) : m_painter(painter), m_ink(ink)
    {
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    }

    void paint(const PictureText &text)
    {
        QFont font(u"DejaVu Sans"_s);
        font.setStyleHint(QFont::SansSerif);
        font.setPixelSize(qMax(1, qRound(text.size)));
        font.setBold(text.isBold);
        font.setHintingPreference(QFont::PreferNoHinting);
        QColor colour = m_ink.ink;
        if (text.isQuiet)
            colour.setAlphaF(0.72F);
        m_painter.save();
        m_painter.setPen(colour);
        m_painter.setFont(font);
        QRectF rect = text.rect;
        const QFontMetricsF metrics(font, m_painter.device());
        if (const double width = metrics.horizontalAdvance(text.text); width > rect.width()) {
            m_painter.translate(rect.center());
            m_painter.scale(rect.width() / width, 1);
            rect = QRectF(-width / 2, -rect.height() / 2, width, rect.height());
        }
        m_painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text.text);
        m_painter.restore();
    }

    void paint(const PictureArrow &arrow)
    {
        m_painter.setPen(QPen(m_ink.ink, lineWidth, arrow.style == LineStyle::Dashed ? Qt::DashLine : Qt::SolidLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(QPolygonF(arrow.points));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_ink.ink);
        m_painter.drawPolygon(QPolygonF(headOf(arrow)));
        if (arrow.isJoined && arrow.points.size() > 2)
            m_painter.drawEllipse(arrow.points[1], 3, 3);
    }

    void paint(const PictureNode &node)
    {
        const QString own = colourOf(node.kind);
        const QColor colour = own.isEmpty() ? m_ink.ink : QColor(own);
        QColor tint = colour;
        tint.setAlphaF(0.07F);
        m_painter.setPen(QPen(colour, lineWidth));
        m_painter.setBrush(tint);
        m_painter.drawPolygon(QPolygonF(outlineOf(node)));
        m_painter.setBrush(Qt::NoBrush);
        for (const QList<QList<QPointF>> details = detailsOf(node); const QList<QPointF> &line : details)
            m_painter.drawPolyline(QPolygonF(line));
        for (const PictureText &text : node.texts)
            paint(text);
    }

private:
    QPainter &m_painter;
    const PictureInk &m_ink;
};

}

void paint(QPainter &painter, const ChainPicture &picture, const PictureInk &ink, qsizetype current)
{
    PicturePainter paints(painter, ink);
    const QRectF seen = painter.hasClipping() ? painter.clipBoundingRect() : QRectF({}, picture.size);
    const auto paintSeen = [&](const auto &texts) {
        for (const PictureText &text : texts) {
            if (text.rect.intersects(seen))
                paints.paint(text);
        }
    };
    for (qsizetype i = 0; i < picture.hops.size(); ++i) {
        const PictureHop &hop = picture.hops[i];
        if (i == current && ink.focus.isValid()) {
            painter.setPen(QPen(ink.focus, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(hop.rect.adjusted(4, 3, -4, -3), 6, 6);
        }
        for (const PictureArrow &arrow : hop.arrows) {
            if (QPolygonF(arrow.points).boundingRect().adjusted(-8, -8, 8, 8).intersects(seen))
                paints.paint(arrow);
        }
        paintSeen(hop.texts);
    }
    for (const PictureNode &node : picture.nodes) {
        if (node.rect.adjusted(-2, -2, 2, 2).intersects(seen))
            paints.paint(node);
    }
    paintSeen(picture.dates);
}

QByteArray toPdf(const ChainPicture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(picture.title);
    writer.setCreator(u"Pullquote"_s);
    constexpr double pointsPerUnit = 0.75; // a CSS pixel
    const QSizeF sheet = picture.size.expandedTo({200, 100}) * pointsPerUnit;
    writer.setPageSize(QPageSize(sheet, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    const double scale = writer.resolution() / 96.0;
    painter.scale(scale, scale);
    paint(painter, picture, {});
    painter.end();
    return bytes;
}

QByteArray toPng(const ChainPicture &picture)
{
    constexpr double mostPixels = 30'000; // of QImage's painting, each way
    const QSizeF size = picture.size.expandedTo({200, 100});
    const double scale = std::min(2.0, mostPixels / std::max(size.width(), size.height()));
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter, picture, {});
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

}
