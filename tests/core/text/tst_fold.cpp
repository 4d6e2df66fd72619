// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"
#include "core/text/segmentation.h"
#include "tests/support/anystring.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

// From each grapheme cluster on, the longest stretch of whole clusters that folds to the same, without
// dropped characters at its end; white space only from the begin of its run.
QList<TextSpan> naiveFind(const Text &text, const QString &words)
{
    const QString wanted = folded(words);
    if (wanted.isEmpty())
        return {};
    QList<TextPosition> stops{{0}};
    while (stops.last() < text.span().end)
        stops.append(nextBoundary(text, stops.last(), Unit::Character));
    const auto fold = [&](qsizetype i, qsizetype j) { return folded(text.words({stops[i], stops[j]})); };

    QList<TextSpan> found;
    for (qsizetype i = 0; i + 1 < stops.size();) {
        qsizetype end = -1;
        const bool begins = !fold(i, i + 1).isEmpty();
        for (qsizetype j = i + 1; begins && j < stops.size(); ++j) {
            if (fold(i, j) == wanted && !fold(j - 1, j).isEmpty())
                end = j;
        }
        if (end < 0) {
            ++i;
            continue;
        }
        found.append({stops[i], stops[end]});
        i = end;
    }
    return found;
}

}

class tst_Fold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatReadsAlikeFoldsAlike_data();
    void whatReadsAlikeFoldsAlike();
    void whatReadsDifferentlyStaysDifferent();
    void wordsAreFoundHoweverTheyAreSet();
    void emptyWordsStandNowhere();
    void nothingIsFoundInsideACharacter();
    void placesDoNotOverlap();
    void findingEqualsANaiveFoldedSearch();
    void foldingTwiceIsFoldingOnce();
    void exactWordsAreFoundAsTheyAre();
};

void tst_Fold::whatReadsAlikeFoldsAlike_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("case") << u"LOKI"_s << u"loki"_s;
    QTest::newRow("full case folding") << u"Straße"_s << u"STRASSE"_s;
    QTest::newRow("sigma") << u"ΟΔΟΣ"_s << u"οδος"_s;
    QTest::newRow("quotation marks") << u"“don’t” ‘x’ «y»"_s << u"\"don't\" 'x' \"y\""_s;
    QTest::newRow("single and double") << u"'okay'"_s << u"“okay”"_s;
    QTest::newRow("with a mark") << u"“\u0301 -\u0301"_s << u"\"\u0301 —\u0301"_s;
    QTest::newRow("dashes") << u"one—two–three‑four"_s << u"one-two-three-four"_s;
    QTest::newRow("soft hyphen and zero width") << u"Her\u00adron\u200b \u2060x"_s << u"Herron x"_s;
    QTest::newRow("emoji presentation") << u"❤️"_s << u"❤"_s;
    QTest::newRow("white space") << u"a \u00a0\n\tb\u2003c"_s << u"a b c"_s;
    QTest::newRow("white space around a dropped character") << u"a \u200b b"_s << u"a b"_s;
    QTest::newRow("composed") << u"Zoë Beyoncé"_s << u"Zoe\u0308 Beyonce\u0301"_s;
    QTest::newRow("order of marks") << u"a\u0323\u0302"_s << u"a\u0302\u0323"_s;
}

void tst_Fold::whatReadsAlikeFoldsAlike()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QCOMPARE(folded(a), folded(b));
}

void tst_Fold::whatReadsDifferentlyStaysDifferent()
{
    QCOMPARE(folded(u"I just want you to be okay."), u"i just want you to be okay.");
    QVERIFY(folded(u"cafe") != folded(u"café"));
    QVERIFY(folded(u"to day") != folded(u"today"));
    QVERIFY(folded(u"🏴󠁧󠁢󠁥󠁮󠁧󠁿") != folded(u"🏴󠁧󠁢󠁷󠁬󠁳󠁿")); // England and Wales
    QCOMPARE(folded(u" a "), u" a ");
}

void tst_Fold::wordsAreFoundHoweverTheyAreSet()
{
    const Text text(u"👍 “I  just want\u00a0you to be OKAY.” — ‘i just want you to be okay.’"_s);
    const QList<TextSpan> found = find(text, u"I just want you to be okay");
    QCOMPARE(found.size(), 2);
    QCOMPARE(text.words(found[0]), u"I  just want\u00a0you to be OKAY");
    QCOMPARE(text.words(found[1]), u"i just want you to be okay");
    QCOMPARE(found[0].begin.value, 3);
    QCOMPARE(find(text, u"\"I just want you to be okay.\"").size(), 2);
}

void tst_Fold::emptyWordsStandNowhere()
{
    QCOMPARE(find(Text(u"abc"_s), {}), {});
    QCOMPARE(find(Text(u"a\u00adc"_s), u"\u00ad"), {});
    QCOMPARE(find(Text(), u"a"), {});
}

void tst_Fold::nothingIsFoundInsideACharacter()
{
    QCOMPARE(find(Text(u"e\u0301"_s), u"e"), {});
    QCOMPARE(find(Text(u"👩‍👩‍👧"_s), u"👩"), {});
    QCOMPARE(find(Text(u"ß"_s), u"s"), {});
    QCOMPARE(find(Text(u"Maße"_s), u"mass"), (QList<TextSpan>{{{0}, {3}}}));
    QCOMPARE(find(Text(u"a\u00ad\u200bb!"_s), u"ab"), (QList<TextSpan>{{{0}, {4}}}));
}

void tst_Fold::placesDoNotOverlap()
{
    QCOMPARE(find(Text(u"aaaa"_s), u"aa"), (QList<TextSpan>{{{0}, {2}}, {{2}, {4}}}));
}

void tst_Fold::findingEqualsANaiveFoldedSearch()
{
    QVERIFY(rc::check("find equals naive search", [] {
        const Text text((*test::anyString(true)).left(60));
        const QString words = *rc::gen::oneOf(
            test::anyString(), rc::gen::map(rc::gen::inRange<qsizetype>(0, text.length() + 1), [&](qsizetype begin) {
                return text.words(snappedToCharacters(text, {{begin}, {begin + 3}})).toString();
            }));
        RC_ASSERT(find(text, words) == naiveFind(text, words));
    }));
}

void tst_Fold::foldingTwiceIsFoldingOnce()
{
    QVERIFY(rc::check("idempotent", [] {
        const QString words = *test::anyString();
        RC_ASSERT(folded(folded(words)) == folded(words));
    }));
}

void tst_Fold::exactWordsAreFoundAsTheyAre()
{
    const Text text(u"👍 okay Okay okayokay"_s);
    QCOMPARE(findExactly(text, u"okay"), (QList<TextSpan>{{{2}, {6}}, {{12}, {16}}, {{16}, {20}}}));
    QCOMPARE(findExactly(Text(u"aaa"_s), u"aa"), (QList<TextSpan>{{{0}, {2}}, {{1}, {3}}}));
    QCOMPARE(findExactly(text, {}), {});
    QCOMPARE(findExactly(text, QString(QChar(0xdc4d))), {}); // the half of an emoji
}

QTEST_APPLESS_MAIN(tst_Fold)
#include "tst_fold.moc"
