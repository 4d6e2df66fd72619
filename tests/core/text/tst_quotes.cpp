// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quotes.h"
#include "tests/support/anystring.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// What is selected by one press after the other with the caret before @p place.
QStringList steps(const QString &string, const QString &place)
{
    const Text text(string);
    const TextPosition caret = text.toText(Utf16Position{string.indexOf(place)});
    QStringList all;
    for (std::optional<TextSpan> span = quotationAround(text, {caret, caret}); span && all.size() < 9;
         span = quotationAround(text, *span))
        all.append(text.words(*span).toString());
    return all;
}

}

class tst_Quotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &text, const QStringList &expected) {
            QTest::newRow(name) << text << expected;
        };
        // The caret stands before "here".
        row("curly", u"She said “we are here now” and left."_s, {u"we are here now"_s});
        row("straight", u"She said \"we are here now\" and left."_s, {u"we are here now"_s});
        row("curly single", u"He said ‘here it is’ again."_s, {u"here it is"_s});
        row("straight single", u"He said 'here it is' again."_s, {u"here it is"_s});
        row("guillemets", u"Il dit « c’est here » et part."_s, {u"c’est here"_s});
        row("German", u"Er sagt „wir sind here“ und geht."_s, {u"wir sind here"_s});
        row("nested", u"“He said, ‘keep it here,’ and laughed.”"_s,
            {u"keep it here,"_s, u"He said, ‘keep it here,’ and laughed."_s});
        row("nested straight", u"\"He said, 'keep it here,' and laughed.\""_s,
            {u"keep it here,"_s, u"He said, 'keep it here,' and laughed."_s});
        row("three deep", u"“a ‘b “c here d” e’ f”"_s, {u"c here d"_s, u"b “c here d” e"_s, u"a ‘b “c here d” e’ f"_s});
        row("marks together", u"“‘I kept it here.’”"_s, {u"I kept it here."_s, u"‘I kept it here.’"_s});
        row("apostrophes", u"‘I don’t know; it’s here, isn’t it’ she said"_s, {u"I don’t know; it’s here, isn’t it"_s});
        row("straight apostrophes", u"'I don't know; it's here, isn't it,' she said"_s,
            {u"I don't know; it's here, isn't it,"_s});
        row("of many", u"‘the dancers’ shoes are here,’ he says"_s, {u"the dancers’ shoes are here,"_s});
        row("of many in a double quote", u"“the dancers’ shoes are here,” he says"_s,
            {u"the dancers’ shoes are here,"_s});
        row("short for nineties", u"“it’s ’90s music, ’cause here we are,” he says"_s,
            {u"it’s ’90s music, ’cause here we are,"_s});
        row("straight elision", u"\"rock 'n' roll is here\" 'em"_s, {u"rock 'n' roll is here"_s});
        row("never closed", u"“we are here and on"_s, {});
        row("never opened", u"we are here” and on"_s, {});
        row("single never closed", u"“it was ‘too late, here,” he said"_s, {u"it was ‘too late, here,"_s});
        row("outside", u"“one” here “two”"_s, {});
        row("other quotes beside", u"“one,” she says, “two here,” and “three”"_s, {u"two here,"_s});
        row("astral", u"👩‍👩‍👧 “𝒜 here 👍🏽” 🇬🇧"_s, {u"𝒜 here 👍🏽"_s});
        row("several paragraphs", u"Says X: “One.\n\n“Two here.\n\n“Three,” he adds. “Four.”"_s,
            {u"One.\n\n“Two here.\n\n“Three,"_s});
        row("several straight paragraphs", u"\"One here.\n\n\"Two.\n\"Three,\" he adds."_s,
            {u"One here.\n\n\"Two.\n\"Three,"_s});
        row("nested over paragraphs", u"“One ‘two.\n\n“‘Three here,’ he said.” And on."_s,
            {u"two.\n\n“‘Three here,"_s, u"One ‘two.\n\n“‘Three here,’ he said."_s});
        row("a paragraph that does not open anew", u"“One.\n\nTwo here.”"_s, {});
        row("two quotations in two paragraphs", u"“One.”\n\n“Two here.”"_s, {u"Two here."_s});
    }

    void marks()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, expected);
        QCOMPARE(steps(text, u"here"_s), expected);
    }

    void aCaretAtTheMarksMeansTheQuotation()
    {
        QCOMPARE(steps(u"say “yes” now"_s, u"“"_s), QStringList{u"yes"_s});
        QCOMPARE(steps(u"say “yes” now"_s, u" now"_s), QStringList{u"yes"_s});
        QCOMPARE(steps(u"say “yes” now"_s, u"now"_s), QStringList());
    }

    void whatIsSelectedIsHeld()
    {
        const Text text(u"“a ‘b c’ d”"_s);
        QCOMPARE(text.words(*quotationAround(text, {{4}, {5}})), u"b c"_s);
        QCOMPARE(text.words(*quotationAround(text, {{1}, {5}})), u"a ‘b c’ d"_s);
        QVERIFY(!quotationAround(text, text.span()));
    }

    void quotationsNestOrStandApart()
    {
        QVERIFY(rc::check("quotations lie in the text between their marks and never cross", [] {
            const Text text(*test::anyString());
            const TextPosition at{*rc::gen::inRange<qsizetype>(0, text.length() + 1)};
            const QList<Quotation> all = quotationsNear(text, at);
            for (const Quotation &q : all) {
                RC_ASSERT(text.covers(q.whole));
                RC_ASSERT((TextSpan{q.whole.begin + 1, q.whole.end - 1}.contains(q.words)));
                for (const Quotation &other : all)
                    RC_ASSERT(!q.whole.overlaps(other.whole) || q.words.contains(other.whole)
                              || other.words.contains(q.whole) || q == other);
            }
        }));
    }

    void everyStepGoesOutwards()
    {
        QVERIFY(rc::check("each step holds the last one and more", [] {
            const Text text(*test::anyString());
            const TextPosition at{*rc::gen::inRange<qsizetype>(0, text.length() + 1)};
            std::optional<TextSpan> span = quotationAround(text, {at, at});
            while (span) {
                const std::optional<TextSpan> next = quotationAround(text, *span);
                if (next)
                    RC_ASSERT(next->contains(*span) && next->length() > span->length());
                span = next;
            }
        }));
    }

    void balancedQuotationsAreAllFound()
    {
        QVERIFY(rc::check("words in balanced quotation marks are found whatever they nest in", [] {
            static constexpr char16_t pairs[][2] = {{u'“', u'”'}, {u'‘', u'’'}, {u'«', u'»'}, {u'„', u'”'}};
            const auto chosen = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4));
            QString string = u"x"_s;
            for (const int pair : chosen)
                string = u"y "_s + pairs[pair][0] + string + pairs[pair][1] + u" z"_s;
            RC_ASSERT(steps(string, u"x"_s).size() == std::min<qsizetype>(qsizetype(chosen.size()), 9));
        }));
    }

    void aLongParagraphOfApostrophesTakesNoLongTime()
    {
        const Text text(u"‘the dancers’ "_s.repeated(60'000));
        QElapsedTimer timer;
        timer.start();
        (void)quotationAround(text, {{500'000}, {500'000}});
        QVERIFY(timer.elapsed() < 2000);
    }
};

QTEST_APPLESS_MAIN(tst_Quotes)
#include "tst_quotes.moc"
