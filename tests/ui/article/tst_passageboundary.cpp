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

    void movesTheFragmentAtTheCaret()
    {
        const QStringList two{u"lit"_s, u"lamp"_s};
        const qsizetype inFirst = test::spanOf(m_text, u"lit"_s).begin.value;
        QCOMPARE(moved(two, Boundary::End, Growth::Shrink, Unit::Character), (QStringList{u"lit"_s, u"lam"_s}));
        QCOMPARE(moved(two, Boundary::End, Growth::Shrink, Unit::Character, inFirst),
                 (QStringList{u"li"_s, u"lamp"_s}));
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
