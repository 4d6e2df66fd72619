// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/annotatedtext.h"

#include "tests/support/anystring.h"
#include "tests/support/wellformed.h"

#include <QRegularExpression>
#include <QTest>

using namespace pq;
using namespace pq::test;

namespace {

TextMark mark(qsizetype begin, qsizetype end, const QString &label)
{
    return {{{begin}, {end}}, u"#0072b2"_s, label, label.toLongLong(), u"Speech"_s, {}};
}

/// What one reads: no tags.
QString read(const QString &markup)
{
    QXmlStreamReader reader(u"<div>"_s + markup + u"</div>"_s);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text();
    }
    return text;
}

/// The same without the numbers and brackets that were put in.
QString withoutNumbers(const QString &markup)
{
    static const QRegularExpression raised(u"<sup.*?</sup>"_s, QRegularExpression::DotMatchesEverythingOption);
    return read(QString(markup).remove(raised));
}

}

class tst_AnnotatedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkIsNumberedAndBracketed()
    {
        QCOMPARE(read(annotatedText(Text(u"So he said it."_s), {mark(3, 10, u"1"_s)})), u"So 1[he said] it.\n"_s);
    }

    void marksOverEachOtherSayTheirNumbersAtBothEnds()
    {
        // Overlapping, nested, and starting at the same place.
        QCOMPARE(read(annotatedText(Text(u"abcdefghij"_s), {mark(2, 6, u"1"_s), mark(4, 8, u"2"_s)})),
                 u"ab1[cd2[ef]1gh]2ij\n"_s);
        QCOMPARE(read(annotatedText(Text(u"abcdefghij"_s), {mark(3, 5, u"2"_s), mark(1, 9, u"1"_s)})),
                 u"a1[bc2[de]2fghi]1j\n"_s);
        QCOMPARE(read(annotatedText(Text(u"abcdef"_s), {mark(0, 2, u"2"_s), mark(0, 6, u"1"_s)})),
                 u"1[2[ab]2cdef]1\n"_s);
    }

    void eachOfThemHasAnUnderlineOfItsOwn()
    {
        TextMark other = mark(4, 8, u"2"_s);
        other.colour = u"#d55e00"_s;
        const QString html = annotatedText(Text(u"abcdefghij"_s), {mark(2, 6, u"1"_s), other});
        QVERIFY(html.contains(u"0 2px 0 #0072b2, 0 3px 0 Canvas, 0 5px 0 #d55e00"_s)); // both
        QVERIFY(html.contains(u"0 2px 0 Canvas, 0 3px 0 Canvas, 0 5px 0 #d55e00"_s)); // the second alone, at its height
    }

    void aMarkOverParagraphsIsInEachOfThem()
    {
        const QString html = annotatedText(Text(u"one two\n\nthree four"_s), {mark(4, 14, u"1"_s)});
        QCOMPARE(read(html), u"one 1[two\nthree]1 four\n"_s);
        QCOMPARE(html.count(u"<span "_s), 2);
        QVERIFY(html.contains(u"id=\"paragraph-2\""_s));
    }

    void aColourThatIsNoneBecomesGrey()
    {
        TextMark wild = mark(0, 3, u"1"_s);
        wild.colour = u"red; background: url(http://evil.example)"_s;
        const QString html = annotatedText(Text(u"abc"_s), {wild});
        QVERIFY(!html.contains(u"evil"_s));
        QVERIFY(html.contains(u"#767676"_s));
    }

    void whateverTheMarksAreTheTextIsWhole()
    {
        QVERIFY(rc::check("all of the text is there, in order, and the page is well-formed", [] {
            const Text text(*anyString());
            QList<TextMark> marks;
            const int count = *rc::gen::inRange(0, 9);
            for (int i = 0; i < count; ++i)
                marks.append(mark(*rc::gen::inRange<qsizetype>(-1, text.length() + 2),
                                  *rc::gen::inRange<qsizetype>(-1, text.length() + 3), QString::number(i + 1)));
            const QString html = annotatedText(text, marks);
            RC_ASSERT(xmlFault(u"<div>"_s + html + u"</div>"_s).isEmpty());
            const QString bare = text.string();
            QStringList lines = bare.split(u'\n', Qt::SkipEmptyParts);
            QString expected = lines.join(u'\n');
            if (!expected.isEmpty())
                expected += u'\n';
            RC_ASSERT(withoutNumbers(html) == expected);
            // Each mark that holds something is opened and closed once.
            RC_ASSERT(read(html).count(u'[') - text.string().count(u'[')
                      == read(html).count(u']') - text.string().count(u']'));
        }));
    }
};

QTEST_APPLESS_MAIN(tst_AnnotatedText)
#include "tst_annotatedtext.moc"
