// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/pdf.h"

#include "ui/reports/reportdocument.h"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr double figureScale = 3; ///< sharp on paper, too

/// What the text document's small HTML lacks and the page's style says for browsers only.
constexpr auto paperStyle = "p { margin-top: 4px; margin-bottom: 4px; } table { margin-bottom: 8px; }"_L1;

QImage imageOf(QSvgRenderer &renderer, const QSize &size)
{
    QImage image(size * figureScale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return image;
}

}

void readReport(QTextDocument &document, const QString &html)
{
    static const QRegularExpression figure(u"<svg\\b.*?</svg>"_s, QRegularExpression::DotMatchesEverythingOption);
    constexpr int widest = 620; // of a sheet's text, in CSS pixels
    QString text;
    qsizetype from = 0;
    int number = 0;
    for (auto found = figure.globalMatch(html); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        QSvgRenderer renderer(match.captured().toUtf8());
        const QSize size = renderer.defaultSize();
        const QString name = u"figure:%1"_s.arg(++number);
        document.addResource(QTextDocument::ImageResource, QUrl(name), imageOf(renderer, size));
        const QSize shown = size.width() > widest ? size.scaled(widest, size.height(), Qt::KeepAspectRatio) : size;
        text += QStringView(html).sliced(from, match.capturedStart() - from);
        text += u"<img src=\"%1\" width=\"%2\" height=\"%3\"/>"_s.arg(name).arg(shown.width()).arg(shown.height());
        from = match.capturedEnd();
    }
    text += QStringView(html).sliced(from);
    document.setDefaultStyleSheet(paperStyle);
    document.setHtml(text);
}

QByteArray toPdf(const Report &report)
{
    ReportDocument document;
    readReport(document, report.html);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(report.title);
    writer.setCreator(u"Pullquote"_s);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4),
                                     report.isWide ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
    document.print(&writer);
    return bytes;
}

}
