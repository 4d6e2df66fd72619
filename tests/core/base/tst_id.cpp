// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QSet>
#include <QTest>
#include <QThread>

#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <type_traits>

using namespace pq;
using namespace Qt::StringLiterals;

// Ids of different kinds are different types.
static_assert(!std::is_convertible_v<ArticleId, ClaimId>);
static_assert(!std::is_constructible_v<ArticleId, ClaimId>);
template <class A, class B>
concept Comparable = requires(A a, B b) { a == b; };
static_assert(Comparable<ArticleId, ArticleId>);
static_assert(!Comparable<ArticleId, ClaimId>);

class tst_Id : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDefaultIdNamesNothing();
    void createdIdsAreVersion7OfNow();
    void manyIdsAscendStrictlyAndAreUnique();
    void threadsNeverGetTheSameId();
    void bytesAndStringsRoundTrip();
    void whatIsNoIdNamesNothing_data();
    void whatIsNoIdNamesNothing();
    void theOrderIsThatOfTheBytes();
};

void tst_Id::aDefaultIdNamesNothing()
{
    QVERIFY(ArticleId().isNull());
    QVERIFY(!ArticleId::create().isNull());
    QCOMPARE(ArticleId(), ArticleId::fromBytes(QByteArray(16, '\0')));
}

void tst_Id::createdIdsAreVersion7OfNow()
{
    using namespace std::chrono;
    const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const QUuid uuid = createUuidV7();
    QCOMPARE(uuid.variant(), QUuid::DCE); // 10xx
    const QByteArray bytes = uuid.toRfc4122();
    QCOMPARE(uchar(bytes[6]) >> 4, 7);
    QCOMPARE(uchar(bytes[8]) >> 6, 2);
    qint64 milliseconds = 0;
    for (int i = 0; i < 6; ++i)
        milliseconds = milliseconds << 8 | uchar(bytes[i]);
    QVERIFY2(std::abs(milliseconds - now) < 60'000, qPrintable(QString::number(milliseconds - now)));
}

void tst_Id::manyIdsAscendStrictlyAndAreUnique()
{
    QByteArray last;
    QSet<ClaimId> all;
    for (int i = 0; i < 100'000; ++i) {
        const ClaimId id = ClaimId::create();
        const QByteArray bytes = id.toBytes();
        QVERIFY(last < bytes);
        last = bytes;
        all.insert(id);
    }
    QCOMPARE(all.size(), 100'000);
}

void tst_Id::threadsNeverGetTheSameId()
{
    constexpr int each = 5'000;
    std::vector<QList<NoteId>> made(4);
    std::vector<std::unique_ptr<QThread>> threads;
    for (QList<NoteId> &mine : made) {
        threads.emplace_back(QThread::create([&mine] {
            for (int i = 0; i < each; ++i)
                mine.append(NoteId::create());
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    QSet<NoteId> all;
    for (const QList<NoteId> &mine : made) {
        QVERIFY(std::ranges::is_sorted(mine));
        all.unite(QSet<NoteId>(mine.begin(), mine.end()));
    }
    QCOMPARE(all.size(), 4 * each);
}

void tst_Id::bytesAndStringsRoundTrip()
{
    const TagId id = TagId::create();
    QCOMPARE(TagId::fromBytes(id.toBytes()), id);
    QCOMPARE(id.toBytes().size(), 16);
    QCOMPARE(TagId::fromString(id.toString()), id);
    QCOMPARE(TagId::fromString(id.toString().toUpper()), id);
    QCOMPARE(TagId::fromString(u'{' + id.toString() + u'}'), id);
    QCOMPARE(id.toString().size(), 36);

    const TagId known = TagId::fromString(u"0198c0de-0001-7abc-8def-0123456789ab");
    QCOMPARE(known.toBytes().toHex(), "0198c0de00017abc8def0123456789ab");
}

void tst_Id::whatIsNoIdNamesNothing_data()
{
    QTest::addColumn<QString>("string");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << u"no id"_s;
    QTest::newRow("cut short") << u"0198c0de-0001-7abc-8def-0123456789a"_s;
    QTest::newRow("too long") << u"0198c0de-0001-7abc-8def-0123456789ab0"_s;
    QTest::newRow("no hexadecimal") << u"0198c0de-0001-7abc-8def-0123456789ag"_s;
    QTest::newRow("one brace") << u"{0198c0de-0001-7abc-8def-0123456789ab"_s;
    QTest::newRow("hyphens elsewhere") << u"0198c0de0-001-7abc-8def-0123456789ab"_s;
    QTest::newRow("emoji") << u"👍🏽"_s;
}

void tst_Id::whatIsNoIdNamesNothing()
{
    QFETCH(QString, string);
    QVERIFY2(PassageId::fromString(string).isNull(), qPrintable(PassageId::fromString(string).toString()));
    QVERIFY(PassageId::fromBytes({}).isNull());
    QVERIFY(PassageId::fromBytes(QByteArray(15, 'x')).isNull());
    QVERIFY(PassageId::fromBytes(QByteArray(17, 'x')).isNull());
}

void tst_Id::theOrderIsThatOfTheBytes()
{
    QVERIFY(rc::check("order", [](const std::array<char, 16> &a, const std::array<char, 16> &b) {
        const QByteArray x(a.data(), 16);
        const QByteArray y(b.data(), 16);
        const EntityId i = EntityId::fromBytes(x);
        const EntityId j = EntityId::fromBytes(y);
        RC_ASSERT(i.toBytes() == x);
        RC_ASSERT((i < j) == (std::memcmp(x.data(), y.data(), 16) < 0));
        RC_ASSERT((i == j) == (x == y));
        RC_ASSERT(!(i < i));
    }));
}

QTEST_APPLESS_MAIN(tst_Id)
#include "tst_id.moc"
