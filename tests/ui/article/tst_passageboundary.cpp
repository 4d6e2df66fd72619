// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/anystring.h"
#include "tests/ui/article/articlefixture.h"
#include "ui/article/passageboundary.h"

using namespace pq;
using namespace Qt::StringLiterals;

class TestPassageBoundary : public QObject
{
    Q_OBJECT

    Text m_text;

    Passage over(const QStringList &words)
    {
        QList<TextSpan> spans;
        for (const QString &part : words)
            spans.append(test::spanOf(m_text, part, spans.isEmpty() ? 0 : spans.last().end.value));
        return test::passageOf(m_text, TagId::create(), spans);
    }
    QStringList moved(const QStringList &words, Boundary boundary, Growth growth, Unit unit, qsizetype caret = -1)
    {
        QStringList result;
        const auto changed = withBoundaryMoved(m_text, over(words), {caret}, boundary, growth, unit);
        if (changed) {
            for (const Fragment &fragment : changed->fragments)
                result.append(fragment.words);
        }
        return result;
    }

private Q_SLOTS:
    void init() { m_text = Text(u"She lit the lamp 👩🏽‍🚀 and nobody\nasked why."_s); }

    void movesByWholeCharacters()
    {
        QCOMPARE(moved({u"lamp "_s}, Boundary::End, Growth::Extend, Unit::Character),
                 QStringList{u"lamp 👩🏽‍🚀"_s});
        QCOMPARE(moved({u"lamp 👩🏽‍🚀"_s}, Boundary::End, Growth::Shrink, Unit::Character),
                 QStringList{u"lamp "_s});
        QCOMPARE(moved({u"lamp"_s}, Boundary::Begin, Growth::Extend, Unit::Character), QStringList{u" lamp"_s});
        QCOMPARE(moved({u"lamp"_s}, Boundary::Begin, Growth::Shrink, Unit::Character), QStringList{u"amp"_s});
    }

    void movesByWordsWithoutTheSpacesBetweenThem()
    {
        QCOMPARE(moved({u"lit"_s}, Boundary::End, Growth::Extend, Unit::Word), QStringList{u"lit the"_s});
        QCOMPARE(moved({u"lit the"_s}, Boundary::End, Growth::Shrink, Unit::Word), QStringList{u"lit"_s});
        QCOMPARE(moved({u"lit the"_s}, Boundary::Begin, Growth::Extend, Unit::Word), QStringList{u"She lit the"_s});
        QCOMPARE(moved({u"lit the"_s}, Boundary::Begin, Growth::Shrink, Unit::Word), QStringList{u"the"_s});
        QCOMPARE(moved({u"nobody"_s}, Boundary::End, Growth::Extend, Unit::Word), QStringList{u"nobody\nasked"_s});
    }

    void movesBySentences()
    {
        m_text = Text(u"One. Two here, Mr. Val.  Three!\n\nFour."_s);
        const QString two = u"Two here, Mr. Val."_s;
        QCOMPARE(moved({two}, Boundary::End, Growth::Extend, Unit::Sentence), QStringList{two + u"  Three!"_s});
        QCOMPARE(moved({two + u"  Three!"_s}, Boundary::End, Growth::Extend, Unit::Sentence),
                 QStringList{two + u"  Three!\n\nFour."_s});
        QCOMPARE(moved({two + u"  Three!"_s}, Boundary::End, Growth::Shrink, Unit::Sentence), QStringList{two});
        QCOMPARE(moved({two}, Boundary::Begin, Growth::Extend, Unit::Sentence), QStringList{u"One. "_s + two});
        QCOMPARE(moved({u"One. "_s + two}, Boundary::Begin, Growth::Shrink, Unit::Sentence), QStringList{two});
        QCOMPARE(moved({u"here"_s}, Boundary::End, Growth::Extend, Unit::Sentence), QStringList{u"here, Mr. Val."_s});
        QVERIFY(moved({two}, Boundary::End, Growth::Shrink, Unit::Sentence).isEmpty());
        QVERIFY(moved({u"Four."_s}, Boundary::End, Growth::Extend, Unit::Sentence).isEmpty());
    }

    void movesByParagraphs()
    {
        m_text = Text(u"One 👋🏽.\n\nTwo here.\nThree.\n\n"_s);
        QCOMPARE(moved({u"Two"_s}, Boundary::End, Growth::Extend, Unit::Paragraph), QStringList{u"Two here."_s});
        QCOMPARE(moved({u"Two here."_s}, Boundary::End, Growth::Extend, Unit::Paragraph),
                 QStringList{u"Two here.\nThree."_s});
        QCOMPARE(moved({u"Two here.\nThree."_s}, Boundary::End, Growth::Shrink, Unit::Paragraph),
                 QStringList{u"Two here."_s});
        QCOMPARE(moved({u"here"_s}, Boundary::Begin, Growth::Extend, Unit::Paragraph), QStringList{u"Two here"_s});
        QCOMPARE(moved({u"Two here"_s}, Boundary::Begin, Growth::Extend, Unit::Paragraph),
                 QStringList{u"One 👋🏽.\n\nTwo here"_s});
        QVERIFY(moved({u"Three."_s}, Boundary::End, Growth::Extend, Unit::Paragraph).isEmpty());
    }

    void growsToWhatIsAround()
    {
        const auto whole = [](const Text &text, const TextSpan &) { return std::optional(text.span()); };
        const auto nothing = [](const Text &, const TextSpan &) { return std::optional<TextSpan>(); };
        const TextPosition lamp = test::spanOf(m_text, u"lamp"_s).begin;
        const Passage one = over({u"lamp"_s});
        QCOMPARE(withFragmentGrown(m_text, one, lamp, whole)->words(), m_text.string());
        QVERIFY(!withFragmentGrown(m_text, one, lamp, nothing));
        // As far as the fragments beside it.
        const Passage three = over({u"lit"_s, u"lamp"_s, u"nobody"_s});
        QCOMPARE(withFragmentGrown(m_text, three, lamp, whole)->fragments[1].words,
                 u" the lamp 👩🏽‍🚀 and "_s);
        QCOMPARE(withFragmentGrown(m_text, three, lamp, whole)->fragments[0], three.fragments[0]);
    }

    void everyMoveKeepsAPassageWhole()
    {
        QVERIFY(
            rc::check("a moved boundary leaves fragments that ascend, with the text's words, and moves as it says", [] {
                const Text text(*test::anyString());
                RC_PRE(text.length() > 1);
                const auto place = [&text] { return *rc::gen::inRange<qsizetype>(0, text.length() + 1); };
                const qsizetype a = place();
                const qsizetype b = place();
                const TextSpan span = snappedToCharacters(text, {{std::min(a, b)}, {std::max(a, b)}});
                RC_PRE(!span.isEmpty());
                const BoundaryCommand command =
                    boundaryCommands()[*rc::gen::inRange<size_t>(0, boundaryCommands().size())];
                const Passage before = test::passageOf(text, TagId::create(), {span});
                const auto after = withBoundaryMoved(text, before, span.begin, command.boundary, command.growth,
                                                     command.unit);
                if (!after)
                    return;
                const TextSpan now = after->fragments.first().span;
                RC_ASSERT(text.covers(now) && !now.isEmpty());
                RC_ASSERT(after->fragments.first().words == text.words(now));
                RC_ASSERT(snappedToCharacters(text, now) == now);
                const bool extends = command.growth == Growth::Extend;
                const bool isRight = extends ? command.unit != Unit::Character || now.contains(span)
                                             : span.contains(now);
                RC_ASSERT(isRight);
            }));
    }

    void leavesSomethingAlways()
    {
        QVERIFY(moved({u"S"_s}, Boundary::End, Growth::Shrink, Unit::Character).isEmpty());
        QVERIFY(moved({u"She"_s}, Boundary::Begin, Growth::Extend, Unit::Character).isEmpty());
        QVERIFY(moved({u"She"_s}, Boundary::End, Growth::Shrink, Unit::Word).isEmpty());
        QVERIFY(moved({u"why."_s}, Boundary::End, Growth::Extend, Unit::Word).isEmpty());
    }

    void neverExtendsInwards()
    {
        m_text = Text(u"\n\n \n\nalone\n\n \n"_s);
        for (const Unit unit : {Unit::Word, Unit::Sentence}) { // there is nothing but white space to go to
            QCOMPARE(moved({u"\nalone"_s}, Boundary::Begin, Growth::Extend, unit), QStringList());
            QCOMPARE(moved({u"alone\n\n"_s}, Boundary::End, Growth::Extend, unit), QStringList());
        }
    }

    void movesTheFragmentAtTheCaret()
    {
        const QStringList two{u"lit"_s, u"lamp"_s};
        const qsizetype inFirst = test::spanOf(m_text, u"lit"_s).begin.value;
        QCOMPARE(moved(two, Boundary::End, Growth::Shrink, Unit::Character), (QStringList{u"lit"_s, u"lam"_s}));
        QCOMPARE(moved(two, Boundary::End, Growth::Shrink, Unit::Character, inFirst),
                 (QStringList{u"li"_s, u"lamp"_s}));
    }

    void goesWhereItIsDragged()
    {
        const QList<TextSpan> lamp{test::spanOf(m_text, u"lamp"_s)};
        const auto dragged = [&](Boundary boundary, const QString &to, Unit unit) {
            const TextPosition place = test::spanOf(m_text, to).begin;
            return m_text.words(withBoundaryAt(m_text, lamp, 0, boundary, place, unit).first()).toString();
        };
        QCOMPARE(dragged(Boundary::End, u"\u200d🚀"_s, Unit::Character), u"lamp "_s); // not into the family
        QCOMPARE(dragged(Boundary::End, u"dy\n"_s, Unit::Character), u"lamp 👩🏽‍🚀 and nobo"_s);
        QCOMPARE(dragged(Boundary::End, u"dy\n"_s, Unit::Word), u"lamp 👩🏽‍🚀 and nobody"_s);
        QCOMPARE(dragged(Boundary::End, u" nobody"_s, Unit::Word), u"lamp 👩🏽‍🚀 and"_s);
        QCOMPARE(dragged(Boundary::End, u"nobody"_s, Unit::Word), u"lamp 👩🏽‍🚀 and"_s);
        QCOMPARE(dragged(Boundary::Begin, u"it the"_s, Unit::Character), u"it the lamp"_s);
        QCOMPARE(dragged(Boundary::Begin, u"it the"_s, Unit::Word), u"lit the lamp"_s);
        QCOMPARE(dragged(Boundary::Begin, u" the"_s, Unit::Word), u"the lamp"_s);
        QCOMPARE(dragged(Boundary::Begin, u"nobody"_s, Unit::Character), u"p"_s); // something is always left
        QCOMPARE(dragged(Boundary::End, u"She"_s, Unit::Character), u"l"_s);
    }

    void aDraggedBoundaryStopsAtTheFragmentsBeside()
    {
        const QList<TextSpan> two{test::spanOf(m_text, u"lit"_s), test::spanOf(m_text, u"lamp"_s)};
        QCOMPARE(withBoundaryAt(m_text, two, 0, Boundary::End, m_text.span().end, Unit::Character).first().end,
                 two[1].begin);
        QCOMPARE(withBoundaryAt(m_text, two, 1, Boundary::Begin, {0}, Unit::Word)[1].begin,
                 test::spanOf(m_text, u"the"_s).begin);
    }

    void everyDragKeepsFragmentsWhole()
    {
        QVERIFY(rc::check("fragments ascend, hold something and split no character wherever a boundary is dragged", [] {
            const Text text(u"One two. "_s + *test::anyString() + u" three\n"_s + *test::anyString());
            const auto place = [&text] { return TextPosition{*rc::gen::inRange<qsizetype>(0, text.length() + 1)}; };
            QList<TextPosition> ends{place(), place(), place(), place()};
            std::ranges::sort(ends);
            const TextSpan first = snappedToCharacters(text, {ends[0], ends[1]});
            const TextSpan second = snappedToCharacters(text, {ends[2], ends[3]});
            RC_PRE(!first.isEmpty() && !second.isEmpty() && first.end <= second.begin);
            const QList<TextSpan> now = withBoundaryAt(text, {first, second}, *rc::gen::inRange(0, 2),
                                                       *rc::gen::element(Boundary::Begin, Boundary::End), place(),
                                                       *rc::gen::element(Unit::Character, Unit::Word));
            RC_ASSERT(now.size() == 2);
            RC_ASSERT(now[0].end <= now[1].begin);
            for (const TextSpan &span : now) {
                RC_ASSERT(text.covers(span) && !span.isEmpty());
                RC_ASSERT(snappedToCharacters(text, span) == span);
            }
        }));
    }

    void stopsAtTheNextFragment()
    {
        const qsizetype inFirst = test::spanOf(m_text, u"lit"_s).begin.value;
        QCOMPARE(moved({u"lit "_s, u"the"_s}, Boundary::End, Growth::Extend, Unit::Character, inFirst), QStringList());
        QCOMPARE(moved({u"lit"_s, u"the"_s}, Boundary::Begin, Growth::Extend, Unit::Character,
                       test::spanOf(m_text, u"the"_s).end.value),
                 (QStringList{u"lit"_s, u" the"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPassageBoundary)
#include "tst_passageboundary.moc"
