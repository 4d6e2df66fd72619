// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/segments.h"
#include "tests/ui/article/articlefixture.h"
#include "ui/article/highlights.h"

#include <rapidcheck.h>

#include <algorithm>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype length = 60;

struct Over
{
    QList<Passage> passages;
    PassageMarks marks;
};

/// Passages of one fragment each, @p spans as begins and lengths.
Over over(const QList<TextSpan> &spans)
{
    static const Text text(u"x"_s.repeated(length));
    Over result;
    for (const TextSpan &span : spans) {
        result.passages.append(test::passageOf(text, TagId::create(), {span}));
        result.marks.put(result.passages.last());
    }
    return result;
}

rc::Gen<QList<TextSpan>> anySpans(int most)
{
    const auto span = rc::gen::map(
        rc::gen::pair(rc::gen::inRange<qsizetype>(0, length - 1), rc::gen::inRange<qsizetype>(1, length)),
        [](const std::pair<qsizetype, qsizetype> &p) {
            return TextSpan{{p.first}, {std::min(length, p.first + p.second)}};
        });
    return rc::gen::mapcat(rc::gen::inRange(0, most), [span](int count) {
        return rc::gen::map(rc::gen::container<std::vector<TextSpan>>(size_t(count), span),
                            [](const std::vector<TextSpan> &all) { return QList<TextSpan>(all.begin(), all.end()); });
    });
}

}

class TestHighlights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGroundShowsTheInnermostPassage()
    {
        const Over shown = over({{{0}, {55}}, {{30}, {40}}});
        const Highlights found = highlights(shown.marks, {{20}, {length}});
        QCOMPARE(found.grounds.size(), 3);
        QCOMPARE(found.grounds[0].span, (TextSpan{{20}, {30}}));
        QCOMPARE(shown.marks.id(found.grounds[1].passage), shown.passages[1].id);
        QCOMPARE(found.grounds[1].span, (TextSpan{{30}, {40}}));
        QCOMPARE(shown.marks.id(found.grounds[2].passage), shown.passages[0].id);
        QCOMPARE(found.grounds[2].span, (TextSpan{{40}, {55}}));
    }

    void whatHasNoLaneIsCounted()
    {
        QList<TextSpan> spans;
        for (int i = 0; i < Highlights::lanes + 3; ++i)
            spans.append(TextSpan{{i}, {50}});
        const Highlights found = highlights(over(spans).marks, {{0}, {length}});
        QCOMPARE(found.lines.size(), Highlights::lanes);
        QCOMPARE(found.surplus.last().count, 3);
        QCOMPARE(found.surplus.last().span, (TextSpan{{Highlights::lanes + 2}, {50}}));
    }

    void theShortestPassageHasTheGroundAndOfEquallyLongOnesTheNewest()
    {
        const bool well = rc::check([] {
            const Over shown = over(*anySpans(90)); // more than are kept off the heap
            const TextSpan block{{10}, {50}};
            const Highlights found = highlights(shown.marks, block);
            QList<TextSpan> spans;
            for (const Passage &passage : shown.passages)
                spans.append(passage.fragments.first().span);
            qsizetype next = 0;
            for (const QList<Segment> all = segments(spans, block); const Segment &segment : all) {
                const qsizetype top = *std::ranges::min_element(segment.covering, [&](qsizetype a, qsizetype b) {
                    return spans[a].length() != spans[b].length() ? spans[a].length() < spans[b].length()
                                                                  : shown.passages[b].id < shown.passages[a].id;
                });
                while (next < found.grounds.size() && found.grounds[next].span.end <= segment.span.begin)
                    ++next;
                RC_ASSERT(next < found.grounds.size());
                RC_ASSERT(found.grounds[next].span.begin <= segment.span.begin);
                RC_ASSERT(found.grounds[next].span.end >= segment.span.end);
                RC_ASSERT(shown.marks.id(found.grounds[next].passage) == shown.passages[top].id);
            }
            for (qsizetype i = 1; i < found.grounds.size(); ++i) {
                RC_ASSERT(found.grounds[i - 1].span.end <= found.grounds[i].span.begin);
                RC_ASSERT(found.grounds[i - 1].span.end < found.grounds[i].span.begin
                          || found.grounds[i - 1].passage != found.grounds[i].passage);
            }
        });
        QVERIFY(well);
    }

    void everyPassageHasALaneOfItsOwnOrIsCounted()
    {
        const bool well = rc::check([] {
            const Over shown = over(*anySpans(30));
            const TextSpan block{{0}, {length}};
            const Highlights found = highlights(shown.marks, block);
            for (TextPosition p = block.begin; p < block.end; p = p + 1) {
                QList<int> lanes;
                for (const Highlights::Line &line : found.lines) {
                    if (line.span.contains(p))
                        lanes.append(line.lane);
                }
                std::ranges::sort(lanes);
                RC_ASSERT(std::ranges::adjacent_find(lanes) == lanes.end());
                RC_ASSERT(std::ranges::all_of(lanes, [](int lane) { return lane >= 0 && lane < Highlights::lanes; }));
                qsizetype counted = 0;
                for (const Highlights::Surplus &surplus : found.surplus) {
                    if (surplus.span.contains(p))
                        counted += surplus.count;
                }
                const auto here = std::ranges::count_if(
                    shown.passages, [p](const Passage &passage) { return passage.fragments.first().span.contains(p); });
                RC_ASSERT(counted + lanes.size() == here);
            }
        });
        QVERIFY(well);
    }

    void whatIsNotShownTakesNoPlace()
    {
        const Over shown = over({{{0}, {30}}, {{5}, {10}}});
        const TagId hidden = shown.passages.last().tag;
        const Highlights found = highlights(shown.marks, {{0}, {length}}, [&](TagId tag) { return tag != hidden; });
        QCOMPARE(found.grounds.size(), 1);
        QCOMPARE(found.grounds.first().span, (TextSpan{{0}, {30}}));
        QCOMPARE(found.lines.size(), 1);
        QVERIFY(found.surplus.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHighlights)
#include "tst_highlights.moc"
