// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/markdownview.h"

#include <QDesktopServices>
#include <QImage>
#include <QResizeEvent>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace pq {

MarkdownView::MarkdownView(QWidget *parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
    document()->setIndentWidth(18);
    viewport()->setAutoFillBackground(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl &url) {
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
            QDesktopServices::openUrl(url);
    });
}

void MarkdownView::setMarkdownText(const QString &markdown)
{
    auto features = QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub);
    features.setFlag(QTextDocument::MarkdownNoHTML);
    document()->setMarkdown(markdown, features);
    fit();
}

QVariant MarkdownView::loadResource(int type, const QUrl &)
{
    // Never a null value or a null image: for those Qt reads the file itself.
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return nothing;
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void MarkdownView::fit()
{
    document()->setTextWidth(viewport()->width());
    setFixedHeight(static_cast<int>(document()->size().height()) + 2 * frameWidth());
}

}
