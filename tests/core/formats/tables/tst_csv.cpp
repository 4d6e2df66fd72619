// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tables/csv.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// As RFC 4180 says, from scratch.
QList<QStringList> parse(const QByteArray &bytes)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
                cell += c;
                ++i;
            } else if (c == u'"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',') {
            row.append(cell);
            cell.clear();
        } else if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
            row.append(cell);
            cell.clear();
            rows.append(row);
            row.clear();
            ++i;
        } else {
            cell += c;
        }
    }
    return rows;
}

bool isFormula(const QString &cell)
{
    return !cell.isEmpty() && u"=+-@\t\r\n"_s.contains(cell.front());
}

}

class tst_Csv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeCsv(test::sampleCorpus());
        VERIFY_RESULT(written);
        QString difference = test::differenceFromGolden(u"formats/sample.csv"_s, written->files.first().bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        difference = test::differenceFromGolden(u"formats/csv-loss.json"_s, toJson(written->loss));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void everyFragmentIsARowWithItsPlaceAndWords()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeCsv(corpus);
            RC_ASSERT(written.has_value());
            const QList<QStringList> rows = parse(written->files.first().bytes);
            qsizetype number = 0;
            for (const Passage &passage : corpus.passages) {
                for (const Fragment &fragment : passage.fragments) {
                    const QStringList row = rows.value(++number);
                    RC_ASSERT(row.size() == 15);
                    RC_ASSERT(row[4] == passage.id.toString());
                    RC_ASSERT(row[7] == QString::number(fragment.span.begin.value));
                    RC_ASSERT(row[8] == QString::number(fragment.span.end.value));
                    RC_ASSERT(row[9] == (isFormula(fragment.words) ? u'\'' + fragment.words : fragment.words));
                    RC_ASSERT(std::ranges::none_of(row, isFormula));
                }
            }
            RC_ASSERT(rows.size() == number + 1);
        }));
    }

    void aTitleLikeAFormulaIsCounted()
    {
        const auto written = writeCsv(test::sampleCorpus());
        VERIFY_RESULT(written);
        QVERIFY(written->files.first().bytes.contains("\r\n'=Weekend round-up,"));
        const auto loss = std::ranges::find(written->loss, u"cells like formulas, which got an apostrophe in front"_s,
                                            &Loss::what);
        QVERIFY(loss != written->loss.end());
        QCOMPARE(loss->count, 3);
        QCOMPARE(loss->objects.size(), 3);
    }

    void aFragmentWhoseWordsAreNotItsTextsIsNotWritten()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.passages[0].fragments[0].words += u'!';
        QVERIFY(!writeCsv(corpus).has_value());
    }

    void theTablesLookAsTheyAlwaysDid()
    {
        const auto written = writeCsvTables(test::sampleCorpus());
        VERIFY_RESULT(written);
        QStringList names;
        for (const NamedFile &file : written->files) {
            names.append(file.path);
            const QString difference = test::differenceFromGolden(u"formats/tables/"_s + file.path, file.bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        QCOMPARE(
            names,
            QStringList({u"passages.csv"_s, u"claims.csv"_s, u"links.csv"_s, u"people.csv"_s, u"fact-sheet.csv"_s}));
        QCOMPARE(written->files.first().bytes, writeCsv(test::sampleCorpus())->files.first().bytes);
    }

    void allTablesOfAnyCorpusHaveARowAThing()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeCsvTables(corpus);
            RC_ASSERT(written.has_value());
            const auto rows = [&](qsizetype file) { return parse(written->files[file].bytes); };
            RC_ASSERT(rows(1).size() == corpus.claims.size() + 1);
            RC_ASSERT(rows(2).size() == corpus.links.size() + 1);
            RC_ASSERT(rows(3).size() == corpus.entities.size() + 1);
            for (qsizetype file = 0; file < written->files.size(); ++file) {
                const QList<QStringList> all = rows(file);
                for (const QStringList &row : all) {
                    RC_ASSERT(row.size() == all.first().size());
                    RC_ASSERT(std::ranges::none_of(row, isFormula));
                }
            }
        }));
    }

    void formulasStayWhereTheyAreWanted()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.articles[0].title = u"=1+1"_s;
        const auto written = writeCsv(corpus, {.escapesFormulas = false});
        VERIFY_RESULT(written);
        QCOMPARE(parse(written->files.first().bytes)[1].first(), u"=1+1"_s);
        QVERIFY(std::ranges::none_of(written->loss, [](const Loss &loss) { return loss.aspect == Aspect::Words; }));
    }
};

QTEST_GUILESS_MAIN(tst_Csv)
#include "tst_csv.moc"
