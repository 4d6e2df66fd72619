// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/grow.h"
#include "tests/support/anystring.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Grow : public QObject
{
    Q_OBJECT

    static QStringList steps(const QString &string, qsizetype caret, Unit unit)
    {
        const Text text(string);
        QStringList all;
        for (TextSpan span{{caret}, {caret}};;) {
            const TextSpan next = grownTo(text, span, unit);
            if (next == span)
                return all;
            all.append(text.words(next).toString());
            span = next;
        }
    }

private Q_SLOTS:
    void sentencesFollowEachOther()
    {
        QCOMPARE(steps(u"One two. Three!\n\nFour."_s, 1, Unit::Sentence),
                 (QStringList{u"One two."_s, u"One two. Three!"_s, u"One two. Three!\n\nFour."_s}));
        QCOMPARE(steps(u"One two. Three!"_s, 10, Unit::Sentence), (QStringList{u"Three!"_s}));
    }

    void paragraphsFollowEachOther()
    {
        QCOMPARE(steps(u"One.\n\nTwo.\nThree."_s, 2, Unit::Paragraph),
                 (QStringList{u"One."_s, u"One.\n\nTwo."_s, u"One.\n\nTwo.\nThree."_s}));
    }

    void anEmptyParagraphGivesTheNextUnit()
    {
        QCOMPARE(steps(u"One.\n\nTwo."_s, 5, Unit::Paragraph), QStringList{u"Two."_s});
        QCOMPARE(steps(u"One.\n\n"_s, 6, Unit::Paragraph), QStringList());
        QCOMPARE(steps(QString(), 0, Unit::Sentence), QStringList());
    }

    void partsGrowToWholeUnits()
    {
        const Text text(u"One two. Three four."_s);
        QCOMPARE(text.words(grownTo(text, {{5}, {11}}, Unit::Sentence)), u"One two. Three four."_s);
        QCOMPARE(text.words(grownTo(text, {{4}, {8}}, Unit::Sentence)), u"One two."_s);
    }

    void everyStepHoldsTheLast()
    {
        QVERIFY(rc::check("growing holds what was selected, and ends at the text's end", [] {
            const Text text(*test::anyString());
            const Unit unit = *rc::gen::element(Unit::Sentence, Unit::Paragraph);
            const TextPosition at =
                snappedToCharacters(text, {{*rc::gen::inRange<qsizetype>(0, text.length() + 1)}, {0}}).begin;
            TextSpan span{at, at};
            for (qsizetype step = 0; step <= text.length() + 1; ++step) {
                const TextSpan next = grownTo(text, span, unit);
                RC_ASSERT(text.covers(next));
                RC_ASSERT(snappedToCharacters(text, next) == next);
                if (next == span)
                    return;
                RC_ASSERT(span.isEmpty() || (next.contains(span) && next.length() > span.length()));
                span = next;
            }
            RC_FAIL("It never ends.");
        }));
    }
};

QTEST_APPLESS_MAIN(tst_Grow)
#include "tst_grow.moc"
