// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Timestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("TZ", "Europe/Berlin"); }
    void anyMomentRoundTrips();
    void nowRoundTripsWithItsMicroseconds();
    void momentsAreWrittenInUtcWithSixDecimals_data();
    void momentsAreWrittenInUtcWithSixDecimals();
    void anyIsoDateAndTimeIsRead_data();
    void anyIsoDateAndTimeIsRead();
    void whatIsNoMomentIsNotKnown_data();
    void whatIsNoMomentIsNotKnown();
};

void tst_Timestamp::anyMomentRoundTrips()
{
    QVERIFY(rc::check("round trip", [] {
        // The years 0001 to 9999.
        const Timestamp moment{*rc::gen::inRange<qint64>(-62'135'596'800'000'000, 253'402'300'799'999'999)};
        RC_ASSERT(Timestamp::fromString(moment.toString()) == moment);
        RC_ASSERT(moment.microseconds == 0 || moment.toString().size() == 27);
    }));
}

void tst_Timestamp::nowRoundTripsWithItsMicroseconds()
{
    const Timestamp now = Timestamp::now();
    QCOMPARE(Timestamp::fromString(now.toString()), now);
    QVERIFY(now.microseconds > 1'700'000'000'000'000);
}

void tst_Timestamp::momentsAreWrittenInUtcWithSixDecimals_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("not known") << 0LL << QString();
    QTest::newRow("first microsecond") << 1LL << u"1970-01-01T00:00:00.000001Z"_s;
    QTest::newRow("one before") << -1LL << u"1969-12-31T23:59:59.999999Z"_s;
    QTest::newRow("a second before") << -1'000'000LL << u"1969-12-31T23:59:59.000000Z"_s;
    QTest::newRow("a day") << 1'626'739'200'500'000LL << u"2021-07-20T00:00:00.500000Z"_s;
}

void tst_Timestamp::momentsAreWrittenInUtcWithSixDecimals()
{
    QFETCH(qint64, microseconds);
    QFETCH(QString, expected);
    QCOMPARE(Timestamp{microseconds}.toString(), expected);
    QCOMPARE(Timestamp::fromString(expected).microseconds, microseconds);
}

void tst_Timestamp::anyIsoDateAndTimeIsRead_data()
{
    QTest::addColumn<QString>("string");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no fraction") << u"2021-07-20T10:11:12Z"_s << u"2021-07-20T10:11:12.000000Z"_s;
    QTest::newRow("one decimal") << u"2021-07-20T10:11:12.5Z"_s << u"2021-07-20T10:11:12.500000Z"_s;
    QTest::newRow("comma") << u"2021-07-20T10:11:12,25Z"_s << u"2021-07-20T10:11:12.250000Z"_s;
    QTest::newRow("nine decimals") << u"2021-07-20T10:11:12.123456789Z"_s << u"2021-07-20T10:11:12.123456Z"_s;
    QTest::newRow("no seconds") << u"2021-07-20T10:11Z"_s << u"2021-07-20T10:11:00.000000Z"_s;
    QTest::newRow("another zone") << u"2021-07-20T10:11:12.5+02:00"_s << u"2021-07-20T08:11:12.500000Z"_s;
    QTest::newRow("a zone of hours") << u"2021-07-20T10:11:12-05"_s << u"2021-07-20T15:11:12.000000Z"_s;
    QTest::newRow("no zone is UTC") << u"2021-07-20T10:11:12"_s << u"2021-07-20T10:11:12.000000Z"_s;
    QTest::newRow("no zone, an hour that summer time skips")
        << u"2021-03-28T02:30:00"_s << u"2021-03-28T02:30:00.000000Z"_s;
    QTest::newRow("a space") << u"2021-07-20 10:11:12"_s << u"2021-07-20T10:11:12.000000Z"_s;
    QTest::newRow("a date") << u"2021-07-20"_s << u"2021-07-20T00:00:00.000000Z"_s;
    QTest::newRow("space around") << u" 2021-07-20T10:11:12Z\n"_s << u"2021-07-20T10:11:12.000000Z"_s;
    QTest::newRow("leap day") << u"2024-02-29T00:00:00Z"_s << u"2024-02-29T00:00:00.000000Z"_s;
}

void tst_Timestamp::anyIsoDateAndTimeIsRead()
{
    QFETCH(QString, string);
    QFETCH(QString, expected);
    QCOMPARE(Timestamp::fromString(string).toString(), expected);
}

void tst_Timestamp::whatIsNoMomentIsNotKnown_data()
{
    QTest::addColumn<QString>("string");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << u"yesterday"_s;
    QTest::newRow("no such day") << u"2021-02-29T00:00:00Z"_s;
    QTest::newRow("no such hour") << u"2021-02-20T25:00:00Z"_s;
    QTest::newRow("fraction of a minute") << u"2021-02-20T10:30.5Z"_s;
    QTest::newRow("point alone") << u"2021-02-20T10:30:00.Z"_s;
    QTest::newRow("points between") << u"2021.02.20"_s;
    QTest::newRow("something behind") << u"2021-02-20T10:30:00Z or so"_s;
    QTest::newRow("other digits") << u"٢٠٢١-٠٢-٢٠T10:30:00Z"_s;
    QTest::newRow("emoji") << u"2021-02-20T10:30:00👍"_s;
    QTest::newRow("before the year 1 in UTC") << u"0001-01-01T00:30:00+01:00"_s;
    QTest::newRow("behind the year 9999 in UTC") << u"9999-12-31T23:30:00-01:00"_s;
}

void tst_Timestamp::whatIsNoMomentIsNotKnown()
{
    QFETCH(QString, string);
    QCOMPARE(Timestamp::fromString(string), Timestamp());
}

QTEST_APPLESS_MAIN(tst_Timestamp)
#include "tst_timestamp.moc"
