// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/segmentation.h"
#include "tests/support/anystring.h"

#include <QTest>
#include <QTextBoundaryFinder>
#include <QThread>

using namespace pq;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(pq::Unit)

namespace {

constexpr Unit allUnits[] = {Unit::Character, Unit::Word, Unit::Sentence, Unit::Paragraph};

// Every stop of a walk from the begin to the end, the begin included.
QList<qsizetype> stopsForwards(const Text &text, Unit unit)
{
    QList<qsizetype> stops{0};
    while (stops.last() < text.length() && stops.size() <= text.length() + 1)
        stops.append(nextBoundary(text, {stops.last()}, unit).value);
    return stops;
}

QList<qsizetype> stopsBackwards(const Text &text, Unit unit)
{
    QList<qsizetype> stops{text.length()};
    while (stops.first() > 0 && stops.size() <= text.length() + 1)
        stops.prepend(previousBoundary(text, {stops.first()}, unit).value);
    return stops;
}

// The text with a bar at each stop.
QString withBars(const QString &string, Unit unit)
{
    const Text text(string);
    QString result;
    const QList<qsizetype> stops = stopsForwards(text, unit);
    for (qsizetype i = 0; i + 1 < stops.size(); ++i)
        result += text.words({{stops[i]}, {stops[i + 1]}}).toString() + u'|';
    return result;
}

QString wordsAt(const QString &string, const QString &place, Unit unit)
{
    const Text text(string);
    return text.words(unitAt(text, text.toText(Utf16Position{string.indexOf(place)}), unit)).toString();
}

}

class tst_Segmentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paragraphsAreTheLinesWithoutTheirLineFeeds();
    void aParagraphIsFoundFromAnyPlaceInIt();
    void aWalkStopsAtEveryBoundary_data();
    void aWalkStopsAtEveryBoundary();
    void theUnitAroundAPlace_data();
    void theUnitAroundAPlace();
    void atAParagraphsEndTheLastUnitIsMeant();
    void positionsOutOfRangeAreTheEnds();
    void aSpanGrowsToWholeCharacters();
    void aSpanLosesTheWhiteSpaceAtItsEnds();
    void aWalkIsMonotoneReachesTheEndAndGoesBackTheSameWay();
    void noBoundarySplitsAGraphemeCluster();
    void fromAnyPlaceTheNearestBoundariesAreThoseOfTheWalk();
    void unitsHoldTheirPlaceAndEndAtBoundaries();
    void aLongTextOfManyParagraphsGivesTheBoundariesOfItsParagraphs();
    void threadsDoNotShareIterators();
};

void tst_Segmentation::paragraphsAreTheLinesWithoutTheirLineFeeds()
{
    QCOMPARE(paragraphs(Text()), (QList<TextSpan>{{{0}, {0}}}));
    QCOMPARE(paragraphs(Text(u"👍a\n\nb"_s)), (QList<TextSpan>{{{0}, {2}}, {{3}, {3}}, {{4}, {5}}}));
    QCOMPARE(paragraphs(Text(u"a\n"_s)), (QList<TextSpan>{{{0}, {1}}, {{2}, {2}}}));
    QCOMPARE(paragraphs(Text(u"a\u2028b\u2029c"_s)), (QList<TextSpan>{{{0}, {5}}}));
}

void tst_Segmentation::aParagraphIsFoundFromAnyPlaceInIt()
{
    QVERIFY(rc::check("paragraphAt agrees with paragraphs", [] {
        const Text text(*test::anyString(true));
        const QList<TextSpan> all = paragraphs(text);
        for (qsizetype i = 0; i <= text.length(); ++i) {
            const TextSpan found = paragraphAt(text, {i});
            RC_ASSERT(found.begin.value <= i && i <= found.end.value);
            RC_ASSERT(all.contains(found));
        }
    }));
}

void tst_Segmentation::aWalkStopsAtEveryBoundary_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("expected");

    QTest::newRow("words begin after the space") << Unit::Word << u"I |just |want |you |to |be |okay|"_s;
    QTest::newRow("punctuation runs") << Unit::Word << u"“|Okay|,” |she |said|.|"_s;
    QTest::newRow("apostrophes") << Unit::Word << u"don't |don’t|"_s;
    QTest::newRow("paragraph ends") << Unit::Word << u"one |two|\n|\n|  |three  |\n|"_s;
    QTest::newRow("emoji") << Unit::Word << u"hi |👩‍👩‍👧👍🏽 |there|"_s;
    QTest::newRow("Hebrew") << Unit::Word << u"שלום |עולם|"_s;
    QTest::newRow("Japanese") << Unit::Word << u"東京|都|"_s;
    QTest::newRow("clusters") << Unit::Character
                              << u"e\u0301|👩‍👩‍👧|🇬🇧|🇫🇷|👍🏽|क्षि|\n|a|"_s;
    QTest::newRow("abbreviations") << Unit::Sentence << u"Mr. Smith met Dr. Jones. |They spoke. |“Okay?” |Yes.|"_s;
    QTest::newRow("short answers") << Unit::Sentence
                                   << u"Are you OK. |So did I. |It was. |J. K. Rowling wrote. |Ask J.J. Abrams.|"_s;
    QTest::newRow("no abbreviations") << Unit::Sentence
                                      << u"The TVA. |It was NASA. |So SAD. |Then No. |Yes. |No. 1 is out.|"_s;
    QTest::newRow("dates and volumes") << Unit::Sentence
                                       << u"On Jan. 5 Vol. 3 came, Warner Bros. Pictures said. |Then.|"_s;
    QTest::newRow("sentences end with the paragraph") << Unit::Sentence << u"No full stop|\n|\n|Next one. |Last|"_s;
    QTest::newRow("paragraphs") << Unit::Paragraph << u"One. Two.\n|\n|Three.|"_s;
}

void tst_Segmentation::aWalkStopsAtEveryBoundary()
{
    QFETCH(Unit, unit);
    QFETCH(QString, expected);
    QCOMPARE(withBars(QString(expected).remove(u'|'), unit), expected);
}

void tst_Segmentation::theUnitAroundAPlace_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("expected");

    const QString text = u"Loki said: “I just want you!” Mr. Smith e\u0301s 👩‍👩‍👧.  \nNext."_s;
    QTest::newRow("inside a word") << Unit::Word << text << u"ust"_s << u"just"_s;
    QTest::newRow("at a word") << Unit::Word << text << u"just"_s << u"just"_s;
    QTest::newRow("space") << Unit::Word << text << u" said"_s << u" "_s;
    QTest::newRow("marks") << Unit::Word << text << u"”"_s << u"!”"_s;
    QTest::newRow("inside a cluster") << Unit::Character << text << u"\u0301"_s << u"e\u0301"_s;
    QTest::newRow("inside a family") << Unit::Character << text << u"👧"_s << u"👩‍👩‍👧"_s;
    QTest::newRow("sentence") << Unit::Sentence << text << u"Smith"_s << u"Mr. Smith e\u0301s 👩‍👩‍👧."_s;
    QTest::newRow("in the space behind a sentence")
        << Unit::Sentence << text << u" \n"_s << u"Mr. Smith e\u0301s 👩‍👩‍👧."_s;
    QTest::newRow("paragraph") << Unit::Paragraph << text << u"ext."_s << u"Next."_s;
}

void tst_Segmentation::theUnitAroundAPlace()
{
    QFETCH(Unit, unit);
    QFETCH(QString, text);
    QFETCH(QString, place);
    QFETCH(QString, expected);
    QCOMPARE(wordsAt(text, place, unit), expected);
}

void tst_Segmentation::atAParagraphsEndTheLastUnitIsMeant()
{
    const Text text(u"One two\n\n👍🏽"_s);
    QCOMPARE(text.words(unitAt(text, {7}, Unit::Word)), u"two");
    QCOMPARE(unitAt(text, {8}, Unit::Word), (TextSpan{{8}, {8}}));
    QCOMPARE(unitAt(text, {11}, Unit::Character), (TextSpan{{9}, {11}}));
    QCOMPARE(unitAt(Text(), {0}, Unit::Sentence), TextSpan());
}

void tst_Segmentation::positionsOutOfRangeAreTheEnds()
{
    const Text text(u"One 👍\ntwo"_s);
    for (const Unit unit : allUnits) {
        QCOMPARE(nextBoundary(text, {100}, unit), text.span().end);
        QCOMPARE(nextBoundary(text, text.span().end, unit), text.span().end);
        QCOMPARE(nextBoundary(text, {-5}, unit), TextPosition{0});
        QCOMPARE(previousBoundary(text, {100}, unit), text.span().end);
        QCOMPARE(previousBoundary(text, {0}, unit), TextPosition{0});
        QCOMPARE(previousBoundary(text, {-5}, unit), TextPosition{0});
        QCOMPARE(unitAt(text, {100}, unit), unitAt(text, text.span().end, unit));
        QCOMPARE(unitAt(text, {-5}, unit), unitAt(text, {0}, unit));
        QCOMPARE(nextBoundary(Text(), {0}, unit), TextPosition{0});
        QCOMPARE(previousBoundary(Text(), {0}, unit), TextPosition{0});
    }
}

void tst_Segmentation::aSpanGrowsToWholeCharacters()
{
    const Text text(u"ae\u0301👩‍👩‍👧z"_s); // a e ´ and five for the family
    QCOMPARE(snappedToCharacters(text, {{2}, {4}}), (TextSpan{{1}, {8}}));
    QCOMPARE(snappedToCharacters(text, {{1}, {3}}), (TextSpan{{1}, {3}}));
    QCOMPARE(snappedToCharacters(text, {{5}, {5}}), (TextSpan{{3}, {8}}));
    QCOMPARE(snappedToCharacters(text, {{-3}, {99}}), text.span());
}

void tst_Segmentation::aSpanLosesTheWhiteSpaceAtItsEnds()
{
    const Text text(u"👍 \u00a0 okay\n\t\u2003 "_s);
    QCOMPARE(trimmed(text, {{1}, {text.length()}}), (TextSpan{{4}, {8}}));
    QCOMPARE(trimmed(text, {{1}, {4}}), (TextSpan{{1}, {1}}));
    QCOMPARE(trimmed(text, {{-2}, {999}}), (TextSpan{{0}, {8}}));
    QCOMPARE(trimmed(Text(u"  \u0301a"_s), {{0}, {4}}), (TextSpan{{1}, {4}}));
    QCOMPARE(trimmed(Text(), {}), TextSpan());
}

void tst_Segmentation::aWalkIsMonotoneReachesTheEndAndGoesBackTheSameWay()
{
    QVERIFY(rc::check("forwards and backwards", [] {
        const Text text(*test::anyString(true));
        for (const Unit unit : allUnits) {
            const QList<qsizetype> stops = stopsForwards(text, unit);
            RC_ASSERT(std::ranges::is_sorted(stops, std::less_equal<>()) || stops.size() == 1);
            RC_ASSERT(stops.last() == text.length());
            RC_ASSERT(std::ranges::adjacent_find(stops, std::greater_equal<>()) == stops.end());
            RC_ASSERT(stopsBackwards(text, unit) == stops);
        }
    }));
}

void tst_Segmentation::noBoundarySplitsAGraphemeCluster()
{
    QVERIFY(rc::check("every stop of any unit is one of characters", [] {
        const Text text(*test::anyString(true));
        const QList<qsizetype> characters = stopsForwards(text, Unit::Character);
        for (const Unit unit : allUnits) {
            for (const qsizetype stop : stopsForwards(text, unit))
                RC_ASSERT(characters.contains(stop));
        }
    }));
}

void tst_Segmentation::fromAnyPlaceTheNearestBoundariesAreThoseOfTheWalk()
{
    QVERIFY(rc::check("next and previous from between the stops", [] {
        const Text text(*test::anyString(true));
        for (const Unit unit : allUnits) {
            const QList<qsizetype> stops = stopsForwards(text, unit);
            for (qsizetype i = 0; i <= text.length(); ++i) {
                const auto above = std::ranges::upper_bound(stops, i);
                RC_ASSERT(nextBoundary(text, {i}, unit).value == (above == stops.end() ? text.length() : *above));
                const auto notBelow = std::ranges::lower_bound(stops, i);
                RC_ASSERT(previousBoundary(text, {i}, unit).value == (notBelow == stops.begin() ? 0 : *(notBelow - 1)));
            }
        }
    }));
}

void tst_Segmentation::unitsHoldTheirPlaceAndEndAtBoundaries()
{
    QVERIFY(rc::check("unitAt", [] {
        const Text text(*test::anyString(true));
        for (qsizetype i = 0; i <= text.length(); ++i) {
            for (const Unit unit : allUnits) {
                const TextSpan span = unitAt(text, {i}, unit);
                RC_ASSERT(text.covers(span));
                RC_ASSERT(snappedToCharacters(text, span) == span);
                if (unit != Unit::Sentence)
                    RC_ASSERT(span.begin.value <= i && i <= span.end.value);
                if (unit == Unit::Sentence)
                    RC_ASSERT(trimmed(text, span) == span);
                if (!span.isEmpty() && unit != Unit::Paragraph)
                    RC_ASSERT(unitAt(text, span.begin, unit) == span);
            }
        }
    }));
}

void tst_Segmentation::aLongTextOfManyParagraphsGivesTheBoundariesOfItsParagraphs()
{
    const QString paragraph = u"Mr. Smith 👍🏽 said it. So be it.\n"_s;
    const Text text(paragraph.repeated(40'000));
    const qsizetype length = text.length() / 40'000;
    QVERIFY(text.length() > 1'000'000);
    const qsizetype begin = 30'000 * length;
    QCOMPARE(nextBoundary(text, {begin}, Unit::Sentence).value, begin + 22);
    QCOMPARE(previousBoundary(text, {begin + 1}, Unit::Sentence).value, begin);
    QCOMPARE(nextBoundary(text, {begin + 10}, Unit::Character).value, begin + 12);
    QCOMPARE(paragraphAt(text, {begin + 3}), (TextSpan{{begin}, {begin + length - 1}}));
}

void tst_Segmentation::threadsDoNotShareIterators()
{
    const Text text(u"Mr. Smith said: “Okay. I see 👩‍👩‍👧.” And went. Then?"_s.repeated(20));
    const QList<qsizetype> expected = stopsForwards(text, Unit::Sentence);
    QAtomicInt failures;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&] {
            for (int n = 0; n < 10; ++n) {
                if (stopsForwards(text, Unit::Sentence) != expected)
                    failures.ref();
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(failures.loadRelaxed(), 0);
}

QTEST_GUILESS_MAIN(tst_Segmentation)
#include "tst_segmentation.moc"
