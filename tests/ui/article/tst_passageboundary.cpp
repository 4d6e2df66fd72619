// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"
#include "ui/article/passageboundary.h"

using namespace pq;
using namespace Qt::StringLiterals;

class TestPassageBoundary : public QObject
{
    Q_OBJECT

    Text m_text{u"She lit the lamp 👩🏽‍🚀 and nobody\nasked why."_s};

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
