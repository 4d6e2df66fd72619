// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/reanchor.h"

#include "core/text/fold.h"
#include "core/text/segmentation.h"
#include "tests/core/text/textstory.h"

#include <QTest>

using namespace pq;
using namespace pq::test;

namespace {

const QString left =
    u"The first paragraph says how the evening began and who was there. Nobody sat down before the kettle sang."_s;
const QString line = u"“I only came to walk you home,” said the lamplighter of Fernwick."_s;
const QString right = u"The last paragraph says how it went on after that, until the shops were open again."_s;

TextSpan spanOf(const Text &text, const QString &words, qsizetype nth = 0)
{
    return findExactly(text, words).value(nth);
}

/// What became of @p words.
Anchor anchored(const QString &old, const QString &now, const QString &words, qsizetype nth = 0)
{
    const Text before(old);
    return reanchor(before, Text(now), {{spanOf(before, words, nth)}}).anchors().first();
}

QString wordsAt(const QString &text, const Anchor &anchor, qsizetype place = 0)
{
    const Text whole(text);
    QStringList words;
    for (const TextSpan &span : anchor.places.value(place).spans)
        words.append(whole.words(span).toString());
    return words.join(u" | "_s);
}

QString article(const QStringList &paragraphs)
{
    return paragraphs.join(u"\n\n"_s);
}

}

class TestReanchor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wherethingsStayAllIsCertain();
    void whatIsAddedElsewhereOnlyMovesPositions();
    void wordsAreChangedByAnythingInThem_data();
    void wordsAreChangedByAnythingInThem();
    void whatIsAddedAtTheBoundaryStaysOutside();
    void aSentenceWithOneNewNeighbourIsCertain();
    void aSentenceWithTwoNewNeighboursIsProposed();
    void aSentenceOfWhichAnotherPartChangedIsProposed();
    void aMovedParagraphIsProposed();
    void aMovedAndChangedPassageIsProposedAsChanged();
    void aLookalikeDoesNotCaptureAPassage();
    void aCopyBesideItMakesAPassageUncertain();
    void oneOfTwoEqualNeighboursThatWentLeavesTheOtherUncertain();
    void equalNewPlacesAreOfferedAndNotProposed();
    void fragmentsAreFollowedOneByOne();
    void aNumberThatWasCorrectedIsFound();
    void aRewrittenTextLosesWhatWasInIt();
    void aClusterIsNotSplit();
    void certainIsNeverWrong();
};

void TestReanchor::wherethingsStayAllIsCertain()
{
    const QString text = article({left, line, right});
    for (const QString &words : {left, line, right, u"home"_s, u"T"_s, u"again."_s}) {
        const Anchor anchor = anchored(text, text, words);
        QVERIFY2(anchor.isCertain, qPrintable(words));
        QCOMPARE(anchor.anchoring, Anchoring::Exact);
        QCOMPARE(anchor.places, (QList<AnchorPlace>{{{spanOf(Text(text), words)}, Anchoring::Exact, 1.0}}));
    }
}

void TestReanchor::whatIsAddedElsewhereOnlyMovesPositions()
{
    const QString now = article({u"CORRECTION 👩‍👩‍👧"_s, left, line, u"And once more: nobody."_s, right});
    const Anchor anchor = anchored(article({left, line, right}), now, u"walk you home"_s);
    QVERIFY(anchor.isCertain);
    QCOMPARE(anchor.places.first().spans.first(), spanOf(Text(now), u"walk you home"_s));
}

void TestReanchor::wordsAreChangedByAnythingInThem_data()
{
    QTest::addColumn<QString>("now");
    QTest::addRow("other word") << u"“I only came to see you home,” said the lamplighter of Fernwick."_s;
    QTest::addRow("put in") << u"“I only came to walk you safely home,” said the lamplighter of Fernwick."_s;
    QTest::addRow("left out") << u"“I came to walk you home,” said the lamplighter of Fernwick."_s;
    QTest::addRow("case") << u"“I only came to walk you Home,” said the lamplighter of Fernwick."_s;
    QTest::addRow("marks") << u"“I only came to walk you home”, said the lamplighter of Fernwick."_s;
    QTest::addRow("spaces") << u"“I only came to walk  you home,” said the lamplighter of Fernwick."_s;
    QTest::addRow("at the begin") << u"‘I only came to walk you home,” said the lamplighter of Fernwick."_s;
    QTest::addRow("at the end") << u"“I only came to walk you home,” said the lamplighter of Fernwood."_s;
}

void TestReanchor::wordsAreChangedByAnythingInThem()
{
    QFETCH(const QString, now);
    const QString text = article({left, now, right});
    const Anchor anchor = anchored(article({left, line, right}), text, line);
    QCOMPARE(anchor.anchoring, Anchoring::Changed);
    QVERIFY(!anchor.isCertain);
    QVERIFY(anchor.places.first().confidence > 0.8);
    QCOMPARE(wordsAt(text, anchor), now);
}

void TestReanchor::whatIsAddedAtTheBoundaryStaysOutside()
{
    const QString now = article({left, u"At last. "_s + line + u" Really."_s, right});
    const Anchor anchor = anchored(article({left, line, right}), now, line);
    QCOMPARE(wordsAt(now, anchor), line);
    QCOMPARE(anchor.anchoring, Anchoring::Exact);
    // A letter more makes another word of it.
    const QString longer = article({left, QString(line).replace(u"walk"_s, u"walked"_s), right});
    QCOMPARE(anchored(article({left, line, right}), longer, u"walk"_s).anchoring, Anchoring::Changed);
}

void TestReanchor::aSentenceWithOneNewNeighbourIsCertain()
{
    const QString now = article({left, line, u"Here stands something entirely different, as everybody can see."_s});
    const Anchor anchor = anchored(article({left, line, right}), now, line);
    QVERIFY(anchor.isCertain);
    QCOMPARE(wordsAt(now, anchor), line);
}

void TestReanchor::aSentenceWithTwoNewNeighboursIsProposed()
{
    const QString now = article({left, u"Something new stands here, and it is long enough."_s, line,
                                 u"Something else is there too, which nobody foresaw."_s, right});
    const Anchor anchor = anchored(article({left, line, right}), now, line);
    QVERIFY(!anchor.isCertain);
    QCOMPARE(wordsAt(now, anchor), line);
    QCOMPARE(anchor.anchoring, Anchoring::Exact);
    QVERIFY(anchor.places.first().confidence < 1);
}

void TestReanchor::aSentenceOfWhichAnotherPartChangedIsProposed()
{
    const QString now = article({left, QString(line).replace(u"lamplighter"_s, u"postman"_s), right});
    const Anchor anchor = anchored(article({left, line, right}), now, u"walk you home"_s);
    QVERIFY(!anchor.isCertain);
    QCOMPARE(anchor.anchoring, Anchoring::Exact);
    QCOMPARE(wordsAt(now, anchor), u"walk you home"_s);
}

void TestReanchor::aMovedParagraphIsProposed()
{
    const QString now = article({left, right, line});
    const Anchor anchor = anchored(article({line, left, right}), now, u"walk you home"_s);
    QCOMPARE(anchor.anchoring, Anchoring::Moved);
    QVERIFY(!anchor.isCertain);
    QCOMPARE(anchor.places.size(), 1);
    QCOMPARE(wordsAt(now, anchor), u"walk you home"_s);
}

void TestReanchor::aMovedAndChangedPassageIsProposedAsChanged()
{
    const QString said = u"“I only came to walk you home, and not to stay,” said the lamplighter of Fernwick."_s;
    const QString changed = u"“I only came to walk you home, and never to stay,” said the lamplighter of Fernwick."_s;
    const QString now = article({left, right, changed});
    const Anchor anchor = anchored(article({said, left, right}), now, said);
    QCOMPARE(anchor.anchoring, Anchoring::Changed);
    QCOMPARE(wordsAt(now, anchor), changed);
}

void TestReanchor::aLookalikeDoesNotCaptureAPassage()
{
    // The second of two equal sentences goes; the first stays.
    const QString old = article({left, line, right, line, u"The end, with some more words."_s});
    const QString now = article({left, line, right, u"The end, with some more words."_s});
    const Anchor gone = anchored(old, now, line, 1);
    QCOMPARE(gone.anchoring, Anchoring::Lost);
    QVERIFY(!gone.isCertain);
    QCOMPARE(wordsAt(now, gone), line); // to choose by hand
    QVERIFY(gone.places.first().confidence < 0.5);
    QVERIFY(anchored(old, now, line, 0).isCertain);
}

void TestReanchor::aCopyBesideItMakesAPassageUncertain()
{
    const QString old = article({left, line, right});
    for (const QString &now : {article({left, line, line, right}), article({left, line + u' ' + line, right})}) {
        const Anchor anchor = anchored(old, now, line);
        QVERIFY(!anchor.isCertain);
        QVERIFY(anchor.places.size() >= 2);
        QVERIFY(anchor.places.first().confidence < 0.5);
    }
}

void TestReanchor::oneOfTwoEqualNeighboursThatWentLeavesTheOtherUncertain()
{
    const QString old = article({left, line, line, right});
    const QString now = article({left, line, right});
    for (const qsizetype which : {0, 1})
        QVERIFY(!anchored(old, now, line, which).isCertain);
    QVERIFY(anchored(old, now, left).isCertain);
}

void TestReanchor::equalNewPlacesAreOfferedAndNotProposed()
{
    const QString other = u"Another paragraph that was always here, between the first and the last."_s;
    const QString now = article({left, other, line, right, line});
    const Anchor anchor = anchored(article({line, left, other, right}), now, line);
    QCOMPARE(anchor.anchoring, Anchoring::Lost);
    QCOMPARE(anchor.places.size(), 2);
}

void TestReanchor::fragmentsAreFollowedOneByOne()
{
    const QString old = article({left, line, right});
    const Text before(old);
    const QList<TextSpan> passage{spanOf(before, u"I only came"_s), spanOf(before, u"walk you home"_s)};
    const auto became = [&](const QString &now) {
        return reanchor(before, Text(article({left, now, right})), {passage}).anchors().first();
    };
    const QString longer = u"“I only came, so to say, to walk you home,” said the lamplighter of Fernwick."_s;
    const Anchor apart = became(longer);
    QCOMPARE(apart.anchoring, Anchoring::Exact);
    QVERIFY(!apart.isCertain);
    QCOMPARE(wordsAt(article({left, longer, right}), apart), u"I only came | walk you home"_s);
    const QString shorter = u"“I only came,” said the lamplighter of Fernwick."_s;
    const Anchor less = became(shorter);
    QCOMPARE(wordsAt(article({left, shorter, right}), less), u"I only came"_s);
    QCOMPARE(less.places.first().anchoring, Anchoring::Changed);
    QVERIFY(became(line).isCertain);
}

void TestReanchor::aNumberThatWasCorrectedIsFound()
{
    const QString old = article({left, u"The lamp was lit in 1987, they say."_s, right});
    const QString now = article({left, u"The lamp was lit in 1978, they say."_s, right});
    const Anchor anchor = anchored(old, now, u"1987"_s);
    QCOMPARE(anchor.anchoring, Anchoring::Changed);
    QCOMPARE(wordsAt(now, anchor), u"1978"_s);
}

void TestReanchor::aRewrittenTextLosesWhatWasInIt()
{
    const QString now = u"Ein ganz anderer Text. Nichts davon stand je da, kein Wort."_s;
    const Text before(article({left, line, right}));
    const Reanchoring all = reanchor(before, Text(now),
                                     {{before.span()}, {spanOf(before, line)}, {spanOf(before, u"home"_s)}});
    for (const Anchor &anchor : all.anchors()) {
        QCOMPARE(anchor.anchoring, Anchoring::Lost);
        QVERIFY(!anchor.isCertain);
    }
}

void TestReanchor::aClusterIsNotSplit()
{
    const QString old = article({left, u"They wrote cafe 👩 there."_s, right});
    const QString accented = article({left, u"They wrote cafe\u0301 👩 there."_s, right});
    const Anchor letters = anchored(old, accented, u"cafe"_s);
    QCOMPARE(letters.anchoring, Anchoring::Changed);
    QCOMPARE(wordsAt(accented, letters), u"cafe\u0301"_s);
    const QString family = article({left, u"They wrote cafe 👩‍👩‍👧 there."_s, right});
    const Anchor emoji = anchored(old, family, u"👩"_s);
    QVERIFY(emoji.anchoring != Anchoring::Exact);
    for (const AnchorPlace &place : emoji.places)
        QCOMPARE(Text(family).words(place.spans.first()), u"👩‍👩‍👧"_s);
}

/// PULLQUOTE_REANCHOR_STORIES: how many (100,000 need QTEST_FUNCTION_TIMEOUT=3600000 as well);
/// PULLQUOTE_REANCHOR_SEED: the first one's.
void TestReanchor::certainIsNeverWrong()
{
    const int stories = qEnvironmentVariableIntValue("PULLQUOTE_REANCHOR_STORIES");
    const int firstSeed = qEnvironmentVariableIntValue("PULLQUOTE_REANCHOR_SEED");
    QHash<Anchoring, int> proposedAs;
    int certain = 0;
    int edits = 0;
    int wrong = 0;
    QString firstWrong;
    for (int seed = firstSeed; seed < firstSeed + (stories > 0 ? stories : 800); ++seed) {
        TextStory story(static_cast<quint64>(seed));
        QList<QList<TextSpan>> passages;
        for (int i = 0; i < 8; ++i)
            passages.append(story.passage());
        for (qsizetype n = 1 + story.below(8); n > 0; --n, ++edits)
            story.edit();
        const Text old = story.first();
        const Text now = story.last();
        const Reanchoring all = reanchor(old, now, passages);
        QCOMPARE(all.anchors().size(), passages.size());
        for (qsizetype i = 0; i < passages.size(); ++i) {
            const Anchor &anchor = all.anchors()[i];
            for (const AnchorPlace &place : anchor.places) {
                QVERIFY(!place.spans.isEmpty());
                QVERIFY(place.confidence >= 0 && place.confidence <= 1);
                QVERIFY((place.confidence == 1) == anchor.isCertain);
                TextPosition end{0};
                QString words;
                for (const TextSpan &span : place.spans) {
                    QVERIFY(!span.isEmpty() && now.covers(span) && end <= span.begin);
                    end = span.end;
                }
                if (place.anchoring == Anchoring::Changed) {
                    for (const TextSpan &span : place.spans)
                        QCOMPARE(snappedToCharacters(now, span), span);
                } else {
                    QCOMPARE(place.spans.size(), passages[i].size());
                    for (qsizetype n = 0; n < place.spans.size(); ++n)
                        QCOMPARE(now.words(place.spans[n]), old.words(passages[i][n]));
                }
            }
            if (!anchor.isCertain) {
                ++proposedAs[anchor.anchoring];
                continue;
            }
            ++certain;
            QCOMPARE(anchor.places.size(), 1);
            for (qsizetype n = 0; n < passages[i].size(); ++n) {
                if (story.isRight(passages[i][n], anchor.places.first().spans[n]))
                    continue;
                ++wrong;
                if (firstWrong.isEmpty()) {
                    firstWrong = u"story %1: “%2”\n--- old\n%3\n--- new\n%4"_s.arg(
                        QString::number(seed), old.words(passages[i][n]), old.string(), now.string());
                }
            }
        }
    }
    const int total = certain + proposedAs[Anchoring::Exact] + proposedAs[Anchoring::Moved]
        + proposedAs[Anchoring::Changed] + proposedAs[Anchoring::Lost];
    const auto share = [total](int count) { return QString::number(100.0 * count / total, 'f', 1) + u'%'; };
    qInfo("%d edits, %d passages: certain %s, proposed as the same %s, as moved %s, as changed %s, lost %s; wrong %d",
          edits, total, qPrintable(share(certain)), qPrintable(share(proposedAs[Anchoring::Exact])),
          qPrintable(share(proposedAs[Anchoring::Moved])), qPrintable(share(proposedAs[Anchoring::Changed])),
          qPrintable(share(proposedAs[Anchoring::Lost])), wrong);
    QVERIFY2(wrong == 0, qPrintable(firstWrong));
    QVERIFY(certain * 5 > total); // it does find something
}

QTEST_APPLESS_MAIN(TestReanchor)
#include "tst_reanchor.moc"
