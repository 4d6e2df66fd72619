// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/text.h"
#include "tests/support/anystring.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

// The two kinds of position do not mix.
template <class A, class B>
concept Mixes = requires(A a, B b) { a == b; } || requires(A a, B b) { a < b; } || requires(A a, B b) { a - b; }
    || requires(A a, B b) { a = b; } || std::is_convertible_v<B, A> || std::is_constructible_v<A, B>;
static_assert(Mixes<TextPosition, TextPosition> && Mixes<Utf16Position, Utf16Position>);
static_assert(!Mixes<TextPosition, Utf16Position> && !Mixes<Utf16Position, TextPosition>);
static_assert(Mixes<TextSpan, TextSpan>);
static_assert(!Mixes<TextSpan, Utf16Span> && !Mixes<Utf16Span, TextSpan>);
static_assert(!std::is_convertible_v<qsizetype, TextPosition> && !std::is_convertible_v<TextPosition, qsizetype>);
template <class T>
concept HasWords = requires(const Text &text, T place) { text.words(place); };
static_assert(HasWords<TextSpan> && !HasWords<Utf16Span>);
template <class T>
concept Contained = requires(TextSpan span, T place) { span.contains(place); };
static_assert(Contained<TextPosition> && !Contained<Utf16Position>);

namespace {

// What Text must equal: the text as a list of its characters, each one or two units.
struct Model
{
    explicit Model(const QString &string)
    {
        for (qsizetype i = 0; i < string.size();) {
            const bool pair = string[i].isHighSurrogate() && i + 1 < string.size() && string[i + 1].isLowSurrogate();
            characters.append(string.sliced(i, pair ? 2 : 1));
            begins.append(i);
            i += pair ? 2 : 1;
        }
        begins.append(string.size());
    }

    [[nodiscard]] qsizetype toUtf16(qsizetype position) const
    {
        return begins[std::clamp<qsizetype>(position, 0, characters.size())];
    }
    [[nodiscard]] qsizetype toText(qsizetype unit) const
    {
        qsizetype last = 0;
        while (last < characters.size() && begins[last + 1] <= unit)
            ++last;
        return last;
    }
    [[nodiscard]] QString words(qsizetype begin, qsizetype end) const
    {
        return QStringList(characters.sliced(begin, end - begin)).join(QString());
    }

    QStringList characters;
    QList<qsizetype> begins;
};

}

class tst_Text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyTextHasOnePosition();
    void positionsCountCodePoints();
    void everyPositionConvertsAsCountingCharacterByCharacterDoes();
    void everySpanConvertsAsItsEndsDoAndHoldsWholePairs();
    void everySpansWordsAreItsCharacters();
    void positionsOutOfRangeAreTheNearest();
    void positionsInsideAPairAreBeforeIt();
    void coversRefusesReversedAndOutlyingSpans();
    void loneSurrogatesCountAsOne();
    void pairsAreFoundWhereverTheyStandInALongText();
    void copiesShareTheirCharacters();
};

void tst_Text::anEmptyTextHasOnePosition()
{
    const Text text;
    QCOMPARE(text.length(), 0);
    QVERIFY(text.isEmpty());
    QVERIFY(text.covers({{0}, {0}}));
    QCOMPARE(text.toUtf16(TextPosition{0}), Utf16Position{0});
    QCOMPARE(text.toText(Utf16Position{3}), TextPosition{0});
    QCOMPARE(text.words(text.span()), QStringView());
    QCOMPARE(text, Text(QString()));
}

void tst_Text::positionsCountCodePoints()
{
    const Text text(u"a👩‍👩‍👧e\u0301ש𝒜"_s);
    QCOMPARE(text.length(), 10); // a, woman, joiner, woman, joiner, girl, e, acute, shin, A
    QCOMPARE(text.toUtf16(TextPosition{6}), Utf16Position{9});
    QCOMPARE(text.toText(Utf16Position{9}), TextPosition{6});
    QCOMPARE(text.words({{6}, {8}}), u"e\u0301");
    QCOMPARE(text.words({{9}, {10}}), u"𝒜");
}

void tst_Text::everyPositionConvertsAsCountingCharacterByCharacterDoes()
{
    QVERIFY(rc::check("positions", [] {
        const QString string = *test::anyString(true);
        const Text text(string);
        const Model model(string);
        RC_ASSERT(text.length() == model.characters.size());
        for (qsizetype i = -2; i <= text.length() + 2; ++i)
            RC_ASSERT(text.toUtf16(TextPosition{i}).value == model.toUtf16(i));
        for (qsizetype i = -2; i <= string.size() + 2; ++i)
            RC_ASSERT(text.toText(Utf16Position{i}).value == model.toText(i));
    }));
}

void tst_Text::everySpanConvertsAsItsEndsDoAndHoldsWholePairs()
{
    QVERIFY(rc::check("spans", [] {
        const QString string = (*test::anyString(true)).left(40);
        const Text text(string);
        const Model model(string);
        for (qsizetype i = -1; i <= string.size() + 1; ++i) {
            for (qsizetype j = i; j <= string.size() + 1; ++j) {
                const TextSpan span = text.toText(Utf16Span{{i}, {j}});
                RC_ASSERT(text.covers(span));
                RC_ASSERT(span.begin.value == model.toText(i));
                // The smallest span of whole characters that holds the units.
                RC_ASSERT(model.toUtf16(span.end.value) >= std::clamp<qsizetype>(j, 0, string.size()));
                RC_ASSERT(span.end.value == 0 || model.toUtf16(span.end.value - 1) < std::max<qsizetype>(j, 1));
                RC_ASSERT(text.toText(text.toUtf16(span)) == span);
            }
        }
    }));
}

void tst_Text::everySpansWordsAreItsCharacters()
{
    QVERIFY(rc::check("words", [] {
        const QString string = (*test::anyString(true)).left(40);
        const Text text(string);
        const Model model(string);
        for (qsizetype i = 0; i <= text.length(); ++i) {
            for (qsizetype j = i; j <= text.length(); ++j)
                RC_ASSERT(text.words({{i}, {j}}) == model.words(i, j));
        }
        RC_ASSERT(text.words(text.span()) == string);
        RC_ASSERT(text.words({{-5}, {text.length() + 5}}) == string);
        RC_ASSERT(text.words({{text.length()}, {0}}).isEmpty());
    }));
}

void tst_Text::positionsOutOfRangeAreTheNearest()
{
    const Text text(u"👍a"_s);
    QCOMPARE(text.toUtf16(TextPosition{-1}), Utf16Position{0});
    QCOMPARE(text.toUtf16(TextPosition{3}), Utf16Position{3});
    QCOMPARE(text.toText(Utf16Position{-1}), TextPosition{0});
    QCOMPARE(text.toText(Utf16Position{4}), TextPosition{2});
    constexpr qsizetype far = std::numeric_limits<qsizetype>::max();
    QCOMPARE(text.toUtf16(TextPosition{far}), Utf16Position{3});
    QCOMPARE(text.toText(Utf16Position{far}), TextPosition{2});
    QCOMPARE(text.toText(Utf16Span{{-far}, {far}}), text.span());
}

void tst_Text::positionsInsideAPairAreBeforeIt()
{
    const Text text(u"a👍👍b"_s);
    QCOMPARE(text.toText(Utf16Position{2}), TextPosition{1});
    QCOMPARE(text.toText(Utf16Position{4}), TextPosition{2});
    QCOMPARE(text.toText(Utf16Span{{2}, {4}}), (TextSpan{{1}, {3}}));
    QCOMPARE(text.toText(Utf16Span{{1}, {2}}), (TextSpan{{1}, {2}}));
    QCOMPARE(text.toText(Utf16Span{{2}, {3}}), (TextSpan{{1}, {2}}));
}

void tst_Text::coversRefusesReversedAndOutlyingSpans()
{
    const Text text(u"👍👍👍"_s);
    QVERIFY(text.covers({{0}, {3}}));
    QVERIFY(text.covers({{3}, {3}}));
    QVERIFY(!text.covers({{0}, {4}}));
    QVERIFY(!text.covers({{-1}, {2}}));
    QVERIFY(!text.covers({{2}, {1}}));
}

void tst_Text::loneSurrogatesCountAsOne()
{
    constexpr QChar units[] = {u'a', QChar(0xdc4d), QChar(0xd83d), QChar(0xd83d), QChar(0xdc4d), QChar(0xd83d)};
    const Text text(QString(units, std::size(units)));
    QCOMPARE(text.length(), 5);
    QCOMPARE(text.toUtf16(TextPosition{3}), Utf16Position{3});
    QCOMPARE(text.toUtf16(TextPosition{4}), Utf16Position{5});
}

void tst_Text::pairsAreFoundWhereverTheyStandInALongText()
{
    for (qsizetype before = 1020; before < 1030; ++before) {
        const QString plain(before, u'a');
        const Text text(plain + u"\U0001F600\U0001F600"_s + plain + u"\U0001F600"_s + plain + u'b');
        QCOMPARE(text.length(), 3 * before + 4);
        QCOMPARE(text.words({{before}, {before + 2}}), u"\U0001F600\U0001F600");
        QCOMPARE(text.words({{2 * before + 2}, {2 * before + 3}}), u"\U0001F600");
        QCOMPARE(text.words({{3 * before + 3}, {3 * before + 4}}), u"b");
        QCOMPARE(text.toText(text.toUtf16(TextPosition{2 * before + 3})), TextPosition{2 * before + 3});
    }
}

void tst_Text::copiesShareTheirCharacters()
{
    QStringView words;
    Text copy;
    {
        const Text text(u"I just want you to be okay"_s);
        copy = text;
        words = text.words({{2}, {6}});
    }
    QCOMPARE(words, u"just");
}

QTEST_APPLESS_MAIN(tst_Text)
#include "tst_text.moc"
