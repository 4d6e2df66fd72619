// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zip.h"
#include "core/formats/tables/xlsx.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QXmlStreamReader>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// A sheet's cells as texts, "=" before those that are formulas, row by row.
struct Book
{
    QStringList sheets;
    QList<QList<QStringList>> cells; ///< by sheet and row, empty cells left out
    qsizetype formulas = 0;
};

Book parse(const QByteArray &bytes)
{
    Book book;
    QHash<QString, QByteArray> files;
    const auto unzipped = unzip(bytes);
    if (!unzipped)
        return book;
    for (const ZippedFile &file : *unzipped)
        files.insert(file.path, file.bytes);
    QStringList strings;
    QXmlStreamReader shared(files.value(u"xl/sharedStrings.xml"_s));
    while (!shared.atEnd()) {
        if (shared.readNext() == QXmlStreamReader::StartElement && shared.name() == "t"_L1)
            strings.append(shared.readElementText());
    }
    QXmlStreamReader workbook(files.value(u"xl/workbook.xml"_s));
    while (!workbook.atEnd()) {
        if (workbook.readNext() == QXmlStreamReader::StartElement && workbook.name() == "sheet"_L1)
            book.sheets.append(workbook.attributes().value("name"_L1).toString());
    }
    for (int i = 1; i <= book.sheets.size(); ++i) {
        QList<QStringList> rows;
        bool isShared = false;
        QXmlStreamReader sheet(files.value(u"xl/worksheets/sheet%1.xml"_s.arg(i)));
        while (!sheet.atEnd()) {
            if (sheet.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (sheet.name() == "row"_L1)
                rows.append(QStringList());
            else if (sheet.name() == "c"_L1)
                isShared = sheet.attributes().value("t"_L1) == "s"_L1;
            else if (sheet.name() == "f"_L1)
                ++book.formulas;
            else if (sheet.name() == "v"_L1)
                rows.last().append(isShared ? strings.value(sheet.readElementText().toInt()) : sheet.readElementText());
        }
        book.cells.append(rows);
    }
    return book;
}

}

class tst_Xlsx : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleHasASheetOfEachKind()
    {
        const Corpus corpus = test::sampleCorpus();
        const auto written = writeXlsx(corpus);
        VERIFY_RESULT(written);
        const Book book = parse(written->files.first().bytes);
        QCOMPARE(book.sheets, QStringList({u"Passages"_s, u"Claims"_s, u"Links"_s, u"People"_s, u"Fact sheet"_s}));
        qsizetype fragments = 0;
        for (const Passage &passage : corpus.passages) {
            for (const Fragment &fragment : passage.fragments) {
                const QStringList &row = book.cells[0][++fragments];
                QVERIFY(row.contains(fragment.words) && row.contains(passage.id.toString()));
                QVERIFY(row.contains(QString::number(fragment.span.begin.value)));
            }
        }
        QCOMPARE(book.cells[0].size(), fragments + 1);
        QCOMPARE(book.cells[1].size(), corpus.claims.size() + 1);
        QCOMPARE(book.cells[2].size(), corpus.links.size() + 1);
        QCOMPARE(book.cells[3].size(), corpus.entities.size() + 1);
        QCOMPARE(book.cells[4].size(), std::ranges::count(corpus.claims, State::Accepted, &Claim::state) + 1);
    }

    void theSameCorpusMakesTheSameBytes()
    {
        const auto once = writeXlsx(test::sampleCorpus());
        QTest::qWait(1100); // another second
        const auto again = writeXlsx(test::sampleCorpus());
        QCOMPARE(once->files.first().bytes, again->files.first().bytes);
    }

    void nothingIsAFormula()
    {
        Corpus corpus = test::sampleCorpus();
        for (Claim &claim : corpus.claims)
            claim.summary = u"=HYPERLINK(\"https://a.example\")"_s;
        const auto written = writeXlsx(corpus);
        VERIFY_RESULT(written);
        const Book book = parse(written->files.first().bytes);
        QCOMPARE(book.formulas, 0);
        QVERIFY(book.cells[1][1].contains(corpus.claims.first().summary));
    }

    void anyCorpusMakesABookWithAllItsPassages()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeXlsx(corpus);
            RC_ASSERT(written.has_value());
            const Book book = parse(written->files.first().bytes);
            qsizetype fragments = 0;
            for (const Passage &passage : corpus.passages)
                fragments += passage.fragments.size();
            RC_ASSERT(book.cells.size() == 5);
            RC_ASSERT(book.cells[0].size() == fragments + 1);
            RC_ASSERT(book.formulas == 0);
        }));
    }

    void whatExcelCannotHoldIsReplacedOrCutAndListed()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.claims[0].summary = u"a\u0001b"_s;
        corpus.claims[1].summary = QString(32'766, u'x') + u"👩🏽‍🚀"_s;
        const auto written = writeXlsx(corpus);
        VERIFY_RESULT(written);
        const Book book = parse(written->files.first().bytes);
        QVERIFY(book.cells[1][1].contains(u"a\ufffdb"_s));
        QVERIFY(book.cells[1][2].contains(QString(32'766, u'x')));
        QStringList listed;
        for (const Loss &loss : written->loss) {
            if (loss.aspect == Aspect::Words)
                listed += loss.objects;
        }
        QVERIFY(listed.contains(corpus.claims[0].id.toString()) && listed.contains(corpus.claims[1].id.toString()));
    }
};

QTEST_GUILESS_MAIN(tst_Xlsx)
#include "tst_xlsx.moc"
