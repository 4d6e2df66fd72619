// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/segments.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pq;

namespace {

QList<Segment> bruteForce(const QList<TextSpan> &spans, const TextSpan &window)
{
    QList<Segment> all;
    for (TextPosition p = window.begin; p < window.end; p = p + 1) {
        QList<qsizetype> covering;
        for (qsizetype i = 0; i < spans.size(); ++i) {
            if (spans[i].contains(p))
                covering.append(i);
        }
        if (!all.isEmpty() && all.last().span.end == p && all.last().covering == covering)
            all.last().span.end = p + 1;
        else if (!covering.isEmpty())
            all.append({{p, p + 1}, covering});
    }
    return all;
}

TextSpan span(qsizetype begin, qsizetype end)
{
    return {{begin}, {end}};
}

}

class tst_Segments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansAreCutWhereTheyMeet_data();
    void spansAreCutWhereTheyMeet();
    void anySpansGiveWhatCountingCharacterByCharacterGives();
};

void tst_Segments::spansAreCutWhereTheyMeet_data()
{
    QTest::addColumn<QList<TextSpan>>("spans");
    QTest::addColumn<TextSpan>("window");
    QTest::addColumn<QList<Segment>>("expected");

    using Spans = QList<TextSpan>;
    using Segments = QList<Segment>;
    QTest::newRow("none") << Spans{} << span(0, 10) << Segments{};
    QTest::newRow("touching") << Spans{span(0, 3), span(3, 5)} << span(0, 10)
                              << Segments{{span(0, 3), {0}}, {span(3, 5), {1}}};
    QTest::newRow("nested") << Spans{span(1, 9), span(3, 5)} << span(0, 10)
                            << Segments{{span(1, 3), {0}}, {span(3, 5), {0, 1}}, {span(5, 9), {0}}};
    QTest::newRow("equal") << Spans{span(1, 4), span(1, 4)} << span(0, 10) << Segments{{span(1, 4), {0, 1}}};
    QTest::newRow("crossing") << Spans{span(2, 6), span(4, 8)} << span(0, 10)
                              << Segments{{span(2, 4), {0}}, {span(4, 6), {0, 1}}, {span(6, 8), {1}}};
    QTest::newRow("gap") << Spans{span(5, 6), span(1, 2)} << span(0, 10)
                         << Segments{{span(1, 2), {1}}, {span(5, 6), {0}}};
    QTest::newRow("empty and reversed") << Spans{span(2, 2), span(6, 3), span(0, 4)} << span(0, 10)
                                        << Segments{{span(0, 4), {2}}};
    QTest::newRow("clipped by the window")
        << Spans{span(0, 9), span(0, 4), span(8, 9)} << span(4, 6) << Segments{{span(4, 6), {0}}};
}

void tst_Segments::spansAreCutWhereTheyMeet()
{
    QFETCH(QList<TextSpan>, spans);
    QFETCH(TextSpan, window);
    QFETCH(QList<Segment>, expected);
    QCOMPARE(segments(spans, window), expected);
    QCOMPARE(bruteForce(spans, window), expected);
}

void tst_Segments::anySpansGiveWhatCountingCharacterByCharacterGives()
{
    QVERIFY(rc::check("segments equal brute force", [](const std::vector<std::pair<uint8_t, uint8_t>> &pairs) {
        QList<TextSpan> spans;
        for (const auto &[begin, length] : pairs)
            spans.append(span(begin % 50, begin % 50 + length % 20 - 1));
        const TextSpan window = span(*rc::gen::inRange(0, 30), *rc::gen::inRange(0, 70));
        RC_ASSERT(segments(spans, window) == bruteForce(spans, window));
    }));
}

QTEST_APPLESS_MAIN(tst_Segments)
#include "tst_segments.moc"
