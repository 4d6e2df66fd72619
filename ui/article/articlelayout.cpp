// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlelayout.h"

#include "core/text/segmentation.h"

#include <QFontMetricsF>
#include <QGlyphRun>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pq {

namespace {

constexpr qsizetype longestHeadline = 250; // UTF-16 units; a first paragraph longer than this is none
constexpr qsizetype keptUnits = 200'000;   // UTF-16 units in kept layouts, about 100 bytes each
constexpr qsizetype layoutOverhead = 300;  // what an empty layout costs, in units

/// True when a line of it may have parts that run from right to left. Every surrogate is taken for one that may.
bool mayRunRightToLeft(QStringView words)
{
    return std::ranges::any_of(words, [](QChar c) {
        switch (c.direction()) {
        case QChar::DirR:
        case QChar::DirAL:
        case QChar::DirAN:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirRLI:
        case QChar::DirFSI:
            return true;
        default:
            return c.isSurrogate();
        }
    });
}

/// Left and right of the character [at, next), also where the line changes direction.
std::pair<double, double> characterEdges(const QTextLine &line, int at, int next)
{
    const double leading = line.cursorToX(at, QTextLine::Leading);
    const double trailing = line.cursorToX(at, QTextLine::Trailing);
    if (leading != trailing)
        return std::minmax({leading, trailing});
    // A caret before the first letter of a run in the other direction stands where the run before it ends,
    // which says nothing of the letter.
    QRectF box;
    const QList<QGlyphRun> runs = line.glyphRuns(at, next - at);
    for (const QGlyphRun &run : runs)
        box |= run.boundingRect();
    return box.isNull() ? std::pair(leading, leading) : std::pair(box.left(), box.right());
}

}

double ArticleLayout::Laid::cursorToX(qsizetype line, int at) const
{
    constexpr float unknown = std::numeric_limits<float>::max();
    if (m_edges.empty())
        m_edges.assign(size_t(text.text().size() + lines.size()), unknown);
    // The end of a line and the begin of the next are one place in the text and two on the screen.
    float &edge = m_edges[size_t(at + line)];
    if (edge == unknown)
        edge = float(text.lineAt(int(line)).cursorToX(at));
    return double(edge);
}

qsizetype ArticleLayout::Laid::lineWith(int at) const
{
    const auto behind = std::ranges::upper_bound(lines, at, {}, &Line::begin);
    return std::max<qsizetype>(0, behind - lines.begin() - 1);
}

void ArticleLayout::setFormats(Formats formats)
{
    m_formats = std::move(formats);
    forgetLayouts();
}

void ArticleLayout::setText(const Text &text)
{
    m_text = text;
    m_blocks = TextBlocks(text);
    m_laid.clear();
    m_laid.setMaxCost(keptUnits);
    const qsizetype first = m_blocks.unitsIn(0);
    m_hasHeadline = m_blocks.count() > 1 && first > 1 && first <= longestHeadline;
    estimateHeights();
}

void ArticleLayout::setTypography(const Typography &typography, int width)
{
    if (typography == m_typography && width == m_width)
        return;
    m_typography = typography;
    m_width = width;
    m_laid.clear();
    estimateHeights();
}

void ArticleLayout::estimateHeights()
{
    std::vector<int> heights(static_cast<size_t>(m_blocks.count()));
    for (qsizetype i = 0; i < m_blocks.count(); ++i)
        heights[size_t(i)] = estimatedHeight(i);
    m_heights = BlockHeights(std::move(heights));
}

std::pair<int, int> ArticleLayout::gapsAround(qsizetype block) const
{
    const int gap = m_typography.paragraphGap;
    const int above = block == 0 ? m_typography.padding : 0;
    if (block == m_blocks.count() - 1)
        return {above, m_typography.padding * 2};
    if (isHeadline(block))
        return {above, gap + gap / 2};
    return {above, m_blocks.at(block).endsParagraph ? gap : 0};
}

int ArticleLayout::estimatedHeight(qsizetype block) const
{
    const qsizetype units = m_blocks.unitsIn(block);
    const auto [above, below] = gapsAround(block);
    if (units <= 1)
        return above + m_typography.emptyHeight + (block == m_blocks.count() - 1 ? below : 0);
    const bool headline = isHeadline(block);
    const double character = m_typography.characterWidth * (headline ? 1.75 : 1.0);
    // Lines end at words, so they are a little shorter than the measure.
    const double perLine = std::max(4.0, m_width / std::max(1.0, character) - 3);
    const int lines = int(std::ceil(double(units) / perLine));
    return above + below + lines * (headline ? m_typography.headlineLineHeight : m_typography.lineHeight);
}

const ArticleLayout::Laid &ArticleLayout::laid(qsizetype block)
{
    if (const Laid *kept = m_laid.object(block))
        return *kept;
    Laid *made = layOut(block);
    m_laid.insert(block, made, layoutOverhead + m_blocks.unitsIn(block));
    return *made;
}

/// As the block's whole paragraph: a piece of it may begin with words in the other direction.
bool ArticleLayout::isRightToLeft(qsizetype block) const
{
    while (!m_blocks.at(block).beginsParagraph)
        --block;
    const Utf16Span units = m_blocks.at(block).units;
    return QStringView(m_text.string()).sliced(units.begin.value, units.length()).isRightToLeft();
}

ArticleLayout::Laid *ArticleLayout::layOut(qsizetype block)
{
    ++m_layoutsMade;
    const TextBlock where = m_blocks.at(block);
    const bool headline = isHeadline(block);
    const QStringView words = QStringView(m_text.string()).sliced(where.units.begin.value, where.units.length());
    auto *laid = new Laid;
    QTextLayout &text = laid->text;
    text.setCacheEnabled(true); // or drawing would shape the text again
    text.setText(words.toString());
    text.setFont(headline ? m_typography.headline : m_typography.body);
    if (m_formats && !headline)
        text.setFormats(m_formats(words));
    const bool rightToLeft = isRightToLeft(block);
    QTextOption option(rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    text.setTextOption(option);
    laid->bidirectional = mayRunRightToLeft(words);

    const auto [above, below] = gapsAround(block);
    const bool empty = words.isEmpty();
    const int leading = empty ? m_typography.emptyHeight
                              : (headline ? m_typography.headlineLineHeight : m_typography.lineHeight);
    const QFontMetricsF metrics(text.font());
    // Baselines keep their distance when a line has an emoji or a letter from another face in it, unless
    // that letter needs more room.
    const double ascent = (leading - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    int y = above;
    text.beginLayout();
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(m_width);
        const double extraAscent = empty ? 0 : std::max(0.0, line.ascent() - std::max(ascent, metrics.ascent()));
        const double extraDescent = empty ? 0 : std::max(0.0, line.descent() - metrics.descent());
        const int height = leading + int(std::ceil(extraAscent + extraDescent));
        line.setPosition(QPointF(0, y + std::round(ascent + extraAscent) - line.ascent()));
        const bool fits = height >= line.height();
        laid->lines.append({.top = y,
                            .height = height,
                            .begin = line.textStart(),
                            .end = line.textStart() + line.textLength(),
                            .baseline = line.y() + line.ascent(),
                            .lettersTop = fits ? line.y() : y,
                            .lettersHeight = fits ? line.height() : height});
        y += height;
    }
    text.endLayout();
    const bool last = block == m_blocks.count() - 1;
    m_heights.setHeight(block, y + (empty && !last ? 0 : below));
    return laid;
}

ArticleLayout::LineParts ArticleLayout::parts(qsizetype block, const TextSpan &span)
{
    const TextBlock where = m_blocks.at(block);
    const Laid &made = laid(block);
    const TextSpan inside{std::max(span.begin, where.span.begin), std::min(span.end, where.span.end)};
    const bool withLineFeed = span.begin <= where.span.end && span.end > where.span.end && where.endsParagraph;
    LineParts result;
    if (inside.end < inside.begin || (inside.isEmpty() && !withLineFeed))
        return result;
    const Utf16Span units = m_text.toUtf16(inside);
    const int begin = int(units.begin - where.units.begin);
    const int end = int(units.end - where.units.begin);

    const double slack = m_typography.characterWidth;
    for (qsizetype n = made.lineWith(begin); n < made.lines.size(); ++n) {
        const Line &line = made.lines[n];
        if (line.begin > end || (line.begin == end && begin != end))
            break;
        LinePart part{n, {}, line.baseline, line.top, line.height};
        const auto add = [&](double from, double to) {
            const double left = std::clamp(std::min(from, to), -slack, m_width + slack);
            const double right = std::clamp(std::max(from, to), -slack, m_width + slack);
            if (right > left) {
                part.box = QRectF(left, line.lettersTop, right - left, line.lettersHeight);
                result.append(part);
            }
        };
        const int from = std::max(begin, line.begin);
        int to = std::min(end, line.end);
        if (to == line.end && n + 1 < made.lines.size()) {
            // White space that ends a line has no ground of its own.
            while (to > from && made.text.text().at(to - 1).isSpace())
                --to;
        }
        if (!made.bidirectional) {
            add(made.cursorToX(n, from), made.cursorToX(n, to));
        } else {
            // Neighbours in reading order may stand apart: join the characters that touch.
            double left = 0;
            double right = 0;
            bool open = false;
            for (int at = from; at < to;) {
                const int next = std::max(at + 1, made.text.nextCursorPosition(at));
                const auto [a, b] = characterEdges(made.text.lineAt(int(n)), at, next);
                if (open && std::abs(a - right) < 0.6) {
                    right = b;
                } else if (open && std::abs(b - left) < 0.6) {
                    left = a;
                } else {
                    if (open)
                        add(left, right);
                    left = a;
                    right = b;
                    open = true;
                }
                at = next;
            }
            if (open)
                add(left, right);
        }
        if (withLineFeed && n == made.lines.size() - 1) {
            const bool rightToLeft = made.text.textOption().textDirection() == Qt::RightToLeft;
            const double x = made.cursorToX(n, line.end);
            const double beyond = x + (rightToLeft ? -slack : slack) * 0.6;
            QRectF *last = !result.isEmpty() && result.last().line == n ? &result.last().box : nullptr;
            if (last && !rightToLeft && std::abs(last->right() - x) < 0.6)
                last->setRight(beyond);
            else if (last && rightToLeft && std::abs(last->left() - x) < 0.6)
                last->setLeft(beyond);
            else
                add(x, beyond);
        }
    }
    return result;
}

QRectF ArticleLayout::caret(qsizetype block, TextPosition position, int width)
{
    const Laid &made = laid(block);
    const qsizetype n = lineAt(block, position);
    const Line &line = made.lines[n];
    const int at = int(m_text.toUtf16(position) - m_blocks.at(block).units.begin);
    const double x = std::clamp(made.cursorToX(n, at), 0.0, double(m_width));
    return {x - width / 2.0, line.lettersTop, double(width), line.lettersHeight};
}

qsizetype ArticleLayout::lineAt(qsizetype block, TextPosition position)
{
    const int at = int(m_text.toUtf16(position) - m_blocks.at(block).units.begin);
    return laid(block).lineWith(at);
}

TextPosition ArticleLayout::positionOnLine(qsizetype block, qsizetype n, double x)
{
    const TextBlock where = m_blocks.at(block);
    const Laid &made = laid(block);
    const QTextLine line = made.text.lineAt(int(n));
    int at = line.xToCursor(x);
    // Behind the end of a wrapped line the caret would show on the next one.
    if (at == line.textStart() + line.textLength() && n + 1 < made.text.lineCount())
        at = made.text.previousCursorPosition(at);
    const TextPosition position = m_text.toText(Utf16Position{where.units.begin.value + at});
    return snappedToCharacters(m_text, {position, position}).begin;
}

qsizetype ArticleLayout::lineAtY(const Laid &made, double y) const
{
    const auto below = std::ranges::upper_bound(made.lines, y, {}, [](const Line &line) { return double(line.top); });
    return std::max<qsizetype>(0, below - made.lines.begin() - 1);
}

TextPosition ArticleLayout::positionAt(qsizetype block, const QPointF &point)
{
    const qsizetype line = lineAtY(laid(block), point.y());
    return positionOnLine(block, line, point.x());
}

TextSpan ArticleLayout::characterAt(qsizetype block, const QPointF &point)
{
    const TextBlock where = m_blocks.at(block);
    const Laid &made = laid(block);
    if (where.span.isEmpty() || point.x() < 0 || point.x() > m_width)
        return {};
    const qsizetype n = lineAtY(made, point.y());
    const Line &band = made.lines[n];
    if (point.y() < band.top || point.y() >= band.top + band.height)
        return {};
    const QTextLine line = made.text.lineAt(int(n));
    if (const QRectF inked = line.naturalTextRect(); point.x() < inked.left() || point.x() > inked.right())
        return {};
    int at = line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
    if (made.bidirectional) {
        // The line knows only where its characters in reading order would have carets.
        const int end = line.textStart() + line.textLength();
        for (int i = line.textStart(); i < end; i = std::max(i + 1, made.text.nextCursorPosition(i))) {
            const auto [left, right] = characterEdges(line, i, std::max(i + 1, made.text.nextCursorPosition(i)));
            if (left <= point.x() && point.x() < right) {
                at = i;
                break;
            }
        }
    }
    if (at >= where.units.length())
        return {};
    return unitAt(m_text, m_text.toText(Utf16Position{where.units.begin.value + at}), Unit::Character);
}

TextSpan ArticleLayout::lineSpan(qsizetype block, qsizetype n)
{
    const TextBlock where = m_blocks.at(block);
    const Laid &made = laid(block);
    const Line &line = made.lines[n];
    int end = line.end;
    if (n + 1 < made.lines.size() && end > line.begin && made.text.text().at(end - 1).isSpace())
        --end;
    return m_text.toText(Utf16Span{{where.units.begin.value + line.begin}, {where.units.begin.value + end}});
}

}
