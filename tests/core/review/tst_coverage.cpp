// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/coverage.h"
#include "tests/support/anystring.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

TextSpan spanOf(const Text &text, const QString &words)
{
    const qsizetype at = text.string().indexOf(words);
    return text.toText(Utf16Span{{at}, {at + words.size()}});
}

QStringList stretches(const Text &text, const Coverage &coverage)
{
    QStringList all;
    for (const TextSpan &span : coverage.uncovered)
        all.append(text.words(span).toString());
    return all;
}

const QString interview = uR"(The keeper speaks

By Mira Oduya

Photo: the harbour at night

Who lit the lantern?

Iria Val: “I told him 👩🏽‍🚀 to wait,” she says. He did.

Q: And then?

He waited for three nights.

Read more)"_s;

}

class tst_Coverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headlinesQuestionsAndFurnitureDoNotCount()
    {
        const Text text(interview);
        const QList<CountedParagraph> counted = countedParagraphs(text);
        QCOMPARE(counted.size(), 2);
        QVERIFY(text.words(counted[0].span).startsWith(u"Iria Val:"));
        QCOMPARE(counted[0].words.size(), 9); // without the label
        QCOMPARE(counted[1].words.size(), 5);
    }

    void aFirstParagraphThatEndsLikeASentenceIsNoHeadline()
    {
        QCOMPARE(countedParagraphs(Text(u"It was dark.\n\nHe came."_s)).size(), 2);
        QCOMPARE(countedParagraphs(Text(u"He said “no.”\n\nHe came."_s)).size(), 2);
        QCOMPARE(countedParagraphs(Text(u"\n\n A dark night \n\nHe came."_s)).size(), 1);
        QCOMPARE(countedParagraphs(Text(u"Iria Val: no\n\nHe came."_s)).size(), 2);
        QCOMPARE(countedParagraphs(Text(u"word "_s.repeated(31))).size(), 1);
        QVERIFY(countedParagraphs(Text()).isEmpty());
    }

    void withoutClaimsNothingIsCovered()
    {
        const Text text(interview);
        const Coverage none = coverage(countedParagraphs(text), {});
        QCOMPARE(none.words, 14);
        QCOMPARE(none.covered, 0);
        QCOMPARE(stretches(text, none),
                 (QStringList{u"I told him 👩🏽‍🚀 to wait,” she says. He did"_s,
                              u"He waited for three nights"_s}));
        QCOMPARE(percent(none.covered, none.words), 0);
    }

    void wordsUnderClaimsAreCovered()
    {
        const Text text(interview);
        QList<TextSpan> claimed{spanOf(text, u"I told him 👩🏽‍🚀 to wait,"_s), spanOf(text, u"him"_s),
                                spanOf(text, u"three nights."_s)};
        const Coverage some = coverage(countedParagraphs(text), claimed);
        QCOMPARE(some.covered, 7);
        QCOMPARE(stretches(text, some), (QStringList{u"she says. He did"_s, u"He waited for"_s}));
        QCOMPARE(some.paragraphs[0].covered, 5);
        QCOMPARE(some.paragraphs[1].covered, 2);
        QCOMPARE(percent(some.covered, some.words), 50);
        const Coverage all = coverage(countedParagraphs(text), {text.span()});
        QVERIFY(all.uncovered.isEmpty());
        QCOMPARE(percent(all.covered, all.words), 100);
    }

    void aWordIsCoveredWhenAnyOfItIs()
    {
        const Text text(u"One two. Three."_s);
        const auto covered = [&](qsizetype begin, qsizetype end) {
            return coverage(countedParagraphs(text), {{{begin}, {end}}}).covered;
        };
        QCOMPARE(covered(2, 5), 2);
        QCOMPARE(covered(3, 4), 0); // the space
        QCOMPARE(covered(7, 9), 0); // the full stop
    }

    void hundredthsAreRoundedDown()
    {
        QCOMPARE(percent(999, 1000), 99);
        QCOMPARE(percent(1, 1000), 0);
        QCOMPARE(percent(0, 0), 100);
    }

    /// What the definition says, word by word.
    void itIsAsCountedByHand()
    {
        QVERIFY(rc::check([] {
            const Text text(*test::anyString());
            QList<TextSpan> claimed;
            for (int n = *rc::gen::inRange(0, 4); n > 0 && text.length() > 0; --n) {
                const qsizetype begin = *rc::gen::inRange<qsizetype>(0, text.length());
                claimed.append(TextSpan{{begin}, {*rc::gen::inRange<qsizetype>(begin, text.length()) + 1}});
            }
            std::ranges::sort(claimed);
            const QList<CountedParagraph> counted = countedParagraphs(text);
            const Coverage got = coverage(counted, claimed);
            qsizetype words = 0;
            qsizetype covered = 0;
            for (const CountedParagraph &paragraph : counted) {
                for (const TextSpan &word : paragraph.words) {
                    const bool isCovered = std::ranges::any_of(
                        claimed, [&](const TextSpan &span) { return span.overlaps(word); });
                    const bool isMissed = std::ranges::any_of(
                        got.uncovered, [&](const TextSpan &span) { return span.contains(word); });
                    RC_ASSERT(paragraph.span.contains(word));
                    RC_ASSERT(isCovered != isMissed);
                    ++words;
                    covered += isCovered ? 1 : 0;
                }
            }
            RC_ASSERT(got.words == words);
            RC_ASSERT(got.covered == covered);
        }));
    }
};

QTEST_GUILESS_MAIN(tst_Coverage)
#include "tst_coverage.moc"
