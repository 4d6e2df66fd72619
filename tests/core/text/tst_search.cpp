// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/search.h"
#include "core/text/segmentation.h"
#include "tests/support/anystring.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QStringList found(const QString &text, const Search &wanted)
{
    const Text in(text);
    QStringList words;
    const Result<QList<TextSpan>> spans = search(in, wanted);
    if (!spans)
        return {spans.error().message};
    for (const TextSpan &span : *spans)
        words.append(in.words(span).toString());
    return words;
}

}

class tst_Search : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFoundInAnyCaseUnlessItMatters()
    {
        QCOMPARE(found(u"Home, home, HOME"_s, {.words = u"home"_s}), (QStringList{u"Home"_s, u"home"_s, u"HOME"_s}));
        QCOMPARE(found(u"Home, home, HOME"_s, {.words = u"HOME"_s, .matchesCase = true}), QStringList{u"HOME"_s});
        QCOMPARE(found(u"Straße STRASSE"_s, {.words = u"Straße"_s, .matchesCase = true}), QStringList{u"Straße"_s});
        QCOMPARE(found(u"“Don’t”"_s, {.words = u"\"Don't\""_s, .matchesCase = true}), QStringList{u"“Don’t”"_s});
    }

    void marksAreIgnoredOnRequestHoweverTheyAreEncoded()
    {
        const QString text = u"Zoë, Zoe\u0308, Zoe"_s;
        QCOMPARE(found(text, {.words = u"zoe"_s}), QStringList{u"Zoe"_s});
        QCOMPARE(found(text, {.words = u"zoe"_s, .matchesMarks = false}),
                 (QStringList{u"Zoë"_s, u"Zoe\u0308"_s, u"Zoe"_s}));
        QCOMPARE(found(text, {.words = u"zoé"_s, .matchesMarks = false}).size(), 3);
        QCOMPARE(found(u"شَمْس شمس"_s, {.words = u"شمس"_s, .matchesMarks = false}).size(), 2);
    }

    void wholeWordsHaveNoLettersBesideThem()
    {
        QCOMPARE(found(u"A cat, concatenate, cat’s, Cat"_s, {.words = u"cat"_s, .wholeWords = true}),
                 (QStringList{u"cat"_s, u"Cat"_s}));
        QCOMPARE(found(u"home “home” 👍home"_s, {.words = u"home"_s, .wholeWords = true}).size(), 3);
        QCOMPARE(found(u"walk home."_s, {.words = u"k home"_s, .wholeWords = true}), QStringList());
        QCOMPARE(found(u"abc ab"_s, {.words = u"a\\w"_s, .isPattern = true, .wholeWords = true}), QStringList{u"ab"_s});
    }

    void aPatternIsARegularExpressionOverTheText()
    {
        QCOMPARE(found(u"2019, 2020 and 202"_s, {.words = u"\\b\\d{4}\\b"_s, .isPattern = true}),
                 (QStringList{u"2019"_s, u"2020"_s}));
        QCOMPARE(found(u"Q: one\nA: two\nQ: three"_s, {.words = u"^q: .*$"_s, .isPattern = true}),
                 (QStringList{u"Q: one"_s, u"Q: three"_s}));
        QCOMPARE(found(u"Émile élan"_s, {.words = u"\\bé\\w+"_s, .isPattern = true, .matchesCase = true}),
                 QStringList{u"élan"_s});
    }

    void aPatternThatIsNotValidIsRefusedWithThePlace()
    {
        const Result<QList<TextSpan>> refused = search(Text(u"a"_s), {.words = u"a(b"_s, .isPattern = true});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"at character 4"_s), qPrintable(refused.error().message));
    }

    void emptyMatchesAreNoPlaces()
    {
        QCOMPARE(found(u"abc"_s, {.words = u"x*"_s, .isPattern = true}), QStringList());
        QCOMPARE(found(u"abc"_s, {}), QStringList());
    }

    void aPatternSplitsNoCharacter()
    {
        QCOMPARE(found(u"e\u0301"_s, {.words = u"e"_s, .isPattern = true}), QStringList{u"e\u0301"_s});
        QCOMPARE(found(u"👩‍👩‍👧!"_s, {.words = u"👩"_s, .isPattern = true}),
                 QStringList{u"👩‍👩‍👧"_s});
    }

    void placesAscendAndSplitNothing()
    {
        QVERIFY(rc::check("a search's places ascend, do not overlap and split no character", [] {
            const Text text(*test::anyString());
            Search wanted{.words = *test::anyString()};
            wanted.matchesCase = *rc::gen::arbitrary<bool>();
            wanted.matchesMarks = *rc::gen::arbitrary<bool>();
            wanted.wholeWords = *rc::gen::arbitrary<bool>();
            TextPosition last{0};
            const auto spans = search(text, wanted);
            RC_ASSERT(spans.has_value());
            for (const TextSpan &span : *spans) {
                RC_ASSERT(!span.isEmpty());
                RC_ASSERT(span.begin >= last);
                RC_ASSERT(snappedToCharacters(text, span) == span);
                last = span.end;
            }
        }));
    }
};

QTEST_APPLESS_MAIN(tst_Search)
#include "tst_search.moc"
