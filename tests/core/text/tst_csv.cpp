// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/csv.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Csv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainCellsStandAsTheyAre()
    {
        QCOMPARE(csvRecord({u"a b"_s, QString(), u"שלום 🕯️"_s}), QByteArray("a b,,שלום 🕯️\r\n"));
        QCOMPARE(csvRecord({}), QByteArray("\r\n"));
    }

    void whatWouldEndACellIsQuoted()
    {
        QCOMPARE(csvRecord({u"a,b"_s, u"say \"no\""_s, u"two\nlines"_s, u"cr\rhere"_s}),
                 QByteArray("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"cr\rhere\"\r\n"));
    }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QString>("cell");
        for (const QChar first : u"=+-@\t\r\n＝＋－＠"_s)
            QTest::addRow("U+%04X", first.unicode()) << QString(first) + u"1+1"_s;
    }

    void noCellIsAFormula()
    {
        QFETCH(QString, cell);
        QVERIFY(looksLikeFormula(cell));
        const QString record = QString::fromUtf8(csvRecord({cell}));
        QVERIFY2(record.startsWith(u"'"_s) || record.startsWith(u"\"'"_s), qPrintable(record));
        QVERIFY(!looksLikeFormula(QString(u' ' + cell)));
    }
};

QTEST_APPLESS_MAIN(tst_Csv)
#include "tst_csv.moc"
