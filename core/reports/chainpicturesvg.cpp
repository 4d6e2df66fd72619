// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/chainpicture.h"
#include "core/text/markup.h"
#include "core/reports/picturelines.h"
#include "core/reports/svg.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QString drawn(const QList<PictureText> &texts)
{
    QString all;
    for (const PictureText &text : texts)
        all += svgText(text.rect, text.text, text.size, {.isBold = text.isBold, .isQuiet = text.isQuiet});
    return all;
}

QString drawn(const PictureArrow &arrow)
{
    Attributes line{{"d"_L1, svgPath(arrow.points, false)},
                    {"fill"_L1, u"none"_s},
                    {"stroke"_L1, u"currentColor"_s},
                    {"stroke-width"_L1, u"1.4"_s}};
    if (arrow.style == LineStyle::Dashed)
        line.append({"stroke-dasharray"_L1, u"6 4"_s});
    QString all = element("path"_L1, line)
        + element("path"_L1, {{"d"_L1, svgPath(headOf(arrow), true)}, {"fill"_L1, u"currentColor"_s}});
    if (arrow.isJoined && arrow.points.size() > 2) {
        const QPointF at = arrow.points[1];
        all += element("circle"_L1,
                       {{"cx"_L1, svgNumber(at.x())},
                        {"cy"_L1, svgNumber(at.y())},
                        {"r"_L1, u"3"_s},
                        {"fill"_L1, u"currentColor"_s}});
    }
    return all;
}

QString drawn(const PictureNode &node)
{
    const QString own = colourOf(node.kind);
    const QString colour = own.isEmpty() ? u"currentColor"_s : own;
    QString all = element("path"_L1,
                          {{"d"_L1, svgPath(outlineOf(node), true)},
                           {"fill"_L1, colour},
                           {"fill-opacity"_L1, u"0.07"_s},
                           {"stroke"_L1, colour},
                           {"stroke-width"_L1, u"1.4"_s}});
    for (const QList<QList<QPointF>> details = detailsOf(node); const QList<QPointF> &line : details)
        all += element("path"_L1, {{"d"_L1, svgPath(line, false)}, {"fill"_L1, u"none"_s}, {"stroke"_L1, colour}});
    return all + drawn(node.texts);
}

QString contentOf(const ChainPicture &picture)
{
    QString sentences;
    for (const PictureHop &hop : picture.hops)
        sentences += u"%1. %2\n"_s.arg(QString::number(hop.hop + 1), hop.sentence);
    QString content = textElement("desc"_L1, sentences.trimmed()) + u'\n';
    for (const PictureHop &hop : picture.hops) {
        QString group = textElement("title"_L1, hop.sentence);
        for (const PictureArrow &arrow : hop.arrows)
            group += drawn(arrow);
        content += element("g"_L1, {{"id"_L1, u"hop-%1"_s.arg(hop.hop + 1)}}, group + drawn(hop.texts)) + u'\n';
    }
    for (const PictureNode &node : picture.nodes)
        content += element("g"_L1, {}, textElement("title"_L1, node.name) + drawn(node)) + u'\n';
    return content + drawn(picture.dates) + u'\n';
}

}

QString toSvg(const ChainPicture &picture, Tone tone)
{
    return svgDocument(picture.size, picture.title, contentOf(picture), tone);
}

QString toFigure(const ChainPicture &picture)
{
    return svgFigure(picture.size, picture.title, contentOf(picture));
}

}
