// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/highlightpainter.h"

#include "ui/article/lanes.h"

#include <QMap>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QColor between(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

}

void HighlightPainter::setTheme(const Theme &theme)
{
    m_theme = theme;
    setTags(QList<Tag>(m_tags));
}

void HighlightPainter::setTags(const QList<Tag> &tags)
{
    m_tags = tags;
    m_looks.clear();
    for (const Tag &tag : tags) {
        TagLook look{m_theme.tint(tag.colour), m_theme.line(tag.colour), tag.name};
        if (m_visibilities.value(tag.id) == TagVisibility::Dimmed) {
            look.tint = m_theme.ground;
            look.line = between(look.line, m_theme.ground);
        }
        m_looks.insert(tag.id, look);
    }
}

void HighlightPainter::setVisibilities(const TagVisibilities &visibilities)
{
    m_visibilities = visibilities;
    setTags(QList<Tag>(m_tags));
}

TagLook HighlightPainter::look(TagId tag) const
{
    const auto known = m_looks.constFind(tag);
    return known == m_looks.constEnd() ? TagLook{m_theme.ground, m_theme.text, {}} : *known;
}

void HighlightPainter::paintGround(QPainter &painter, qsizetype block, const Highlights &highlights,
                                   const QPointF &origin)
{
    for (const Highlights::Ground &ground : highlights.grounds) {
        const PassageMarks::Mark mark = m_marks.mark(ground.passage);
        QColor tint = look(mark.tag).tint;
        if (mark.state == State::Suggested)
            tint = between(tint, m_theme.ground);
        for (const QList<ArticleLayout::LinePart> parts = m_layout.parts(block, ground.span);
             const ArticleLayout::LinePart &part : parts)
            painter.fillRect(part.box.translated(origin), tint);
    }
}

void HighlightPainter::paintLines(QPainter &painter, qsizetype block, const Highlights &highlights,
                                  const QPointF &origin)
{
    int used = 0;
    for (const Highlights::Line &line : highlights.lines)
        used = std::max(used, line.lane + 1);
    const Lanes lanes = Lanes::of(m_layout.typography(), used);
    for (const Highlights::Line &line : highlights.lines) {
        const PassageMarks::Mark mark = m_marks.mark(line.passage);
        const QColor colour = look(mark.tag).line;
        const QList<ArticleLayout::LinePart> parts = m_layout.parts(block, line.span);
        for (const ArticleLayout::LinePart &part : parts) {
            // A hair's breadth between neighbours that wear the same colour.
            const QRectF bar(origin.x() + part.box.left() + 0.5,
                             origin.y() + std::round(part.baseline) + lanes.top(line.lane), part.box.width() - 1,
                             lanes.thickness);
            if (mark.state != State::Suggested) {
                painter.fillRect(bar, colour);
                continue;
            }
            QPen pen(colour, lanes.thickness, Qt::SolidLine, Qt::FlatCap);
            pen.setDashPattern({2.5, 1.5});
            painter.setPen(pen);
            painter.drawLine(QPointF(bar.left(), bar.center().y()), QPointF(bar.right(), bar.center().y()));
        }
    }
    paintSurplus(painter, block, highlights.surplus, origin);
    if (m_current.isNull())
        return;
    const TextSpan here = m_layout.blocks().at(block).span;
    const QList<TextSpan> fragments = m_marks.fragments(m_current);
    for (const TextSpan &fragment : fragments) {
        if (fragment.overlaps(here))
            paintOutline(painter, block, fragment, look(m_marks.mark(m_current).tag).line, origin);
    }
}

void HighlightPainter::paintSurplus(QPainter &painter, qsizetype block, const QList<Highlights::Surplus> &surplus,
                                    const QPointF &origin)
{
    if (surplus.isEmpty())
        return;
    QMap<qsizetype, std::pair<ArticleLayout::LinePart, qsizetype>> most; // of each line
    for (const Highlights::Surplus &stretch : surplus) {
        for (const QList<ArticleLayout::LinePart> parts = m_layout.parts(block, stretch.span);
             const ArticleLayout::LinePart &part : parts) {
            auto &[where, count] = most[part.line];
            where = part;
            count = std::max(count, stretch.count);
        }
    }
    QFont font = m_layout.typography().body;
    font.setFamilies({u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(std::max(8, font.pixelSize() * 6 / 10));
    font.setWeight(QFont::Bold);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    for (const auto &[part, count] : std::as_const(most)) {
        // Beside the line, where no word is.
        const QString text = u"+%1"_s.arg(count);
        QRectF plate(0, part.baseline - metrics.ascent(), metrics.horizontalAdvance(text) + 4, metrics.ascent() + 2);
        plate.moveRight(-13);
        plate.translate(origin);
        plate.moveLeft(std::max(1.0, plate.left()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.dimmed);
        painter.drawRoundedRect(plate, 2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(m_theme.ground);
        painter.drawText(plate, Qt::AlignCenter, text);
    }
}

void HighlightPainter::paintOutline(QPainter &painter, qsizetype block, const TextSpan &fragment, const QColor &colour,
                                    const QPointF &origin)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const QList<ArticleLayout::LinePart> parts = m_layout.parts(block, fragment);
         const ArticleLayout::LinePart &part : parts)
        path.addRect(QRectF(part.box.left() - 2, part.bandTop, part.box.width() + 4, part.bandHeight));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(origin);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(path.simplified());
    painter.restore();
}

}
