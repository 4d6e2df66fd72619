// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plurals.h"

#include <QCoreApplication>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Plurals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAgreeWithTheirNouns();
    void textsWithoutANumberStayAsTheyAre();
};

void tst_Plurals::numbersAgreeWithTheirNouns()
{
    EnglishPlurals plurals;
    QVERIFY(QCoreApplication::installTranslator(&plurals));
    const auto passages = [](int n) { return QCoreApplication::translate("Test", "“%n passage(s)”", nullptr, n); };
    QCOMPARE(passages(0), u"“0 passages”"_s);
    QCOMPARE(passages(1), u"“1 passage”"_s);
    QCOMPARE(passages(2), u"“2 passages”"_s);
}

void tst_Plurals::textsWithoutANumberStayAsTheyAre()
{
    EnglishPlurals plurals;
    QVERIFY(QCoreApplication::installTranslator(&plurals));
    QCOMPARE(QCoreApplication::translate("Test", "Passage(s) & %1"), u"Passage(s) & %1"_s);
    QCOMPARE(QCoreApplication::translate("Test", "Passage(s)", nullptr, 3), u"Passage(s)"_s);
}

QTEST_GUILESS_MAIN(tst_Plurals)
#include "tst_plurals.moc"
