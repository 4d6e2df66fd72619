// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/chaindepth.h"

#include <QSet>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace pq;

class tst_ChainDepth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThingWithoutLinksIsItsOwnOrigin();
    void linksCountFromWhatTheyPointAt();
    void theShortestWayCounts();
    void whatNoSeedReachesHasNoDepth();
    void seedsReachAgainstTheLinksToo();
    void aCircleBeginsAtItsLowestNumber();
    void aCircleWithAWayOutIsNoOrigin();
    void aLinkToItselfIsNoLink();
    void aChainOfAHundredThousandLinksIsWalked();
    void everythingReachedIsOneDeeperThanSomethingBeforeIt();
};

void tst_ChainDepth::aThingWithoutLinksIsItsOwnOrigin()
{
    QCOMPARE(depths(1, {}, {0}), QList<int>{0});
    QCOMPARE(depths(0, {}, {}), QList<int>{});
}

void tst_ChainDepth::linksCountFromWhatTheyPointAt()
{
    QCOMPARE(depths(3, {{1, 0}, {2, 1}}, {2}), (QList<int>{0, 1, 2}));
}

void tst_ChainDepth::theShortestWayCounts()
{
    QCOMPARE(depths(4, {{1, 0}, {2, 1}, {3, 2}, {3, 0}}, {0}), (QList<int>{0, 1, 2, 1}));
}

void tst_ChainDepth::whatNoSeedReachesHasNoDepth()
{
    QCOMPARE(depths(4, {{1, 0}, {3, 2}}, {1}), (QList<int>{0, 1, -1, -1}));
    QCOMPARE(depths(2, {{1, 0}}, {}), (QList<int>{-1, -1}));
}

void tst_ChainDepth::seedsReachAgainstTheLinksToo()
{
    // 2 and 1 both repeat 0; asking for 2 finds 1 over 0.
    QCOMPARE(depths(3, {{1, 0}, {2, 0}}, {2}), (QList<int>{0, 1, 1}));
}

void tst_ChainDepth::aCircleBeginsAtItsLowestNumber()
{
    // 1, 2 and 3 go round; 0 comes from outside and begins nothing.
    QCOMPARE(depths(4, {{1, 2}, {2, 3}, {3, 1}, {0, 3}}, {0}), (QList<int>{2, 0, 2, 1}));
    QCOMPARE(depths(3, {{0, 1}, {1, 2}, {2, 0}}, {1}), (QList<int>{0, 2, 1}));
}

void tst_ChainDepth::aCircleWithAWayOutIsNoOrigin()
{
    // 0 and 1 repeat each other, and 1 repeats 2: 2 is where it began.
    QCOMPARE(depths(3, {{0, 1}, {1, 0}, {1, 2}}, {0}), (QList<int>{2, 1, 0}));
}

void tst_ChainDepth::aLinkToItselfIsNoLink()
{
    QCOMPARE(depths(1, {{0, 0}}, {0}), QList<int>{0});
}

void tst_ChainDepth::aChainOfAHundredThousandLinksIsWalked()
{
    constexpr qsizetype count = 100'000;
    QList<NumberedLink> links;
    for (qsizetype i = 1; i < count; ++i)
        links.append({i, i - 1});
    const QList<int> found = depths(count, links, {count / 2});
    QCOMPARE(found.first(), 0);
    QCOMPARE(found.last(), int(count) - 1);
    links.append({0, count - 1});
    QCOMPARE(depths(count, links, {7}).last(), int(count) - 1);
}

void tst_ChainDepth::everythingReachedIsOneDeeperThanSomethingBeforeIt()
{
    QVERIFY(rc::check([] {
        const auto count = *rc::gen::inRange<qsizetype>(1, 12);
        const auto number = rc::gen::inRange<qsizetype>(0, count);
        const auto pairs = *rc::gen::container<std::vector<std::pair<qsizetype, qsizetype>>>(
            rc::gen::pair(number, number));
        const auto seed = *number;
        const QList<NumberedLink> links(pairs.begin(), pairs.end());
        const QList<int> found = depths(count, links, {seed});

        // Reached, over links in either direction: found by growing a set until it grows no more.
        QSet<qsizetype> reached{seed};
        for (qsizetype round = 0; round < count; ++round) {
            for (const auto &[from, to] : links) {
                if (reached.contains(from) || reached.contains(to))
                    reached << from << to;
            }
        }
        for (qsizetype thing = 0; thing < count; ++thing) {
            RC_ASSERT((found[thing] >= 0) == reached.contains(thing));
            if (found[thing] < 0)
                continue;
            // The depth is one more than the least depth of what it links to; 0 for origins only.
            int least = -1;
            bool pointsAway = false;
            for (const auto &[from, to] : links) {
                if (from != thing || to == thing)
                    continue;
                pointsAway = true;
                least = least < 0 ? found[to] : std::min(least, found[to]);
            }
            if (!pointsAway)
                RC_ASSERT(found[thing] == 0);
            else if (found[thing] > 0)
                RC_ASSERT(found[thing] == least + 1);
        }
        RC_ASSERT(std::ranges::contains(found, 0));
    }));
}

QTEST_GUILESS_MAIN(tst_ChainDepth)
#include "tst_chaindepth.moc"
