// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/pdf.h"

#include "tests/support/chainbuilder.h"
#include "tests/support/support.h"
#include "ui/paper/chainpainting.h"
#include "ui/paper/reportdocument.h"

#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QThread>
#include <QUrl>

using namespace pq;
using namespace pq::test;

namespace {

/// Width and height of each page, in points.
QList<QSizeF> pagesOf(const QByteArray &pdf)
{
    static const QRegularExpression box(u"/MediaBox\\s*\\[\\s*0 0 ([\\d.]+) ([\\d.]+)"_s);
    QList<QSizeF> pages;
    const QString text = QString::fromLatin1(pdf);
    for (auto found = box.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        pages.append({match.captured(1).toDouble(), match.captured(2).toDouble()});
    }
    return pages;
}

Report reportOf(ReportKind kind)
{
    const Corpus corpus = sampleCorpus();
    return *makeReport(corpus, {kind, corpus.articles.first().id, corpus.entities.first().id, {}});
}

}

/// What goes on paper.
class tst_Pdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsPrintedUprightOrAcross()
    {
        const QList<QSizeF> upright = pagesOf(toPdf(reportOf(ReportKind::Article)));
        QVERIFY(upright.size() >= 2);
        for (const QSizeF &page : upright)
            QVERIFY(page.width() < page.height());
        const QList<QSizeF> across = pagesOf(toPdf(reportOf(ReportKind::FactSheet)));
        QVERIFY(!across.isEmpty());
        for (const QSizeF &page : across)
            QVERIFY(page.width() > page.height());
    }

    void aPdfHoldsItsFontsAndItsText()
    {
        const QByteArray pdf = toPdf(reportOf(ReportKind::Open));
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.contains("/FontFile"));
        QVERIFY(pdf.contains("/ToUnicode"));
    }

    void aChartIsAPictureOnPaper()
    {
        ReportDocument document;
        readReport(document, reportOf(ReportKind::Charts).html);
        int pictures = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto at = block.begin(); !at.atEnd(); ++at) {
                if (at.fragment().charFormat().isImageFormat())
                    ++pictures;
            }
        }
        QCOMPARE(pictures, 4);
        const auto image = document.resource(QTextDocument::ImageResource, QUrl(u"figure:1"_s)).value<QImage>();
        QVERIFY(!image.isNull());
        QImage blank(image.size(), image.format());
        blank.fill(Qt::white);
        QVERIFY(image != blank);
        QVERIFY(!document.toPlainText().contains(u"svg"_s));
    }

    void nothingIsLoadedForWhatADocumentNames()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"secret.png"_s);
        QImage secret(2, 2, QImage::Format_RGB32);
        QVERIFY(secret.save(path));
        ReportDocument document;
        readReport(document, u"<p>a<img src=\"%1\"/></p>"_s.arg(QUrl::fromLocalFile(path).toString()));
        QVERIFY(!document.resource(QTextDocument::ImageResource, QUrl::fromLocalFile(path)).isValid());
        QVERIFY(!document.resource(QTextDocument::ImageResource, QUrl(path)).isValid());
    }

    void aReportIsPrintedInAnyThread()
    {
        QByteArray pdf;
        QThread *thread = QThread::create([&pdf] { pdf = toPdf(reportOf(ReportKind::Charts)); });
        thread->start();
        QVERIFY(thread->wait(60'000));
        delete thread;
        QVERIFY(!pagesOf(pdf).isEmpty());
    }

    void theSheetOfAChainIsAsLargeAsItsPicture()
    {
        const ChainPicture picture = chainPicture(Twin().traced());
        const QList<QSizeF> pages = pagesOf(toPdf(picture));
        QCOMPARE(pages.size(), 1);
        QVERIFY(qAbs(pages.first().width() - picture.size.width() * 0.75) < 2);
        QVERIFY(qAbs(pages.first().height() - picture.size.height() * 0.75) < 2);
    }

    void aChainWithoutHopsIsAnEmptySheet()
    {
        QCOMPARE(pagesOf(toPdf(chainPicture({}))).size(), 1);
        QVERIFY(!QImage::fromData(toPng(chainPicture({}))).isNull());
    }
};

QTEST_MAIN(tst_Pdf)
#include "tst_pdf.moc"
