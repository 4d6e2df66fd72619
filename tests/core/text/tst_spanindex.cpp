// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/spanindex.h"

#include <QRandomGenerator>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace pq;
using Entry = SpanIndex::Entry;

namespace {

/// The plainest thing that does the same.
struct Model
{
    std::vector<Entry> entries;

    QList<Entry> meeting(const TextSpan &window) const
    {
        QList<Entry> result;
        for (const Entry &e : entries) {
            if (e.span().overlaps(window))
                result.append(e);
        }
        std::sort(result.begin(), result.end());
        return result;
    }
    std::optional<Entry> after(const Entry &entry) const
    {
        std::optional<Entry> best;
        for (const Entry &e : entries) {
            if (entry < e && (!best || e < *best))
                best = e;
        }
        return best;
    }
    std::optional<Entry> before(const Entry &entry) const
    {
        std::optional<Entry> best;
        for (const Entry &e : entries) {
            if (e < entry && (!best || *best < e))
                best = e;
        }
        return best;
    }
};

SpanIndex indexOf(const std::vector<Entry> &entries)
{
    SpanIndex index;
    for (const Entry &e : entries)
        index.insert(e.span(), e.number);
    return index;
}

Entry anyEntry(quint32 number)
{
    const int begin = *rc::gen::inRange(0, 300);
    return {begin, begin + *rc::gen::weightedOneOf<int>({{8, rc::gen::inRange(1, 9)}, {1, rc::gen::inRange(1, 300)}}),
            number};
}

}

class TestSpanIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyIndexHasNothing()
    {
        SpanIndex index;
        QVERIFY(index.meeting({{0}, {1000}}).isEmpty());
        QVERIFY(!index.after({}));
        QVERIFY(!index.before({1, 2, 3}));
        QVERIFY(!index.remove({{0}, {1}}, 0));
    }

    void touchingIsNotMeeting()
    {
        const SpanIndex index = indexOf({{5, 10, 0}});
        QVERIFY(index.meeting({{0}, {5}}).isEmpty());
        QVERIFY(index.meeting({{10}, {12}}).isEmpty());
        QCOMPARE(index.meeting({{9}, {10}}).size(), 1);
    }

    void outerComesBeforeInner()
    {
        const SpanIndex index = indexOf({{5, 7, 1}, {5, 10, 2}, {0, 6, 3}});
        const QList<Entry> found = index.meeting({{5}, {6}});
        QCOMPARE(found, (QList<Entry>{{0, 6, 3}, {5, 10, 2}, {5, 7, 1}}));
    }

    void answersLikeBruteForceAfterAnyChanges()
    {
        QVERIFY(rc::check([] {
            Model model;
            quint32 number = 0;
            for (int i = *rc::gen::inRange(0, 60); i > 0; --i)
                model.entries.push_back(anyEntry(number++));
            SpanIndex index = indexOf(model.entries);
            for (int i = *rc::gen::inRange(0, 60); i > 0; --i) {
                if (!model.entries.empty() && *rc::gen::arbitrary<bool>()) {
                    const auto at = *rc::gen::inRange<size_t>(0, model.entries.size());
                    const Entry e = model.entries[at];
                    model.entries.erase(model.entries.begin() + qsizetype(at));
                    RC_ASSERT(index.remove(e.span(), e.number));
                    RC_ASSERT(!index.remove(e.span(), e.number));
                } else {
                    const Entry e = anyEntry(number++);
                    model.entries.push_back(e);
                    index.insert(e.span(), e.number);
                }
                const Entry probe = anyEntry(*rc::gen::inRange<quint32>(0, number + 1));
                RC_ASSERT(index.meeting(probe.span()) == model.meeting(probe.span()));
                RC_ASSERT(index.after(probe) == model.after(probe));
                RC_ASSERT(index.before(probe) == model.before(probe));
                RC_ASSERT(index.size() == qsizetype(model.entries.size()));
            }
        }));
    }

    /// Enough of them that pieces split, run empty and vanish.
    void staysRightWithThousands()
    {
        QRandomGenerator random(7);
        SpanIndex index;
        Model model;
        for (quint32 i = 0; i < 6000; ++i) {
            const int begin = random.bounded(20000);
            const Entry e{begin, begin + 1 + random.bounded(i % 100 == 0 ? 20000 : 60), i};
            index.insert(e.span(), i);
            model.entries.push_back(e);
        }
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 40; ++i) {
                const int begin = random.bounded(20000);
                const TextSpan window{{begin}, {begin + 1 + random.bounded(200)}};
                QCOMPARE(index.meeting(window), model.meeting(window));
            }
            std::erase_if(model.entries, [&](const Entry &e) {
                if (random.bounded(3) == 0)
                    return false;
                return index.remove(e.span(), e.number);
            });
            QCOMPARE(index.size(), qsizetype(model.entries.size()));
        }
    }
};

QTEST_GUILESS_MAIN(TestSpanIndex)
#include "tst_spanindex.moc"
