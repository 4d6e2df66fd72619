// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/highlightpainter.h"

#include "ui/article/lanes.h"
#include "ui/parts/glyphs.h"

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
    // Over all lines, so that none strikes them through.
    const TextSpan whole = m_layout.blocks().at(block).span;
    for (const Highlights::Line &line : highlights.lines) {
        const PassageMarks::Mark mark = m_marks.mark(line.passage);
        const auto signs = m_signs.constFind(mark.id);
        if (signs == m_signs.constEnd() || line.span.begin != mark.extent.begin || line.span.begin < whole.begin)
            continue;
        const QList<ArticleLayout::LinePart> parts = m_layout.parts(block, line.span);
        if (parts.isEmpty())
            continue;
        const double y = std::round(parts.first().baseline) + lanes.top(line.lane) + lanes.thickness;
        paintSigns(painter, *signs, origin + QPointF(parts.first().box.right(), y), look(mark.tag).line);
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

/// On the passage's lane, which ends at @p end on its first line.
void HighlightPainter::paintSigns(QPainter &painter, const PassageSigns &signs, const QPointF &end,
                                  const QColor &colour)
{
    QList<Glyph> glyphs;
    for (const VerdictValue verdict : signs.verdicts)
        glyphs.append(glyph(verdict));
    if (signs.hasNote)
        glyphs.append(Glyph::Note);
    const double size = std::max(9.0, m_layout.typography().body.pixelSize() * 0.7);
    QRectF box(end.x() - size * double(glyphs.size()), end.y() - size / 2, size, size);
    for (const Glyph sign : std::as_const(glyphs)) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.ground);
        painter.drawRoundedRect(box, 2, 2);
        painter.restore();
        paintGlyph(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), sign, colour, 2);
        box.translate(size, 0);
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
