// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/blockheights.h"

#include <QTest>

#include <rapidcheck.h>

#include <numeric>

using namespace pq;

class TestBlockHeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsAndSearchesLikeAPlainList()
    {
        QVERIFY(rc::check([] {
            auto plain = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 50)));
            BlockHeights heights(plain);
            for (int i = *rc::gen::inRange(0, 20); i >= 0; --i) {
                const auto at = *rc::gen::inRange<size_t>(0, plain.size());
                plain[at] = *rc::gen::inRange(0, 50);
                heights.setHeight(qsizetype(at), plain[at]);

                const auto block = *rc::gen::inRange<size_t>(0, plain.size());
                const qint64 top = std::accumulate(plain.begin(), plain.begin() + qsizetype(block), qint64(0));
                RC_ASSERT(heights.top(qsizetype(block)) == top);
                RC_ASSERT(heights.total() == std::accumulate(plain.begin(), plain.end(), qint64(0)));

                if (plain[block] > 0) {
                    RC_ASSERT(heights.blockAt(top) == qsizetype(block));
                    RC_ASSERT(heights.blockAt(top + plain[block] - 1) == qsizetype(block));
                }
            }
        }));
    }

    void aPlaceBeyondTheEndIsTheLastBlock()
    {
        const BlockHeights heights({10, 20, 30});
        QCOMPARE(heights.blockAt(60), 2);
        QCOMPARE(heights.blockAt(1'000'000), 2);
        QCOMPARE(heights.blockAt(-5), 0);
    }
};

QTEST_GUILESS_MAIN(TestBlockHeights)
#include "tst_blockheights.moc"
