// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/differences.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// "old>now", one after the other.
QString told(const QString &old, const QString &now)
{
    const Text a(old);
    const Text b(now);
    QStringList all;
    for (const TextDifference &difference : differences(a, b))
        all.append(u"%1>%2"_s.arg(a.words(difference.inOld), b.words(difference.inNow)));
    return all.join(u" | "_s);
}

}

class TestDifferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalTextsDifferNowhere()
    {
        QCOMPARE(told({}, {}), QString());
        QCOMPARE(told(u"just want 👩‍👩‍👧"_s, u"just want 👩‍👩‍👧"_s), QString());
    }
    void wordsThatChangedArePaired()
    {
        QCOMPARE(told(u"lit by hand until 1987, they say"_s, u"lit by hand until 1978, they said"_s),
                 u"1987>1978 | say>said"_s);
        QCOMPARE(told(u"I just want you"_s, u"I want you"_s), u"just>"_s);
        QCOMPARE(told(u"I want you 👍"_s, u"I only want you 👍🏽"_s), u">only | 👍>👍🏽"_s);
        QCOMPARE(told(u"all"_s, u"nothing else"_s), u"all>nothing else"_s);
        QCOMPARE(told({}, u"something"_s), u">something"_s);
        QCOMPARE(told(u"something"_s, {}), u"something>"_s);
        QCOMPARE(told(u"a b"_s, u"a  b"_s), u" >  "_s);
        QCOMPARE(told(u"cafe"_s, u"cafe\u0301"_s), u"cafe>cafe\u0301"_s);
    }
};

QTEST_APPLESS_MAIN(TestDifferences)
#include "tst_differences.moc"
