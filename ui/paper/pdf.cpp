// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/pdf.h"

#include "ui/paper/reportdocument.h"

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

/// In place of the page's own style, which is for browsers: what a text document can do.
constexpr auto paperStyle = R"(
h1 { font-size: 18pt; margin-top: 0; margin-bottom: 6px; }
h2 { font-size: 13pt; margin-top: 18px; margin-bottom: 6px; }
h3 { font-size: 10pt; margin-top: 14px; margin-bottom: 2px; }
p, li, blockquote { font-size: 9pt; color: #1a1a1a; }
td, th { font-size: 8pt; color: #1a1a1a; }
p { margin-top: 3px; margin-bottom: 3px; }
blockquote { margin-top: 2px; margin-bottom: 4px; margin-left: 16px; margin-right: 16px; }
table { border-collapse: collapse; border: 1px solid #8a8a8a; }
td, th { border: 1px solid #8a8a8a; padding: 4px; vertical-align: top; text-align: left; }
th { background-color: #eeeeee; }
sup { font-size: 10pt; color: #5a5a5a; }
a { color: #0b5cad; }
.text span { font-size: 11pt; }
.quiet { color: #5a5a5a; }
.words { margin-left: 16px; }
.text p { font-size: 11pt; margin-top: 6px; margin-bottom: 6px; white-space: pre-wrap; }
)"_L1;

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
    static const QRegularExpression style(u"<style>.*?</style>"_s, QRegularExpression::DotMatchesEverythingOption);
    text.replace(style, QString());
    text.replace(u"<table>"_s, u"<table width=\"100%\" cellspacing=\"0\">"_s);
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
