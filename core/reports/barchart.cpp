// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/barchart.h"

#include "core/text/markup.h"
#include "core/reports/svg.h"
#include "core/reports/textwidth.h"
#include "core/reports/translated.h"

#include <algorithm>
#include <numeric>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr double margin = 8;
constexpr double labelWidth = 210;
constexpr double barWidth = 430;
constexpr double totalWidth = 70;
constexpr double rowHeight = 26;
constexpr double barHeight = 18;
constexpr double size = 12;
constexpr double swatch = 12;

qint64 totalOf(const BarChart::Bar &bar)
{
    return std::accumulate(bar.values.begin(), bar.values.end(), qint64(0));
}

QString letterOf(qsizetype series)
{
    return QString(QChar(u'A' + static_cast<char16_t>(series % 26)));
}

QString box(const QRectF &rect, const QString &colour)
{
    return element("rect"_L1,
                   {{"x"_L1, svgNumber(rect.x())},
                    {"y"_L1, svgNumber(rect.y())},
                    {"width"_L1, svgNumber(rect.width())},
                    {"height"_L1, svgNumber(rect.height())},
                    {"fill"_L1, colour},
                    {"fill-opacity"_L1, u"0.35"_s},
                    {"stroke"_L1, colour}});
}

/// The letters and what they mean, in as many lines as they take.
QString legend(const QList<BarChart::Series> &series, double width, double &y)
{
    QString all;
    double x = margin;
    for (qsizetype i = 0; i < series.size(); ++i) {
        const QString text = u"%1 %2"_s.arg(letterOf(i), series[i].name);
        const double taken = swatch + 6 + estimatedWidth(text, size) + 18;
        if (x > margin && x + taken > width) {
            x = margin;
            y += 20;
        }
        all += box({x, y + 3, swatch, swatch}, series[i].colour)
            + svgText({x + swatch + 6, y, taken, 18}, text, size, {.anchor = SvgTextLook::Anchor::Start});
        x += taken;
    }
    y += 28;
    return all;
}

QString pieces(const BarChart &chart, const BarChart::Bar &bar, double y, double scale)
{
    QString all;
    double x = margin + labelWidth + 8;
    for (qsizetype i = 0; i < chart.series.size(); ++i) {
        const qint64 value = bar.values[i];
        if (value <= 0)
            continue;
        const QRectF rect(x, y + (rowHeight - barHeight) / 2, double(value) * scale, barHeight);
        const bool isOne = chart.series.size() == 1;
        const QString number = QString::number(value);
        QString shown = isOne ? QString() : u"%1 %2"_s.arg(letterOf(i), number);
        if (estimatedWidth(shown, size) > rect.width())
            shown = letterOf(i);
        if (estimatedWidth(shown, size) > rect.width())
            shown.clear();
        QString piece = textElement("title"_L1, u"%1: %2: %3"_s.arg(bar.label, chart.series[i].name, number))
            + box(rect, chart.series[i].colour);
        if (!shown.isEmpty())
            piece += svgText(rect, shown, size, {});
        all += element("g"_L1, {}, piece);
        x += rect.width();
    }
    return all;
}

}

QString toSvg(const BarChart &chart)
{
    qint64 most = std::max(chart.full, qint64(1));
    for (const BarChart::Bar &bar : chart.bars)
        most = std::max(most, totalOf(bar));
    const double scale = barWidth / double(most);
    const double width = margin + labelWidth + 8 + barWidth + totalWidth + margin;
    double y = margin;
    QString content;
    if (chart.series.size() > 1)
        content += legend(chart.series, width, y) + u'\n';
    for (const BarChart::Bar &bar : chart.bars) {
        const QRectF label(margin, y, labelWidth, rowHeight);
        const QRectF total(margin + labelWidth + 8 + double(totalOf(bar)) * scale + 6, y, totalWidth, rowHeight);
        content += svgText(label, elided(bar.label, labelWidth, size), size, {.anchor = SvgTextLook::Anchor::End})
            + pieces(chart, bar, y, scale)
            + svgText(total, QString::number(totalOf(bar)), size, {.anchor = SvgTextLook::Anchor::Start}) + u'\n';
        y += rowHeight;
    }
    return svgFigure({width, y + margin}, chart.title, content);
}

Table toTable(const BarChart &chart)
{
    Table table{chart.title, {chart.what}, {}};
    for (const BarChart::Series &series : chart.series)
        table.headings.append(series.name);
    const bool hasSum = chart.series.size() > 1;
    if (hasSum)
        table.headings.append(Reports::tr("All"));
    for (const BarChart::Bar &bar : chart.bars) {
        QStringList row{bar.label};
        for (const qint64 value : bar.values)
            row.append(QString::number(value));
        if (hasSum)
            row.append(QString::number(totalOf(bar)));
        table.rows.append(row);
    }
    return table;
}

}
