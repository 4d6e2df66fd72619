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
    m_unknown = {theme.ground, theme.text, {}};
    m_plates.clear();
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

const TagLook &HighlightPainter::look(TagId tag) const
{
    const auto known = m_looks.constFind(tag);
    return known == m_looks.constEnd() ? m_unknown : *known;
}

void HighlightPainter::paintGround(QPainter &painter, qsizetype block, const Highlights &highlights,
                                   const QPointF &origin)
{
    for (const Highlights::Ground &ground : highlights.grounds) {
        QColor tint = look(m_marks.tag(ground.passage)).tint;
        if (m_marks.state(ground.passage) == State::Suggested)
            tint = between(tint, m_theme.ground);
        for (const ArticleLayout::LineParts parts = m_layout.parts(block, ground.span);
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
        const QColor colour = look(m_marks.tag(line.passage)).line;
        const ArticleLayout::LineParts parts = m_layout.parts(block, line.span);
        for (const ArticleLayout::LinePart &part : parts) {
            // A hair's breadth between neighbours that wear the same colour.
            const QRectF bar(origin.x() + part.box.left() + 0.5,
                             origin.y() + std::round(part.baseline) + lanes.top(line.lane), part.box.width() - 1,
                             lanes.thickness);
            if (m_marks.state(line.passage) != State::Suggested) {
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
        if (m_signs.isEmpty())
            break;
        const PassageMarks::Mark mark = m_marks.mark(line.passage);
        const auto signs = m_signs.constFind(mark.id);
        if (signs == m_signs.constEnd() || line.span.begin != mark.extent.begin || line.span.begin < whole.begin)
            continue;
        const ArticleLayout::LineParts parts = m_layout.parts(block, line.span);
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
    if (signs.isContradicted)
        glyphs.append(Glyph::Contradicted);
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
    QMap<qsizetype, qsizetype> most; // on each line
    for (const Highlights::Surplus &stretch : surplus) {
        const qsizetype last = m_layout.lineAt(block, stretch.span.end - 1);
        for (qsizetype line = m_layout.lineAt(block, stretch.span.begin); line <= last; ++line)
            most[line] = std::max(most[line], stretch.count);
    }
    const double scale = painter.device()->devicePixelRatio();
    for (auto found = most.cbegin(); found != most.cend(); ++found) {
        // Beside the line, where no word is.
        const QTextLine line = m_layout.laid(block).text.lineAt(int(found.key()));
        const QPixmap plate = surplusPlate(found.value(), scale);
        const QSizeF size = plate.deviceIndependentSize();
        const QPointF corner(std::max(1.0, origin.x() - 13 - size.width()),
                             origin.y() + line.y() + line.ascent() + 2 - size.height());
        painter.drawPixmap(QPointF(std::round(corner.x()), std::round(corner.y())), plate);
    }
}

QPixmap HighlightPainter::surplusPlate(qsizetype count, double scale)
{
    const int size = std::max(8, m_layout.typography().body.pixelSize() * 6 / 10);
    if (size != m_plateSize || scale != m_plateScale) {
        m_plates.clear();
        m_plateSize = size;
        m_plateScale = scale;
    }
    QPixmap &plate = m_plates[count];
    if (!plate.isNull())
        return plate;
    QFont font = m_layout.typography().body;
    font.setFamilies({u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(size);
    font.setWeight(QFont::Bold);
    const QFontMetricsF metrics(font);
    const QString text = u"+%1"_s.arg(count);
    const QRectF place(0, 0, std::ceil(metrics.horizontalAdvance(text)) + 4, std::ceil(metrics.ascent()) + 2);
    plate = QPixmap((place.size() * scale).toSize());
    plate.setDevicePixelRatio(scale);
    plate.fill(Qt::transparent);
    QPainter painter(&plate);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.dimmed);
    painter.drawRoundedRect(place, 2, 2);
    painter.setFont(font);
    painter.setPen(m_theme.ground);
    painter.drawText(place, Qt::AlignCenter, text);
    return plate;
}

void HighlightPainter::paintOutline(QPainter &painter, qsizetype block, const TextSpan &fragment, const QColor &colour,
                                    const QPointF &origin)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const ArticleLayout::LineParts parts = m_layout.parts(block, fragment);
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
