// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/counting.h"
#include "tests/support/support.h"

#include <rapidcheck.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

const std::vector<PositionUnit> units{PositionUnit::CodePoints, PositionUnit::Utf16Units, PositionUnit::Utf8Bytes};

/// How long @p source is to a program that counts so.
qint64 lengthOf(QString source, const Counting &counting)
{
    if (!counting.lineEndsAreTwo)
        source.replace(u"\r\n"_s, u"\n"_s);
    switch (counting.unit) {
    case PositionUnit::CodePoints:
        return source.toUcs4().size();
    case PositionUnit::Utf16Units:
        return source.size();
    case PositionUnit::Utf8Bytes:
        return source.toUtf8().size();
    }
    return -1;
}

/// The span of @p words behind @p before, as such a program would write it down.
CountedSpan written(const QString &before, const QString &words, const Counting &counting)
{
    const qint64 begin = lengthOf(before, counting);
    return {begin, begin + lengthOf(words, counting) - (counting.endsAreInclusive ? 1 : 0), words};
}

QString randomSource()
{
    static const QStringList pieces{u"a"_s,  u"Wort"_s,    u" "_s,    u"\u00e9"_s, u"\u20ac"_s, u"👨‍👩‍👧"_s,
                                    u"🇮🇸"_s, u"e\u0301"_s, u"שלום"_s, u"\u2028"_s, u"\r\n"_s,   u"\n"_s,
                                    u"\r"_s};
    QString all;
    for (int n = *rc::gen::resize(100, rc::gen::inRange(1, 20)); n > 0; --n)
        all += pieces[*rc::gen::resize(100, rc::gen::inRange<int>(0, int(pieces.size())))];
    return all;
}

}

class tst_Counting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAnyProgramCountsComesBackAsTheSameWords()
    {
        QVERIFY(rc::check([] {
            QString before = randomSource();
            QString words = randomSource();
            const QString after = randomSource();
            // A line end stays in one piece.
            for (QString *each : {&before, &words})
                each->append(u'.');
            const Counting counting{*rc::gen::elementOf(units), *rc::gen::arbitrary<bool>(),
                                    *rc::gen::arbitrary<bool>()};
            const CountedText text(before + words + after);
            CountedSpan span = written(before, words, counting);
            const auto found = text.spanOf(span, counting);
            RC_ASSERT(found.has_value());
            words.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
            RC_ASSERT(text.text().words(*found).toString() == words);
        }));
    }

    void theUnitIsFoundByTheWords_data()
    {
        QTest::addColumn<Counting>("counting");
        for (const PositionUnit unit : units) {
            for (const bool areTwo : {false, true}) {
                for (const bool areInclusive : {false, true})
                    QTest::addRow("%d %d %d", int(unit), areTwo, areInclusive) << Counting{unit, areTwo, areInclusive};
            }
        }
    }
    void theUnitIsFoundByTheWords()
    {
        QFETCH(const Counting, counting);
        const QString first = u"“Gut 🎬”, sagte sie.\r\n\r\nÜber "_s;
        const CountedText text(first + u"Loki 🐍 und Käse\r\nist"_s);
        const QList<CountedSpan> spans{written(first, u"Loki"_s, counting),
                                       written(first + u"Loki 🐍 und "_s, u"Käse"_s, counting)};
        const FoundCounting found = text.findCounting(spans, {});
        QCOMPARE(found.counting, counting);
        QCOMPARE(found.fitting, 2);
        QCOMPARE(found.spans, 2);
        QVERIFY(found.byWords && !found.isDoubtful);
    }

    void withoutWordsTheirBoundariesAreTheEvidence()
    {
        const QString before = u"🎬🎬 — she told "_s;
        const CountedText text(before + u"Loki everything"_s);
        const Counting utf16{PositionUnit::Utf16Units, false, false};
        CountedSpan span = written(before, u"Loki"_s, utf16);
        span.words.reset();
        const FoundCounting found = text.findCounting({span}, {});
        QCOMPARE(found.counting, utf16);
        QVERIFY(!found.byWords);
    }

    void whatFitsNowhereOrInTwoWaysIsDoubtful()
    {
        const CountedText text(u"🎬 one one"_s);
        QVERIFY(text.findCounting({{40, 50, u"one"_s}}, {}).isDoubtful);
        // Two spans of which only one fits under any one way.
        const FoundCounting mixed = text.findCounting({{2, 5, u"one"_s}, {3, 6, u"one"_s}}, {});
        QCOMPARE(mixed.fitting, 1);
        QVERIFY(mixed.isDoubtful);
        // What all ways agree about is not.
        const CountedText plain(u"one two"_s);
        QVERIFY(!plain.findCounting({{0, 3, u"one"_s}}, {}).isDoubtful);
    }

    void theFirstWordsOfASpanAreEnough()
    {
        const CountedText text(u"x\r\ny\r\no t h f i"_s);
        for (const auto &[begin, areTwo] : {std::pair(4, false), std::pair(6, true)}) {
            const FoundCounting found = text.findCounting({{begin, begin + 5, u"o  t"_s, true}}, {});
            QCOMPARE(found.counting.lineEndsAreTwo, areTwo);
            QVERIFY(found.byWords && found.fitting == 1);
        }
        QCOMPARE(text.findCounting({{4, 9, u"t h"_s, true}}, {}).fitting, 0);
    }

    void whiteSpaceInWordsMayBeWrittenAnew()
    {
        const CountedText text(u"one\n  two three"_s);
        QCOMPARE(text.findCounting({{0, 9, u"one two"_s}}, {}).fitting, 1);
    }

    void absurdSpansAreNowhere()
    {
        const CountedText text(u"🎬 one"_s);
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        constexpr qint64 least = std::numeric_limits<qint64>::min();
        for (const CountedSpan &span : QList<CountedSpan>{
                 {-1, 2}, {2, 2}, {3, 2}, {0, 6}, {most, most}, {least, least}, {0, most}, {least, 3}, {most, least}}) {
            for (const PositionUnit unit : units) {
                for (const bool areInclusive : {false, true}) {
                    if (unit != PositionUnit::CodePoints && span.end == 6)
                        continue;
                    if (areInclusive && span == CountedSpan{2, 2})
                        continue;
                    QVERIFY(!text.spanOf(span, {unit, false, areInclusive}));
                }
            }
        }
        QVERIFY(!text.spanOf({1, 3}, {PositionUnit::Utf16Units, false, false})); // within the emoji
    }

    void noWayOfCountingIsTakenThatLeavesTheText()
    {
        // With ends included the first span would be a word, and the second one more than there is.
        const CountedText text(u"Ada met Bo"_s);
        const FoundCounting found = text.findCounting({{0, 2, {}}, {7, 10, {}}}, {});
        QCOMPARE(found.counting, Counting());
        QVERIFY(found.isDoubtful);
    }

    void aByteOrderMarkBehindWhatIsTakenAwayIsInFront()
    {
        const CountedText text(u"\0\ufeff\0\ufeffone\ufeff"_s);
        QCOMPARE(text.text().string(), u"one\ufeff"_s);
        QCOMPARE(text.byteOrderMarks(), 2);
        QCOMPARE(text.nulls(), 2);
        const auto one = text.spanOf({4, 7, {}}, {});
        QVERIFY(one);
        QCOMPARE(text.text().words(*one).toString(), u"one"_s);
    }

    void whatIsTakenAwayStillCounts()
    {
        const CountedText text(u"\ufeffone\0two\rthree\xd800"_s);
        QCOMPARE(text.text().string(), u"onetwo\nthree\ufffd"_s);
        QCOMPARE(text.byteOrderMarks(), 1);
        QCOMPARE(text.nulls(), 1);
        QCOMPARE(text.lineEnds(), 1);
        QCOMPARE(text.loneSurrogates(), 1);
        const auto two = text.spanOf({5, 8, {}}, {});
        QVERIFY(two);
        QCOMPARE(text.text().words(*two).toString(), u"two"_s);
    }

    void aSpanIsCountedAsTheFileCounts()
    {
        const CountedText text(u"a🎭\r\nb"_s);
        const TextSpan b{{3}, {4}};
        for (const Counting &counting :
             {Counting{}, Counting{PositionUnit::Utf16Units, true}, Counting{PositionUnit::Utf8Bytes}}) {
            QCOMPARE(text.spanOf(text.counted(b, counting), counting), b);
        }
        QCOMPARE(text.counted(b, {PositionUnit::Utf16Units, true}).begin, 5);
        QCOMPARE(text.counted(b, {PositionUnit::Utf16Units, true}).end, 6);
    }

    void aPositionInsideACharacterIsThatOfTheNextOne()
    {
        const CountedText text(u"a🎭b"_s);
        QCOMPARE(text.nearest({2, 3}, {PositionUnit::Utf16Units}), (TextSpan{{2}, {2}}));
        QCOMPARE(text.nearest({1, 1}, {PositionUnit::Utf16Units}), (TextSpan{{1}, {1}}));
        QCOMPARE(text.nearest({4, 99}, {PositionUnit::Utf16Units}), (TextSpan{{3}, {3}}));
    }

    void aCopyWithLineFeedsMayHaveBeenCountedWithTwo()
    {
        const CountedText text(u"one\ntwo\nthree"_s, true);
        const FoundCounting found = text.findCounting({{10, 15, u"three"_s}}, {});
        QVERIFY(found.counting.lineEndsAreTwo);
        QCOMPARE(found.fitting, 1);
        QCOMPARE(CountedText(u"one\ntwo\nthree"_s).findCounting({{10, 15, u"three"_s}}, {}).fitting, 0);
    }
};

QTEST_GUILESS_MAIN(tst_Counting)
#include "tst_counting.moc"
