// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/disjointsets.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pq;

class tst_DisjointSets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsUnitedIsInOneSetAndNothingElseIs()
    {
        QVERIFY(rc::check([](const std::vector<std::pair<uint8_t, uint8_t>> &ties) {
            constexpr qsizetype count = 256;
            DisjointSets sets;
            QList<qsizetype> expected; // the smallest number of each one's set, found by painting over
            for (qsizetype number = 0; number < count; ++number) {
                RC_ASSERT(sets.add() == number);
                expected.append(number);
            }
            for (const auto &[one, other] : ties) {
                sets.unite(one, other);
                const qsizetype from = qMax(expected[one], expected[other]);
                const qsizetype to = qMin(expected[one], expected[other]);
                std::ranges::replace(expected, from, to);
            }
            RC_ASSERT(sets.size() == count);
            for (qsizetype number = 0; number < count; ++number)
                RC_ASSERT(sets.root(number) == expected[number]);
        }));
    }
};

QTEST_GUILESS_MAIN(tst_DisjointSets)
#include "tst_disjointsets.moc"
