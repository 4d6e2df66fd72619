// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/svg.h"

#include "core/text/markup.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

Attributes rootOf(const QSizeF &size, const QString &title)
{
    const QString width = svgNumber(size.width());
    const QString height = svgNumber(size.height());
    return {{"xmlns"_L1, u"http://www.w3.org/2000/svg"_s},
            {"version"_L1, u"1.1"_s},
            {"role"_L1, u"img"_s},
            {"aria-label"_L1, title},
            {"width"_L1, width},
            {"height"_L1, height},
            {"viewBox"_L1, u"0 0 %1 %2"_s.arg(width, height)},
            {"font-family"_L1, u"DejaVu Sans, Noto Sans, sans-serif"_s}};
}

}

QString svgNumber(double number)
{
    QString text = QString::number(number, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == u"-0" ? u"0"_s : text;
}

QString svgPath(const QList<QPointF> &points, bool isClosed)
{
    QString path;
    for (const QPointF &point : points)
        path += (path.isEmpty() ? u'M' : u'L') + svgNumber(point.x()) + u' ' + svgNumber(point.y());
    return isClosed ? path + u'Z' : path;
}

QString svgText(const QRectF &rect, const QString &text, double size, const SvgTextLook &look)
{
    using enum SvgTextLook::Anchor;
    const bool isRightToLeft = text.isRightToLeft();
    const double x = look.anchor == Start ? rect.left() : look.anchor == End ? rect.right() : rect.center().x();
    // Start and end are the text's own; a place has a left and a right.
    const bool isStart = (look.anchor == Start) != isRightToLeft;
    Attributes attributes{{"x"_L1, svgNumber(x)},
                          {"y"_L1, svgNumber(rect.center().y() + size * 0.36)},
                          {"font-size"_L1, svgNumber(size)},
                          {"fill"_L1, u"currentColor"_s},
                          {"text-anchor"_L1,
                           look.anchor == Middle ? u"middle"_s
                               : isStart         ? u"start"_s
                                                 : u"end"_s}};
    if (look.isBold)
        attributes.append({"font-weight"_L1, u"bold"_s});
    if (look.isQuiet)
        attributes.append({"fill-opacity"_L1, u"0.72"_s});
    if (isRightToLeft)
        attributes.append({"direction"_L1, u"rtl"_s});
    return textElement("text"_L1, text, attributes);
}

QString svgDocument(const QSizeF &size, const QString &title, const QString &content, Tone tone)
{
    const bool isDark = tone == Tone::Dark;
    Attributes root = rootOf(size, title);
    root.append({"color"_L1, isDark ? u"#e8e8e8"_s : u"#1a1a1a"_s});
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"_s
        + element("svg"_L1, root,
                  u'\n' + textElement("title"_L1, title) + u'\n'
                      + element("rect"_L1,
                                {{"width"_L1, svgNumber(size.width())},
                                 {"height"_L1, svgNumber(size.height())},
                                 {"fill"_L1, isDark ? u"#1e1f22"_s : u"#ffffff"_s}})
                      + u'\n' + content)
        + u'\n';
}

QString svgFigure(const QSizeF &size, const QString &title, const QString &content)
{
    return element("svg"_L1, rootOf(size, title), textElement("title"_L1, title) + u'\n' + content);
}

}
