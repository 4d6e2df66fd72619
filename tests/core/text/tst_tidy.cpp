// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/segmentation.h"
#include "core/text/tidy.h"
#include "tests/support/anystring.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QString tidy(const QString &string, const QString &selected, const Tidying &tidying)
{
    const Text text(string);
    const qsizetype at = string.indexOf(selected);
    const TextSpan span = text.toText(Utf16Span{{at}, {at + selected.size()}});
    return text.words(tidied(text, {span}, tidying).first()).toString();
}

constexpr Tidying asItIs{.toWholeWords = false, .leavesOutSpace = false, .leavesOutMarks = false};
constexpr Tidying words{.toWholeWords = true, .leavesOutSpace = false, .leavesOutMarks = false};
constexpr Tidying marks{.toWholeWords = false, .leavesOutSpace = true, .leavesOutMarks = true};

}

class tst_Tidy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byDefaultOnlyWhiteSpaceIsLeftOut()
    {
        QCOMPARE(tidy(u"a  lamp “lit”\n b"_s, u"  lamp “lit”\n "_s, {}), u"lamp “lit”"_s);
        QCOMPARE(tidy(u"a lamp"_s, u" la"_s, {}), u"la"_s);
        QCOMPARE(tidy(u"a  b"_s, u"  "_s, {}), u"  "_s);
        QCOMPARE(tidy(u"a lamp b"_s, u" lamp "_s, asItIs), u" lamp "_s);
    }

    void wholeWords()
    {
        QCOMPARE(tidy(u"the lantern’s light"_s, u"ante"_s, words), u"lantern’s"_s);
        QCOMPARE(tidy(u"one two three"_s, u"e tw"_s, words), u"one two"_s);
        QCOMPARE(tidy(u"one two three"_s, u"two"_s, words), u"two"_s);
        QCOMPARE(tidy(u"one two three"_s, u" two "_s, words), u" two "_s);
        QCOMPARE(tidy(u"𝒜𝒜𝒜 x"_s, u"𝒜"_s, words).size() % 2, 0);
    }

    void quotationMarks()
    {
        QCOMPARE(tidy(u"“Lit,” he says"_s, u"“Lit,” "_s, marks), u"Lit,"_s);
        QCOMPARE(tidy(u"“‘Lit,’” he says"_s, u"“‘Lit,’”"_s, marks), u"Lit,"_s);
        QCOMPARE(tidy(u"“Lit for you,” he says"_s, u"“Lit for"_s, marks), u"Lit for"_s);
        QCOMPARE(tidy(u"“Lit for you,” he says"_s, u"you,”"_s, marks), u"you,"_s);
        QCOMPARE(tidy(u"“One” and “two”"_s, u"“One” and “two”"_s, marks), u"“One” and “two”"_s);
        QCOMPARE(tidy(u"the dancers’ shoes"_s, u"dancers’"_s, marks), u"dancers’"_s);
    }

    void wordsThatGrowTogetherAreOne()
    {
        const Text text(u"lantern"_s);
        QCOMPARE(tidied(text, {{{0}, {2}}, {{4}, {5}}}, words), QList<TextSpan>{text.span()});
    }

    void whatIsTidiedStaysTidy()
    {
        QVERIFY(rc::check("tidied spans are apart, hold words where there were some, and are tidy", [] {
            const Text text(*test::anyString());
            auto places = *rc::gen::container<std::vector<qsizetype>>(
                4, rc::gen::inRange<qsizetype>(0, text.length() + 1));
            std::ranges::sort(places);
            QList<TextSpan> spans;
            for (const size_t i : {0, 2}) {
                const TextSpan span = snappedToCharacters(text, {{places[i]}, {places[i + 1]}});
                if (!span.isEmpty() && (spans.isEmpty() || spans.last().end <= span.begin))
                    spans.append(span);
            }
            const Tidying how{*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
            const QList<TextSpan> result = tidied(text, spans, how);
            RC_ASSERT(result.isEmpty() == spans.isEmpty());
            TextPosition end{0};
            for (const TextSpan &span : result) {
                RC_ASSERT(!span.isEmpty() && text.covers(span) && span.begin >= end);
                RC_ASSERT(snappedToCharacters(text, span) == span);
                end = span.end;
            }
            if (!how.toWholeWords)
                RC_ASSERT(tidied(text, result, how) == result);
            if (!how.toWholeWords && !how.leavesOutMarks && !how.leavesOutSpace)
                RC_ASSERT(result == spans);
        }));
    }
};

QTEST_APPLESS_MAIN(tst_Tidy)
#include "tst_tidy.moc"
